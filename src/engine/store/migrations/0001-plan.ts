import type { Database } from 'better-sqlite3'
import { createJournalTriggers, journalledTables } from '../journal-triggers.ts'

/** The first schema. Never edited once released: what changes comes in a migration of its own. */
export function createPlanTables(db: Database): void {
  db.exec(`
    -- The agency's bytes, kept once, never changed.
    CREATE TABLE workbook (
      sha256 TEXT PRIMARY KEY,
      bytes BLOB NOT NULL,
      size INTEGER NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    -- Which table of the workbook is the inventory, and what its columns were taken for.
    CREATE TABLE inventory (
      id TEXT PRIMARY KEY CHECK (id = 'inventory'),
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES workbook (sha256),
      format TEXT NOT NULL,
      sheet TEXT NOT NULL,
      header_row INTEGER NOT NULL,
      header_rows INTEGER NOT NULL,
      last_row INTEGER NOT NULL
    ) STRICT;
    -- The sheets the inventory goes on, with the same columns.
    CREATE TABLE further_sheet (
      sheet TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      header_row INTEGER NOT NULL,
      header_rows INTEGER NOT NULL,
      last_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE inventory_column (
      letter TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      header TEXT NOT NULL,
      field TEXT
    ) STRICT;

    -- Every row as it was read, columns the plan does not use included. Insert only.
    CREATE TABLE source_row (
      id TEXT PRIMARY KEY,
      sheet TEXT NOT NULL,
      row INTEGER NOT NULL,
      cells TEXT NOT NULL
    ) STRICT;

    CREATE TABLE plan (
      id TEXT PRIMARY KEY,
      is_sample INTEGER NOT NULL DEFAULT 0,
      agency_name TEXT NOT NULL DEFAULT '',
      plan_title TEXT NOT NULL DEFAULT '',
      period TEXT NOT NULL DEFAULT '',
      officer_name TEXT NOT NULL DEFAULT '',
      officer_title TEXT NOT NULL DEFAULT '',
      officer_email TEXT NOT NULL DEFAULT '',
      head_name TEXT NOT NULL DEFAULT '',
      head_title TEXT NOT NULL DEFAULT '',
      reviewed_on TEXT NOT NULL DEFAULT '',
      weight_goals REAL NOT NULL DEFAULT 1,
      weight_focal_points REAL NOT NULL DEFAULT 1,
      weight_demand REAL NOT NULL DEFAULT 1,
      weight_quality REAL NOT NULL DEFAULT 1,
      weight_machine_readable REAL NOT NULL DEFAULT 1
    ) STRICT;

    CREATE TABLE dataset (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      source_row_id TEXT REFERENCES source_row (id),

      agency TEXT NOT NULL DEFAULT '',
      unit TEXT NOT NULL DEFAULT '',
      inventory_number TEXT NOT NULL DEFAULT '',
      title TEXT NOT NULL DEFAULT '',
      description TEXT NOT NULL DEFAULT '',
      source_system TEXT NOT NULL DEFAULT '',
      category TEXT NOT NULL DEFAULT '',
      classification TEXT NOT NULL DEFAULT '',
      inventory_legal_basis TEXT NOT NULL DEFAULT '',
      format TEXT NOT NULL DEFAULT '',
      inventory_update_frequency TEXT NOT NULL DEFAULT '',
      coverage TEXT NOT NULL DEFAULT '',
      published TEXT NOT NULL DEFAULT '',
      url TEXT NOT NULL DEFAULT '',
      owner TEXT NOT NULL DEFAULT '',
      contact TEXT NOT NULL DEFAULT '',
      demand TEXT NOT NULL DEFAULT '',
      shared_with TEXT NOT NULL DEFAULT '',
      planned_date TEXT NOT NULL DEFAULT '',
      notes TEXT NOT NULL DEFAULT '',

      availability TEXT NOT NULL DEFAULT 'not-yet-determined',
      published_at TEXT NOT NULL DEFAULT '',
      published_format TEXT NOT NULL DEFAULT '',
      review_note TEXT NOT NULL DEFAULT '',

      access TEXT NOT NULL DEFAULT 'undetermined',
      legal_basis TEXT NOT NULL DEFAULT '',
      release_route TEXT,
      suppression_rule TEXT NOT NULL DEFAULT '',
      checked_by TEXT NOT NULL DEFAULT '',
      open_free TEXT NOT NULL DEFAULT 'not-yet-determined',
      open_machine_readable TEXT NOT NULL DEFAULT 'not-yet-determined',
      open_unrestricted TEXT NOT NULL DEFAULT 'not-yet-determined',
      open_finest_detail TEXT NOT NULL DEFAULT 'not-yet-determined',
      open_described TEXT NOT NULL DEFAULT 'not-yet-determined',
      -- The letters of the grounds, in order: 'ACF'.
      high_value_grounds TEXT NOT NULL DEFAULT '',

      override_tier TEXT,
      override_reason TEXT NOT NULL DEFAULT '',
      override_who TEXT NOT NULL DEFAULT '',
      override_at TEXT NOT NULL DEFAULT '',

      target_date TEXT NOT NULL DEFAULT '',
      update_frequency TEXT NOT NULL DEFAULT '',
      method TEXT NOT NULL DEFAULT '',
      steward TEXT NOT NULL DEFAULT '',
      custodian TEXT NOT NULL DEFAULT '',
      automation TEXT NOT NULL DEFAULT 'not-yet-determined',
      upkeep TEXT NOT NULL DEFAULT 'not-yet-determined',
      retirement_ground TEXT,
      upkeep_note TEXT NOT NULL DEFAULT ''
    ) STRICT;

    -- The id is 'dataset/criterion'. A criterion without a row is not rated.
    CREATE TABLE rating (
      id TEXT PRIMARY KEY,
      dataset_id TEXT NOT NULL REFERENCES dataset (id) DEFERRABLE INITIALLY DEFERRED,
      criterion TEXT NOT NULL,
      value INTEGER CHECK (value BETWEEN 0 AND 3),
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX rating_of_dataset ON rating (dataset_id);

    CREATE TABLE idea (
      id TEXT PRIMARY KEY,
      question TEXT NOT NULL,
      text TEXT NOT NULL,
      raised_by TEXT NOT NULL DEFAULT '',
      dataset_id TEXT REFERENCES dataset (id) DEFERRABLE INITIALLY DEFERRED,
      position INTEGER NOT NULL
    ) STRICT;

    -- What was done: by whom, when, in words. An undone action is no longer redoable once a new one follows.
    CREATE TABLE action (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      what TEXT NOT NULL,
      undoable INTEGER NOT NULL DEFAULT 1,
      state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'left'))
    ) STRICT;
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action_id INTEGER NOT NULL REFERENCES action (id),
      table_name TEXT NOT NULL,
      row_key TEXT NOT NULL,
      before TEXT,
      after TEXT
    ) STRICT;
    CREATE INDEX change_of_action ON change (action_id);

    -- One row: the action being recorded, if any, and how often the plan was changed.
    CREATE TABLE journal (
      id TEXT PRIMARY KEY CHECK (id = 'journal'),
      action_id INTEGER,
      revision INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;
    INSERT INTO journal (id, action_id, revision, changed_at) VALUES ('journal', NULL, 0, '');
  `)
  for (const table of journalledTables) createJournalTriggers(db, table)
}
