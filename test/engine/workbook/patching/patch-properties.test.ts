import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnLetter } from '../../../../src/domain/table/sheet-grid.ts'
import type {
  AddedColumn,
  WorkbookChanges,
  WritableValue,
} from '../../../../src/domain/write-back/workbook-changes.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { openWorkbook } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { newFaults } from '../../../support/excel-rules.ts'
import { rowsXml } from '../../../support/make-workbook.ts'
import { inventory } from '../../../support/patch-inventory.ts'
import { patched, sampleInventory, sampleTable } from '../../../support/patch-sample.ts'
import { preservedCases } from '../../../support/preserved-cases.ts'

interface Original {
  /** A function, so that a counterexample is not printed byte by byte. */
  readonly bytes: () => Buffer
  readonly table: WorkbookChanges['tables'][number]
  /** Whether other things may stand around the table. */
  readonly crowded: boolean
}

const isFull = process.env['ODAP_SUITE'] === 'full'
const runs = { numRuns: isFull ? 300 : 30 }
const patience = { timeout: isFull ? 1_200_000 : 120_000 }

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() === text)

/** A heading row and some rows of words, with gaps. */
const generated: fc.Arbitrary<Original> = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 12 }),
    gaps: fc.infiniteStream(fc.integer({ min: 0, max: 4 })),
  })
  .map(({ columns, rows, gaps }) => {
    const cells = Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_cell, column) =>
        gaps.next().value === 0 && row > 0 ? null : `r${row}c${column}`,
      ),
    )
    const letters = Array.from({ length: columns }, (_, column) => columnLetter(column + 1))
    const heads = letters.map((letter) => `Head ${letter}`)
    const table = { sheet: 'Inventory', headerRow: 1, lastRow: rows + 1, letters }
    const bytes = inventory(rowsXml([heads, ...cells]))
    return { bytes: () => bytes, table, crowded: false }
  })

/** Workbooks by other hands with the table the program finds in them; large ones would take all the time. */
const real: readonly Original[] = preservedCases.flatMap(({ original, changes }) => {
  const [table] = changes.tables
  const isWritable = patchWorkbook(original, changes).ok
  return table === undefined || !isWritable || original.length > 60_000
    ? []
    : [{ bytes: () => original, table, crowded: true }]
})

const originals = fc.oneof(
  { weight: 4, arbitrary: generated },
  { weight: 2, arbitrary: fc.constantFrom(...real) },
  fc.constant({ bytes: () => sampleInventory, table: sampleTable, crowded: true }),
)

const value: fc.Arbitrary<WritableValue> = fc.oneof(
  word,
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom({ date: '2026-02-28' }, { date: '1999-12-31' }),
)

/** Changes of cells in the table, of marked columns beside it, and rows below it. */
function changesOf({ table }: Original): fc.Arbitrary<WorkbookChanges> {
  const row = fc.integer({ min: table.headerRow + 1, max: table.lastRow })
  const letter = fc.constantFrom(...table.letters)
  const cell = fc.record({ row, letter, value })
  const column = fc.record({
    name: fc.constantFrom('One', 'Two', 'Three'),
    values: fc.dictionary(row.map(String), value, { minKeys: 1, maxKeys: 5 }),
  })
  const added = fc.dictionary(letter, value, { minKeys: 1 })
  return fc
    .record({
      cells: fc.uniqueArray(cell, { maxLength: 6, selector: (one) => `${one.letter}${one.row}` }),
      columns: fc.uniqueArray(column, { maxLength: 3, selector: ({ name }) => name }),
      rows: fc.array(added, { maxLength: 3 }),
    })
    .map(({ cells, columns, rows }) => ({
      tables: [table],
      cells: cells.map((one) => ({ sheet: table.sheet, cell: `${one.letter}${one.row}`, value: one.value })),
      columns: columns.map(({ name, values }): AddedColumn => {
        return { sheet: table.sheet, mark: `ODAP_${name}`, header: `Plan: ${name}`, width: 12, values }
      }),
      rows: rows.map((values) => ({ sheet: table.sheet, after: table.lastRow, values })),
      sheets: [],
    }))
}

const cases = originals.chain((original) => fc.tuple(fc.constant(original), changesOf(original)))

type Cells = Map<string, string>

function read(bytes: Uint8Array, sheet: string): Cells {
  const opened = openWorkbook(Buffer.from(bytes), 'x.xlsx')
  if (!opened.ok) throw new Error(opened.error.code)
  const rows = opened.value.grids.find(({ name }) => name === sheet)?.rows ?? []
  return new Map(
    rows.flatMap(({ row, columns, texts }) =>
      columns.map((column, index) => [`${columnLetter(column)}${row}`, texts[index] ?? ''] as const),
    ),
  )
}

function asShown(written: WritableValue): string {
  if (written === null) return ''
  if (typeof written === 'object') return written.date
  return typeof written === 'boolean' ? (written ? 'TRUE' : 'FALSE') : String(written)
}

