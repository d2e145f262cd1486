import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InventoryTable } from '../../../../src/domain/inventory-table.ts'
import { inspectBytes, readTableBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { expectTableOrRefusal } from '../../../support/reading-problems.ts'
import { type ExpectedTable, expectedProblems, expectedTables } from './inventory-expectations.ts'

const projectRoot = join(import.meta.dirname, '../../../..')
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

/** The copy kept with the tests, or the one in the folder of workbooks; null where neither is. */
function placeOf(file: string): string | null {
  return [join(fixtures, file), join(workbooks, file)].find((path) => existsSync(path)) ?? null
}

const isThere = ({ file }: ExpectedTable) => placeOf(file) !== null
const present = expectedTables.filter(isThere)
const missing = expectedTables.length - present.length

function read(file: string): Buffer {
  const place = placeOf(file)
  if (place === null) throw new Error(`${file} is not there.`)
  return readFileSync(place)
}

function inspected(file: string): InventoryTable {
  const inspection = inspectBytes(read(file), file)
  if (!inspection.ok) throw new Error(JSON.stringify(inspection.error))
  return inspection.value.table
}

const fieldOfColumns = (table: InventoryTable): ReadonlyMap<string, string> =>
  new Map(table.columns.flatMap(({ letter, field }) => (field === null ? [] : [[letter, field]])))

const personsFields = ({ fields = '' }: ExpectedTable): ReadonlyMap<string, string> =>
  new Map(
    fields.split(', ').map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
  )

describe('real inventories', () => {
  it.each(present)('$file is read as a person reads it', (expected) => {
    const table = inspected(expected.file)
    expect({
      file: expected.file,
      sheet: table.sheet,
      headerRow: table.headerRow,
      headerRows: table.headerRows,
      rows: [table.firstRow, table.lastRow],
      datasets: table.datasets,
      columns: table.columns.length,
    }).toEqual({ headerRows: 1, ...expected, fields: undefined, misses: undefined })
  })

  it.each(present.filter(({ fields }) => fields !== undefined))(
    '$file is mapped as a person maps it',
    (expected) => {
      const mapped = fieldOfColumns(inspected(expected.file))
      const person = personsFields(expected)
      const letters = [...new Set([...mapped.keys(), ...person.keys()])]
      const differing = letters.filter((letter) => mapped.get(letter) !== person.get(letter))
      const misses = Object.fromEntries(differing.map((letter) => [letter, mapped.get(letter) ?? 'nothing']))
      expect(misses).toEqual(expected.misses ?? {})
    },
  )

  it('maps at least 95 of 100 columns that a person maps', () => {
    const columns = present.flatMap(({ file, fields, misses = {} }) =>
      (fields ?? '')
        .split(', ')
        .filter((pair) => pair !== '')
        .map((pair) => ({ file, pair, isMissed: Object.hasOwn(misses, pair.split(' ')[0] ?? '') })),
    )
    const right = columns.filter(({ isMissed }) => !isMissed).length
    expect(right / columns.length).toBeGreaterThanOrEqual(0.95)
  })

  const inventories = filesUnder(join(workbooks, 'inventories')).map((file) =>
    file.slice(workbooks.length + 1).replaceAll('\\', '/'),
  )
  it.skipIf(inventories.length === 0)(
    inventories.length === 0
      ? 'the inventories are not here (skipped)'
      : 'no inventory is without an expectation',
    () => {
      const expected = [...expectedTables.map(({ file }) => file), ...expectedProblems.map(([file]) => file)]
      expect(inventories.filter((file) => !expected.includes(file))).toEqual([])
    },
  )

  it.skipIf(missing > 0)(
    missing > 0 ? `${missing} of the files are not here (skipped)` : 'every file of the list is here',
    () => expect(present).toHaveLength(expectedTables.length),
  )

  it.each(expectedProblems.filter(([file]) => placeOf(file) !== null))(
    '%s is answered with its own problem',
    (file, problem) => {
      expect(inspectBytes(read(file), file)).toMatchObject({ ok: false, error: problem })
    },
  )

  it('gives the rows of the table with their places', () => {
    const file = 'inventories/rto/data_inventory.xlsx'
    const choice = { sheet: 'PubFTP.SPP.org Directories', headerRow: 1, headerRows: 1 }
    const content = readTableBytes(read(file), file, choice)
    if (!content.ok) throw new Error(content.error.code)
    const rows = [...content.value.rows]
    expect(rows).toHaveLength(41)
    expect(rows[0]?.cells['A']).toMatch(/^\/pubftp\.spp\.org\//)
    expect(new Set(rows.map(({ row }) => row)).size).toBe(41)
  })
})

interface ReadAll {
  readonly problems: readonly (readonly [
    file: string,
    problem: { readonly code: string; readonly what?: string } | null,
  ])[]
  readonly megabytes: number
}

/** What must hold for every file there is, readable or not. */
function checkAnyFile(file: string): void {
  expectTableOrRefusal(inspectBytes(readFileSync(file), basename(file)), file)
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

  const ifThere = all.length === 0 ? ' (skipped: the folder of workbooks is not there)' : ''
  it.skipIf(all.length === 0)(
    `within ten seconds each and a gigabyte${ifThere}`,
    { timeout: 600_000 },
    () => {
      const script = join(projectRoot, 'test/support/read-all.ts')
      const builtThreads = new URL('../../../support/built-threads.mjs', import.meta.url).href
      const options = ['--disable-warning=ExperimentalWarning', `--import=${builtThreads}`]
      const output = execFileSync(process.execPath, [...options, script, ...all], { encoding: 'utf8' })
      const { problems, megabytes }: ReadAll = JSON.parse(output)
      expect(problems).toHaveLength(all.length)
      const stopped = problems.filter(
        ([, problem]) =>
          problem?.code === 'reading-took-too-long' || problem?.what?.startsWith('worker-') === true,
      )
      expect(stopped).toEqual([])
      expect(megabytes).toBeLessThan(1_024)
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
      expectTableOrRefusal(inspectBytes(bytes.subarray(0, place), basename(file)), `cut at ${place}`)
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 0xff
      expectTableOrRefusal(inspectBytes(changed, basename(file)), `changed at ${place}`)
    }
  })
})
