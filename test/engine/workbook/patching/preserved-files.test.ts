import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { columnNumber } from '../../../../src/domain/table/sheet-grid.ts'
import type { WorkbookChanges, WritableValue } from '../../../../src/domain/write-back/workbook-changes.ts'
import { loadWorkbook } from '../../../../src/engine/workbook/package/loaded-workbook.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import type { PatchedWorkbook } from '../../../../src/engine/workbook/patching/patched-workbook.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { readZip, type ZipArchive } from '../../../../src/engine/workbook/zip/zip-directory.ts'
import {
  sheetRemainder,
  stylesAreLonger,
  stylesRemainder,
  tableRemainder,
  workbookRemainder,
} from '../../../support/allowed-differences.ts'
import { newFaults } from '../../../support/excel-rules.ts'
import { pythonWithOpenpyxl } from '../../../support/openpyxl/compare-cells.ts'
import { partText } from '../../../support/patch-sample.ts'

const projectRoot = join(import.meta.dirname, '../../../..')
const workbooks = process.env['ODAP_WORKBOOKS'] ?? join(projectRoot, '../shared/workbooks')
const fixtures = join(projectRoot, 'test/fixtures/workbooks')
const isFull = process.env['ODAP_SUITE'] === 'full'
const root = isFull && existsSync(workbooks) ? workbooks : fixtures

interface Case {
  readonly file: string
  readonly original: Buffer
  readonly changes: WorkbookChanges
}

/** Files in which no table is found have nothing to write to. */
const cases: readonly Case[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.xls[xm]$/i.test(file) && !basename(file).startsWith('~$'))
  .sort()
  .flatMap((file) => {
    const original = readFileSync(join(root, file))
    const changes = changesFor(original, file)
    return changes === null ? [] : [{ file, original, changes }]
  })

/** Three edits, two columns and one row on the table that the program itself finds. */
function changesFor(bytes: Buffer, name: string): WorkbookChanges | null {
  const inspected = inspectBytes(bytes, name)
  if (!inspected.ok) return null
  const { sheet, headerRow, firstRow, lastRow, columns } = inspected.value.table
  const letters = columns.map(({ letter }) => letter)
  const [first = 'A', last = 'A'] = [letters[0], letters.at(-1)]
  const column = (header: string, value: string) => ({
    sheet,
    mark: `ODAP_${header}`,
    header,
    width: 20,
    values: { [firstRow]: value, [lastRow]: `${value} & more` },
    choices: [value, `${value} & more`],
  })
  return {
    tables: [{ sheet, headerRow, lastRow, letters }],
    cells: [
      { sheet, cell: `${first}${firstRow}`, value: 'edited <text> & "more"' },
      { sheet, cell: `${last}${firstRow}`, value: { date: '2026-03-31' } },
      { sheet, cell: `${last}${lastRow}`, value: true },
    ],
    columns: [column('Preserved_one', 'x'), column('Preserved_two', 'y')],
    rows: [
      { sheet, after: lastRow, values: { [first]: 'A new row' }, planValues: { ODAP_Preserved_one: 'x' } },
    ],
    sheets: [],
  }
}

const results = new Map<string, PatchedWorkbook>()
const refusable = ['workbook-dialect-not-written', 'workbook-too-complex', 'file-damaged']

describe.each(cases)('$file', ({ file, original, changes }) => {
  it('comes back identical without a change', () => {
    const result = patchWorkbook(original, { ...changes, cells: [], columns: [], rows: [] })
    if (!result.ok) expect(refusable).toContain(result.error.code)
    else expect(Buffer.from(result.value.bytes).equals(original)).toBe(true)
  })

  it('differs only where the rules allow it', () => {
    const result = patchWorkbook(original, changes)
    if (!result.ok) {
      expect(refusable).toContain(result.error.code)
      return
    }
    results.set(file, result.value)
    expect(newFaults(original, result.value.bytes)).toEqual([])
    expectOnlyAllowed(original, result.value, changes)
  })
})

