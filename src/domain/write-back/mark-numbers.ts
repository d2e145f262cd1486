import type { PlanMark } from '../inventory-table.ts'

/** What stands behind the name of a mark where several sheets have columns of the plan: `ODAP_rank_2`. */
const numberBehind = /_(\d+)$/

/** The name of a column's mark, whichever sheet it is on. */
export function markWithoutNumber(name: string): string {
  return name.replace(numberBehind, '')
}

/**
 * What to put behind the names of each sheet's marks, by sheet: a name can mark one column of a workbook only. A sheet
 * that has columns of an earlier plan keeps theirs, whether it came first then or not.
 */
export function markNumbers(
  sheets: readonly string[],
  marks: readonly Pick<PlanMark, 'name' | 'sheet'>[],
): ReadonlyMap<string, string> {
  const taken = new Set(marks.map(numberOfMark))
  const numbers = new Map<string, string>()
  for (const sheet of sheets) {
    const own = marks.find((mark) => mark.sheet.toLowerCase() === sheet.toLowerCase())
    const number = own === undefined ? freeNumber(taken) : numberOfMark(own)
    taken.add(number)
    numbers.set(sheet, number)
  }
  return numbers
}

/** What stands behind the name of a mark: '' on the first sheet. */
export function numberOfMark({ name }: Pick<PlanMark, 'name'>): string {
  return numberBehind.exec(name)?.[0] ?? ''
}

export function freeNumber(taken: ReadonlySet<string>): string {
  if (!taken.has('')) return ''
  let number = 2
  while (taken.has(`_${number}`)) number += 1
  return `_${number}`
}
