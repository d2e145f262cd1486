import type { Database } from 'better-sqlite3'
import { createJournalTriggers } from '../journal-triggers.ts'

/** When and how the plan was submitted last. */
export function addSubmission(db: Database): void {
  db.exec(`
    -- '' while it was not.
    ALTER TABLE plan ADD COLUMN submitted_on TEXT NOT NULL DEFAULT '';
    ALTER TABLE plan ADD COLUMN submitted_how TEXT NOT NULL DEFAULT '';
    -- The action that says so: what was done after it is not in what was submitted.
    ALTER TABLE plan ADD COLUMN submitted_action INTEGER;
  `)
  createJournalTriggers(db, 'plan')
}
