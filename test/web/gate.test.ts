import { expect, test } from 'vitest'
import { type Asked, isForUs, mayAsk } from '../../src/web/gate.ts'

const self = { host: '127.0.0.1:4321', token: 'the-token' }
const good: Asked = {
  method: 'POST',
  host: '127.0.0.1:4321',
  origin: 'http://127.0.0.1:4321',
  contentType: 'application/json',
  authorization: 'Bearer the-token',
}

test('the page itself needs only our own name', () => {
  expect(isForUs({ ...good, authorization: undefined, origin: undefined }, self)).toBe(true)
  expect(isForUs({ ...good, host: 'localhost:4321' }, self)).toBe(false)
  expect(isForUs({ ...good, host: undefined }, self)).toBe(false)
})

test('a read may lack Origin, as browsers leave it out; a change may not', () => {
  expect(mayAsk({ ...good, method: 'GET', origin: undefined }, self)).toBe(true)
  expect(mayAsk({ ...good, origin: undefined }, self)).toBe(false)
})

test('neither a prefix of the token nor a longer one will do', () => {
  expect(mayAsk(good, self)).toBe(true)
  expect(mayAsk({ ...good, authorization: 'Bearer the-toke' }, self)).toBe(false)
  expect(mayAsk({ ...good, authorization: 'Bearer the-token ' }, self)).toBe(false)
})
