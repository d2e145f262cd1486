import type { Criterion } from '../criteria.ts'
import type { Dataset } from '../dataset.ts'
import type { PlanMark } from '../inventory-table.ts'
import type { Plan } from '../plan.ts'
import { type RankedDataset, rankCandidates } from '../priority.ts'
import { addedRow, additions, type MappedTable } from './added-datasets.ts'
import { additionCells } from './addition-cells.ts'
import { rowKey } from './additional-values.ts'
import { type AdditionsTable, valuesOnAdditions } from './additions-sheet.ts'
import { changeLogOf } from './change-log.ts'
import type { ChangedDataset } from './changed-dataset.ts'
import { correctionsOf } from './corrections.ts'
import { type CriterionOnSheet, criteriaWrites } from './criteria-sheet.ts'
import { markNumbers, markWithoutNumber } from './mark-numbers.ts'
import { type PlanColumn, planColumns } from './plan-columns.ts'
import type { AddedColumn, TablePlace, WorkbookChanges, WritableValue } from './workbook-changes.ts'

/** What is known of the workbook beside its table. */
export interface KnownOfWorkbook {
  /** The sheets on which the inventory goes on. */
  readonly further?: readonly TablePlace[]
  /** The columns that earlier plans left in it. */
  readonly marks?: readonly PlanMark[]
  /** All columns that its names mark, whether they are to be believed or not. */
  readonly named?: readonly PlanMark[]
  /** The datasets that people changed since it was opened. */
  readonly changed?: readonly ChangedDataset[]
  /** The plan's criteria as they were then. */
  readonly criteriaBefore?: readonly Criterion[]
  /** What an earlier plan put on sheets of its own, since it found no place in the table. */
  readonly additions?: readonly AdditionsTable[]
  /** How much they counted by a sheet of an earlier plan. */
  readonly criteriaOnSheets?: readonly CriterionOnSheet[]
  /** Whether new columns that would be folded away are left out. */
  readonly onlyMainColumns?: boolean
  /** Whether a sheet is to tell of every changed cell. */
  readonly withChangeLog?: boolean
}

/**
 * What the plan writes into the inventory: its own columns beside the table, and a row below it for each dataset that
 * has none, or a sheet where there is no room. A cell of the agency changes only where a person edited that very field, and
 * one of an earlier plan only where somebody decided something else since the inventory was opened.
 */
export function workbookChanges(
  plan: Pick<Plan, 'datasets' | 'criteria'>,
  table: MappedTable,
  known: KnownOfWorkbook = {},
): WorkbookChanges {
  const { further = [], changed = [] } = known
  const { criteria } = plan
  const tables = [table, ...further]
  const planned = planColumns(criteria)
  const numberOn = numbering(tables, planned, known)
  const ranked = rankedById(plan.datasets, criteria)
  const before = beforeChanges(plan, known)
  const valuesOf: ValuesOf = (dataset) =>
    planned.map((column) => column.valueOf(dataset, ranked.get(dataset.id)))
  const added = addedDatasets(plan).map((dataset) => ({ facts: dataset.facts, values: valuesOf(dataset) }))
  const columns = tables.flatMap(({ sheet }) =>
    columnsOnSheet(sheet, numberOn(sheet), planned, known, {
      rows: rowsOn(sheet, plan.datasets, valuesOf, before.valuesOf),
      newRows: sheet === table.sheet ? added.map(({ values }) => values) : [],
    }),
  )
  const inTables = changed.filter(({ now }) => tables.some(({ sheet }) => sheet === now.source?.sheet))
  const corrections = correctionsOf(inTables, table.fields)
  const own = known.additions ?? []
  const onOwn = plan.datasets.filter(({ source }) => own.some(({ sheet }) => sheet === source?.sheet))
  const onAdditions = additionCells(
    own,
    onOwn.flatMap((now) => before.beside(now, valuesOf)),
    planned,
  )
  const weights = criteriaWrites(criteria, known.criteriaOnSheets ?? [])
  const cells = [...corrections.map(({ change }) => change), ...onAdditions.cells, ...weights.cells]
  // Where nothing was decided the file stays as it is, to the byte: also a mark that has gone astray.
  const isDecided =
    cells.length + added.length > 0 || columns.some(({ values }) => Object.keys(values).length > 0)
  const log = () => {
    const newRows = addedDatasets(plan).map(({ id }) => id)
    const rankings = { ranked, rankedBefore: before.ranked() }
    const { cellOf } = onAdditions
    return changeLogOf({ changed, corrections, criteria, ...rankings, numberOn, newRows, table, cellOf })
  }
  return {
    tables,
    cells,
    columns: isDecided ? columns : [],
    rows: added.map((dataset) => addedRow(table, numberOn(table.sheet), dataset, planned)),
    sheets: weights.sheets,
    ...(added.length === 0 ? {} : { rowsOtherwise: additions(added, planned) }),
    ...(known.withChangeLog === true && { changeLog: log() }),
    refusedTo: { ...valuesOnAdditions, names: namesOf(plan.datasets) },
  }
}

