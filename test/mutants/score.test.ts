import { describe, expect, it } from 'vitest'
import type { EquivalentChange } from './mutated-folder.ts'
import { type Mutant, type Report, withoutUnnoticed } from './run-stryker.ts'
import { percentage, scoreOf, shown } from './score.ts'

const source = 'const limit = 5\nif (a < limit) {\n  stop()\n}\n'

/** A change of `a < limit`, in line 2, as Stryker reports it. */
function changed(replacement: string, status: Mutant['status']): Mutant {
  const location = { start: { line: 2, column: 5 }, end: { line: 2, column: 14 } }
  return { mutatorName: 'any', replacement, location, status }
}

const reported = (...mutants: readonly Mutant[]): Report => ({ files: { 'src/a.ts': { source, mutants } } })

const listed: EquivalentChange = {
  file: 'src/a.ts',
  line: 'if (a < limit) {',
  from: 'a < limit',
  to: 'true',
  reason: 'made up',
}

describe('the score of a folder', () => {
  it('counts what was noticed, and lists with their places what was not', () => {
    const score = scoreOf(
      reported(
        changed('false', 'Killed'),
        changed('a <= limit', 'Timeout'),
        changed('true', 'Survived'),
        changed('a >= limit', 'NoCoverage'),
        changed('a > limit', 'Ignored'),
        changed('a < ', 'CompileError'),
      ),
      [],
    )
    const where = { file: 'src/a.ts', line: 2, text: 'if (a < limit) {', from: 'a < limit' }
    expect(score).toEqual({
      noticed: 2,
      timedOut: 1,
      survived: [{ ...where, to: 'true', status: 'Survived' }],
      notReached: [{ ...where, to: 'a >= limit', status: 'NoCoverage' }],
      equivalent: 0,
      notTried: 1,
      problems: [],
    })
    expect(percentage(score)).toBe(50)
  })

  it('does not pass over what could not be tried at all', () => {
    const broken = { ...changed('x', 'RuntimeError'), statusReason: 'worker gone\nin its third line' }
    expect(scoreOf(reported(broken, changed('false', 'Killed')), []).problems).toEqual([
      '1 changes could not be tried, the first because of: worker gone',
    ])
  })

  it.each([
    [
      'ended the tests’ own process each time',
      'Test runner crashed. Tried twice to restart it without any luck.',
    ],
    ['lets a module throw while it is loaded', 'An error occurred outside of a test run: no entry object'],
  ])('counts as noticed what %s', (_, reason) => {
    const crashed = { ...changed('x', 'RuntimeError'), statusReason: reason }
    expect(scoreOf(reported(crashed), [])).toMatchObject({ noticed: 1, problems: [] })
  })

  it('leaves out what is listed as equivalent, wherever its line stands by now', () => {
    const score = scoreOf(reported(changed('true', 'Survived'), changed('false', 'Killed')), [listed])
    expect(score).toMatchObject({ noticed: 1, survived: [], equivalent: 1, problems: [] })
    expect(percentage(score)).toBe(100)
  })

  it.each([
    ['another replacement', { to: 'false' }],
    ['another text', { from: 'a <= limit' }],
    ['another line', { line: 'if (a < limit) return' }],
  ])('does not take %s for what is listed, and says that it has gone', (_, change) => {
    const score = scoreOf(reported(changed('true', 'Survived')), [{ ...listed, ...change }])
    expect(score.survived).toHaveLength(1)
    expect(score.problems).toEqual([expect.stringMatching(/not there any more: src\/a\.ts/)])
  })

  it('says so where a test notices what is listed', () => {
    const { problems } = scoreOf(reported(changed('true', 'Killed')), [listed])
    expect(problems).toEqual([expect.stringMatching(/a test notices it: src\/a\.ts: a < limit → true/)])
  })

  it('asks of a folder nothing that is listed for another', () => {
    const { problems } = scoreOf(reported(changed('true', 'Killed')), [{ ...listed, file: 'src/b.ts' }])
    expect(problems).toEqual([])
  })

  it('is full where there was nothing to notice', () => {
    expect(percentage(scoreOf(reported(), []))).toBe(100)
  })
})

it('tries again what no test noticed before', () => {
  const noticed = [changed('false', 'Killed'), changed('a <= limit', 'Timeout')]
  const others = [
    changed('true', 'Survived'),
    changed('a >= limit', 'NoCoverage'),
    changed('x', 'RuntimeError'),
  ]
  const before = { ...reported(...noticed, ...others), testFiles: {} }
  expect(withoutUnnoticed(before)).toEqual({ ...reported(...noticed), testFiles: {} })
})

it('a change over several lines is shown on one', () => {
  const whole = { start: { line: 2, column: 16 }, end: { line: 4, column: 2 } }
  const { survived } = scoreOf(reported({ ...changed('{}', 'Survived'), location: whole }), [])
  expect(survived.map(shown)).toEqual(['{ stop() } → {}'])
})
