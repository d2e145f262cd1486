import { describe, expect, it } from 'vitest'
import type { CellKind } from '../../../src/domain/table/sheet-grid.ts'
import { inColumnDialect, sameMeaning } from '../../../src/domain/write-back/column-dialect.ts'

const column = (kind: CellKind, ...texts: readonly string[]) => texts.map((text) => ({ text, kind }))
const written = (typed: string, cells: ReturnType<typeof column>) =>
  inColumnDialect(typed, cells, 'anything')?.value

describe('what a person types, in a column’s own dialect', () => {
  it('is TRUE or FALSE where the column’s cells are', () => {
    expect(written('yes', column('boolean', 'TRUE', 'FALSE', 'TRUE'))).toBe(true)
    expect(written('n', column('boolean', 'TRUE', 'FALSE'))).toBe(false)
  })

  it('is the column’s own word for yes and no', () => {
    expect(written('true', column('text', 'Y', 'N', 'Y'))).toBe('Y')
    expect(written('NO', column('text', 'Yes', 'No'))).toBe('No')
    // No row says no yet: then it stands as it was typed.
    expect(written('No', column('text', 'Y', 'Y'))).toBe('No')
    expect(written('yes', column('boolean', 'true', 'false'))).toBe('true')
  })

  it('is a day where the column holds days, and a text like the others where it holds texts', () => {
    expect(written('June 2, 2026', column('date', '2025-01-01'))).toEqual({ date: '2026-06-02' })
    expect(written('2026-06-02', column('text', '1/31/2025', '12/1/2025'))).toBe('6/2/2026')
    expect(written('2026-06-02', column('text', '01/31/2025', '12/01/2025'))).toBe('06/02/2026')
    expect(written('6/2/2026', column('text', 'May 1, 2025'))).toBe('June 2, 2026')
    expect(written('sometime', column('date', '2025-01-01'))).toBe('sometime')
  })

  it('is a number where the column holds numbers and it is one as it stands', () => {
    expect(written('140', column('number', '9', '22'))).toBe(140)
    expect(written('007', column('number', '9', '22'))).toBe('007')
    expect(written('140', column('text', 'a few', '22 or so'))).toBe('140')
  })

  it('is anything else as it was typed, letter case included', () => {
    expect(written(' Permits ', column('text', 'PERMITS', 'Other'))).toBe('Permits')
    expect(written('', column('text', 'x'))).toBeNull()
  })

  it('takes a drop-down’s spelling, and has no place where that has no such value', () => {
    const list = ['Yes', 'No', 'Internal only']
    expect(inColumnDialect('internal ONLY', [], list)).toEqual({ value: 'Internal only' })
    expect(inColumnDialect('true', [], list)).toEqual({ value: 'Yes' })
    expect(inColumnDialect('perhaps', [], list)).toBeNull()
    expect(inColumnDialect('', [], list)).toEqual({ value: null })
  })

  it('takes what the column shows where the list cannot be read', () => {
    const cells = column('text', 'Field Unit', 'Licensing')
    expect(inColumnDialect('licensing', cells, 'unreadable')).toEqual({ value: 'Licensing' })
    expect(inColumnDialect('Finance', cells, 'unreadable')).toBeNull()
  })
})

describe('the same meaning', () => {
  it.each([
    ['Yes', 'TRUE', true],
    ['2026-05-01', '5/1/2026', true],
    ['2026-05-01', 'May 1, 2026', true],
    ['two  words', ' two words', true],
    ['Yes', 'No', false],
    ['PERMITS', 'Permits', false],
    ['yearly', 'Annually', false],
    ['2026-05-01', '2026-05-02', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(sameMeaning(one, other)).toBe(same)
    expect(sameMeaning(other, one)).toBe(same)
  })
})