function zipOf(bytes: Uint8Array): ZipArchive {
  const archive = readZip(bytes)
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

function expectOnlyAllowed(
  original: Buffer,
  { bytes, report }: PatchedWorkbook,
  changes: WorkbookChanges,
): void {
  const [before, after] = [zipOf(original), zipOf(bytes)]
  const namesBefore = before.entries.map(({ name }) => name)
  const added = after.entries.map(({ name }) => name).filter((name) => !namesBefore.includes(name))
  expect(after.entries.map(({ name }) => name)).toEqual([...namesBefore, ...added])
  expect(added).toHaveLength(report.addedSheets.length)

  const loaded = loadWorkbook(original)
  if (!loaded.ok) throw new Error(loaded.error.code)
  const { sheets, styles, workbook } = loaded.value.package
  const sheet = sheets.find(({ name }) => name === changes.tables[0]?.sheet)?.entry.name ?? ''
  for (const [index, entry] of before.entries.entries()) {
    const updated = after.entries[index]
    const raw = before.bytes.subarray(entry.dataStart, entry.dataEnd)
    if (updated !== undefined && raw.equals(after.bytes.subarray(updated.dataStart, updated.dataEnd)))
      continue
    const [was, is] = [partText(original, entry.name), partText(bytes, entry.name)]
    if (entry.name === sheet) {
      const allowed = allowedCells(report, changes)
      expect(sheetRemainder(is, allowed) === sheetRemainder(was, allowed), entry.name).toBe(true)
    } else if (entry.name === workbook.name) {
      const names = report.addedSheets
      expect(workbookRemainder(is, names)).toBe(workbookRemainder(was, names))
    } else if (entry.name === styles?.name) {
      expect(stylesAreLonger(was, is)).toBe(true)
      expect(stylesRemainder(is) === stylesRemainder(was)).toBe(true)
    } else if (/table\d*\.xml$/i.test(entry.name)) {
      expect(tableRemainder(is)).toBe(tableRemainder(was))
    } else {
      expect(added, `${entry.name} differs`).not.toEqual([])
      expect(entry.name).toMatch(/^(\[Content_Types\]\.xml|.*workbook\.xml\.rels)$/)
    }
  }
}

/** By column and row; a new column may have cells in every row of the table. */
function allowedCells(report: PatchedWorkbook['report'], changes: WorkbookChanges) {
  const cells = new Set<string>()
  const { headerRow = 1, lastRow = 1 } = changes.tables[0] ?? {}
  for (const { cell } of changes.cells) {
    cells.add(`${columnNumber(cell.replace(/\d/g, ''))},${cell.replace(/\D/g, '')}`)
  }
  for (const { letter } of report.addedColumns) {
    for (let row = headerRow; row <= lastRow + 1; row += 1) cells.add(`${columnNumber(letter)},${row}`)
  }
  return { cells, newRows: new Set(report.addedRows.map(({ row }) => row)) }
}

it('finds tables in most of the files', () => {
  expect(cases.length).toBeGreaterThanOrEqual(isFull ? 60 : 10)
})

const python = pythonWithOpenpyxl() ?? (existsSync('/usr/bin/python3') ? '/usr/bin/python3' : null)
const hasOpenpyxl = python !== null && spawnSync(python, ['-c', 'import openpyxl']).status === 0

describe('another reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'preserved-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it.skipIf(!hasOpenpyxl)(
    `reads every edit and no other difference${hasOpenpyxl ? '' : ' (skipped: openpyxl is not installed)'}`,
    { timeout: 600_000 },
    () => {
      const pairs = cases.flatMap(({ file, changes }, index) => {
        const result = results.get(file)
        if (result === undefined) return []
        const updated = join(folder, `${index}-${basename(file)}`)
        writeFileSync(updated, result.bytes)
        const sheet = changes.tables[0]?.sheet ?? ''
        return [{ original: join(root, file), updated, sheet, written: writtenTexts(result, changes) }]
      })
      const list = join(folder, 'pairs.json')
      writeFileSync(list, JSON.stringify(pairs))
      const script = join(projectRoot, 'test/support/openpyxl/compare-updated.py')
      const { status, stdout, stderr } = spawnSync(python ?? '', [script, list], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      expect(status, stderr).toBe(0)
      const { compared, differences } = JSON.parse(stdout)
      expect(differences).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(isFull ? 50 : 8)
    },
  )
})

function asRead(value: WritableValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'object' ? (value?.date ?? '') : String(value)
}

/** By cell, what the update must say, but for what it reports as refused. */
function writtenTexts({ report }: PatchedWorkbook, changes: WorkbookChanges): Record<string, string> {
  const refused = new Set(report.refused.map(({ where }) => where))
  const written: Record<string, string> = {}
  for (const { sheet, cell, value } of changes.cells) {
    if (refused.has(`${sheet}!${cell}`)) continue
    written[cell] = asRead(value)
  }
  const [row] = report.addedRows
  for (const { header, letter } of report.addedColumns) {
    const column = changes.columns.find((one) => header.startsWith(one.header))
    written[`${letter}${changes.tables[0]?.headerRow}`] = header
    for (const [number, value] of Object.entries(column?.values ?? {}))
      written[`${letter}${number}`] = String(value)
    const own = changes.rows[0]?.planValues?.[column?.mark ?? '']
    if (row !== undefined && own !== undefined) written[`${letter}${row.row}`] = String(own)
  }
  for (const [letter, value] of Object.entries(changes.rows[0]?.values ?? {})) {
    if (row !== undefined && !refused.has(`${row.sheet}!${letter}${row.row}`)) {
      written[`${letter}${row.row}`] = String(value)
    }
  }
  return written
}
