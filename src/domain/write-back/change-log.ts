import type { Criterion } from '../criteria.ts'
import type { Dataset } from '../dataset.ts'
import { type InventoryField, inventoryFields } from '../inventory-field.ts'
import { datasetName, inventoryFieldLabels } from '../labels.ts'
import type { RankedDataset } from '../priority.ts'
import type { AdditionCells } from './addition-cells.ts'
import type { AnswerField, ChangedDataset, LastWord } from './changed-dataset.ts'
import type { Correction } from './corrections.ts'
import { type PlanColumn, planColumns } from './plan-columns.ts'
import type { CellTarget, ChangeLog, ChangeLogEntry, WritableValue } from './workbook-changes.ts'

export const changesSheet = 'Plan changes'

/** What is known of the plan beside its changes. */
export interface ChangeLogSource {
  readonly changed: readonly ChangedDataset[]
  readonly corrections: readonly Correction[]
  readonly criteria: readonly Criterion[]
  readonly ranked: ReadonlyMap<string, RankedDataset>
  readonly rankedBefore: ReadonlyMap<string, RankedDataset>
  /** What stands behind the names of a sheet's marks. */
  readonly numberOn: (sheet: string) => string
  /** The datasets that become rows, in their order. */
  readonly newRows: readonly string[]
  /** Of datasets that stand on a sheet of ours. */
  readonly cellOf: AdditionCells['cellOf']
  /** Where they become rows. */
  readonly table: {
    readonly sheet: string
    readonly fields: readonly { readonly letter: string; readonly field: InventoryField | null }[]
  }
}

/** A row for each cell that people changed: the agency's own, and answers in the plan's columns. */
export function changeLogOf(source: ChangeLogSource): ChangeLog {
  const corrections = new Map<ChangedDataset, Correction[]>()
  for (const one of source.corrections) {
    if (one.change.refuse !== undefined) continue
    corrections.set(one.dataset, [...(corrections.get(one.dataset) ?? []), one])
  }
  const entries = source.changed.flatMap((dataset) => {
    const own = corrections.get(dataset) ?? []
    return [
      ...own.map(correctionEntry),
      ...additionEntries(dataset, source),
      ...newRowEntry(dataset, source),
      ...answerEntries(dataset, source),
    ]
  })
  return {
    name: changesSheet,
    header: ['Cell', 'Dataset', 'Column', 'What it was', 'What it is', 'Reason', 'Who', 'When'],
    widths: [18, 36, 26, 32, 32, 48, 20, 14],
    entries,
  }
}

function correctionEntry({ dataset, field, change, was }: Correction): ChangeLogEntry {
  const { sheet, cell, value } = change
  return entry({ sheet, cell }, dataset, inventoryFieldLabels[field], was, value, [`facts.${field}`])
}

/** What was corrected of a dataset that stands on a sheet of ours. */
function additionEntries(dataset: ChangedDataset, { cellOf }: ChangeLogSource): readonly ChangeLogEntry[] {
  const { now, before, words } = dataset
  if (before === null) return []
  return inventoryFields.flatMap((field) => {
    const [label, was, is] = [inventoryFieldLabels[field], before.facts[field], now.facts[field]]
    const target = was.trim() === is.trim() ? null : cellOf(now, label)
    return target === null || !words.has(`facts.${field}`)
      ? []
      : [entry(target, dataset, label, was, is, [`facts.${field}`])]
  })
}

function newRowEntry(
  dataset: ChangedDataset,
  { newRows, table }: ChangeLogSource,
): readonly ChangeLogEntry[] {
  const newRow = dataset.before === null ? newRows.indexOf(dataset.now.id) : -1
  const letter = table.fields.find(({ field }) => field === 'title')?.letter
  if (newRow === -1 || letter === undefined) return []
  const target = { newRow, letter }
  const { title } = dataset.now.facts
  return [entry(target, dataset, inventoryFieldLabels.title, null, title, ['facts.title'])]
}

function answerEntries(dataset: ChangedDataset, source: ChangeLogSource): readonly ChangeLogEntry[] {
  const { now, before, words } = dataset
  return planColumns(source.criteria).flatMap((column) => {
    const said = column.says.filter((field) => words.has(field))
    if (said.length === 0) return []
    const target = targetOf(now, column, source)
    const was = before === null ? null : column.valueOf(before, source.rankedBefore.get(before.id))
    const is = column.valueOf(now, source.ranked.get(now.id))
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [entry(target, dataset, column.header, was, is, said, column.reasonOf?.(now, source.criteria))]
  })
}

function targetOf(dataset: Dataset, { mark, header }: PlanColumn, known: ChangeLogSource): CellTarget {
  const { numberOn, newRows, table } = known
  const { id, source } = dataset
  const onAdditions = known.cellOf(dataset, header)
  if (onAdditions !== null) return onAdditions
  return source === null
    ? { newRow: newRows.indexOf(id), mark: mark + numberOn(table.sheet) }
    : { mark: mark + numberOn(source.sheet), row: source.row }
}

/** Where nobody gave a reason, what was done says it in words. */
function entry(
  cell: CellTarget,
  { now, words }: ChangedDataset,
  column: string,
  was: WritableValue,
  is: WritableValue,
  fields: readonly AnswerField[],
  reason = '',
): ChangeLogEntry {
  const word = lastOf(fields.flatMap((field) => words.get(field) ?? []))
  const why = reason.trim() || word?.reason.trim() || word?.what
  return {
    cell,
    rest: [
      datasetName(now),
      column,
      was,
      is,
      why ?? null,
      word?.who || null,
      word === undefined ? null : { date: word.day },
    ],
  }
}

function lastOf(words: readonly LastWord[]): LastWord | undefined {
  return words.toSorted((a, b) => a.actionId - b.actionId).at(-1)
}
