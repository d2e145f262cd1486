import { describe, expect, it, test } from 'vitest'
import { type Cells, columnsOf, judged, judgeOf } from '../../support/judged-rows.ts'

const headings = ['ID', 'Dataset Name', 'Description', 'Update Frequency', 'Contact']
const five = columnsOf(headings, { ID: 'inventory-number', 'Dataset Name': 'title' })
const dataset = (id: number): Cells => [id, `Licenses ${id}`, 'What it says', 'Monthly', 'a@ct.gov']
const datasets = [1, 2, 3, 4, 5].map(dataset)
/** What becomes of a row far below the headings. */
const atTheEnd = (row: Cells) => judged(five, [...datasets, row]).at(-1)

const two = columnsOf(['Dataset Name', 'Description'], { 'Dataset Name': 'title' })
const atTheEndOfTwo = (row: Cells) => {
  const pairs = datasets.map(([, name, words]) => [name ?? null, words ?? null])
  return judged(two, [...pairs, row]).at(-1)
}

const untitled = columnsOf(['ID', 'Owner', 'Format', 'Contact'], { ID: 'inventory-number' })

describe('what is known of a table before its rows are judged', () => {
  it('is how its rows look together', () => {
    const columns = columnsOf(['ID', 'Dataset Name', 'Description', '', 'Contact'], {
      ID: 'inventory-number',
      'Dataset Name': 'title',
    })
    const merge = (firstColumn: number, lastColumn: number) => ({
      firstRow: 6,
      lastRow: 6,
      firstColumn,
      lastColumn,
    })
    const rows: readonly Cells[] = [
      ['Example: 0', 'A name', 'Words', 'x', 'a@ct.gov'],
      [1, 'LICENSES', 'Words', null, 'a@ct.gov', 'beside', 'the table'],
      [2, 'Grants', 'Words'],
      [null, 'PARCELS'],
      [3, null, 'to be said', 'x'],
      [4, null, 'to be said', 'x'],
      [null, null, 'to be said', 'x'],
      [5, null, 'said', 'y'],
      [6, null, 'said', 'y'],
      [null, null, null, null, null, 'beside'],
    ]
    const { judge } = judgeOf(columns, rows, {
      headerRow: 3,
      merges: [merge(1, 2), merge(2, 4), merge(1, 5)],
    })
    expect(judge).toEqual({
      headerRow: 3,
      rows: 10,
      headers: new Map([
        [1, 'ID'],
        [2, 'Dataset Name'],
        [3, 'Description'],
        [4, ''],
        [5, 'Contact'],
      ]),
      labelled: 4,
      title: 2,
      numbering: 1,
      wideMerges: [merge(2, 4), merge(1, 5)],
      usual: 4,
      defaults: new Set(['3\nto be said\n4\nx']),
      hasOneExample: true,
      capitals: 1 / 3,
    })
  })

  it('is what any of its rows holds where no column is the title', () => {
    const rows: readonly Cells[] = [
      [1, 'ANN', 'CSV', 'a@ct.gov'],
      [2, 'ANN'],
      [3, 'BEN'],
      [4, 'ANN'],
      [null, null, null, null, 'beside'],
      [null, null, null, null, 'beside'],
      [null, null, null, null, 'beside'],
      [null, null, null, null, 'beside'],
    ]
    expect(judgeOf(untitled, rows).judge).toMatchObject({
      labelled: 4,
      title: null,
      numbering: 1,
      usual: 2,
      defaults: new Set(),
      hasOneExample: false,
      capitals: 0,
    })
  })

  it('is what any of its rows holds where none is named yet', () => {
    const rows: readonly Cells[] = [
      [1, null, 'Words', 'Monthly'],
      [2, null, 'Words', 'Monthly'],
    ]
    expect(judgeOf(five, rows).judge).toMatchObject({ usual: 3, capitals: 0, defaults: new Set() })
  })

  it('does not count examples that several rows call themselves', () => {
    const rows = [['Example: a', 'x'], ['Example: b', 'y'], ...datasets]
    expect(judgeOf(five, rows).judge.hasOneExample).toBe(false)
  })

  it('looks for capitals in the first thousand rows', () => {
    const row = (title: string, count: number) =>
      Array.from({ length: count }, (_, id): Cells => [id, title, 'x'])
    expect(judgeOf(five, [...row('Grants', 999), ...row('GRANTS', 500)]).judge.capitals).toBe(0.001)
  })
})

