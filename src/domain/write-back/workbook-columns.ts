import { isCalendarDate } from '../calendar-date.ts'
import { type Dataset, protectedBy, routeOf } from '../dataset.ts'
import type { InventoryField } from '../inventory-field.ts'
import { inventoryFields } from '../inventory-field.ts'
import {
  accessShortLabels,
  automationLabels,
  availabilityShortLabels,
  inventoryFieldLabels,
  releaseRouteLabels,
  retirementShortLabels,
  tierLabels,
  upkeepLabels,
} from '../labels.ts'
import { joinedFact } from '../mapping/joined-fact.ts'
import type { Plan } from '../plan.ts'
import type { RankedDataset } from '../priority.ts'
import { rankCandidates } from '../priority.ts'
import type { ColumnField, PlanMark } from '../table/inventory-table.ts'
import { highValueGrounds } from '../vocabulary.ts'
import { markNumbers, markWithoutNumber } from './mark-numbers.ts'
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

/** One of the plan's columns. Its value is null for a dataset about which nobody has decided. */
interface PlanColumn {
  /** The hidden defined name by which a later export finds the column again. */
  readonly mark: string
  readonly header: string
  /** In characters. */
  readonly width: number
  readonly choices?: readonly string[]
  readonly valueOf: (dataset: Dataset, entry: RankedDataset | undefined) => WritableValue
}

const planColumns: readonly PlanColumn[] = [
  {
    mark: 'ODAP_availability',
    header: 'Plan: Availability',
    width: 20,
    choices: Object.values(availabilityShortLabels),
    valueOf: ({ review: { availability } }) =>
      availability === 'not-yet-determined' ? null : availabilityShortLabels[availability],
  },
  {
    mark: 'ODAP_published_at',
    header: 'Plan: Published at',
    width: 32,
    valueOf: ({ review }) => given(review.publishedAt),
  },
  {
    mark: 'ODAP_access',
    header: 'Plan: Access',
    width: 24,
    choices: Object.values(accessShortLabels),
    valueOf: ({ identification: { access } }) =>
      access === 'undetermined' ? null : accessShortLabels[access],
  },
  {
    mark: 'ODAP_legal_basis',
    header: 'Plan: Legal basis',
    width: 28,
    valueOf: ({ identification }) => given(protectedBy(identification)),
  },
  {
    mark: 'ODAP_release_route',
    header: 'Plan: Release route',
    width: 22,
    choices: Object.values(releaseRouteLabels),
    valueOf: ({ identification }) => {
      const route = routeOf(identification)
      return route === null ? null : releaseRouteLabels[route]
    },
  },
  {
    mark: 'ODAP_high_value_grounds',
    header: 'Plan: High-value grounds',
    width: 24,
    valueOf: ({ identification }) =>
      given(highValueGrounds.filter((ground) => identification.highValueGrounds.includes(ground)).join(', ')),
  },
  {
    mark: 'ODAP_priority_score',
    header: 'Plan: Priority score',
    width: 20,
    valueOf: (_, entry) =>
      entry === undefined || entry.score === null ? null : Math.round(entry.score * 100) / 100,
  },
  { mark: 'ODAP_rank', header: 'Plan: Rank', width: 12, valueOf: (_, entry) => entry?.rank ?? null },
  {
    mark: 'ODAP_tier',
    header: 'Plan: Tier',
    width: 14,
    choices: Object.values(tierLabels),
    valueOf: (_, entry) => (entry === undefined || entry.tier === null ? null : tierLabels[entry.tier]),
  },
  {
    mark: 'ODAP_tier_reason',
    header: 'Plan: Tier reason',
    width: 32,
    valueOf: ({ priority }, entry) => (entry === undefined ? null : given(priority.override?.reason ?? '')),
  },
  {
    mark: 'ODAP_target_date',
    header: 'Plan: Target date',
    width: 18,
    valueOf: ({ commitment: { targetDate } }) =>
      isCalendarDate(targetDate) ? { date: targetDate } : given(targetDate),
  },
  {
    mark: 'ODAP_update_frequency',
    header: 'Plan: Update frequency',
    width: 24,
    valueOf: ({ commitment }) => given(commitment.updateFrequency),
  },
  {
    mark: 'ODAP_steward',
    header: 'Plan: Steward',
    width: 24,
    valueOf: ({ commitment }) => given(commitment.steward),
  },
  {
    mark: 'ODAP_custodian',
    header: 'Plan: Custodian',
    width: 24,
    valueOf: ({ commitment }) => given(commitment.custodian),
  },
  {
    mark: 'ODAP_automation',
    header: 'Plan: Automation',
    width: 20,
    choices: Object.values(automationLabels),
    valueOf: ({ commitment: { automation } }) =>
      automation === 'not-yet-determined' ? null : automationLabels[automation],
  },
  {
    mark: 'ODAP_upkeep',
    header: 'Plan: Upkeep',
    width: 20,
    choices: Object.values(upkeepLabels),
    valueOf: ({ commitment: { upkeep } }) => (upkeep === 'not-yet-determined' ? null : upkeepLabels[upkeep]),
  },
  {
    mark: 'ODAP_retirement_ground',
    header: 'Plan: Retirement ground',
    width: 26,
    choices: Object.values(retirementShortLabels),
    valueOf: ({ commitment: { retirementGround } }) =>
      retirementGround === null ? null : retirementShortLabels[retirementGround],
  },
]

