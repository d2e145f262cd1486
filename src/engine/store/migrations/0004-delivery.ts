import type { Database } from 'better-sqlite3'
import { createJournalTriggers } from '../journal-triggers.ts'

/** What giving the workbook back needs to know: columns known by their headings, and what the officer chose. */
export function addWhatIsAskedForDelivery(db: Database): void {
  db.exec(`
    -- Columns of an earlier plan that carry no mark in the workbook; a person said that they are the plan's. Insert only.
    CREATE TABLE heading_mark (
      name TEXT PRIMARY KEY,
      sheet TEXT NOT NULL,
      letter TEXT NOT NULL,
      header_row INTEGER NOT NULL
    ) STRICT;

    -- Answers to the questions of Deliver; NULL while nobody was asked.
    ALTER TABLE plan ADD COLUMN changes_sheet TEXT;
    ALTER TABLE plan ADD COLUMN protected_cells TEXT;
    ALTER TABLE plan ADD COLUMN locked_structure TEXT;

    -- Why somebody did it, where they said so.
    ALTER TABLE action ADD COLUMN reason TEXT NOT NULL DEFAULT '';
  `)
  createJournalTriggers(db, 'plan')
}
