import { datasetName } from '../../../domain/labels.ts'
import type { Plan } from '../../../domain/plan.ts'
import type { ChangedCell, PatchReport } from '../../../domain/write-back/workbook-changes.ts'
import { text } from '../../text/text.ts'
import type { TableColumn, TableRow } from '../../ui/table-column.ts'
import { refusedByPlace, reportNumbers } from './report-numbers.ts'

export interface ChangeRow extends TableRow {
  readonly cells: readonly string[]
}

/** One list of the report: what it is about, its columns and its rows. */
export interface ChangeTable {
  readonly id: 'agency' | 'plan' | 'rows' | 'refused' | 'parts'
  readonly label: string
  readonly columns: readonly TableColumn<ChangeRow>[]
  readonly rows: readonly ChangeRow[]
}

/** The lists of the report that have something in them; of the parts there is always one to tell. */
export function changeTables(report: PatchReport, plan: Plan): readonly ChangeTable[] {
  const { agency, plan: inColumns, rows } = reportNumbers(report)
  const words = text.deliver.report
  const cellTable = (id: 'agency' | 'plan' | 'rows', label: string, cells: readonly ChangedCell[]) => ({
    id,
    label,
    columns: columnsOf([
      [words.cell, 130],
      [words.dataset, null],
      [words.before, null],
      [words.after, null],
    ]),
    rows: cellRows(cells, plan),
  })
  const tables: readonly ChangeTable[] = [
    cellTable('agency', words.agencyTab(agency.length), agency),
    cellTable('plan', words.planTab(inColumns.length), inColumns),
    cellTable('rows', words.rowsTab(report.addedRows.length), rows),
    refusedTable(report),
    partsTable(report),
  ]
  return tables.filter(({ rows: listed }) => listed.length > 0)
}

function cellRows(cells: readonly ChangedCell[], plan: Plan): readonly ChangeRow[] {
  const names = new Map(
    plan.datasets.flatMap((dataset) =>
      dataset.source === null
        ? []
        : [[`${dataset.source.sheet}!${dataset.source.row}`, datasetName(dataset)]],
    ),
  )
  return cells.map(({ sheet, cell, before, after }) => {
    const place = sheet === '' ? cell : `${sheet}!${cell}`
    // A text file is one sheet, whatever it is called.
    const name = names.get(`${sheet || plan.inventory.sheet}!${cell.replace(/^[A-Z]+/, '')}`) ?? ''
    return { id: place, cells: [place, name, before, after] }
  })
}

function refusedTable(report: PatchReport): ChangeTable {
  const words = text.deliver.report
  const { onAdditions, inPlanOnly } = refusedByPlace(report)
  const listed = [
    ...onAdditions.map((refusal) => ({ refusal, instead: words.insteadOnAdditions })),
    ...inPlanOnly.map((refusal) => ({ refusal, instead: words.insteadInPlan })),
  ]
  return {
    id: 'refused',
    label: words.refusedTab(listed.length),
    columns: columnsOf([
      [words.place, 170],
      [words.value, null],
      [words.why, null],
      [words.instead, 170],
    ]),
    rows: listed.map(({ refusal: { where, reason, value }, instead }, index) => ({
      id: String(index),
      cells: [where, value, words.reasons[reason], instead],
    })),
  }
}

function partsTable({ comparison: { same, changed, added, removed } }: PatchReport): ChangeTable {
  const words = text.deliver.report
  const rows = [
    ...changed.map(({ part, cells }) => [
      part,
      words.partChanged,
      cells.length > 0 ? words.partCells(cells.length) : words.partForExcel,
    ]),
    ...added.map((part) => [part, words.partAdded, '']),
    ...removed.map((part) => [part, words.partRemoved, '']),
    ...same.map((part) => [part, words.partSame, words.partBytes]),
  ]
  return {
    id: 'parts',
    label: words.partsTab(rows.length),
    columns: columnsOf([
      [words.part, null],
      [words.state, 120],
      [words.what, null],
    ]),
    rows: rows.map((cells) => ({ id: cells[0] ?? '', cells })),
  }
}

function columnsOf(
  headings: readonly (readonly [heading: string, width: number | null])[],
): readonly TableColumn<ChangeRow>[] {
  return headings.map(([heading, width], index) => ({
    id: String(index),
    heading,
    text: ({ cells }) => cells[index] ?? '',
    ...(width !== null && { width }),
  }))
}
