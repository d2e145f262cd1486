import type { PlanMark, RowAnswers } from '../../../domain/inventory-table.ts'
import { columnNumber, type SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { markWithoutNumber } from '../../../domain/write-back/mark-numbers.ts'

/** What the columns of an earlier plan say below their headings, row by row; rows without an answer are not there. */
export function planAnswers(
  grids: readonly SheetGrid[],
  marks: readonly PlanMark[],
  sheets: ReadonlySet<string>,
): readonly RowAnswers[] {
  return grids
    .filter(({ name }) => sheets.has(name))
    .flatMap((grid) => {
      const own = marks.filter(({ sheet }) => sheet.toLowerCase() === grid.name.toLowerCase())
      const byColumn = new Map(own.map((mark) => [columnNumber(mark.letter), mark]))
      return own.length === 0 ? [] : rowAnswers(grid, byColumn)
    })
}

function rowAnswers(grid: SheetGrid, byColumn: ReadonlyMap<number, PlanMark>): readonly RowAnswers[] {
  return grid.rows.flatMap(({ row, columns, texts }) => {
    const answers = columns.flatMap((column, index) => {
      const mark = byColumn.get(column)
      return mark === undefined || row <= mark.headerRow
        ? []
        : [[markWithoutNumber(mark.name), texts[index] ?? ''] as const]
    })
    return answers.length === 0 ? [] : [{ sheet: grid.name, row, answers: Object.fromEntries(answers) }]
  })
}
