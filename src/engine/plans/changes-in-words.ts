import type { Database } from 'better-sqlite3'
import type { ChangedField, ChangedThing, HistoryChanges } from '../../contract/views.ts'
import { datasetName } from '../../domain/labels.ts'
import { columnsInWords } from '../store/changed-columns.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { type ChangeRow, countChanges, firstChangesOf } from '../store/history.ts'
import { readIdeas } from '../store/plan-rows.ts'

/** A bulk edit's rows all read alike; so many show what it did. */
const shownRows = 50

type Image = Readonly<Record<string, string | number | null>>

/** What an action changed, row by row, in the words of the screens. */
export function changesInWords(db: Database, actionId: number): HistoryChanges {
  const rows = firstChangesOf(db, actionId, shownRows)
  const names = namesOf(db, rows)
  return {
    total: countChanges(db, actionId),
    things: rows.map((row): ChangedThing => {
      const before = imageOf(row.before)
      const after = imageOf(row.after)
      return {
        kind: kindOf(row),
        name: names(row) ?? nameIn(after) ?? nameIn(before) ?? '',
        // A rating is a part of its dataset, which is there before and after.
        change: row.table_name === 'rating' ? 'changed' : changeOf(row),
        fields: fieldsOf(db, row, before ?? {}, after ?? {}),
      }
    }),
  }
}

function kindOf({ table_name: table }: ChangeRow): ChangedThing['kind'] {
  if (table === 'rating') return 'dataset'
  return table === 'criterion' ? 'plan' : table
}

function changeOf({ before, after }: ChangeRow): ChangedThing['change'] {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}

function fieldsOf(db: Database, row: ChangeRow, before: Image, after: Image): readonly ChangedField[] {
  const fields: ChangedField[] = []
  for (const [column, { field, words }] of columnsInWords(db, row.table_name, row.row_key)) {
    const inWords = (image: Image) => {
      const value = image[column] ?? ''
      return value === '' ? '' : words(String(value))
    }
    const change = { field, before: inWords(before), after: inWords(after) }
    if (change.before !== change.after) fields.push(change)
  }
  return fields
}

/** What the rows are called today; undefined for those that are no longer there. */
function namesOf(db: Database, rows: readonly ChangeRow[]): (row: ChangeRow) => string | undefined {
  const keysOf = (kind: ChangedThing['kind']) =>
    rows.filter((row) => kindOf(row) === kind).map((row) => idOf(row))
  const datasets = new Map(
    readDatasets(db, keysOf('dataset')).map((dataset) => [dataset.id, datasetName(dataset)]),
  )
  const ideas = new Map(readIdeas(db, keysOf('idea')).map(({ id, text }) => [id, text]))
  return (row) => (kindOf(row) === 'dataset' ? datasets : ideas).get(idOf(row))
}

function idOf({ table_name: table, row_key: key }: ChangeRow): string {
  return table === 'rating' ? key.slice(0, key.lastIndexOf('/')) : key
}

/** What a row that came or went was called then. */
function nameIn(image: Image | null): string | undefined {
  const name = image?.['title'] ?? image?.['text']
  return name === undefined || name === null ? undefined : String(name)
}

function imageOf(json: string | null): Image | null {
  return json === null ? null : (JSON.parse(json) as Image)
}
