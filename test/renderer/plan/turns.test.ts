import { expect, test } from 'vitest'
import { createTurns } from '../../../src/renderer/plan/turns.ts'

test('work waits for the work before it', async () => {
  const { take } = createTurns()
  const done: string[] = []
  const first = take(async () => {
    await Promise.resolve()
    done.push('first')
  })
  const second = take(async () => done.push('second'))
  expect(done).toEqual([])
  await Promise.all([first, second])
  expect(done).toEqual(['first', 'second'])
})

test('work that waits begins at once, in its order, when there is no time left', () => {
  const { take, hurry } = createTurns()
  const begun: string[] = []
  for (const name of ['first', 'second', 'third']) {
    void take(() => {
      begun.push(name)
      return new Promise(() => undefined)
    })
  }
  expect(begun).toEqual(['first'])
  hurry()
  expect(begun).toEqual(['first', 'second', 'third'])
})

test('work that fails says so to who asked for it, and what waits behind it is done all the same', async () => {
  const { take } = createTurns()
  const failing = take(() => Promise.reject(new Error('broken')))
  const next = take(async () => 'done')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('done')
})
