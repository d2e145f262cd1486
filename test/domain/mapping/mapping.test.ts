import { describe, expect, it } from 'vitest'
import { suggestMapping } from '../../../src/domain/mapping/mapping.ts'
import { columnLetter } from '../../../src/domain/table/sheet-grid.ts'

function mapped(columns: Record<string, readonly string[]>) {
  const list = Object.entries(columns).map(([header, values], index) => ({
    letter: columnLetter(index + 1),
    header,
    values,
  }))
  return Object.fromEntries(suggestMapping(list).map(({ header, field }) => [header, field]))
}

/** One field by the heading alone. */
const fieldOf = (header: string) => suggestMapping([{ letter: 'A', header, values: [] }])[0]?.field

const suggested = (...headers: readonly string[]) =>
  suggestMapping(
    headers.map((header, index) => ({ letter: columnLetter(index + 1), header, values: [] })),
  ).map(({ field, also, contested }) => ({ field, also, contested }))

describe('a question as a heading', () => {
  it.each([
    ['Who keeps it', 'owner'],
    ['What we keep', undefined],
    ['What is managed here', undefined],
    ['Where is it kept', 'source-system'],
    ['How is it managed', undefined],
  ])('%j is taken for %s', (heading, field) => {
    expect(fieldOf(heading) ?? undefined).toBe(field)
  })
})

describe('a word of two meanings for a heading', () => {
  const eight = (value: string) => Array.from({ length: 8 }, () => value)
  it.each([
    ['Restrictions', eight('FERPA'), 'legal-basis'],
    ['Restrictions', eight('Protected'), 'classification'],
    ['Location', eight('https://data.ct.gov/a'), 'url'],
    ['Location', eight('Shared drive'), null],
  ])('%s is told by its values', (heading, values, field) => {
    expect(mapped({ [heading]: values })[heading]).toBe(field)
  })
})

describe('the words of a band', () => {
  it('count where the heading below says little, and not where it is plain', () => {
    expect(fieldOf('Steward / Name')).toBe('owner')
    expect(fieldOf('Publisher / Contact')).toBe('contact')
    expect(suggested('Publisher / Contact', 'Publisher / Email').map(({ field }) => field)).toEqual([
      'contact',
      null,
    ])
  })
})

describe('columns and fields that do not go one to one', () => {
  it.each([
    ['Owner & Contact', 'owner', 'contact'],
    ['Data Owner and Contact Email', 'owner', 'contact'],
    ['People / Data Steward, Contact Email', 'owner', 'contact'],
    ['Dataset Name and Description', 'title', 'description'],
  ])('%j serves two fields', (heading, one, other) => {
    const [column] = suggested(heading)
    expect([column?.field, ...(column?.also ?? [])].toSorted()).toEqual([one, other].toSorted())
  })

  it('gives no second field that another column has', () => {
    expect(suggested('Owner & Contact', 'Contact email')[0]).toMatchObject({ field: 'owner', also: [] })
  })

  it.each(['Contact name and email', 'Law or Regulation', 'Department/Division', 'Ownership / Data Owner'])(
    '%j serves one',
    (heading) => {
      expect(suggested(heading)[0]?.also).toEqual([])
    },
  )

  it('tells which field a column would have had as well', () => {
    expect(suggested('Dataset Name', 'Dataset Title', 'Retention')).toEqual([
      { field: 'title', also: [], contested: null },
      { field: null, also: [], contested: 'title' },
      { field: null, also: [], contested: null },
    ])
  })
})

it('shows the first different values of a column', () => {
  const values = ['CSV', '', 'CSV', 'PDF', 'CSV', 'XLSX']
  expect(suggestMapping([{ letter: 'A', header: 'Format', values }])[0]?.samples).toEqual([
    'CSV',
    'PDF',
    'XLSX',
  ])
})

