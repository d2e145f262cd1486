import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import '../../src/renderer/without-eval.ts'
import { calls } from '../../src/contract/calls.ts'

test('parsers compile no code, which the page’s policy forbids', () => {
  const compiled = vi.fn()
  vi.stubGlobal('Function', compiled)
  expect(calls['brainstorm.remove'].input.parse({ id: 'one' })).toEqual({ id: 'one' })
  vi.unstubAllGlobals()
  expect(compiled).not.toHaveBeenCalled()
})

test('the page says so before it brings in anything that might hold a parser', () => {
  const main = readFileSync(new URL('../../src/renderer/main.tsx', import.meta.url), 'utf8')
  expect(/^import .*$/m.exec(main)?.[0]).toBe("import './without-eval.ts'")
})
