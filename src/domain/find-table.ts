import type { InventoryTable, TableChoice, WorkbookProblem } from './inventory-table.ts'
import { type ColumnToMap, suggestMapping } from './mapping.ts'
import { err, ok, type Result } from './result.ts'
import { columnLetter, type GridRow, type SheetGrid } from './sheet-grid.ts'
import { type HeaderLabel, labelsAt } from './table-bands.ts'
import { tableColumns } from './table-columns.ts'
import { findHeader } from './table-header.ts'
import { sortRows } from './table-rows.ts'

export interface FoundTable {
  readonly grid: SheetGrid
  readonly table: InventoryTable
  readonly rows: readonly GridRow[]
}

/** Our own sheets in a workbook that an earlier plan was written to. */
export const planSheets: ReadonlySet<string> = new Set(['Plan additions', 'Plan lists', 'Plan changes'])

const cellsSampled = 200_000
const rowsSampled = 300
/** With fewer fields named and fewer labels, a header without rows below is not known to be one. */
const leastHits = 2
const leastLabels = 4

/** The sheet and rows that most likely are the inventory, or the ones asked for. */
export function findTable(
  grids: readonly SheetGrid[],
  choice?: TableChoice,
): Result<FoundTable, WorkbookProblem> {
  const inventoryGrids = grids.map(withoutPlanColumns)
  if (choice !== undefined) return chosenTable(inventoryGrids, choice)
  const candidates = inventoryGrids.filter(({ name }) => !planSheets.has(name))
  const visible = candidates.filter(({ state }) => state === 'visible')
  const best = bestOf(visible) ?? bestOf(candidates.filter(({ state }) => state !== 'visible'))
  return best === null ? err({ code: 'no-table-found' }) : withDatasets(best)
}

function chosenTable(grids: readonly SheetGrid[], choice: TableChoice): Result<FoundTable, WorkbookProblem> {
  const { sheet, headerRow } = choice
  const grid = grids.find(({ name }) => name === sheet)
  if (grid === undefined) return err({ code: 'sheet-not-found', sheet })
  // Row 0 asks for this sheet and leaves its header row to us.
  if (headerRow < 1) {
    const best = bestOf([grid])
    return best === null ? err({ code: 'no-table-found' }) : withDatasets(best)
  }
  const headerRows = Math.max(1, Math.min(choice.headerRows, headerRow))
  const labels = labelsAt(grid, headerRow, headerRows)
  if (labels.length === 0) return err({ code: 'header-row-empty', sheet, headerRow })
  return withDatasets(buildTable(grid, { sheet, headerRow, headerRows }, labels))
}

function withDatasets(found: FoundTable): Result<FoundTable, WorkbookProblem> {
  const { sheet, headerRow, datasets } = found.table
  return datasets === 0 ? err({ code: 'no-datasets', sheet, headerRow }) : ok(found)
}

function bestOf(grids: readonly SheetGrid[]): FoundTable | null {
  let best: FoundTable | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const grid of grids) {
    const header = findHeader(grid)
    if (header === null) continue
    const { headerRow, headerRows, labels, hits } = header
    const found = buildTable(grid, { sheet: grid.name, headerRow, headerRows }, labels)
    if (found.table.datasets === 0 && hits < leastHits && labels.length < leastLabels) continue
    const score = sheetScore(found)
    if (score > bestScore) {
      best = found
      bestScore = score
    }
  }
  return best
}

function buildTable(grid: SheetGrid, choice: TableChoice, labels: readonly HeaderLabel[]): FoundTable {
  const declared = grid.tables.find(
    (table) => table.headerRows > 0 && table.firstRow + table.headerRows - 1 === choice.headerRow,
  )
  const declaredEnd = declared === undefined ? null : declared.lastRow - declared.totalsRows
  const below = grid.rows.filter(
    ({ row }) => row > choice.headerRow && (declaredEnd === null || row <= declaredEnd),
  )
  const own =
    declared === undefined
      ? labels
      : labels.filter(({ column }) => declared.firstColumn <= column && column <= declared.lastColumn)
  const columns = suggestMapping(columnsToMap(tableColumns(own, below), below))
  const { datasets, account, skipped } = sortRows(grid, choice, columns, declaredEnd)
  const table = {
    ...choice,
    firstRow: datasets[0]?.row ?? 0,
    lastRow: datasets.at(-1)?.row ?? 0,
    datasets: datasets.length,
    columns,
    account,
    skipped,
  }
  return { grid, table, rows: datasets }
}

function columnsToMap(labels: readonly HeaderLabel[], rows: readonly GridRow[]): readonly ColumnToMap[] {
  const sampled = rows.slice(
    0,
    Math.max(1, Math.min(rowsSampled, Math.floor(cellsSampled / Math.max(labels.length, 1)))),
  )
  const values = new Map(labels.map(({ column }) => [column, sampled.map(() => '')]))
  for (const [index, row] of sampled.entries()) {
    for (const [cell, column] of row.columns.entries()) {
      const list = values.get(column)
      if (list !== undefined) list[index] = row.texts[cell] ?? ''
    }
  }
  return labels.map(({ column, header }) => ({
    letter: columnLetter(column),
    header,
    values: values.get(column) ?? [],
  }))
}

const confidenceWeight = { high: 1, medium: 0.6, low: 0.25 } as const
const inventoryName = /\b(inventor(y|ies)|data ?sets?|data ?assets?|catalog(ue)?|register)\b/i
const otherName =
  /instruction|read ?me|explanation|definition|glossary|look ?up|validation|\blists?\b|drop ?down|legend|reference|vocab|\bcodes?\b|change ?log|revision|example|summary|pivot|chart|contents|cover/i

/** How much a table looks like an inventory of datasets: by its columns first, then its name and size. */
function sheetScore({ grid, table }: FoundTable): number {
  const mapped = table.columns.reduce((sum, { field, confidence }) => {
    if (field === null) return sum
    return sum + confidenceWeight[confidence] * (field === 'title' ? 3 : 1)
  }, 0)
  const name = grid.name.replace(/[_-]+/g, ' ')
  const byName = (inventoryName.test(name) ? 2.5 : 0) - (otherName.test(name) ? 4 : 0)
  const size = Math.min(Math.log2(1 + table.datasets), 7) * 0.4
  const width = Math.min(table.columns.length, 10) * 0.1
  return mapped + byName + size + width - (table.datasets === 0 ? 1.5 : 0)
}

function withoutPlanColumns(grid: SheetGrid): SheetGrid {
  if (grid.planColumns.size === 0) return grid
  const rows = grid.rows.map((row) => {
    const kept = row.columns.flatMap((column, index) => (grid.planColumns.has(column) ? [] : [index]))
    return {
      ...row,
      columns: kept.map((index) => row.columns[index] ?? 0),
      texts: kept.map((index) => row.texts[index] ?? ''),
      kinds: kept.map((index) => row.kinds[index] ?? 'text'),
    }
  })
  return { ...grid, rows: rows.filter(({ columns }) => columns.length > 0) }
}
