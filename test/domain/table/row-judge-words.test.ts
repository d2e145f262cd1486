import { describe, expect, it, test } from 'vitest'
import { type Cells, columnsOf, judged, type Place } from '../../support/judged-rows.ts'

const headings = ['Dataset Name', 'Description', 'Update Frequency', 'Format', 'Contact']
const five = columnsOf(headings, { 'Dataset Name': 'title' })
const dataset = (id: number): Cells => [`Licenses ${id}`, 'What it says', 'Monthly', 'CSV', 'a@ct.gov']
const datasets = [1, 2, 3, 4, 5].map(dataset)

describe('what stands right below the headings', () => {
  const how = ['Enter the name', ' Required ', 'Choose one', 'text ', 'e.g. a@ct.gov']
  const onTop = (row: Cells, place: Place = {}) => judged(five, [row, ...datasets], place)[0]

  it('explains most of its columns', () => {
    expect(onTop(how)).toBe('explanation')
    expect(onTop(['Enter the name', 'Required', 'Choose one', 'CSV', 'b@ct.gov'])).toBe('explanation')
    expect(onTop(['Enter the name', 'Required', 'Monthly', 'CSV', 'b@ct.gov'])).toBeNull()
    expect(onTop([' enter the name', ' Text ', ' choose one'])).toBe('explanation')
  })

  it('is one of the first three rows, wherever the headings stand', () => {
    const rows = [dataset(1), dataset(2), how, how, dataset(3)]
    expect(judged(five, rows)).toEqual([null, null, 'explanation', null, null])
    expect(judged(five, rows, { headerRow: 4 })).toEqual([null, null, 'explanation', null, null])
  })

  it('speaks to at least half of the columns, and to two', () => {
    expect(onTop(['Enter the name', 'Required'])).toBeNull()
    const four = columnsOf(headings.slice(0, 4), { 'Dataset Name': 'title' })
    expect(judged(four, [['Enter the name', 'Required'], ...datasets])[0]).toBe('explanation')
    const one = columnsOf(['Dataset Name', ''], { 'Dataset Name': 'title' })
    expect(judged(one, [['Enter the name'], ['Licenses', 'x'], ['Grants', 'y']])[0]).toBeNull()
  })

  it('is a single example', () => {
    const sample = ['Parcels', 'What it says', 'Yearly', 'PDF']
    expect(onTop([' Example ', ...sample])).toBe('explanation')
    expect(onTop(['(Sample row)', ...sample])).toBe('explanation')
    expect(onTop([' Example - Parcels', ...sample])).toBe('explanation')
    expect(onTop(['Exemplary', ...sample])).toBeNull()
    const several = [['Example - Parcels', ...sample], ['Example - Roads', ...sample], ...datasets]
    expect(judged(five, several).slice(0, 2)).toEqual([null, null])
  })

  const marks = (count: number, mark: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => mark(index))
  test.each<readonly [string, readonly string[]]>([
    ['numbers', ['1', '2', '3', '4', '5']],
    ['numbers in brackets', ['(1)', '( 2 )', '(3) ', '4.', '5']],
    ['letters', ['A', 'B', 'C', 'D', 'E']],
    ['letters in brackets', ['(a)', '(b)', 'c)', '(d', 'e']],
  ])('may be %s of the columns', (_, row) => {
    expect(onTop(row)).toBe('explanation')
  })

  test.each<readonly [string, readonly string[]]>([
    ['out of order', ['1', '2', '3', '5', '4']],
    ['letters out of order', ['A', 'B', 'C', 'E', 'D']],
    ['letters in front of more', marks(5, (index) => `${'ABCDE'[index]}1`)],
    ['letters behind more', marks(5, (index) => `1${'ABCDE'[index]}`)],
    ['words with the letters in them', ['AB', 'BC', 'CD', 'DE', 'EF']],
  ])('is a dataset where it holds %s', (_, row) => {
    expect(onTop(row)).toBeNull()
  })

  it('counts three columns at least, above a table of some length', () => {
    const three = columnsOf(headings.slice(0, 3), { 'Dataset Name': 'title' })
    const rows = (count: number) => datasets.slice(0, count).map((row) => row.slice(0, 3))
    expect(judged(three, [['1', '2', '3'], ...rows(3)])[0]).toBe('explanation')
    expect(judged(three, [['1', '2', '3'], ...rows(2)])[0]).toBeNull()
    expect(judged(three, [['a', 'b', 'c'], ...rows(2)])[0]).toBeNull()
    const two = columnsOf(headings.slice(0, 2), { 'Dataset Name': 'title' })
    expect(judged(two, [['1', '2'], ...rows(5).map((row) => row.slice(0, 2))])[0]).toBeNull()
  })
})

