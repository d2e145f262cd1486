import { guidanceCriteria } from '../criteria.ts'
import { type InventoryField, inventoryFields } from '../inventory-field.ts'
import type { Additions, DatasetOnAdditions, ValueOnAdditions } from '../inventory-table.ts'
import { inventoryFieldLabels } from '../labels.ts'
import { columnLetter, type GridRow, type SheetGrid, textAt } from '../table/sheet-grid.ts'
import { planColumns } from './plan-columns.ts'
import type { RefusedSheet } from './workbook-changes.ts'

/** Where goes what finds no place in the inventory: datasets without a row, and values that cannot be written. */
export const additionsSheet = 'Plan additions'

/** The fields that stand first on it, whether they say something or not. */
export const leadingFields: readonly InventoryField[] = ['title', 'description', 'unit']

export const valuesOnAdditions: Omit<RefusedSheet, 'names'> = {
  name: additionsSheet,
  header: ['Belongs to', 'Dataset', 'Column', 'Value'],
  widths: [24, 36, 28, 40],
}

/** Where the headings stand above such datasets or values, so that they can be written over. */
export interface AdditionsTable {
  readonly kind: 'datasets' | 'values'
  readonly sheet: string
  readonly headerRow: number
  /** The letter of each heading. */
  readonly letters: ReadonlyMap<string, string>
  /** Counted from 1. */
  readonly lastColumn: number
}

type Sheet = Pick<SheetGrid, 'name' | 'rows'>

const markOfHeading: ReadonlyMap<string, string> = new Map(
  planColumns(guidanceCriteria).map(({ header, mark }) => [header, mark]),
)
const fieldOfHeading: ReadonlyMap<string, InventoryField> = new Map(
  inventoryFields.map((field) => [inventoryFieldLabels[field], field]),
)
const leadingHeadings = leadingFields.map((field) => inventoryFieldLabels[field])

/** What an earlier plan left on sheets of its own. A sheet of the agency's may be called the same: its headings tell. */
export function additionsOn(grids: readonly Sheet[]): Additions {
  const parts = grids.flatMap(partsOf)
  return {
    datasets: parts.flatMap((part) => (part.kind === 'datasets' ? datasetsIn(part) : [])),
    values: parts.flatMap((part) => (part.kind === 'values' ? part.rows.flatMap(valueIn) : [])),
  }
}

/** Where all that stands. */
export function additionsTables(grids: readonly Sheet[]): readonly AdditionsTable[] {
  return grids.flatMap(partsOf).map(({ kind, sheet, heading }) => {
    const letters = heading.texts.map((text, index) => {
      return [text, columnLetter(heading.columns[index] ?? 0)] as const
    })
    const lastColumn = heading.columns.at(-1) ?? 0
    return { kind, sheet, headerRow: heading.row, letters: new Map(letters), lastColumn }
  })
}

/** Rows below one row of headings. */
interface Part {
  readonly kind: AdditionsTable['kind']
  readonly sheet: string
  readonly heading: GridRow
  readonly rows: GridRow[]
}

/** Values may follow below datasets, under headings of their own. */
function partsOf({ name, rows }: Sheet): readonly Part[] {
  if (!name.startsWith(additionsSheet)) return []
  const parts: Part[] = []
  for (const row of rows) {
    const kind = headingKind(row)
    if (kind !== null) parts.push({ kind, sheet: name, heading: row, rows: [] })
    else parts.at(-1)?.rows.push(row)
  }
  return parts
}

function headingKind(row: GridRow): Part['kind'] | null {
  const begins = (texts: readonly string[]) => texts.every((text, index) => textAt(row, index + 1) === text)
  if (begins(leadingHeadings)) return 'datasets'
  return begins(valuesOnAdditions.header) ? 'values' : null
}

function datasetsIn({ sheet, heading, rows }: Part): readonly DatasetOnAdditions[] {
  return rows.map((row) => {
    const facts: Partial<Record<InventoryField, string>> = {}
    const answers: Record<string, string> = {}
    for (const [index, text] of heading.texts.entries()) {
      const said = textAt(row, heading.columns[index] ?? 0).trim()
      const field = fieldOfHeading.get(text)
      const mark = markOfHeading.get(text)
      if (field !== undefined) facts[field] = said
      else if (mark !== undefined) answers[mark] = said
    }
    return { sheet, row: row.row, facts, answers }
  })
}

function valueIn(row: GridRow): readonly ValueOnAdditions[] {
  const [place = '', title = '', heading = '', value = ''] = valuesOnAdditions.header.map((_, index) =>
    textAt(row, index + 1),
  )
  const [, sheet, letter, number] = /^(.+)!([A-Z]{1,3})([0-9]+)$/.exec(place) ?? []
  const mark = heading === '' ? null : markOfHeading.get(heading)
  if (sheet === undefined || letter === undefined || mark === undefined) return []
  return [{ sheet, letter, row: Number(number), title: title.trim(), mark, value }]
}
