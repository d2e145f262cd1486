import type { Database } from 'better-sqlite3'
import { datasetFields } from '../../domain/fields/dataset-fields.ts'
import type { Field, Fields, ValuesOf } from '../../domain/fields/field.ts'
import { planFields } from '../../domain/fields/plan-fields.ts'
import { type AnyValue, emptyValues } from '../../domain/fields/values.ts'
import { createJournalTriggers } from './journal-triggers.ts'

/** The parts whose fields are kept as columns, by the table that has them. */
const partsOfTable = { dataset: datasetFields, plan: planFields } as const
export const parts = { ...datasetFields, ...planFields } as const
export type Parts = typeof parts
export type Part = keyof Parts
type Stored = string | number | null
export type Row = Readonly<Record<string, Stored>>

/** Of parts that share a word with another. */
const prefixes: { readonly [Name in Part]?: string } = {
  facts: 'fact_',
  openness: 'open_',
  override: 'override_',
  submission: 'submitted_',
}

interface FieldColumn {
  readonly name: string
  readonly field: Field
  readonly column: string
}

/** `publishedAt` and `inventory-number` as SQL writes names. */
function inSql(name: string): string {
  return name.replaceAll('-', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function columnsOf(part: Part): readonly FieldColumn[] {
  const fields: Fields = parts[part]
  return Object.entries(fields).map(([name, field]) => ({
    name,
    field,
    column: `${prefixes[part] ?? ''}${inSql(name)}`,
  }))
}

const columnsOfPart = new Map((Object.keys(parts) as Part[]).map((part) => [part, columnsOf(part)]))

function columnsIn(part: Part): readonly FieldColumn[] {
  return columnsOfPart.get(part) ?? []
}

/** Every field's column of a table, by its name: `review.availability`. */
export function columnNames(table: keyof typeof partsOfTable): ReadonlyMap<string, string> {
  const names = Object.keys(partsOfTable[table]) as Part[]
  return new Map(
    names.flatMap((part) => columnsIn(part).map(({ name, column }) => [`${part}.${name}`, column] as const)),
  )
}

/** What the columns get that a change names; `undefined` means "leave as it is". */
export function assignments<Name extends Part>(
  part: Name,
  changes: { readonly [Field in keyof Parts[Name]]?: unknown },
): Record<string, Stored> {
  const given = changes as Readonly<Record<string, AnyValue | undefined>>
  return Object.fromEntries(
    columnsIn(part).flatMap(({ name, field, column }) => {
      const value = given[name]
      return value === undefined ? [] : [[column, stored(field, value)]]
    }),
  )
}

/** Reads a part of a row. Made once for many rows: there may be a hundred thousand. */
export function partReader<Name extends Part>(part: Name): (row: Row) => ValuesOf<Parts[Name]> {
  const columns = columnsIn(part)
  const empty = emptyValues(parts[part]) as Readonly<Record<string, AnyValue>>
  return (row) => {
    const values: Record<string, AnyValue> = { ...empty }
    for (const { name, field, column } of columns) values[name] = unstored(field, row[column])
    return values as ValuesOf<Parts[Name]>
  }
}

/** Several ids of one letter as one word, in the order of the list: 'ACF'. */
function stored(field: Field, value: AnyValue): Stored {
  if (value === null || typeof value === 'string') return value
  return field.kind === 'several-of'
    ? field.choices.filter((id) => value.includes(id)).join('')
    : value.join('')
}

function unstored({ kind }: Field, value: Stored | undefined): AnyValue {
  if (kind === 'several-of') return [...String(value ?? '')]
  return value === null || value === undefined ? null : String(value)
}

const tables = ['dataset', 'plan'] as const

/** Columns that belong to no field. */
const otherColumns: { readonly [Table in (typeof tables)[number]]: readonly string[] } = {
  dataset: ['id', 'position', 'source_row_id', 'override_who', 'override_at'],
  plan: ['id', 'is_sample', 'submitted_action'],
}

/** Gives both tables a column for each field that has none yet, as in a plan made before there was the field. */
export function addFieldColumns(db: Database): void {
  for (const table of tables) {
    const missing = missingColumns(db, table)
    for (const { column, field } of missing) {
      db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${typeOf(field)}`)
    }
    if (missing.length > 0) createJournalTriggers(db, table)
  }
}

export function lacksFieldColumns(db: Database): boolean {
  return tables.some((table) => missingColumns(db, table).length > 0)
}

/** Whether it has fields that this program does not know: a newer one's. */
export function hasUnknownColumns(db: Database): boolean {
  return tables.some((table) => {
    const known = new Set([...otherColumns[table], ...columnNames(table).values()])
    return columnsThere(db, table).some((column) => !known.has(column))
  })
}

function missingColumns(db: Database, table: keyof typeof partsOfTable): readonly FieldColumn[] {
  const there = new Set(columnsThere(db, table))
  return (Object.keys(partsOfTable[table]) as Part[])
    .flatMap(columnsIn)
    .filter(({ column }) => !there.has(column))
}

function columnsThere(db: Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

function typeOf(field: Field): string {
  if (field.kind !== 'one-of') return "TEXT NOT NULL DEFAULT ''"
  return field.empty === null ? 'TEXT' : `TEXT NOT NULL DEFAULT '${field.empty}'`
}
