import { describe, expect, test } from 'vitest'
import { isTransposed } from '../../../src/domain/table/transposed-sheet.ts'
import { makeGrid } from '../../support/make-grid.ts'

type Row = readonly (string | null)[]

const fact = (name: string): Row => [name, 'of roads', 'of rails']
const four = ['Dataset', 'Owner', 'Format', 'Category'].map(fact)
const times = (count: number, row: Row) => Array.from({ length: count }, () => row)
const colour = fact('Colour')

describe('headings run down the first column', () => {
  test.each<[what: string, rows: readonly Row[]]>([
    ['four of them name a title and three fields', four],
    ['they are surely like what names a field', [fact('Name'), ...four.slice(1)]],
    ['they end in colons', ['Dataset:', 'Owner :', 'Format: ', 'Category:'].map(fact)],
    ['half of them name fields', [...four, ...times(4, colour)]],
    ['more than fields are lone texts', [...times(6, ['Hello there']), ...four]],
    ['more than fields begin further right', [...times(6, [null, 'Hello there', 'on it']), ...four]],
    ['more than fields are sentences', [...times(6, fact('x'.repeat(81))), ...four]],
    ['they begin further right themselves', four.map((row) => [null, ...row])],
    ['one is first like another field', [...four.slice(0, 3), fact('Agency comment')]],
    ['they end in the fortieth row', [...times(36, ['Hello there']), ...four]],
  ])('when %s', (_, rows) => {
    expect(isTransposed(makeGrid(rows))).toBe(true)
  })

  test.each<[what: string, rows: readonly Row[]]>([
    ['there is nothing', []],
    ['they name three fields', four.slice(0, 3)],
    ['they name the same field twice', [...four.slice(0, 3), fact('Data owner')]],
    ['none names a title', [...four.slice(1), fact('Contact')]],
    ['one is only like what names a field', [...four.slice(0, 3), fact('Colour of the category')]],
    ['fewer than half of them name fields', [...four, ...times(5, colour)]],
    [
      'fewer than half of them do, with texts as long as headings get',
      [...four, ...times(5, fact('x'.repeat(80)))],
    ],
    ['nothing stands beside them', four.map((row) => row.slice(0, 1))],
    ['they end below the fortieth row', [...times(37, ['Hello there']), ...four]],
  ])('not when %s', (_, rows) => {
    expect(isTransposed(makeGrid(rows))).toBe(false)
  })
})
