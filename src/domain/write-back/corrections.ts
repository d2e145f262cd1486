import { type Facts, type InventoryField, inventoryFields } from '../inventory-field.ts'
import type { ColumnField } from '../inventory-table.ts'
import type { ChangedDataset } from './changed-dataset.ts'
import { sameMeaning } from './column-dialect.ts'
import type { CellChange } from './workbook-changes.ts'

/** One cell of the agency's that a person corrected, or was to be. */
export interface Correction {
  readonly dataset: ChangedDataset
  readonly field: InventoryField
  readonly change: CellChange
  /** What the cell showed. */
  readonly was: string
}

type Columns = readonly ColumnField[]

/** The agency's cells that a person's edits of what the inventory says mean to change, and nothing else. */
export function correctionsOf(changed: readonly ChangedDataset[], columns: Columns): readonly Correction[] {
  return changed.flatMap((dataset) => {
    const { now, before, words } = dataset
    if (before === null || now.source === null) return []
    const { sheet, row } = now.source
    return inventoryFields
      .filter((field) => words.has(`facts.${field}`) && !sameMeaning(before.facts[field], now.facts[field]))
      .flatMap((field) =>
        cellsOf(dataset, field, columns).map(({ letter, value, refuse }) => ({
          dataset,
          field,
          was: dataset.cells[letter] ?? '',
          change: { sheet, cell: `${letter}${row}`, value, asColumn: true, ...(refuse && { refuse }) },
        })),
      )
      .filter(isFirstOfItsCell)
  })
}

/** Fields that one cell holds together say the same: it is written once. */
function isFirstOfItsCell({ change }: Correction, index: number, all: readonly Correction[]): boolean {
  return all.findIndex((other) => other.change.cell === change.cell) === index
}

/** The changes with those of the fields that stand in the same cells: what one cell says is one thing. */
export function withSharedFields(changes: Partial<Facts>, now: Facts, columns: Columns): Partial<Facts> {
  const shared: Partial<Record<InventoryField, string>> = { ...changes }
  for (const field of inventoryFields) {
    const value = changes[field]
    if (value === undefined) continue
    for (const other of inventoryFields) {
      const isAlike = lettersOf(other, columns) === lettersOf(field, columns) && now[other] === now[field]
      if (isAlike && lettersOf(field, columns) !== '') shared[other] ??= value
    }
  }
  return shared
}

function lettersOf(field: InventoryField, columns: Columns): string {
  return columns
    .filter((column) => column.field === field)
    .map(({ letter }) => letter)
    .join()
}

interface CellValue extends Pick<CellChange, 'value' | 'refuse'> {
  readonly letter: string
}

function cellsOf(
  { now, before, cells }: ChangedDataset,
  field: InventoryField,
  columns: Columns,
): readonly CellValue[] {
  const letters = columns.filter((column) => column.field === field).map(({ letter }) => letter)
  const value = now.facts[field].trim()
  const textIn = (letter: string) => (cells[letter] ?? '').trim()
  const filled = letters.filter((letter) => textIn(letter) !== '')
  const [letter = letters[0]] = filled
  if (letter === undefined) return []
  if (isShared(letter, field, now.facts, columns)) return [{ letter, value, refuse: 'shared-cell' }]
  if (filled.length > 1) return severalCells(filled, value, textIn)
  // The cell shows other words than the address behind them: writing over the words would leave the link as it was.
  const isLinked = before?.facts[field].trim() !== textIn(letter)
  return [{ letter, value: value === '' ? null : value, ...(isLinked && { refuse: 'linked-cell' as const }) }]
}

/** Whether the cell also holds a field that says something else: then neither can be written over the other. */
function isShared(letter: string, field: InventoryField, facts: Facts, columns: Columns): boolean {
  return columns.some(
    (column) =>
      column.letter === letter &&
      column.field !== null &&
      (facts[column.field].trim() !== facts[field].trim() ||
        lettersOf(column.field, columns) !== lettersOf(field, columns)),
  )
}

/** Of a field that several cells hold, which part belongs to which of them can only be told while their number stays. */
function severalCells(
  letters: readonly string[],
  value: string,
  textIn: (letter: string) => string,
): readonly CellValue[] {
  // Cells that said alike were one.
  if (new Set(letters.map(textIn)).size === 1) return letters.map((letter) => ({ letter, value }))
  const parts = value.split('; ')
  if (parts.length !== letters.length) return [{ letter: letters[0] ?? '', value, refuse: 'several-cells' }]
  return letters.flatMap((letter, index) => {
    const part = (parts[index] ?? '').trim()
    return part === textIn(letter) ? [] : [{ letter, value: part }]
  })
}
