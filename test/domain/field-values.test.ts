import { describe, expect, it } from 'vitest'
import { column, date, longText, oneOf, severalOf, shortText } from '../../src/domain/fields/field.ts'
import {
  columnChoices,
  columnValue,
  emptyValue,
  emptyValues,
  isEmpty,
  missingFields,
  shortName,
  valueFromColumn,
  valueInWords,
} from '../../src/domain/fields/values.ts'

const color = oneOf('Color', {
  choices: ['red', 'dark-blue', 'open'],
  labels: { red: 'Red', 'dark-blue': 'Blue, dark', open: 'Not yet' },
  columnLabels: { red: 'Red', 'dark-blue': 'Dark blue', open: 'Not yet' },
  empty: 'open',
})
const size = oneOf('Size', { choices: ['s', 'l'], labels: { s: 'Small', l: 'Large' }, empty: null })
const grounds = severalOf('Grounds', {
  choices: ['A', 'B', 'C'],
  labels: { A: 'First', B: 'Second', C: 'Third' },
})
const day = date('Day', { counts: true })
const name = shortText('Name of it', {
  shortLabel: 'Name',
  counts: true,
  column: column('ODAP_name', 'Name', 20),
})
const note = longText('Note')

describe('a field about which nobody has said anything', () => {
  it('holds what its kind is empty with', () => {
    expect([color, size, grounds, day, name, note].map(emptyValue)).toEqual(['open', null, [], '', '', ''])
    expect(emptyValues({ color, note })).toEqual({ color: 'open', note: '' })
  })

  it('is told from one that was answered, blanks being nothing', () => {
    expect([isEmpty(color, 'open'), isEmpty(color, 'red')]).toEqual([true, false])
    expect([isEmpty(size, null), isEmpty(size, 's')]).toEqual([true, false])
    expect([isEmpty(grounds, []), isEmpty(grounds, ['A'])]).toEqual([true, false])
    expect([isEmpty(note, ' \n'), isEmpty(note, ' x '), isEmpty(day, '')]).toEqual([true, false, true])
  })

  it('is missing where its step waits for it, in the order of the table', () => {
    const fields = { name, color, note, day }
    expect(missingFields(fields, { name: ' ', color: 'open', note: '', day: '' })).toEqual(['name', 'day'])
    expect(missingFields(fields, { name: 'x', color: 'open', note: '', day: '' })).toEqual(['day'])
    expect(missingFields(fields, { name: 'x', color: 'open', note: '', day: '2027-01-01' })).toEqual([])
  })
})

describe('a field in words', () => {
  it('is called by its short name where that is given', () => {
    expect([shortName(name), shortName(color)]).toEqual(['name', 'color'])
  })

  it('reads as a person says it', () => {
    expect(valueInWords(color, 'dark-blue')).toBe('Blue, dark')
    expect(valueInWords(color, 'of a newer program')).toBe('of a newer program')
    expect(valueInWords(size, null)).toBe('')
    expect(valueInWords(day, '2026-11-22')).toBe('November 22, 2026')
    expect(valueInWords(grounds, ['A', 'C'])).toBe('A: First; C: Third')
    expect(valueInWords(grounds, ['Z'])).toBe('Z: ')
    expect(valueInWords(note, 'As it is')).toBe('As it is')
  })
})

describe('the column of a field', () => {
  it('holds nothing where nothing was said', () => {
    expect([columnValue(color, 'open'), columnValue(size, null), columnValue(grounds, [])]).toEqual([
      null,
      null,
      null,
    ])
    expect([columnValue(note, '  '), columnValue(day, '')]).toEqual([null, null])
  })

  it('holds short words, ids in the order of their list, days as days, and texts without blanks around', () => {
    expect(columnValue(color, 'dark-blue')).toBe('Dark blue')
    expect(columnValue(size, 'l')).toBe('Large')
    expect(columnValue(size, 'of a newer program')).toBeNull()
    expect(columnValue(grounds, ['C', 'A'])).toBe('A, C')
    expect(columnValue(day, '2027-01-15')).toEqual({ date: '2027-01-15' })
    expect(columnValue(day, ' next spring ')).toBe('next spring')
    expect(columnValue(note, ' Ask IT ')).toBe('Ask IT')
  })

  it('offers the choices of a list and none of anything else', () => {
    expect(columnChoices(color)).toEqual(['Red', 'Dark blue', 'Not yet'])
    expect(columnChoices(size)).toEqual(['Small', 'Large'])
    expect([columnChoices(note), columnChoices(grounds)]).toEqual([undefined, undefined])
  })

  it('is read back by either of the words, whatever their letter case, and refuses what is no answer', () => {
    expect([valueFromColumn(color, 'DARK BLUE'), valueFromColumn(color, 'blue, dark')]).toEqual([
      'dark-blue',
      'dark-blue',
    ])
    expect([valueFromColumn(color, 'Green'), valueFromColumn(size, 'small')]).toEqual([null, 's'])
    expect([valueFromColumn(grounds, 'c; a'), valueFromColumn(grounds, 'A B, A')]).toEqual([
      ['A', 'C'],
      ['A', 'B'],
    ])
    expect([valueFromColumn(grounds, 'AB'), valueFromColumn(grounds, 'A, Z')]).toEqual([null, null])
    expect([valueFromColumn(day, '2027-01-15'), valueFromColumn(day, 'spring')]).toEqual(['2027-01-15', null])
    expect(valueFromColumn(note, 'x')).toBe('x')
  })

  it('has a mark, a heading and a width', () => {
    expect(name.column).toEqual({ mark: 'ODAP_name', header: 'Plan: Name', width: 20 })
  })
})