/** What the report says was done, applied to what was read before. */
function applied(
  before: Cells,
  changes: WorkbookChanges,
  report: ReturnType<typeof patched>['report'],
): Cells {
  const cells = new Map(before)
  const set = (cell: string, written: WritableValue) => {
    if (asShown(written) === '') cells.delete(cell)
    else cells.set(cell, asShown(written))
  }
  const refused = new Set(report.refused.map(({ where }) => where))
  for (const { sheet, cell, value: written } of changes.cells) {
    if (!refused.has(`${sheet}!${cell}`)) set(cell, written)
  }
  for (const { header, letter } of report.addedColumns) {
    set(`${letter}${changes.tables[0]?.headerRow}`, header)
    const column = changes.columns.find((one) => one.header === header)
    for (const [row, written] of Object.entries(column?.values ?? {})) set(`${letter}${row}`, written)
  }
  for (const [index, { row, sheet }] of report.addedRows.entries()) {
    for (const [letter, written] of Object.entries(changes.rows[index]?.values ?? {})) {
      if (!refused.has(`${sheet}!${letter}${row}`)) set(`${letter}${row}`, written)
    }
  }
  return cells
}

const inOrder = (cells: Cells) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1))

describe('whatever is changed', () => {
  it('reads afterwards as the changes applied to what was read before', patience, () => {
    fc.assert(
      fc.property(cases, ([{ bytes, table }, changes]) => {
        const { bytes: updated, report } = patched(bytes(), changes)
        const expected = applied(read(bytes(), table.sheet), changes, report)
        expect(inOrder(read(updated, table.sheet))).toEqual(inOrder(expected))
      }),
      runs,
    )
  })

  it('reads so after every one of several patches on top of each other', patience, () => {
    const sequences = originals.chain((original) =>
      fc.tuple(fc.constant(original), fc.array(changesOf(original), { minLength: 2, maxLength: 4 })),
    )
    fc.assert(
      fc.property(sequences, ([original, sequence]) => {
        let { table } = original
        let bytes = original.bytes()
        let expected = read(bytes, table.sheet)
        for (const wanted of sequence) {
          const rows = wanted.rows.map((row) => ({ ...row, after: table.lastRow }))
          const changes = { ...wanted, tables: [table], rows }
          const { bytes: updated, report } = patched(bytes, changes)
          expected = applied(expected, changes, report)
          expect(inOrder(read(updated, table.sheet))).toEqual(inOrder(expected))
          bytes = Buffer.from(updated)
          table = { ...table, lastRow: table.lastRow + report.addedRows.length }
        }
        expect(newFaults(original.bytes(), bytes)).toEqual([])
      }),
      runs,
    )
  })

  it('is tried on workbooks by other hands too', () => {
    expect(real.length).toBeGreaterThanOrEqual(isFull ? 25 : 4)
  })

  it('comes to the same in one patch and in two', patience, () => {
    fc.assert(
      fc.property(cases, fc.nat(), ([{ bytes, table, crowded }, changes], seed) => {
        const first = {
          ...changes,
          cells: changes.cells.slice(0, seed % (changes.cells.length + 1)),
          columns: changes.columns.slice(0, seed % (changes.columns.length + 1)),
          rows: changes.rows.slice(0, seed % (changes.rows.length + 1)),
        }
        const once = patched(bytes(), changes)
        // Rows come all or none: where three have no room, the first of them alone may have.
        fc.pre(once.report.addedRows.length === changes.rows.length)
        // A row is not written into a formula's column as long as the row above it has the formula.
        fc.pre(!once.report.refused.some(({ reason }) => reason === 'formula-cell'))
        const half = patched(bytes(), first)
        const lastRow = table.lastRow + half.report.addedRows.length
        const twice = patched(half.bytes, {
          ...changes,
          tables: [{ ...table, lastRow }],
          cells: changes.cells.slice(first.cells.length),
          columns: changes.columns,
          rows: changes.rows.slice(first.rows.length).map((row) => ({ ...row, after: lastRow })),
        })
        const rows = half.report.addedRows.length + twice.report.addedRows.length
        const room = { columns: twice.report.addedColumns, rows }
        const wanted = { columns: once.report.addedColumns, rows: changes.rows.length }
        // Beside or below a table of other people's may stand something that only one of the two ways runs into.
        if (crowded) fc.pre(JSON.stringify(room) === JSON.stringify(wanted))
        expect(room).toEqual(wanted)
        expect(inOrder(read(twice.bytes, table.sheet))).toEqual(inOrder(read(once.bytes, table.sheet)))
        expect(newFaults(bytes(), twice.bytes)).toEqual([])
      }),
      runs,
    )
  })

  it('changes nothing the second time', patience, () => {
    fc.assert(
      fc.property(cases, ([{ bytes }, changes]) => {
        const withoutRows = { ...changes, rows: [] }
        const once = patched(bytes(), withoutRows)
        const twice = patched(once.bytes, withoutRows)
        expect(twice.report.comparison.changed.flatMap(({ cells }) => cells)).toEqual([])
        expect(twice.report.comparison.added).toEqual([])
      }),
      runs,
    )
  })
})
