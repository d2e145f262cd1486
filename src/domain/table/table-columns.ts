import { type GridRow, textAt } from './sheet-grid.ts'
import type { HeaderLabel } from './table-bands.ts'

/** An unlabelled column beside the table belongs to it when at least this share of its rows has a value there. */
const neighbourShare = 0.1
const companionShare = 0.3
/** Fewer values may as well be the first notes beside a table. */
const leastInList = 3

/**
 * The columns of the table: the labelled ones, those without a heading between or beside them that hold values,
 * and not those of another table further along the same rows.
 */
export function tableColumns(
  labels: readonly HeaderLabel[],
  rows: readonly GridRow[],
): readonly HeaderLabel[] {
  const usage = columnUsage(rows)
  const headers = new Map(labels.map(({ column, header }) => [column, header]))
  const first = labels[0]?.column ?? 1
  const last = labels.at(-1)?.column ?? 1
  let group: HeaderLabel[] = []
  const groups = [group]
  for (let column = first; column <= last; column += 1) {
    const header = headers.get(column)
    if (header !== undefined || usage.has(column)) group.push({ column, header: header ?? '' })
    else if (group.length > 0) {
      group = []
      groups.push(group)
    }
  }
  const kept = joinedGroups(groups, rows)
  const least = Math.max(2, rows.length * neighbourShare)
  return [...neighbours(kept, usage, least, -1), ...kept, ...neighbours(kept, usage, least, 1)]
}

/** How many rows fill each column. Long tables share their lists of columns, so each list is counted once. */
function columnUsage(rows: readonly GridRow[]): ReadonlyMap<number, number> {
  const lists = new Map<readonly number[], number>()
  for (const { columns } of rows) lists.set(columns, (lists.get(columns) ?? 0) + 1)
  const usage = new Map<number, number>()
  for (const [columns, count] of lists) {
    for (const column of columns) usage.set(column, (usage.get(column) ?? 0) + count)
  }
  return usage
}

/** Side by side with a gap: one table when the rows of the larger group fill the other one too. */
function joinedGroups(groups: readonly HeaderLabel[][], rows: readonly GridRow[]): readonly HeaderLabel[] {
  const main = groups.reduce((largest, group) => (group.length > largest.length ? group : largest), [])
  const mainRows = rows.filter((row) => touches(row, main))
  return groups.flatMap((group) => {
    if (group === main) return group
    const own = rows.filter((row) => touches(row, group))
    const both = own.filter((row) => touches(row, main)).length
    const together = own.length === 0 || both >= mainRows.length * companionShare
    return together && !isListBeside(group, mainRows) ? group : []
  })
}

/** Lists of choices stand apart, are written without a gap from the top, end early, and say nothing twice. */
function isListBeside(group: readonly HeaderLabel[], rows: readonly GridRow[]): boolean {
  const lengths = group.map(({ column }) => {
    const texts = rows.map((row) => textAt(row, column))
    const end = texts.indexOf('')
    const list = texts.slice(0, end)
    const alone = texts.slice(end).every((text) => text === '') && new Set(list).size === list.length
    return alone ? end : 0
  })
  return Math.min(...lengths) > 0 && Math.max(...lengths) >= leastInList
}

function touches(row: GridRow, group: readonly HeaderLabel[]): boolean {
  const first = group[0]?.column ?? 0
  const last = group.at(-1)?.column ?? -1
  return row.columns.some((column) => column >= first && column <= last)
}

function neighbours(
  kept: readonly HeaderLabel[],
  usage: ReadonlyMap<number, number>,
  least: number,
  step: 1 | -1,
): readonly HeaderLabel[] {
  const found: HeaderLabel[] = []
  let column = (kept.at(step === 1 ? -1 : 0)?.column ?? 0) + step
  while ((usage.get(column) ?? 0) >= least) {
    found.push({ column, header: '' })
    column += step
  }
  return step === 1 ? found : found.reverse()
}