describe('headings that come again', () => {
  it('are told however their words are parted', () => {
    expect(atTheEnd(headings)).toBe('repeated-header')
    expect(atTheEnd([' ID', 'Dataset\nName', 'Description ', 'Update \n Frequency', 'Contact\n'])).toBe(
      'repeated-header',
    )
    const lettered = columnsOf(['Plan A', 'Plan B', 'Dataset Name', 'Notes'], { 'Dataset Name': 'title' })
    const rows = [1, 2, 3].map((id) => ['x', 'y', `Licenses ${id}`, 'z'])
    const again = ['repeated-header', 'repeated-header', 'repeated-header']
    expect(
      judged(lettered, [
        ...rows,
        ['Plan\nA', 'Plan\nB', 'Dataset Name', 'Notes'],
        ['Plan A\n', 'Plan B\n', 'Dataset Name', 'Notes'],
        ['Plan  A', 'Plan  B', 'Dataset  Name', 'Notes '],
      ]),
    ).toEqual([null, null, null, ...again])
  })

  it('may come without the bands that stand above them', () => {
    const banded = columnsOf(['Dataset / ID', 'Dataset / Name', 'Upkeep / Frequency'], {
      'Dataset / Name': 'title',
    })
    const rows = [1, 2, 3, 4].map((id) => [id, `Licenses ${id}`, 'Monthly'])
    expect(judged(banded, [...rows, ['ID', 'Name', 'Frequency']]).at(-1)).toBe('repeated-header')
    expect(judged(banded, [...rows, ['Dataset', 'Dataset', 'Upkeep']]).at(-1)).toBeNull()
  })

  it('are most of the headings, and hardly anything else', () => {
    expect(atTheEnd([null, 'Dataset Name', 'Description', 'Update Frequency'])).toBe('repeated-header')
    expect(atTheEnd([null, 'Dataset Name', 'Description'])).toBeNull()
    expect(atTheEnd([6, 'Dataset Name', 'Description', 'Update Frequency', 'Contact'])).toBeNull()
    expect(atTheEndOfTwo(['Dataset Name', 'Description'])).toBe('repeated-header')
  })

  it('are not one heading alone, though there be no more', () => {
    const one = columnsOf(['Dataset Name', ''], { 'Dataset Name': 'title' })
    const rows = [1, 2, 3, 4].map((id) => [`Licenses ${id}`, 'x'])
    expect(judged(one, [...rows, ['Dataset Name']]).at(-1)).toBeNull()
  })

  test.each([
    [20, 1, 'repeated-header'],
    [20, 2, null],
    [39, 2, null],
    [40, 2, 'repeated-header'],
    [40, 3, null],
  ] as const)('of %i columns may miss %i: %s', (width, missing, verdict) => {
    const names = Array.from({ length: width }, (_, index) =>
      index === width - 1 ? 'Title' : `Heading ${index}`,
    )
    const columns = columnsOf(names, { Title: 'title' })
    const row = (text: string) => names.map((_, index) => `${text} ${index} of it`)
    const again = names.map((name, index) => (index < missing ? 'Changed by us' : name))
    expect(judged(columns, [row('a'), row('b'), row('c'), again]).at(-1)).toBe(verdict)
  })
})

describe('rows beside the table', () => {
  it('are no reason to leave out what stands in it', () => {
    expect(atTheEnd(['ID', 'Licenses 6', null, null, null, 'beside the table'])).toBeNull()
  })

  it('hold nothing in its columns', () => {
    expect(atTheEnd([null, null, null, null, null, 'see above', 'and below'])).toBe('outside')
    expect(
      judged(untitled, [
        [1, 'Ann'],
        [null, null, null, null, 'x'],
      ]),
    ).toEqual([null, 'outside'])
  })

  it('make no difference to what else stands in their rows', () => {
    const columns = columnsOf(['x', 'y', 'Dataset Name', 'Description', 'Contact'], {
      'Dataset Name': 'title',
    })
    const inside = columns.slice(2)
    const rows = [1, 2, 3, 4].map((id) => ['x', null, `Licenses ${id}`, 'Words', 'a@ct.gov'])
    const last = (row: Cells) => judged(inside, [...rows, row]).at(-1)
    expect(last(['x', 'y', 'Dataset Name', 'Description', 'Contact'])).toBe('repeated-header')
    expect(last(['x', null, 'Total', 12, 14])).toBe('total')
    expect(last(['Total', null, 'Licenses', 'Words', 'b@ct.gov'])).toBeNull()
    expect(last(['Total', null, 'BUREAU OF ROADS'])).toBe('section')
  })
})

