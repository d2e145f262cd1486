import { describe, expect, it, test } from 'vitest'
import type { CellKind } from '../../../src/domain/table/sheet-grid.ts'
import { inColumnDialect, sameMeaning } from '../../../src/domain/write-back/column-dialect.ts'

const cells = (kind: CellKind, ...texts: readonly string[]) => texts.map((text) => ({ text, kind }))

describe('what is typed into a column', () => {
  test.each<[what: string, typed: string, column: ReturnType<typeof cells>, value: unknown]>([
    ['is a truth where most cells are', 'yes', cells('boolean', 'TRUE', 'FALSE', 'Unsure!'), true],
    [
      'is no truth where only half of the cells are',
      'yes',
      [...cells('boolean', 'TRUE'), ...cells('text', 'some')],
      'yes',
    ],
    ['is no truth where more than capitals stands behind', 'yes', cells('boolean', 'TRUE1'), 'yes'],
    ['is no truth where more than capitals stands in front', 'yes', cells('boolean', '1TRUE'), 'yes'],
    [
      'is as it was typed where a cell says neither yes nor no',
      'other',
      cells('text', 'Y', 'N', 'some'),
      'other',
    ],
    ['is the column’s word for no with space around it', 'false', cells('text', ' No '), ' No '],
    ['is no truth beside truths where it is none', 'some', cells('boolean', 'TRUE', 'FALSE'), 'some'],
    ['is the column’s word with empty cells around it', 'true', cells('text', '', ' ', '', 'Y', '  '), 'Y'],
    ['is the column’s word where it has space around it', 'true', cells('text', ' Yes '), ' Yes '],
    [
      'is none of the column’s words for truth where half say neither',
      'y',
      cells('text', 'Yes', 'some'),
      'y',
    ],
    ['is none of the column’s words where it is no truth', 'nothing', cells('text', 'No', 'Yes'), 'nothing'],
    [
      'is none of them where it only begins like one',
      'yes, mostly',
      cells('text', 'No', 'Yes'),
      'yes, mostly',
    ],
    ['is none of them where it only ends like one', 'surely no', cells('text', 'No', 'Yes'), 'surely no'],
    ['is as it was typed in a column without values', 'yes', [], 'yes'],
    [
      'is a day where the most are days',
      '5/1/2026',
      cells('date', '2025-01-01', '', ' '),
      { date: '2026-05-01' },
    ],
    ['is a text in a column of texts', '5/1/2026', cells('text', 'soon', 'later'), '5/1/2026'],
    [
      'is a text where half are days',
      '5/1/2026',
      [...cells('date', '2025-01-01'), ...cells('text', 'x')],
      '5/1/2026',
    ],
    [
      'is a day in ISO where the texts are',
      'May 1, 2026',
      cells('text', '2025-01-01', '2025-02-01'),
      '2026-05-01',
    ],
    ['is no day before words', 'May 1, 2026 or so', cells('date', '2025-01-01'), 'May 1, 2026 or so'],
    ['is no day behind words', 'by May 1, 2026', cells('date', '2025-01-01'), 'by May 1, 2026'],
    ['is a day of two figures in words', 'may 21, 2026', cells('date', '2025-01-01'), { date: '2026-05-21' }],
    [
      'is no day in a month there is none of',
      'Smarch 1, 2026',
      cells('date', '2025-01-01'),
      'Smarch 1, 2026',
    ],
    ['is no day that does not exist', '2/30/2026', cells('date', '2025-01-01'), '2/30/2026'],
    ['is a number with decimals', '-0.125', cells('number', '9', '2.5'), -0.125],
    ['is no number in words', '1.x', cells('number', '9', '2.5'), '1.x'],
    ['is no number where half are texts', '140', [...cells('number', '9'), ...cells('text', 'few')], '140'],
  ])('%s: %s', (_, typed, column, value) => {
    expect(inColumnDialect(typed, column, 'anything')).toEqual({ value })
  })

  test.each<[texts: readonly string[], written: string]>([
    [['1/31/2025', '12/1/2025', 'soon'], '6/2/2026'],
    [['12/31/2025', '01/31/2025', 'soon'], '06/02/2026'],
    [['12/31/2025', '1/01/2025'], '06/02/2026'],
    [['12/31/2025', '10/31/2020'], '6/2/2026'],
    [[' 1/31/2025 ', '2/28/2025'], '6/2/2026'],
    [['1/31/2025', '2025-01-01', '2025-02-01', 'soon'], '2026-06-02'],
    [['1/31/2025', '2025-01-01', 'soon'], '2026-06-02'],
    [['May 1, 2025', '2025-01-01', '2025-02-01'], '2026-06-02'],
    [['May 1, 2025', '2025-01-01'], '2026-06-02'],
    [['May 1, 2025', 'July 4, 2025', '1/31/2025'], 'June 2, 2026'],
    [['1/31/2025', '2/28/2025', 'By 2/1/25', 'By 3/1/25', '3/31/2025'], '6/2/2026'],
    [[' May 1, 2025'], 'June 2, 2026'],
    [['1/31/2025', '2/28/2025', '2025-01-01', '0 days', 'later'], '6/2/2026'],
    [['1/31/2025', 'May 1, 2025', '2/28/2025'], '6/2/2026'],
  ])('is a day as most of the days are written among %j: %s', (texts, written) => {
    expect(inColumnDialect('2026-06-02', cells('text', ...texts), 'anything')).toEqual({ value: written })
  })
})

describe('a drop-down’s choice', () => {
  test.each<[typed: string, choices: readonly string[], value: string | null]>([
    ['internal   only', ['Internal only'], 'Internal only'],
    ['Internal only', ['Internal', ' INTERNAL  ONLY '], ' INTERNAL  ONLY '],
    ['Internalonly', ['Internal only'], null],
    ['straße', ['STRASSE', 'Straße'], 'Straße'],
    ['5/1/2026', ['May 1, 2026'], 'May 1, 2026'],
  ])('%j of %j is %j', (typed, choices, value) => {
    expect(inColumnDialect(typed, [], choices)).toEqual(value === null ? null : { value })
  })

  it('is written as the column writes such things', () => {
    expect(inColumnDialect('yes', cells('boolean', 'TRUE', 'FALSE'), ['Yes', 'No'])).toEqual({ value: true })
    expect(inColumnDialect('2', cells('number', '1', '3'), ['1', '2'])).toEqual({ value: 2 })
  })
})

describe('the same meaning', () => {
  test.each([
    ['Y', 'yes', true],
    ['n', 'FALSE', true],
    ['yes', 'yesterday', false],
    ['no', 'nothing', false],
    ['no', 'casino', false],
    ['yes', 'eyes', false],
    ['Yes', 'perhaps', false],
    ['1/2/2026', '01/02/2026', true],
    ['May 12, 2026', '5/12/2026', true],
    ['May 12, 2026', '5/12/2026 or so', false],
    ['May 12, 2026', 'by May 12, 2026', false],
    ['soon', 'later', false],
    ['', 'later', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(sameMeaning(one, other)).toBe(same)
    expect(sameMeaning(other, one)).toBe(same)
  })
})
