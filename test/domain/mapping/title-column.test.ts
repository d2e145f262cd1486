import { describe, expect, it, test } from 'vitest'
import { suggestMapping } from '../../../src/domain/mapping/mapping.ts'

const times = (value: string, count: number) => Array.from({ length: count }, () => value)
const different = (count: number, made: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => made(index))
const thing = (index: number) => `Thing ${index}`
const sized = (length: number) => (index: number) => `${index}${'x'.repeat(length - 1)}`

function mapped(columns: Record<string, readonly string[]>) {
  const list = Object.entries(columns).map(([header, values]) => ({ letter: 'A', header, values }))
  return suggestMapping(list).map(({ header, field }) => [header, field] as const)
}
const titles = (columns: Record<string, readonly string[]>) =>
  mapped(columns).flatMap(([header, field]) => (field === 'title' ? [header] : []))

const named = (header: string, values: readonly string[]) => {
  const [column] = suggestMapping([{ letter: 'A', header, values }])
  return column?.field === 'title' ? `${column.confidence}, ${column.reason}` : null
}

describe('a column of names under a heading that says nothing', () => {
  test.each<[what: string, values: readonly string[], title: string | null]>([
    ['a name in each row', different(10, thing), 'low, values'],
    ['a name in enough rows', [...different(6, thing), ...times('', 4)], 'low, values'],
    ['a name in too few rows', [...different(5, thing), ...times('', 5)], null],
    ['no row', [], null],
    ['nothing in any row', times('', 3), null],
    ['some numbers', [...different(2, (index) => `10${index}`), ...different(8, thing)], 'low, values'],
    ['too many numbers', [...different(3, (index) => `10${index}`), ...different(7, thing)], null],
    ['numbers, dates and truths together', ['1000', '2025-01-01', 'FALSE', ...different(7, thing)], null],
    ['names that recur a little', [...different(7, thing), ...different(3, thing)], 'low, values'],
    ['names that recur', [...different(6, thing), ...different(4, thing)], null],
    ['names of four letters', different(10, sized(4)), 'low, values'],
    ['codes of three letters', different(10, sized(3)), null],
    ['texts still short', different(10, (index) => sized(120)(index % 8)), 'low, values'],
    ['texts no longer short', different(10, (index) => sized(121)(index % 8)), null],
    [
      'some mail addresses',
      [...different(4, (index) => `a${index}@example.gov`), ...different(6, thing)],
      'low, values',
    ],
    [
      'half mail addresses',
      [...different(5, (index) => `a${index}@example.gov`), ...different(5, thing)],
      null,
    ],
  ])('names the rows, or not: %s', (_, values, title) => {
    expect(named('Uniform', values)).toBe(title)
  })

  it('names them if it is the leftmost that no field has', () => {
    const values = different(4, thing)
    expect(mapped({ Notes: values, One: values, Other: values })).toEqual([
      ['Notes', 'notes'],
      ['One', 'title'],
      ['Other', null],
    ])
  })
})

describe('an inventory of systems', () => {
  const systems = ['Ledger', 'Payroll', 'Permits', 'Permits', 'Ledger']

  it('names its rows by system, sure as far as the heading goes', () => {
    expect(named('System Name', systems)).toBe('medium, heading-in-part')
    expect(named('System Name', ['Ledger', 'Ledger', 'Permits', 'Ledger', 'Permits'])).toBeNull()
  })

  it('has no second title', () => {
    expect(titles({ 'System Name': systems, Uniform: different(5, thing) })).toEqual(['System Name'])
  })

  it('has its title elsewhere where the system is not called a name', () => {
    expect(titles({ 'Source System': systems, Uniform: different(5, thing) })).toEqual(['Uniform'])
    expect(titles({ 'Owner Name': ['Ann', 'Bob', 'Cy', 'Di', 'Ed'], Uniform: different(5, thing) })).toEqual([
      'Uniform',
    ])
  })

  it('gives the field to another column that surely holds systems', () => {
    expect(mapped({ 'System Name': systems, 'Source System': systems, Platform: systems })).toEqual([
      ['System Name', 'title'],
      ['Source System', 'source-system'],
      ['Platform', null],
    ])
    expect(mapped({ 'System Name': systems, Platform: systems })).toEqual([
      ['System Name', 'title'],
      ['Platform', null],
    ])
  })
})

describe('names that recur', () => {
  const recurring = [...times('Wind', 5), ...times('Rain', 5)]

  test.each<[header: string, values: readonly string[], title: string | null]>([
    ['Variable Name', recurring, 'low, heading-in-part'],
    ['Variable Units', recurring, null],
    ['Square Name', recurring, null],
    ['Variable Name', [...times('Wind', 6), ...times('', 4)], 'low, heading-in-part'],
    ['Variable Name', [...times('Wind', 5), ...times('', 5)], null],
    ['Variable Name', [...times('12', 2), ...times('Wind', 8)], 'low, heading-in-part'],
    ['Variable Name', [...times('12', 3), ...times('Wind', 7)], null],
    ['Variable Name', [...times('12', 2), '2025-01-01', ...times('Wind', 7)], null],
  ])('are titles where the heading calls them names of something: %s, %j', (header, values, title) => {
    expect(named(header, values)).toBe(title)
  })

  it('are none where another field has the column, or another column the title', () => {
    expect(titles({ 'Data Owner Name': recurring })).toEqual([])
    expect(titles({ Uniform: different(10, thing), 'Variable Name': recurring })).toEqual(['Uniform'])
    expect(titles({ 'Variable Name': recurring, 'Record Type Name': recurring })).toEqual(['Variable Name'])
  })
})

describe('the one column that may be the title', () => {
  const types = ['Crashes', 'Budget', 'Crashes', 'Budget', 'Crashes', 'Budget', 'Crashes', 'Budget']

  it('is it, in place of what else it may be', () => {
    expect(named('Type of Data', types)).toBe('low, heading')
  })

  it('is not where another column names the rows', () => {
    expect(mapped({ 'Type of Data': types, Uniform: different(8, thing) })).toEqual([
      ['Type of Data', 'category'],
      ['Uniform', 'title'],
    ])
    expect(mapped({ 'Type of Data': types, 'Variable Name': types })).toEqual([
      ['Type of Data', 'category'],
      ['Variable Name', 'title'],
    ])
  })

  it('is not where its values speak against that', () => {
    expect(mapped({ 'Type of Data': times('12', 8) })).toEqual([['Type of Data', 'category']])
  })
})
