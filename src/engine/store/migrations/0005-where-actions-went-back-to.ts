import type { Database } from 'better-sqlite3'

/** The action that one which went back brought the plan to: what lies between is taken back, though nobody undid it. */
export function addWhereActionsWentBackTo(db: Database): void {
  db.exec('ALTER TABLE action ADD COLUMN went_back_to INTEGER REFERENCES action (id)')
}
