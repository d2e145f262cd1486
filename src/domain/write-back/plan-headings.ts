import { guidanceCriteria } from '../criteria.ts'
import type { PlanMark } from '../inventory-table.ts'
import { planSheets } from '../table/find-table.ts'
import { columnLetter, columnNumber, type GridRow, type SheetGrid, textAt } from '../table/sheet-grid.ts'
import { freeNumber, markWithoutNumber, numberOfMark } from './mark-numbers.ts'
import { planColumns } from './plan-columns.ts'

const known = planColumns(guidanceCriteria)
const markOfHeading: ReadonlyMap<string, string> = new Map(known.map(({ header, mark }) => [header, mark]))
const headingOfMark: ReadonlyMap<string, string> = new Map(known.map(({ header, mark }) => [mark, header]))

type HeadedSheet = Pick<SheetGrid, 'name' | 'rows'>

/** The columns that the workbook's names mark as the plan's, and those about which a person has to be asked. */
export interface JudgedMarks {
  readonly believed: readonly PlanMark[]
  /** Where they point other words stand, and ours stand nowhere. */
  readonly doubtful: readonly PlanMark[]
}

/**
 * A mark is believed where its column's heading says the same. Programs that insert or delete columns without looking
 * after names leave marks behind that point at the agency's columns: there the heading tells where the column is.
 */
export function judgedMarks(grids: readonly HeadedSheet[], named: readonly PlanMark[]): JudgedMarks {
  const gridOf = new Map(grids.map((grid) => [grid.name.toLowerCase(), grid]))
  const believed: PlanMark[] = []
  const doubtful: PlanMark[] = []
  for (const mark of named) {
    const place = placeOf(mark, gridOf.get(mark.sheet.toLowerCase()))
    if (place === null) doubtful.push(mark)
    else believed.push({ ...mark, ...place })
  }
  return { believed, doubtful }
}

type Place = Pick<PlanMark, 'letter' | 'headerRow'>

function placeOf(mark: PlanMark, grid: HeadedSheet | undefined): Place | null {
  const heading = headingOfMark.get(markWithoutNumber(mark.name))
  const row = grid?.rows.find((one) => one.row === mark.headerRow)
  if (isHeading(textAt(row, columnNumber(mark.letter)), heading)) return mark
  return grid === undefined ? null : headingPlace(grid, heading, mark)
}

/** A mark of a version that knows more columns than this one is that version's word. */
function isHeading(text: string, heading: string | undefined): boolean {
  const said = text.trim().toLowerCase()
  if (heading === undefined) return said.startsWith('plan: ')
  // In an Excel table a heading that is taken gets a number.
  return (
    said === heading.toLowerCase() ||
    (/^ \d+$/.test(said.slice(heading.length)) && said.startsWith(heading.toLowerCase()))
  )
}

/** Where the heading stands nearest to where its mark says, by rows and then by columns. */
function headingPlace({ rows }: HeadedSheet, heading: string | undefined, mark: PlanMark): Place | null {
  if (heading === undefined) return null
  const places = rows
    .slice(0, rowsLookedAt)
    .flatMap(({ row, columns, texts }) =>
      texts.flatMap((text, index) =>
        text === heading ? [{ headerRow: row, column: columns[index] ?? 0 }] : [],
      ),
    )
  const distance = ({ headerRow, column }: (typeof places)[number]) =>
    Math.abs(headerRow - mark.headerRow) * 100_000 + Math.abs(column - columnNumber(mark.letter))
  const [nearest] = places.toSorted((a, b) => distance(a) - distance(b))
  return nearest === undefined ? null : { letter: columnLetter(nearest.column), headerRow: nearest.headerRow }
}

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
function headingRow(grid: SheetGrid, [own]: readonly PlanMark[]): GridRow | undefined {
  if (own !== undefined) return grid.rows.find(({ row }) => row === own.headerRow)
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
  named: ReadonlySet<string>,
): readonly PlanMark[] {
  const found = new Map<string, PlanMark>()
  for (const [index, text] of texts.entries()) {
    const mark = markOfHeading.get(text)
    const name = `${mark}${number}`
    if (mark === undefined || named.has(name) || found.has(name)) continue
    found.set(name, { name, sheet, letter: columnLetter(columns[index] ?? 0), headerRow: row })
  }
  return [...found.values()]
}
