import { describe, expect, it, test } from 'vitest'
import { isPlainBand, isWrapped, readsLikeProse } from '../../../src/domain/table/plain-bands.ts'
import type { Cells } from '../../support/judged-rows.ts'
import { makeGrid } from '../../support/make-grid.ts'

const rowOf = (cells: Cells) => {
  const [row] = makeGrid([cells]).rows
  if (row === undefined) throw new Error('The row is empty.')
  return row
}

/** Whether the first of the rows is bands over the second. */
const isBand = (...rows: readonly Cells[]) => {
  const grid = makeGrid(rows)
  const [band, row] = grid.rows
  if (band === undefined || row === undefined) throw new Error('There are no two rows.')
  return isPlainBand(grid, band, row)
}

const bands: Cells = ['Dataset', null, null, 'Upkeep', null]
const names: Cells = ['ID', 'Name', 'Description', 'Frequency', 'Contact']
const bandsWith = (first: string) => [first, ...bands.slice(1)]
const namesWith = (first: string) => [first, ...names.slice(1)]

describe('a row reads like prose', () => {
  test.each<readonly [Cells]>([
    [['please fill in', 'every row', 'By the end of May']],
    [['Fill in, ', 'one by one; ', 'Then sign']],
    [['It ends here.']],
  ])('as %j does', (cells) => {
    expect(readsLikeProse(rowOf(cells))).toBe(true)
  })

  test.each<readonly [Cells]>([
    [['please fill in', 'Dataset']],
    [['U.S. states, all', 'Towns; cities', 'Upkeep']],
    [['Dataset', 'Upkeep']],
  ])('as %j does not', (cells) => {
    expect(readsLikeProse(rowOf(cells))).toBe(false)
  })
})

describe('bands that were never merged', () => {
  it('stand over the first of their columns, or over every one', () => {
    expect(isBand(bands, names)).toBe(true)
    expect(isBand(['Dataset', 'Dataset', 'Dataset', 'Upkeep', 'Upkeep'], names)).toBe(true)
    expect(isBand(['Dataset', 'Upkeep', 'Public', 'Format', 'People'], names)).toBe(false)
  })

  it('are two at least, each over several columns', () => {
    expect(isBand(['Dataset', null, null, null, null], names)).toBe(false)
    expect(isBand(['Dataset', null, null, null, 'Upkeep'], names)).toBe(false)
  })

  it('are texts over texts', () => {
    expect(isBand(['Dataset', null, null, 2023, null], names)).toBe(false)
    expect(isBand(bands, ['ID', 'Name', 'Description', 2023, 'Contact'])).toBe(false)
    expect(isBand([1, null, null, 2, null], names)).toBe(false)
  })

  it('cover most of the columns', () => {
    const seven = ['ID', 'Name', 'Description', 'Frequency', 'Contact', 'Format', 'Notes']
    expect(isBand([null, null, 'Dataset', null, null, 'Upkeep', null], seven)).toBe(true)
    expect(isBand([null, null, null, 'Dataset', null, 'Upkeep', null], seven)).toBe(false)
    const twenty = Array.from({ length: 20 }, (_, index) => `Heading ${index}`)
    const from = (column: number) =>
      twenty.map((_, index) => (index === column ? 'Dataset' : index === 17 ? 'Upkeep' : null))
    expect(isBand(from(7), twenty)).toBe(true)
    expect(isBand(from(8), twenty)).toBe(false)
  })

  it('stand over headings only', () => {
    expect(isBand(['Dataset', null, null, 'Upkeep', null, 'See also'], names)).toBe(false)
  })

  it('are not the names of what is filled in beside them', () => {
    expect(isBand(bandsWith('Dataset:'), names)).toBe(false)
    expect(isBand(bandsWith('Dataset: all'), names)).toBe(true)
  })

  it('are not notes', () => {
    expect(isBand(['please fill in', null, null, 'every row.', null], names)).toBe(false)
    expect(isBand(bandsWith(`D${'x'.repeat(399)}`), names)).toBe(true)
    expect(isBand(bandsWith(`D${'x'.repeat(400)}`), names)).toBe(false)
  })

  it('are not titles, which say of whom and of when the table is', () => {
    expect(isBand(bandsWith('Inventory of data'), names)).toBe(false)
    expect(isBand(bandsWith(`Inventory of ${'x'.repeat(87)}`), names)).toBe(false)
    expect(isBand(bandsWith(`Inventory of ${'x'.repeat(88)}`), names)).toBe(true)
    expect(isBand(bandsWith('Is there an inventory of it?'), names)).toBe(true)
    expect(isBand(bandsWith('FY 2023'), names)).toBe(true)
  })

  it('do not stand over values', () => {
    expect(isBand(bands, namesWith('x'.repeat(120)))).toBe(true)
    expect(isBand(bands, namesWith('x'.repeat(121)))).toBe(false)
    expect(isBand(bands, namesWith('All licenses that were ever given.'))).toBe(false)
    expect(isBand(bands, namesWith('http://ct.gov'))).toBe(false)
    expect(isBand(bands, namesWith('https://ct.gov'))).toBe(false)
    expect(isBand(bands, namesWith('ann@ct.gov'))).toBe(false)
    expect(isBand(bands, namesWith('Link, say http://ct.gov'))).toBe(true)
    expect(isBand(bands, namesWith('Ann @ Roads'))).toBe(true)
  })

  it('do not stand over what comes again in part below', () => {
    const other = (count: number): readonly Cells[] =>
      Array.from({ length: count }, (_, id) => [id, 'Licenses', 'All', 'Monthly', 'b@ct.gov'])
    const again: Cells = [1, 'Name', 'All', 'Monthly', 'Contact']
    expect(isBand(bands, names, again)).toBe(false)
    expect(isBand(bands, names, ...other(9), again)).toBe(false)
    expect(isBand(bands, names, ...other(10), again)).toBe(true)
    expect(isBand(bands, names, [1, 'Name', 'All', 'Monthly', 'b@ct.gov'])).toBe(true)
    expect(isBand(bands, names, names)).toBe(true)
    expect(isBand(['ID', null, 'Description', 'Upkeep', null], names)).toBe(true)
  })
})

