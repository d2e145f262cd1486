import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/engine/workbook/limits.ts'
import { inspectBytes, readTableBytes } from '../../../src/engine/workbook/read-workbook.ts'

const projectRoot = join(import.meta.dirname, '../../..')
const fixtures = join(projectRoot, 'test/fixtures/workbooks')
const workbooks = process.env['ODAP_WORKBOOKS'] ?? join(projectRoot, '../shared/workbooks')

function filesUnder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

interface Expectation {
  readonly file: string
  readonly sheet: string
  readonly headerRow: number
  readonly headerRows?: number
  readonly rows: readonly [first: number, last: number]
  readonly datasets: number
  /** Letters and fields of the columns that a person would map, `A title`. */
  readonly fields: string
  readonly columns: number
}

/** Written by looking at the files. */
const tables: readonly Expectation[] = [
  {
    file: 'inventories/argentina/catalog.xlsx',
    sheet: 'Dataset',
    headerRow: 1,
    rows: [2, 2],
    datasets: 1,
    columns: 18,
    fields:
      'A inventory-number, B title, C description, D agency, F owner, G contact, H source-system, I url, J category, M update-frequency, P coverage',
  },
  {
    file: 'inventories/rto/data_inventory.xlsx',
    sheet: 'PubFTP.SPP.org Directories',
    headerRow: 1,
    rows: [2, 43],
    datasets: 41,
    columns: 11,
    fields: 'A title, B description, G update-frequency, I notes, J url',
  },
  {
    file: 'inventories/dc/dataset_inventory_2018_03_11.csv',
    sheet: 'dataset_inventory_2018_03_11',
    headerRow: 1,
    rows: [2, 1641],
    datasets: 1640,
    columns: 19,
    fields:
      'A inventory-number, D agency, F owner, G title, H description, I classification, J legal-basis, L category, N coverage, O update-frequency, P demand, Q url, S published',
  },
  {
    file: 'inventories/nyc1993/public-data-directory-1993-applications-clean.csv',
    sheet: 'public-data-directory-1993-applications-clean',
    headerRow: 1,
    rows: [2, 270],
    datasets: 269,
    columns: 10,
    fields: 'A agency, B unit, C title, E description, H classification, I format',
  },
  {
    file: 'inventories/sandiego/inventory.csv',
    sheet: 'inventory',
    headerRow: 1,
    rows: [2, 146],
    datasets: 145,
    columns: 9,
    fields: 'A inventory-number, C category, D description, F notes, H planned-date, I url',
  },
  {
    file: 'tough/cala/inventory-table.xlsx',
    sheet: 'Sheet1',
    headerRow: 1,
    rows: [2, 5],
    datasets: 4,
    columns: 3,
    fields: 'A inventory-number, B title',
  },
]

const refused: readonly (readonly [file: string, problem: object])[] = [
  [
    'inventories/gretegraf/data_inventory_template.xlsx',
    { code: 'no-datasets', sheet: 'Data_Inventory_Template', headerRow: 3 },
  ],
  ['inventories/pod/catalog-template-extended.csv', { code: 'no-datasets', headerRow: 1 }],
  ['inventories/datasf/FieldDefinitionTemplate.xlsx', { code: 'no-datasets', sheet: 'Field Documentation' }],
  ['tough/cala/pass_protected.xlsx', { code: 'file-locked-by-password' }],
  ['tough/cala/any_sheets.xlsb', { code: 'file-kind-not-read', kind: 'xlsb' }],
  ['tough/poi/poc-xmlbomb.xlsx', { code: 'workbook-too-complex', what: 'xml-doctype' }],
]

const read = (file: string) => readFileSync(join(fixtures, file))

describe('real inventories', () => {
  it.each(tables)('$file is read as a person reads it', (expected) => {
    const inspection = inspectBytes(read(expected.file), expected.file)
    if (!inspection.ok) throw new Error(JSON.stringify(inspection.error))
    const { table } = inspection.value
    const fields = table.columns.filter(({ field }) => field !== null)
    expect({
      sheet: table.sheet,
      headerRow: table.headerRow,
      headerRows: table.headerRows,
      rows: [table.firstRow, table.lastRow],
      datasets: table.datasets,
      columns: table.columns.length,
      fields: fields.map(({ letter, field }) => `${letter} ${field}`).join(', '),
    }).toEqual({ headerRows: 1, ...expected, file: undefined })
  })

  it.each(refused)('%s is answered with its own problem', (file, problem) => {
    expect(inspectBytes(read(file), file)).toMatchObject({ ok: false, error: problem })
  })

  it('gives the rows of the table with their places', () => {
    const file = 'inventories/rto/data_inventory.xlsx'
    const choice = { sheet: 'PubFTP.SPP.org Directories', headerRow: 1, headerRows: 1 }
    const content = readTableBytes(read(file), file, choice)
    if (!content.ok) throw new Error(content.error.code)
    expect(content.value.rows).toHaveLength(41)
    expect(content.value.rows[0]?.cells['A']).toMatch(/^\/pubftp\.spp\.org\//)
    expect(new Set(content.value.rows.map(({ row }) => row)).size).toBe(41)
  })
})

/** What must hold for every file there is, readable or not. */
function checkAnyFile(file: string): void {
  const result = inspectBytes(readFileSync(file), basename(file))
  if (!result.ok) {
    expect(result.error.code).toMatch(/^[a-z-]+$/)
    return
  }
  const { table, sheets } = result.value
  const { rows, above, header, datasets, blank, other } = table.account
  expect(above + header + datasets + blank + other).toBe(rows)
  expect(Math.min(above, header, datasets, blank, other)).toBeGreaterThanOrEqual(0)
  expect(datasets).toBe(table.datasets)
  expect(table.lastRow).toBeLessThanOrEqual(limits.rows)
  expect(sheets.map(({ name }) => name)).toContain(table.sheet)
  const fields = table.columns.map(({ field }) => field).filter((field) => field !== null)
  expect(new Set(fields).size).toBe(fields.length)
}

describe('every file ends in a table or in a problem of its own', () => {
  it.each(filesUnder(fixtures).map((file) => file.slice(fixtures.length + 1)))('%s', (file) => {
    checkAnyFile(join(fixtures, file))
  })

  const all = filesUnder(workbooks)
  it.skipIf(all.length === 0)(
    all.length === 0
      ? `the folder of workbooks (skipped: ${workbooks} is not there)`
      : `${all.length} workbooks`,
    { timeout: 120_000 },
    () => {
      for (const file of all) checkAnyFile(file)
    },
  )

  it.each([
    'inventories/argentina/catalog.xlsx',
    'tough/tealeg/inlineStrings.xlsx',
    'tough/mess/spanish_chars.csv',
  ])('%s cut or changed at many places', (file) => {
    const bytes = read(file)
    const step = Math.ceil(bytes.length / 60)
    for (let place = 0; place < bytes.length; place += step) {
      expect(inspectBytes(bytes.subarray(0, place), basename(file))).toHaveProperty('ok')
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 0xff
      expect(inspectBytes(changed, basename(file))).toHaveProperty('ok')
    }
  })
})
