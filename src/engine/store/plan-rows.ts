import type { Database } from 'better-sqlite3'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Criterion } from '../../domain/criteria.ts'
import type { InventoryField } from '../../domain/inventory-field.ts'
import type { ColumnField, PlanMark } from '../../domain/inventory-table.ts'
import type { FrequencyAnswer } from '../../domain/mapping/update-frequency.ts'
import type {
  DeliveryChoices,
  Idea,
  IdeaId,
  InventorySource,
  PlanDetails,
  Submission,
} from '../../domain/plan.ts'
import type { BrainstormQuestion } from '../../domain/vocabulary.ts'
import type { TablePlace } from '../../domain/write-back/workbook-changes.ts'
import { withIds } from './chosen-ids.ts'
import { readCriteria } from './criterion-rows.ts'
import { partReader, type Row } from './field-columns.ts'
import { prepared } from './prepared.ts'

export interface PlanRow {
  readonly id: string
  readonly isSample: boolean
  readonly details: PlanDetails
  readonly criteria: readonly Criterion[]
  readonly delivery: DeliveryChoices
}

const readDetails = partReader('details')
const readDelivery = partReader('delivery')

export function readPlanRow(db: Database): PlanRow {
  const row = prepared<[], Row>(db, 'SELECT * FROM plan').get()
  if (row === undefined) throw new Error('A plan file holds exactly one plan; this one holds none')
  return {
    id: String(row['id']),
    isSample: row['is_sample'] === 1,
    details: readDetails(row),
    criteria: readCriteria(db),
    delivery: readDelivery(row),
  }
}

/** The plan's last submission; null while it was not submitted, or when that was undone. */
export function readSubmission(db: Database): Submission | null {
  const row = prepared<[], { submittedOn: CalendarDate; how: string; isChangedSince: number | null }>(
    db,
    `SELECT submitted_on AS submittedOn, submitted_how AS how,
            (SELECT ifnull(went_back_to, id) FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1)
              <> submitted_action AS isChangedSince
     FROM plan WHERE submitted_on <> ''`,
  ).get()
  if (row === undefined) return null
  return { on: row.submittedOn, how: row.how, isChangedSince: row.isChangedSince === 1 }
}

/** Which table the plan was imported from, with the columns it had. */
export interface InventoryRow extends InventorySource {
  readonly format: string
  readonly headerRows: number
  readonly lastRow: number
  /** The table's columns from left to right. */
  readonly letters: readonly string[]
  readonly fields: readonly ColumnField[]
  /** The further sheets that were taken with it. */
  readonly further: readonly TablePlace[]
}

/** The edition of the inventory that counts. */
const latest = '(SELECT max(id) FROM inventory)'

export function readInventory(db: Database): InventoryRow {
  const row = db
    .prepare<[], Omit<InventoryRow, 'letters' | 'fields' | 'further' | 'holds'>>(
      `SELECT file_name AS fileName, size, inventory.sha256, sheet, format,
              header_row AS headerRow, header_rows AS headerRows, last_row AS lastRow
       FROM inventory JOIN workbook ON workbook.sha256 = inventory.sha256 WHERE inventory.id = ${latest}`,
    )
    .get()
  if (row === undefined)
    throw new Error('A plan file holds the inventory it was made from; this one does not')
  const letters = db
    .prepare<[], string>(
      `SELECT letter FROM inventory_column WHERE inventory_id = ${latest} ORDER BY position`,
    )
    .pluck()
    .all()
  const fields = db
    .prepare<[], { letter: string; field: InventoryField }>(
      `SELECT letter, field FROM column_field WHERE inventory_id = ${latest} ORDER BY position`,
    )
    .all()
  const further = db
    .prepare<[], Omit<TablePlace, 'letters'>>(
      `SELECT sheet, header_row AS headerRow, last_row AS lastRow FROM further_sheet
       WHERE inventory_id = ${latest} ORDER BY position`,
    )
    .all()
    .map((place) => ({ ...place, letters }))
  const holds = [...new Set(fields.map(({ field }) => field))]
  return { ...row, letters, fields, further, holds }
}

/** What words of two meanings mean in this plan's inventory. */
export function readFrequencyAnswers(db: Database): readonly FrequencyAnswer[] {
  return db.prepare<[], FrequencyAnswer>('SELECT word, value FROM frequency_answer ORDER BY word').all()
}

/** The columns of an earlier plan that carry no mark in the workbook. */
export function readHeadingMarks(db: Database): readonly PlanMark[] {
  return db
    .prepare<[], PlanMark>(
      `SELECT name, sheet, letter, header_row AS headerRow FROM heading_mark WHERE inventory_id = ${latest}`,
    )
    .all()
}

/** The agency's workbook, byte for byte as it was opened. */
export function readWorkbookBytes(db: Database): Uint8Array {
  const row = db
    .prepare<[], { bytes: Uint8Array }>(
      `SELECT bytes FROM workbook JOIN inventory ON inventory.sha256 = workbook.sha256
       WHERE inventory.id = ${latest}`,
    )
    .get()
  if (row === undefined) throw new Error('The plan file has lost its workbook')
  return row.bytes
}

interface IdeaRow {
  readonly id: string
  readonly question: BrainstormQuestion
  readonly text: string
  readonly raised_by: string
  readonly dataset_id: string | null
  readonly position: number
}

/** The board's ideas in the order they were raised: all, or those with the given ids. */
export function readIdeas(db: Database, ids?: readonly IdeaId[]): readonly Idea[] {
  const { where, parameters } = withIds('id', ids)
  return db
    .prepare<[object], IdeaRow>(`SELECT * FROM idea ${where} ORDER BY position, id`)
    .all(parameters)
    .map((row) => ({
      id: row.id,
      question: row.question,
      text: row.text,
      raisedBy: row.raised_by,
      datasetId: row.dataset_id,
      position: row.position,
    }))
}
