import { isCalendarDate } from '../calendar-date.ts'
import type { Criterion } from '../criteria.ts'
import type { Dataset } from '../dataset.ts'
import type { InventoryField } from '../inventory-field.ts'
import { inventoryFields } from '../inventory-field.ts'
import type { ColumnField, PlanMark } from '../inventory-table.ts'
import { inventoryFieldLabels } from '../labels.ts'
import { joinedFact } from '../mapping/joined-fact.ts'
import type { Plan } from '../plan.ts'
import { type RankedDataset, rankCandidates } from '../priority.ts'
import { changeLogOf } from './change-log.ts'
import type { ChangedDataset } from './changed-dataset.ts'
import { correctionsOf } from './corrections.ts'
import { markNumbers, markWithoutNumber } from './mark-numbers.ts'
import { given, type PlanColumn, planColumns } from './plan-columns.ts'
import type {
  AddedColumn,
  AddedRow,
  AddedSheet,
  TablePlace,
  WorkbookChanges,
  WritableValue,
} from './workbook-changes.ts'

/** Where datasets go that have no row in the inventory. */
export const additionsSheet = 'Plan additions'

const markNames: ReadonlySet<string> = new Set(planColumns.map(({ mark }) => mark))

/** The inventory's table and which field of a dataset each of its columns holds. */
export interface MappedTable extends TablePlace {
  readonly fields: readonly ColumnField[]
}

/** What is known of the workbook beside its table. */
export interface KnownOfWorkbook {
  /** The sheets on which the inventory goes on. */
  readonly further?: readonly TablePlace[]
  /** The columns that earlier plans left in it. */
  readonly marks?: readonly Pick<PlanMark, 'name' | 'sheet'>[]
  /** Those of them that a person recognised by their headings. */
  readonly headingMarks?: readonly PlanMark[]
  /** The datasets that people changed since it was opened. */
  readonly changed?: readonly ChangedDataset[]
  /** Whether a sheet is to tell of every changed cell. */
  readonly withChangeLog?: boolean
}

/**
 * What the plan writes into the inventory: its own columns beside the table, and a row below it for each dataset that
 * has none, or a sheet where there is no room. A cell of the agency changes only where a person edited that very field. A
 * column nobody has decided anything for only clears what an earlier export wrote into it.
 */
export function workbookChanges(
  plan: Pick<Plan, 'datasets' | 'criteria'>,
  table: MappedTable,
  known: KnownOfWorkbook = {},
): WorkbookChanges {
  const { further = [], headingMarks = [], changed = [] } = known
  const tables = [table, ...further]
  const numberOn = numbering(tables, known)
  const ranked = rankedById(plan.datasets, plan.criteria)
  const valuesOf = (dataset: Dataset) =>
    planColumns.map((column) => column.valueOf(dataset, ranked.get(dataset.id)))
  const columnsOn = (sheet: string) => {
    const rows = plan.datasets.flatMap((dataset) =>
      dataset.source?.sheet === sheet ? [{ row: dataset.source.row, values: valuesOf(dataset) }] : [],
    )
    return planColumns.map((column, index) => {
      const added = addedColumn(sheet, numberOn(sheet), column, index, rows)
      const at = headingMarks.find(({ name }) => name === added.mark)?.letter
      return at === undefined ? added : { ...added, at }
    })
  }
  const added = addedDatasets(plan).map((dataset) => ({ facts: dataset.facts, values: valuesOf(dataset) }))
  const corrections = correctionsOf(changed, table.fields)
  const log = () => {
    const before = changed.flatMap((one) => one.before ?? [])
    const rankedBefore = rankedById(before, plan.criteria)
    const newRows = addedDatasets(plan).map(({ id }) => id)
    const { criteria } = plan
    return changeLogOf({ changed, corrections, criteria, ranked, rankedBefore, numberOn, newRows, table })
  }
  return {
    tables,
    cells: corrections.map(({ change }) => change),
    columns: tables.flatMap(({ sheet }) => columnsOn(sheet)),
    rows: added.map(({ facts, values }) => addedRow(table, numberOn(table.sheet), facts, values)),
    sheets: [],
    ...(added.length === 0 ? {} : { rowsOtherwise: additions(added) }),
    ...(known.withChangeLog === true && { changeLog: log() }),
    refusedTo: {
      name: additionsSheet,
      header: ['Belongs to', 'Column', 'Value'],
      widths: [24, 28, 40],
    },
  }
}

