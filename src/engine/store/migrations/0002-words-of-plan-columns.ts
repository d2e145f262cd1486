import type { Database } from 'better-sqlite3'

/**
 * What an earlier plan's columns said in a row that is no answer of a plan's, by field, as JSON; '' where all was
 * understood. It stays in the workbook until somebody decides the field.
 */
export function addWordsOfPlanColumns(db: Database): void {
  db.exec("ALTER TABLE source_row ADD COLUMN words TEXT NOT NULL DEFAULT ''")
}