describe('fields by heading', () => {
  it.each([
    ['Dataset Name', 'title'],
    ['dataset_title', 'title'],
    ['DATA SET TITLE', 'title'],
    ['Name of Data Asset', 'title'],
    ['Agency Acronym', 'agency'],
    ['Program Name', 'unit'],
    ['Inventory ID', 'inventory-number'],
    ['#', 'inventory-number'],
    ['No.', 'inventory-number'],
    ['datasetDescription', 'description'],
    ['Related IT Systems', 'source-system'],
    ['Portal Topic', 'category'],
    ['Security Classification(s)', 'classification'],
    ['Contains PII/PHI', 'classification'],
    ['Confidential (Y/N)', 'classification'],
    ['FOI Exemption', 'legal-basis'],
    ['Access Level Comment', 'legal-basis'],
    ['File Format', 'format'],
    ['accrualPeriodicity', 'update-frequency'],
    ['How Often Updated?', 'update-frequency'],
    ['Temporal Coverage', 'coverage'],
    ['Open Data (Y/N)', 'published'],
    ['Publishing Status', 'published'],
    ['accessURL', 'url'],
    ['URLdataAccess', 'url'],
    ['landingPage', 'url'],
    ['Data Steward', 'owner'],
    ['contactPoint', 'contact'],
    ['Contact E-mail', 'contact'],
    ['FOI Requests', 'demand'],
    ['Data Sharing Agreement', 'shared-with'],
    ['Proposed Publishing Year/Quarter', 'planned-date'],
    ['Agency Comments', 'notes'],
    ['Ownership / Data Owner', 'owner'],
    ['Department/Division', 'agency'],
    ['How often is it updated?', 'update-frequency'],
    ['Is it public? (Y/N)', 'published'],
    ['System where the data is stored', 'source-system'],
    ['Brief description of the data', 'description'],
    ['With whom is it shared?', null],
  ])('%s holds the %s', (header, field) => {
    expect(fieldOf(header)).toBe(field)
  })

  it.each(['Zip code 2', 'Retention Schedule', 'Square feet', '', '__proto__', 'constructor'])(
    '%j holds nothing of the plan',
    (header) => {
      expect(fieldOf(header)).toBeNull()
    },
  )

  it('gives a field to one column only, the likeliest', () => {
    expect(mapped({ Title: [], 'Dataset Name': [], 'Dataset Description': [], Summary: [] })).toEqual({
      Title: 'title',
      'Dataset Name': null,
      'Dataset Description': 'description',
      Summary: null,
    })
    expect(mapped({ Name: [], 'Dataset Name': [] })).toEqual({ Name: null, 'Dataset Name': 'title' })
  })
})

describe('fields by values', () => {
  it('prefers the column whose values fit', () => {
    const urls = ['https://data.ct.gov/a', 'https://data.ct.gov/b']
    expect(mapped({ Link: ['see IT', 'ask'], URL: urls })['URL']).toBe('url')
    expect(mapped({ 'Last Update': ['2020-01-01', '2021-01-01'], Frequency: ['Annual', 'Monthly'] })).toEqual(
      {
        'Last Update': null,
        Frequency: 'update-frequency',
      },
    )
  })

  it('recognises values under a heading that says nothing, without being sure', () => {
    const [column] = suggestMapping([{ letter: 'C', header: 'Misc', values: ['a@ct.gov', 'b@ct.gov', ''] }])
    expect(column).toMatchObject({
      letter: 'C',
      header: 'Misc',
      field: 'contact',
      confidence: 'low',
      reason: 'values',
      samples: ['a@ct.gov', 'b@ct.gov'],
    })
  })

  it('names rows by the first column of short texts of their own where nothing is called a title', () => {
    const values = ['Traffic counts', 'Bridge conditions', 'Rail ridership']
    expect(mapped({ Code: ['1', '2', '3'], Thing: values, Group: ['x', 'x', 'x'] })['Thing']).toBe('title')
  })

  it('names rows by names that recur, and by the one column that may be it', () => {
    const recurring = ['Air temperature', 'Air temperature', 'Wind', 'Wind']
    expect(mapped({ DataSetVariableName: recurring, Units: ['C', 'C', 'm/s', 'm/s'] })).toEqual({
      DataSetVariableName: 'title',
      Units: null,
    })
    const types = ['Crashes', 'Budget', 'Crashes', 'Budget', 'Crashes', 'Budget', 'Crashes', 'Budget']
    expect(mapped({ 'Type of Data': types })).toEqual({ 'Type of Data': 'title' })
  })

  it('names an inventory of systems by system', () => {
    expect(mapped({ 'System Name': ['CORE-CT', 'EMS'], Purpose: ['pays people', 'counts'] })).toEqual({
      'System Name': 'title',
      Purpose: 'description',
    })
  })
})
