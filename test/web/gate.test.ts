import { timingSafeEqual } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { type Asked, addressOf, isForUs, mayAsk } from '../../src/web/gate.ts'

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, timingSafeEqual: vi.fn(crypto.timingSafeEqual) }
})

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

test('no other page may ask, whether it reads or changes', () => {
  for (const method of ['GET', 'POST']) {
    expect(mayAsk({ ...good, method }, self)).toBe(true)
    for (const origin of [
      'null',
      '',
      'http://evil.example',
      'http://127.0.0.1:4322',
      'https://127.0.0.1:4321',
    ]) {
      expect(mayAsk({ ...good, method, origin }, self), `${method} ${origin}`).toBe(false)
    }
  }
})

test('a name that is not ours keeps even our own page with the token out', () => {
  expect(mayAsk({ ...good, host: 'evil.example:4321' }, self)).toBe(false)
})

test('neither a part of the token, nor a longer one, nor another of its length will do', () => {
  const withToken = (authorization: string | undefined) => mayAsk({ ...good, authorization }, self)
  expect(withToken('Bearer the-token')).toBe(true)
  for (const wrong of [
    'the-toke',
    'he-token',
    'the-token ',
    'the-tokem',
    'xhe-token',
    'THE-TOKEN',
    '',
    ' ',
  ]) {
    expect(withToken(`Bearer ${wrong}`), wrong).toBe(false)
  }
  for (const wrong of [
    'the-token',
    'bearer the-token',
    'Basic the-token',
    'Bearer  the-token',
    '',
    undefined,
  ]) {
    expect(withToken(wrong), wrong).toBe(false)
  }
})

test('how much of a token was right is not told by how long the answer takes', () => {
  vi.mocked(timingSafeEqual).mockClear()
  expect(mayAsk({ ...good, authorization: 'Bearer the-tokem' }, self)).toBe(false)
  expect(timingSafeEqual).toHaveBeenCalledExactlyOnceWith(
    Buffer.from('Bearer the-tokem'),
    Buffer.from('Bearer the-token'),
  )
})

test.each([
  ['/', '/'],
  ['/call?x=1', '/call'],
  ['/a/../files', '/files'],
  ['http://127.0.0.1:4321/call', '/call'],
])('%s leads to %s here', (url, path) => {
  expect(addressOf(url, self)?.pathname).toBe(path)
})

test.each(['http://evil.example/call', '//evil.example/call', 'http://127.0.0.1/call', 'file:///call', '//'])(
  '%s leads nowhere here',
  (url) => {
    expect(addressOf(url, self)).toBeNull()
  },
)
