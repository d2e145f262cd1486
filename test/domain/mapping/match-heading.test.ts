import { describe, expect, it, test } from 'vitest'
import { matchHeading, suggestMapping } from '../../../src/domain/mapping/mapping.ts'

/** Every field a heading may mean with its score in hundredths, the likeliest first. */
const meanings = (heading: string) =>
  [...matchHeading(heading)]
    .toSorted((a, b) => b.score - a.score)
    .map(({ field, score, reason }) => `${field} ${Math.round(score * 100)} ${reason}`)

describe('what a heading may mean, and how surely', () => {
  test.each<[heading: string, meanings: readonly string[]]>([
    ['Description', ['description 100 heading']],
    ['Overview', ['description 72 heading']],
    ['Asset Overview', ['description 68 heading']],
    ['Overview Asset', ['description 45 heading-in-part']],
    ['Brief overview', ['description 48 heading-in-part']],
    ['Number of years', []],
    ['Data subject', []],
    ['Category of data subjects', []],
    ['No restrictions', []],
    ['Not published', []],
    ['Non confidential', []],
    ['Without contact', []],
    ['No. of owner', ['owner 67 heading-in-part']],
    ['Public', ['published 100 heading']],
    ['Public square', []],
    ['one two three four five six seven description', ['description 52 heading-in-part']],
    ['one two three four five six seven eight description', []],
    ['Who owns it', ['owner 100 heading']],
    ['What it owns', []],
    ['Team / Owner', ['owner 100 heading']],
    ['Format / Posted?', ['published 72 heading']],
    ['Format? Public / Private', ['classification 74 heading-in-part', 'format 55 heading-in-part']],
    ['Format / Square of town', ['format 55 heading-in-part']],
  ])('%j: %j', (heading, expected) => {
    expect(meanings(heading)).toEqual(expected)
  })
})

const fieldsOf = (...headers: readonly string[]) =>
  suggestMapping(headers.map((header) => ({ letter: 'A', header, values: [] }))).map(
    ({ field, also, contested }) =>
      [field ?? '', ...also, contested === null ? '' : `(${contested})`]
        .filter((word) => word !== '')
        .join(' '),
  )

describe('a column that serves two fields', () => {
  test.each<[header: string, served: string]>([
    ['Owner/Contact', 'contact owner'],
    ['Owner,Contact', 'contact owner'],
    ['Owner + Contact', 'contact owner'],
    ['Owner & Contact', 'contact owner'],
    ['Owner AND Contact', 'contact owner'],
    ['Owner and Phone', 'owner'],
    ['Name of owner, phone', 'owner'],
    ['Sandy owner', 'owner'],
  ])('%j: %s', (header, served) => {
    expect(fieldsOf(header)).toEqual([served])
  })

  it('serves none beside a field that it does not name by itself', () => {
    const values = Array.from({ length: 10 }, () => 'Yes')
    const header = 'Name of owner, description'
    expect(suggestMapping([{ letter: 'A', header, values }])[0]).toMatchObject({ field: 'owner', also: [] })
  })
})

describe('a column that a likelier one leaves without a field', () => {
  it('tells the field where it surely looks like it', () => {
    expect(fieldsOf('Notes', 'Comments')).toEqual(['notes', '(notes)'])
    expect(fieldsOf('Owner', 'Record of the steward')).toEqual(['owner', '(owner)'])
    expect(fieldsOf('Owner', 'Record of the steward in town or city')).toEqual(['owner', ''])
  })

  it('tells it also of one that only just does', () => {
    const values = Array.from({ length: 10 }, () => '2025-01-01')
    const dated = { letter: 'A', header: 'Frequency', values }
    const columns = [{ ...dated, values: ['Annual', 'Monthly'] }, dated]
    expect(suggestMapping(columns).map(({ field, contested }) => [field, contested])).toEqual([
      ['update-frequency', null],
      [null, 'update-frequency'],
    ])
  })
})

describe('the samples of a column', () => {
  const samplesOf = (values: readonly string[]) =>
    suggestMapping([{ letter: 'A', header: 'Format', values }])[0]?.samples

  it('are the first five that differ, blanks left out', () => {
    expect(samplesOf(['  ', 'CSV', '', 'PDF', 'CSV', 'XLSX', 'XML', 'JSON', 'TXT', 'DOC'])).toEqual([
      'CSV',
      'PDF',
      'XLSX',
      'XML',
      'JSON',
    ])
  })

  it('are the beginnings of long ones', () => {
    expect(samplesOf([`${'a'.repeat(500)}b`, `${'a'.repeat(500)}c`])).toEqual(['a'.repeat(500)])
  })
})