describe('totals', () => {
  const three = columnsOf(['Dataset Name', 'Format', 'Records'], { 'Dataset Name': 'title' })
  const four = columnsOf(['Dataset Name', 'Format', 'Records', 'Owner'], { 'Dataset Name': 'title' })
  const atTheEndOf = (columns: typeof three, row: Cells) => {
    const rows = [1, 2, 3, 4].map((id) => [`Licenses ${id}`, 'CSV', id, 'Ann'].slice(0, columns.length))
    return judged(columns, [...rows, row]).at(-1)
  }

  test.each([
    ['Total', 1, 2],
    ['  Grand total', null, 2],
    ['Sub-totals ', 5],
    ['Sum: 12 ', 1, 2],
    ['All ', 1, 12],
    ['Count', '5 of', '6'],
  ])('begin with %j', (...row) => {
    expect(atTheEndOf(four, row)).toBe('total')
  })

  it('have numbers and units behind their word', () => {
    expect(atTheEndOf(three, ['Total', 'GB', 12])).toBeNull()
    expect(atTheEndOf(three, ['Total', 'GB', 'MB'])).toBeNull()
    expect(atTheEndOf(four, ['Total', 'GB', 12])).toBe('total')
    expect(atTheEndOf(four, ['Total', 'CSV', 12])).toBeNull()
    expect(atTheEndOf(three, ['Total', '12', '14'])).toBe('total')
    expect(atTheEndOfTwo(['Total', 'GB'])).toBe('total')
    expect(atTheEndOfTwo(['Total', 'GIS'])).toBeNull()
  })

  it('are not datasets that are called so', () => {
    expect(atTheEnd([6, 'Total', 'Words', 'Monthly', 'a@ct.gov'])).toBeNull()
    expect(atTheEnd([6, 'Sum', '12', '3', '4'])).toBeNull()
    expect(atTheEndOf(four, ['Totalled votes', 1, 2])).toBeNull()
  })
})

describe('prepared rows', () => {
  it('say in every cell that there is nothing yet', () => {
    expect(atTheEnd([6, 'N/A', 'none', '-', '...'])).toBe('unnamed')
    expect(atTheEnd([6, ' n/a ', 'None ', ' - ', ' not applicable '])).toBe('unnamed')
    expect(atTheEnd([null, 'Select a name', '(choose one)'])).toBe('unnamed')
  })

  it('are not datasets of which one thing is known', () => {
    expect(atTheEnd([6, 'N/A', 'none', 'Monthly', '-'])).toBeNull()
    expect(atTheEnd([6, 'None of the above', 'N/A', 'N/A', 'N/A'])).toBeNull()
    expect(atTheEnd([null, 'N/A'])).toBeNull()
    expect(atTheEnd([6, 'N/A'])).toBeNull()
  })

  it('have a number and no more than a default', () => {
    expect(atTheEnd([6])).toBe('unnamed')
    expect(atTheEnd([6, null, null, 'Monthly'])).toBe('unnamed')
    expect(atTheEnd([null, null, null, 'Monthly'])).toBe('unnamed')
    expect(atTheEnd([6, null, 'Words', 'Monthly'])).toBeNull()
    expect(atTheEnd([null, null, 'Words', 'Monthly'])).toBeNull()
  })

  it('hold the same defaults three times, whatever their numbers', () => {
    const same = [6, 7, 8].map((id): Cells => [id, null, 'to be said', 'Annual'])
    expect(judged(five, [...datasets, ...same]).slice(5)).toEqual(['unnamed', 'unnamed', 'unnamed'])
    const other: Cells = [8, null, 'to be told', 'Annual']
    expect(judged(five, [...datasets, ...same.slice(0, 2), other]).slice(5)).toEqual([null, null, null])
    const elsewhere: Cells = [8, null, 'to be said', null, 'Annual']
    expect(judged(five, [...datasets, ...same.slice(0, 2), elsewhere]).slice(5)).toEqual([null, null, null])
  })

  it('are not told from datasets where few cells are usual or no column is the title', () => {
    expect(atTheEndOfTwo([null, 'Words'])).toBeNull()
    const rows = [1, 2, 3, 4].map((id): Cells => [id, 'Ann', 'CSV', 'a@ct.gov'])
    expect(judged(untitled, [...rows, [null, null, 'CSV'], [5]]).slice(4)).toEqual([null, null])
  })
})

describe('notes between the rows', () => {
  it('stand alone in theirs', () => {
    expect(atTheEnd(['Note: counted by hand'])).toBe('note')
    expect(atTheEnd([null, ' Please note the date '])).toBe('note')
    expect(atTheEnd([null, null, 'N.B.: estimated'])).toBe('note')
    expect(atTheEnd(['Note: counted by hand', 'Licenses', 'Words'])).toBeNull()
    expect(atTheEnd([null, 'Note: counted by hand', 'Words'])).toBeNull()
  })

  it('are the lines of printed pages, however few cells are usual', () => {
    expect(atTheEndOfTwo(['Page 3 of 9'])).toBe('note')
    expect(atTheEndOfTwo([' page 3'])).toBe('note')
    expect(atTheEndOfTwo(['(continued) '])).toBe('note')
    expect(atTheEndOfTwo(['Note: counted by hand'])).toBeNull()
    const three = columnsOf(['Dataset Name', 'Description', 'Contact'], { 'Dataset Name': 'title' })
    const rows = [1, 2, 3].map((id) => [`Licenses ${id}`, 'Words', 'a@ct.gov'])
    expect(judged(three, [...rows, ['Note: counted by hand']]).at(-1)).toBe('note')
  })
})
