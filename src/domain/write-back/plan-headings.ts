import type { PlanMark } from '../inventory-table.ts'
import { planSheets } from '../table/find-table.ts'
import { columnLetter, type GridRow, type SheetGrid } from '../table/sheet-grid.ts'
import { freeNumber, numberOfMark } from './mark-numbers.ts'
import { planColumns } from './plan-columns.ts'

const markOfHeading: ReadonlyMap<string, string> = new Map(
  planColumns.map(({ header, mark }) => [header, mark]),
)

/**
 * Columns with exactly the headings of a plan's that no mark points to: a text file holds none, and a workbook loses
 * them where somebody deletes its names. Whether they are the plan's, a person has to say.
 */
export function unmarkedPlanColumns(
  grids: readonly SheetGrid[],
  marks: readonly PlanMark[],
): readonly PlanMark[] {
  const taken = new Set(marks.map(numberOfMark))
  return grids
    .filter(({ name }) => !planSheets.has(name))
    .flatMap((grid) => {
      const own = marks.filter(({ sheet }) => sheet.toLowerCase() === grid.name.toLowerCase())
      const row = headingRow(grid, own)
      if (row === undefined) return []
      const number = own[0] === undefined ? freeNumber(taken) : numberOfMark(own[0])
      const found = headingsIn(row, grid.name, number, new Set(own.map(({ name }) => name)))
      taken.add(number)
      return found
    })
}

/** Headings stand near the top; a plan of a hundred thousand datasets need not be looked through for them. */
const rowsLookedAt = 1_000

/** The row of the columns that are known, else the one with the most of our headings. */
function headingRow(grid: SheetGrid, [known]: readonly PlanMark[]): GridRow | undefined {
  if (known !== undefined) return grid.rows.find(({ row }) => row === known.headerRow)
  let best: GridRow | undefined
  let most = 0
  for (const row of grid.rows.slice(0, rowsLookedAt)) {
    const count = row.texts.filter((text) => markOfHeading.has(text)).length
    if (count > most) [best, most] = [row, count]
  }
  return best
}

function headingsIn(
  { row, columns, texts }: GridRow,
  sheet: string,
  number: string,
  known: ReadonlySet<string>,
): readonly PlanMark[] {
  const found = new Map<string, PlanMark>()
  for (const [index, text] of texts.entries()) {
    const mark = markOfHeading.get(text)
    const name = `${mark}${number}`
    if (mark === undefined || known.has(name) || found.has(name)) continue
    found.set(name, { name, sheet, letter: columnLetter(columns[index] ?? 0), headerRow: row })
  }
  return [...found.values()]
}