type ValuesOf = (dataset: Dataset) => readonly WritableValue[]

function rowsOn(
  sheet: string,
  datasets: readonly Dataset[],
  valuesOf: ValuesOf,
  valuesBefore: ValuesOf,
): readonly ColumnRow[] {
  return datasets.flatMap((dataset) =>
    dataset.source?.sheet === sheet
      ? [{ row: dataset.source.row, values: valuesOf(dataset), before: valuesBefore(dataset) }]
      : [],
  )
}

/** The plan's columns as far as they are there or have something to say. */
function columnsOnSheet(
  sheet: string,
  number: string,
  planned: readonly PlanColumn[],
  { marks = [], onlyMainColumns = false }: KnownOfWorkbook,
  said: Pick<ColumnOnSheet, 'rows' | 'newRows'>,
): readonly AddedColumn[] {
  return planned.flatMap((column, index) => {
    const mark = column.mark + number
    const at = marks.find((one) => one.name === mark)?.letter ?? null
    if (column.folded === true && at === null && onlyMainColumns) return []
    return addedColumn({ sheet, mark, at, column, index, ...said })
  })
}

function namesOf(datasets: readonly Dataset[]): ReadonlyMap<string, string> {
  return new Map(
    datasets.flatMap(({ source, facts }) => (source === null ? [] : [[rowKey(source), facts.title]])),
  )
}

function addedDatasets({ datasets }: Pick<Plan, 'datasets'>): readonly Dataset[] {
  return datasets.filter(({ source }) => source === null)
}

/** What stands behind the names of each sheet's marks. */
function numbering(
  tables: readonly TablePlace[],
  columns: readonly PlanColumn[],
  { marks = [], named = [] }: KnownOfWorkbook,
): (sheet: string) => string {
  const names = new Set(columns.map(({ mark }) => mark))
  const ours = [...marks, ...named].filter(({ name }) => names.has(markWithoutNumber(name)))
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

interface ColumnRow {
  readonly row: number
  readonly values: readonly WritableValue[]
  /** What its cells said when the inventory was opened, as far as the plan understood them. */
  readonly before: readonly WritableValue[]
}

interface ColumnOnSheet {
  readonly sheet: string
  readonly mark: string
  /** Where it is already. */
  readonly at: string | null
  readonly column: PlanColumn
  readonly index: number
  readonly rows: readonly ColumnRow[]
  /** What datasets say that become rows. */
  readonly newRows: readonly (readonly WritableValue[])[]
}

/**
 * A column that is there already is written where people decided something else since, if anywhere; what was not
 * understood there stays. One that is not there yet comes with all it says, as soon as anything of it was decided.
 */
function addedColumn({
  sheet,
  mark,
  at,
  column,
  index,
  rows,
  newRows,
}: ColumnOnSheet): readonly AddedColumn[] {
  const changed = rows.filter(({ values, before }) => !isSame(values[index], before[index]))
  const isSaid = newRows.some((values) => (values[index] ?? null) !== null)
  if (changed.length === 0 && !isSaid && at === null) return []
  const { header, width, choices, folded } = column
  const written = at === null ? rows : changed
  const values = Object.fromEntries(written.map(({ row, values }) => [row, values[index] ?? null]))
  return [
    {
      sheet,
      mark,
      header,
      width,
      values,
      at,
      ...(choices !== undefined && { choices }),
      ...(folded && { folded }),
    },
  ]
}

function isSame(one: WritableValue = null, other: WritableValue = null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The plan as it was when the inventory was opened: what its columns said then, and its ranking. */
function beforeChanges(
  plan: Pick<Plan, 'datasets' | 'criteria'>,
  { marks = [], additions: own = [], changed = [], criteriaBefore = plan.criteria }: KnownOfWorkbook,
) {
  const earlier = new Map(changed.map(({ now, before }) => [now.id, before]))
  const beforeOf = (dataset: Dataset) =>
    earlier.has(dataset.id) ? (earlier.get(dataset.id) ?? null) : dataset
  let known: ReadonlyMap<string, RankedDataset> | null = null
  const ranked = () => {
    known ??= rankedById(
      plan.datasets.flatMap((dataset) => beforeOf(dataset) ?? []),
      criteriaBefore,
    )
    return known
  }
  const columns = planColumns(plan.criteria)
  const nothing = columns.map(() => null)
  const said = (dataset: Dataset) =>
    columns.map((column) => column.valueOf(dataset, ranked().get(dataset.id)))
  return {
    ranked,
    /** The dataset as it is with the same as it was; nothing for one that was not there. */
    beside: (now: Dataset, valuesOf: ValuesOf) => {
      const before = beforeOf(now)
      return before === null ? [] : [{ now, before, values: valuesOf(now), said: said(before) }]
    },
    valuesOf: (dataset: Dataset): readonly WritableValue[] => {
      // Without anything of an earlier plan all was decided since.
      const before = marks.length + own.length === 0 ? null : beforeOf(dataset)
      return before === null ? nothing : said(before)
    },
  }
}
