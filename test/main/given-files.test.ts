import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { givenFiles } from '../../src/main/given-files.ts'

test.each([
  ['a double click on Windows', ['C:\\odap.exe', 'plan.odap'], 'plan.odap'],
  ['an ending in capitals', ['odap', 'PLAN.ODAP'], 'PLAN.ODAP'],
  ['switches around it', ['odap', '--allow-file-access', 'plan.odap', '--flag'], 'plan.odap'],
  ['started from the sources', ['electron', '.', 'plan.odap'], 'plan.odap'],
])('%s hands over the plan file once', (_what, argv, name) => {
  const given = givenFiles()
  given.fromCommandLine(argv, '/home/me')
  expect(given.take()).toBe(resolve('/home/me', name))
  expect(given.take()).toBeNull()
})

test.each([[['odap']], [['odap', '--profile=x.odap']], [['odap', 'inventory.xlsx']], [['plan.odap']]])(
  '%j names no plan file',
  (argv) => {
    const given = givenFiles()
    given.fromCommandLine(argv, '/home/me')
    expect(given.take()).toBeNull()
  },
)

test('the page is told of one that arrives while the program runs', () => {
  const given = givenFiles()
  const told = vi.fn()
  given.onAdded(told)
  given.add('/home/me/letter.txt')
  expect(told).not.toHaveBeenCalled()
  given.add('/home/me/plan.odap')
  expect(told).toHaveBeenCalledOnce()
  expect(given.take()).toBe('/home/me/plan.odap')
})