describe('bands that complete the headings below them', () => {
  const below: Cells = [1, 'Licenses', 'All', 'Monthly', 'a@ct.gov', 'x']
  const finer: Cells = [null, 'In words', 'How often', 'Whom to ask']

  it('name columns that are used, and span some of the others', () => {
    expect(isBand(['Number', 'What it holds'], finer, below)).toBe(true)
    expect(isBand(['Number', 'What it holds'], finer, [null, 'Licenses'])).toBe(false)
    expect(isBand(['Number', 'Words', 'Often', 'Whom'], finer, below)).toBe(false)
  })

  it('are two at least, over three headings at least', () => {
    expect(isBand(['Number'], finer, below)).toBe(false)
    expect(isBand(['Number', 'What it holds'], [null, 'In words', 'How often'], below)).toBe(false)
  })

  it('are at most two more than those', () => {
    const last: Cells = [null, null, null, 'In words', 'How often', 'Whom to ask']
    expect(isBand(['Number', 'Name', null, 'Words', 'Words', 'Words'], last, below)).toBe(true)
    expect(isBand(['Number', 'Name', 'Owner', 'Words', 'Words', 'Words'], last, below)).toBe(false)
  })

  it('are used in one of the next five rows', () => {
    const rest: Cells = [null, 'Licenses', 'All', 'Monthly']
    const isCompleting = (...rows: readonly Cells[]) => isBand(['Number', 'What it holds'], finer, ...rows)
    expect(isCompleting(rest, rest, rest, rest, below)).toBe(true)
    expect(isCompleting(rest, rest, rest, rest, rest, below)).toBe(false)
  })
})

describe('headings cut in two', () => {
  const isCut = (above: Cells, row: Cells) => isWrapped(rowOf(above), rowOf(row))

  it('say more together than either row alone', () => {
    expect(isCut(['Asset', 'Legal', 'Landing'], ['Title', 'Basis', 'Page'])).toBe(true)
    expect(isCut(['Owner', 'Legal', 'Landing'], [null, 'Basis', 'Page'])).toBe(true)
    expect(isCut(['Owner', 'Format', 'Contact'], ['Name', 'Type', 'Email'])).toBe(false)
    expect(isCut(['Title', 'Format', 'Landing'], [null, null, 'Page'])).toBe(false)
  })

  it('gain more than a word that is like a heading', () => {
    expect(isCut(['Owner', 'Source', 'Web'], [null, 'System', 'Address'])).toBe(true)
    expect(isCut(['Owner', 'Contact', 'Web'], [null, 'Person', 'Address'])).toBe(true)
    expect(isCut(['Owner', 'Source', 'Format'], [null, 'System', 'Type'])).toBe(false)
  })

  it('are three pieces above, and no piece stands below alone', () => {
    expect(isCut(['Legal', 'Landing'], ['Basis', 'Page'])).toBe(false)
    expect(isCut(['Owner', 'Legal', 'Landing'], [null, 'Basis', 'Page', 'Format'])).toBe(false)
  })

  it('are short texts', () => {
    const long = (length: number) => 'x'.repeat(length)
    expect(isCut([long(25), 'Legal', 'Landing'], [long(25), 'Basis', 'Page'])).toBe(true)
    expect(isCut([long(26), 'Legal', 'Landing'], [null, 'Basis', 'Page'])).toBe(false)
    expect(isCut(['Any', 'Legal', 'Landing'], [long(26), 'Basis', 'Page'])).toBe(false)
    expect(isCut([1, 'Legal', 'Landing'], [null, 'Basis', 'Page'])).toBe(false)
    expect(isCut(['Any', 'Legal', 'Landing'], [1, 'Basis', 'Page'])).toBe(false)
  })
})
