import type { Dataset } from '../dataset.ts'
import { inventoryFields } from '../inventory-field.ts'
import { inventoryFieldLabels } from '../labels.ts'
import { columnLetter } from '../table/sheet-grid.ts'
import type { AdditionsTable } from './additions-sheet.ts'
import { given, type PlanColumn } from './plan-columns.ts'
import type { CellChange, WritableValue } from './workbook-changes.ts'

/** A dataset with what the plan's columns say of it, now and when the workbook was opened. */
export interface AdditionNow {
  readonly now: Dataset
  readonly before: Dataset
  readonly values: readonly WritableValue[]
  readonly said: readonly WritableValue[]
}

/** What is written over on sheets of ours, and where each of their datasets has the cell of a heading. */
export interface AdditionCells {
  readonly cells: readonly CellChange[]
  /** null for a dataset that stands elsewhere, and a heading that is not there. */
  readonly cellOf: (dataset: Dataset, heading: string) => SheetCell | null
}

interface SheetCell {
  readonly sheet: string
  readonly cell: string
}

/** What has to be written over of the datasets that stand there; a heading that is missing comes with them. */
export function additionCells(
  tables: readonly AdditionsTable[],
  datasets: readonly AdditionNow[],
  columns: readonly PlanColumn[],
): AdditionCells {
  const parts = tables.map((table) => {
    const differing = datasets
      .filter(({ now }) => isOn(table, now))
      .flatMap((dataset) => differencesOf(dataset, columns))
    const headings = new Set(differing.map(({ heading }) => heading))
    const fresh = [...headings].filter((heading) => !table.letters.has(heading))
    const letters = new Map([
      ...table.letters,
      ...fresh.map((heading, index) => [heading, columnLetter(table.lastColumn + index + 1)] as const),
    ])
    const titles = fresh.map((heading) => ({ heading, row: table.headerRow, value: heading }))
    const cells = [...titles, ...differing].map(({ heading, row, value }) => {
      return { sheet: table.sheet, cell: `${letters.get(heading)}${row}`, value }
    })
    return { table, letters, cells }
  })
  return {
    cells: parts.flatMap(({ cells }) => cells),
    cellOf: (dataset, heading) => {
      const part = parts.find(({ table }) => isOn(table, dataset))
      const letter = part?.letters.get(heading)
      if (part === undefined || letter === undefined || dataset.source === null) return null
      return { sheet: part.table.sheet, cell: `${letter}${dataset.source.row}` }
    },
  }
}

interface Difference {
  readonly heading: string
  readonly row: number
  readonly value: WritableValue
}

function differencesOf(
  { now, before, values, said }: AdditionNow,
  columns: readonly PlanColumn[],
): readonly Difference[] {
  const row = now.source?.row ?? 0
  const facts = inventoryFields
    .filter((field) => now.facts[field].trim() !== before.facts[field].trim())
    .map((field) => ({ heading: inventoryFieldLabels[field], row, value: given(now.facts[field]) }))
  const decided = columns.flatMap(({ header }, index) => {
    const [value = null, earlier = null] = [values[index], said[index]]
    return JSON.stringify(value) === JSON.stringify(earlier) ? [] : [{ heading: header, row, value }]
  })
  return [...facts, ...decided]
}

function isOn({ kind, sheet, headerRow }: AdditionsTable, { source }: Dataset): boolean {
  return kind === 'datasets' && source?.sheet === sheet && source.row > headerRow
}