const markNames: ReadonlySet<string> = new Set(planColumns.map(({ mark }) => mark))

/** The inventory's table and which field of a dataset each of its columns holds. */
export interface MappedTable extends TablePlace {
  readonly fields: readonly ColumnField[]
}

/**
 * What the plan writes into the inventory: its own columns beside the table, and a row below it for each dataset that
 * has none, or a sheet where there is no room. No cell of the agency changes here. A column nobody has decided
 * anything for only clears what an earlier export wrote into it.
 *
 * `further` are the sheets on which the inventory goes on; `marks` the columns that earlier plans left in the workbook.
 */
export function workbookChanges(
  plan: Plan,
  table: MappedTable,
  further: readonly TablePlace[] = [],
  marks: readonly Pick<PlanMark, 'name' | 'sheet'>[] = [],
): WorkbookChanges {
  const ranked = new Map(rankCandidates(plan.datasets, plan.weights).map((entry) => [entry.id, entry]))
  const valuesOf = (dataset: Dataset) =>
    planColumns.map((column) => column.valueOf(dataset, ranked.get(dataset.id)))
  const tables = [table, ...further]
  const ours = marks.filter(({ name }) => markNames.has(markWithoutNumber(name)))
  const numbers = markNumbers(
    tables.map(({ sheet }) => sheet),
    ours,
  )
  const numberOn = (sheet: string) => numbers.get(sheet) ?? ''
  const columnsOn = (sheet: string) => {
    const rows = plan.datasets.flatMap((dataset) =>
      dataset.source?.sheet === sheet ? [{ row: dataset.source.row, values: valuesOf(dataset) }] : [],
    )
    return planColumns.map((column, index) => addedColumn(sheet, numberOn(sheet), column, index, rows))
  }
  const added = plan.datasets
    .filter(({ source }) => source === null)
    .map((dataset) => ({ facts: dataset.facts, values: valuesOf(dataset) }))
  return {
    tables,
    cells: [],
    columns: tables.flatMap(({ sheet }) => columnsOn(sheet)),
    rows: added.map(({ facts, values }) => addedRow(table, numberOn(table.sheet), facts, values)),
    sheets: [],
    ...(added.length === 0 ? {} : { rowsOtherwise: additions(added) }),
    refusedTo: {
      name: additionsSheet,
      header: ['Belongs to', 'Column', 'Value'],
      widths: [24, 28, 40],
    },
  }
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

function given(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
