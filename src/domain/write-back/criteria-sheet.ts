import type { Criterion } from '../criteria.ts'
import type { CriterionWeight } from '../inventory-table.ts'
import { columnLetter, type SheetGrid, textAt } from '../table/sheet-grid.ts'
import type { AddedSheet, CellChange } from './workbook-changes.ts'

/** Where it says how much each criterion counts: without it nobody could work the scores out again. */
export const criteriaSheet = 'Plan criteria'

const header = ['Criterion', 'Counts'] as const
const weightColumn = header.indexOf('Counts') + 1

/** A criterion on the sheet of an earlier plan. */
export interface CriterionOnSheet extends CriterionWeight {
  readonly sheet: string
  /** The cell of its weight. */
  readonly cell: string
}

/** What such a sheet says, if there is one: a sheet of the agency's may be called the same. */
export function criteriaOnSheets(
  grids: readonly Pick<SheetGrid, 'name' | 'rows'>[],
): readonly CriterionOnSheet[] {
  return grids.filter(isOurs).flatMap(({ name: sheet, rows }) =>
    rows.slice(1).flatMap((row) => {
      const weight = weightIn(textAt(row, weightColumn))
      const cell = `${columnLetter(weightColumn)}${row.row}`
      return weight === null ? [] : [{ sheet, cell, name: textAt(row, 1).trim(), weight }]
    }),
  )
}

function isOurs({ name, rows }: Pick<SheetGrid, 'name' | 'rows'>): boolean {
  const [first] = rows
  return (
    name.startsWith(criteriaSheet) &&
    first?.row === 1 &&
    header.every((text, index) => textAt(first, index + 1) === text)
  )
}

function weightIn(text: string): number | null {
  const weight = Number(text)
  return text.trim() === '' || !(weight >= 0 && weight <= 3) ? null : weight
}

/** What has to be written so that the workbook says how much each criterion counts; nothing where all count alike. */
export function criteriaWrites(
  criteria: readonly Criterion[],
  known: readonly CriterionOnSheet[],
): { readonly cells: readonly CellChange[]; readonly sheets: readonly AddedSheet[] } {
  if (known.length === 0) {
    const isPlain = criteria.every(({ weight }) => weight === 1)
    return { cells: [], sheets: isPlain ? [] : [sheetOf(criteria)] }
  }
  const weights = new Map(criteria.map(({ name, weight }) => [name, weight]))
  const cells = known.flatMap(({ sheet, cell, name, weight }) => {
    const value = weights.get(name)
    return value === undefined || value === weight ? [] : [{ sheet, cell, value }]
  })
  return { cells, sheets: [] }
}

function sheetOf(criteria: readonly Criterion[]): AddedSheet {
  return {
    name: criteriaSheet,
    header,
    widths: [40, 12],
    rows: criteria.map(({ name, weight }) => [name, weight]),
  }
}