describe('headings within the table', () => {
  const atTheEnd = (row: Cells) => judged(five, [...datasets, row]).at(-1)

  test.each([
    'Office of Roads',
    ' Section 2 ',
    'Finance:',
    'BUREAU OF ROADS',
    'ROADS',
    'DOT 4 – OFICINA',
    `Office of ${'x'.repeat(70)}`,
  ])('say %j and nothing else', (text) => {
    expect(atTheEnd([text])).toBe('section')
  })

  test.each([
    'Roads',
    'Office of Roads data',
    ':Finance',
    'Permits (DOT)',
    'GR',
    'A4 B4 C5',
    `Office of ${'x'.repeat(71)}`,
  ])('do not say %j', (text) => {
    expect(atTheEnd([text])).toBeNull()
  })

  it('stand in the first column', () => {
    expect(atTheEnd(['BUREAU OF ROADS', 'x'])).toBeNull()
    const later = columnsOf(['ID', 'Dataset Name', 'Format', 'Contact'], {
      ID: 'inventory-number',
      'Dataset Name': 'title',
    })
    const rows = [1, 2, 3, 4].map((id) => [id, `Licenses ${id}`, 'CSV', 'a@ct.gov'])
    expect(judged(later, [...rows, [null, 'BUREAU OF ROADS']]).at(-1)).toBeNull()
    expect(judged(later, [...rows, ['Roads and bridges']]).at(-1)).toBe('section')
    expect(judged(later, [...rows, ['AB']]).at(-1)).toBe('unnamed')
    expect(judged(later, [...rows, [`Roads ${'x'.repeat(75)}`]]).at(-1)).toBe('unnamed')
  })

  it('are told from words alone only where a column is the title', () => {
    const untitled = columnsOf(['Owner', 'Format', 'Contact'])
    const rows = [1, 2, 3, 4].map(() => ['Ann', 'CSV', 'a@ct.gov'])
    expect(judged(untitled, [...rows, ['Roads and bridges'], ['Finance:']]).slice(4)).toEqual([
      null,
      'section',
    ])
  })

  it('are not told where few cells are usual', () => {
    const shortened = (count: number) => datasets.map((row) => row.slice(0, count))
    const three = columnsOf(headings.slice(0, 3), { 'Dataset Name': 'title' })
    const two = columnsOf(headings.slice(0, 2), { 'Dataset Name': 'title' })
    expect(judged(three, [...shortened(3), ['BUREAU OF ROADS']]).at(-1)).toBe('section')
    expect(judged(two, [...shortened(2), ['BUREAU OF ROADS']]).at(-1)).toBeNull()
  })

  it('are merged over three columns and more, wherever they stand and whatever they say', () => {
    const merge = { firstRow: 7, lastRow: 7, firstColumn: 2, lastColumn: 4 }
    const last = (row: Cells, merges = [merge]) => judged(five, [...datasets, row], { merges }).at(-1)
    expect(last([null, 'Roads'])).toBe('section')
    expect(last([null, 'Roads'], [{ ...merge, lastColumn: 3 }])).toBe('unnamed')
    expect(last([null, 'Roads'], [{ ...merge, firstRow: 6, lastRow: 6 }])).toBe('unnamed')
    expect(last([null, 'Roads', 'Bridges'])).toBeNull()
  })

  it('are not told by capitals where names of datasets are written so', () => {
    const capitals = (of: number) => [...datasets.slice(0, of - 1), ['GRANTS', ...dataset(0).slice(1)]]
    expect(judged(five, [...capitals(5), ['ROADS']]).at(-1)).toBeNull()
    expect(judged(five, [...capitals(5), dataset(6), ['ROADS']]).at(-1)).toBe('section')
  })
})