function addedDatasets({ datasets }: Pick<Plan, 'datasets'>): readonly Dataset[] {
  return datasets.filter(({ source }) => source === null)
}

/** What stands behind the names of each sheet's marks. */
function numbering(
  tables: readonly TablePlace[],
  { marks = [], headingMarks = [] }: KnownOfWorkbook,
): (sheet: string) => string {
  const ours = [...marks, ...headingMarks].filter(({ name }) => markNames.has(markWithoutNumber(name)))
  const numbers = markNumbers(
    tables.map(({ sheet }) => sheet),
    ours,
  )
  return (sheet) => numbers.get(sheet) ?? ''
}

function rankedById(
  datasets: readonly Dataset[],
  criteria: readonly Criterion[],
): ReadonlyMap<string, RankedDataset> {
  return new Map(rankCandidates(datasets, criteria).map((entry) => [entry.id, entry]))
}

function addedColumn(
  sheet: string,
  number: string,
  { mark, header, width, choices }: PlanColumn,
  index: number,
  rows: readonly { readonly row: number; readonly values: readonly WritableValue[] }[],
): AddedColumn {
  const values = Object.fromEntries(rows.map(({ row, values }) => [row, values[index] ?? null]))
  const column = { sheet, mark: mark + number, header, width, values }
  return choices === undefined ? column : { ...column, choices }
}

/** A field that two columns hold goes into the first of them; a column of two fields gets both. */
function addedRow(
  { sheet, lastRow, fields }: MappedTable,
  number: string,
  facts: Dataset['facts'],
  decided: readonly WritableValue[],
): AddedRow {
  const written = new Set<InventoryField>()
  const texts = new Map<string, string>()
  for (const { letter, field } of fields) {
    if (field === null || written.has(field) || facts[field].trim() === '') continue
    written.add(field)
    texts.set(letter, joinedFact(texts.get(letter) ?? '', facts[field]))
  }
  const planValues = planColumns.map(({ mark }, index) => [mark + number, decided[index] ?? null] as const)
  return {
    sheet,
    after: lastRow,
    values: Object.fromEntries([...texts].map(([letter, text]) => [letter, factValue(text)])),
    planValues: Object.fromEntries(planValues),
  }
}

function factValue(fact: string): WritableValue {
  return isCalendarDate(fact) ? { date: fact } : given(fact)
}

/** The inventory's fields that say something about any of them, the title first, and the plan's columns. */
function additions(
  added: readonly { readonly facts: Dataset['facts']; readonly values: readonly WritableValue[] }[],
): AddedSheet {
  const leading: readonly InventoryField[] = ['title', 'description', 'unit']
  const others = inventoryFields.filter(
    (field) => !leading.includes(field) && added.some(({ facts }) => facts[field] !== ''),
  )
  const fields = [...leading, ...others]
  const decided = planColumns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => added.some(({ values }) => (values[index] ?? null) !== null))
  return {
    name: additionsSheet,
    header: [
      ...fields.map((field) => inventoryFieldLabels[field]),
      ...decided.map(({ column }) => column.header),
    ],
    widths: [
      ...fields.map((field) => (field === 'description' ? 48 : 24)),
      ...decided.map(({ column }) => column.width),
    ],
    rows: added.map(({ facts, values }) => [
      ...fields.map((field) => given(facts[field])),
      ...decided.map(({ index }) => values[index] ?? null),
    ]),
  }
}
