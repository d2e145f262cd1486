import BetterSqlite3 from 'better-sqlite3'
import { createJournalTriggers } from '../../src/engine/store/journal-triggers.ts'

/** Fields of both tables that a program might have come to know after the plan was made. */
export const laterColumns = {
  dataset: ['upkeep_note', 'retirement_ground'],
  plan: ['submitted_how', 'locked_structure'],
} as const

/** Makes a closed plan one of a program that did not know some fields yet, its history of the others included. */
export function withFewerFields(path: string): string {
  const db = new BetterSqlite3(path)
  for (const [table, columns] of Object.entries(laterColumns)) {
    for (const what of ['insert', 'update', 'delete']) db.exec(`DROP TRIGGER journal_${table}_${what}`)
    for (const column of columns) db.exec(`ALTER TABLE ${table} DROP COLUMN ${column}`)
    createJournalTriggers(db, table as keyof typeof laterColumns)
  }
  db.pragma('journal_mode = DELETE')
  db.close()
  return path
}
