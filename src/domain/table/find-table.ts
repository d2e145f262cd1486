import type { TableChoice, WorkbookProblem } from '../inventory-table.ts'
import { err, ok, type Result } from '../result.ts'
import { buildTable, type FoundTable, withoutPlanColumns } from './build-table.ts'
import { findSameColumns } from './same-columns.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { labelsAt } from './table-bands.ts'
import { findHeader } from './table-header.ts'
import { isTransposed } from './transposed-sheet.ts'

/** Our own sheets in a workbook that an earlier plan was written to. */
export const planSheets: ReadonlySet<string> = new Set([
  'Plan additions',
  'Plan lists',
  'Plan changes',
  'Plan criteria',
])

/** With fewer fields named and fewer labels, a header without rows below is not known to be one. */
const leastHits = 2
const leastLabels = 4

/** The sheet and rows that most likely are the inventory, or the ones asked for. */
export function findTable(
  grids: readonly SheetGrid[],
  choice?: TableChoice,
): Result<FoundTable, WorkbookProblem> {
  const inventoryGrids = grids.map(withoutPlanColumns)
  const candidates = inventoryGrids.filter(({ name }) => !planSheets.has(name))
  if (choice !== undefined) return chosenTable(inventoryGrids, candidates, choice)
  const visible = candidates.filter(({ state }) => state === 'visible')
  const best = bestOf(visible) ?? bestOf(candidates)
  return checked(best, candidates, [])
}

function chosenTable(
  grids: readonly SheetGrid[],
  candidates: readonly SheetGrid[],
  choice: TableChoice,
): Result<FoundTable, WorkbookProblem> {
  const { sheet, headerRow, alsoSheets = [] } = choice
  const grid = grids.find(({ name }) => name === sheet)
  if (grid === undefined) return err({ code: 'sheet-not-found', sheet })
  // Row 0 asks for this sheet and leaves its header row to us.
  if (headerRow < 1) return checked(bestOf([grid]), candidates, alsoSheets, [grid])
  const headerRows = Math.max(1, Math.min(choice.headerRows, headerRow))
  const labels = labelsAt(grid, headerRow, headerRows)
  if (labels.length === 0) return err({ code: 'header-row-empty', sheet, headerRow })
  return checked(buildTable(grid, { sheet, headerRow, headerRows }, labels), candidates, alsoSheets)
}

/** The table with the sheets that go with it, or why there is none. */
function checked(
  found: FoundTable | null,
  candidates: readonly SheetGrid[],
  alsoSheets: readonly string[],
  lookedAt: readonly SheetGrid[] = candidates,
): Result<FoundTable, WorkbookProblem> {
  if (found === null || !namesDatasets(found)) {
    const transposed = lookedAt.find((grid) => grid.state === 'visible' && isTransposed(grid))
    if (transposed !== undefined) return err({ code: 'table-transposed', sheet: transposed.name })
  }
  if (found === null) return err({ code: 'no-table-found' })
  const { sheet, headerRow, datasets } = found.table
  if (datasets === 0) return err({ code: 'no-datasets', sheet, headerRow })
  const sameColumns = findSameColumns(found, candidates)
  const further = sameColumns.filter((part) => alsoSheets.includes(part.sheet.sheet))
  const differing = alsoSheets.find(
    (name) => name !== sheet && !further.some((part) => part.sheet.sheet === name),
  )
  if (differing !== undefined) return err({ code: 'columns-differ', sheet: differing })
  const table = {
    ...found.table,
    ...(further.length === 0 ? {} : { alsoSheets: further.map((part) => part.sheet.sheet) }),
    further: further.map((part) => part.sheet),
  }
  return ok({ ...found, table, further, sameColumns })
}

/** A table that has a title and more of what an inventory says, by its headings. */
function namesDatasets({ table }: FoundTable): boolean {
  const known = table.columns.filter(({ field, reason }) => field !== null && reason !== 'values')
  return table.datasets > 0 && known.length >= 2
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

const confidenceWeight = { high: 1, medium: 0.6, low: 0.25 } as const
const inventoryName = /\b(inventor(y|ies)|data ?sets?|data ?assets?|catalog(ue)?|register)\b/i
const otherName =
  /instruction|read ?me|explanation|definition|glossary|look ?up|validation|\blists?\b|drop ?down|legend|reference|vocab|\bcodes?\b|change ?log|revision|example|summary|pivot|chart|contents|cover/i

const putAside =
  /\b(old|archived?|back ?up|copy|superseded|obsolete|previous|prior|removed|deleted|retired)\b/i

/** How much a table looks like an inventory of datasets: by its columns first, then its name and size. */
function sheetScore({ grid, table }: FoundTable): number {
  const mapped = table.columns.reduce((sum, { field, confidence }) => {
    if (field === null) return sum
    return sum + confidenceWeight[confidence] * (field === 'title' ? 3 : 1)
  }, 0)
  const name = grid.name.replace(/[_-]+/g, ' ')
  const isInventory = inventoryName.test(name) && !putAside.test(name)
  const byName = (isInventory ? 2.5 : 0) - (otherName.test(name) ? 4 : 0) - (putAside.test(name) ? 3 : 0)
  const size = Math.min(Math.log2(1 + table.datasets), 7) * 0.4
  const width = Math.min(table.columns.length, 10) * 0.1
  return mapped + byName + size + width - (table.datasets === 0 ? 1.5 : 0)
}
