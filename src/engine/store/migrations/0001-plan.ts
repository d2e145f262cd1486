import type { Database } from 'better-sqlite3'
import { createJournalTriggers, journalledTables } from '../journal-triggers.ts'

/**
 * The first schema. Never edited once released: what changes comes in a migration of its own, but for the columns of
 * fields, which follow from the table of fields (see field-columns.ts).
 */
export function createPlanTables(db: Database): void {
  db.exec(`
    -- The agency's bytes, kept once, never changed.
    CREATE TABLE workbook (
      sha256 TEXT PRIMARY KEY,
      bytes BLOB NOT NULL,
      size INTEGER NOT NULL,
      added_at TEXT NOT NULL
    ) STRICT;

    -- Which table of a workbook is the inventory. Of several editions the last one counts.
    CREATE TABLE inventory (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES workbook (sha256),
      format TEXT NOT NULL,
      sheet TEXT NOT NULL,
      header_row INTEGER NOT NULL,
      header_rows INTEGER NOT NULL,
      last_row INTEGER NOT NULL
    ) STRICT;
    -- The sheets an edition goes on, with the same columns.
    CREATE TABLE further_sheet (
      inventory_id INTEGER NOT NULL REFERENCES inventory (id),
      sheet TEXT NOT NULL,
      position INTEGER NOT NULL,
      header_row INTEGER NOT NULL,
      header_rows INTEGER NOT NULL,
      last_row INTEGER NOT NULL,
      PRIMARY KEY (inventory_id, sheet)
    ) STRICT;
    CREATE TABLE inventory_column (
      inventory_id INTEGER NOT NULL REFERENCES inventory (id),
      letter TEXT NOT NULL,
      position INTEGER NOT NULL,
      header TEXT NOT NULL,
      PRIMARY KEY (inventory_id, letter)
    ) STRICT;
    -- What the columns were taken for. One may serve several fields.
    CREATE TABLE column_field (
      inventory_id INTEGER NOT NULL,
      letter TEXT NOT NULL,
      position INTEGER NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (inventory_id, letter, field),
      FOREIGN KEY (inventory_id, letter) REFERENCES inventory_column (inventory_id, letter)
    ) STRICT;
    -- Columns of an earlier plan that carry no mark in the workbook; a person said that they are the plan's.
    CREATE TABLE heading_mark (
      inventory_id INTEGER NOT NULL REFERENCES inventory (id),
      name TEXT NOT NULL,
      sheet TEXT NOT NULL,
      letter TEXT NOT NULL,
      header_row INTEGER NOT NULL,
      PRIMARY KEY (inventory_id, name)
    ) STRICT;
    -- What a word for how often means in this inventory, as a person said when it was imported.
    CREATE TABLE frequency_answer (
      word TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    -- Every row as it was read, columns the plan does not use included. Insert only.
    CREATE TABLE source_row (
      id TEXT PRIMARY KEY,
      inventory_id INTEGER NOT NULL REFERENCES inventory (id),
      sheet TEXT NOT NULL,
      row INTEGER NOT NULL,
      cells TEXT NOT NULL
    ) STRICT;

    CREATE TABLE plan (
      id TEXT PRIMARY KEY,
      is_sample INTEGER NOT NULL DEFAULT 0,
      -- The action that says when it was submitted last: what was done after it is not in what was submitted.
      submitted_action INTEGER
    ) STRICT;

    -- What the order is made from. The words of the guidance's own are the program's.
    CREATE TABLE criterion (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      name TEXT NOT NULL DEFAULT '',
      weight REAL NOT NULL
    ) STRICT;

    CREATE TABLE dataset (
      id TEXT PRIMARY KEY,
      position INTEGER NOT NULL,
      source_row_id TEXT REFERENCES source_row (id),
      override_who TEXT NOT NULL DEFAULT '',
      override_at TEXT NOT NULL DEFAULT ''
    ) STRICT;

    -- The id is 'dataset/criterion'. A criterion without a row is not rated.
    CREATE TABLE rating (
      id TEXT PRIMARY KEY,
      dataset_id TEXT NOT NULL REFERENCES dataset (id) DEFERRABLE INITIALLY DEFERRED,
      criterion TEXT NOT NULL REFERENCES criterion (id) DEFERRABLE INITIALLY DEFERRED,
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

    -- What was done, by whom and when. An undone action is no longer redoable once a new one follows.
    CREATE TABLE action (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- The same in every copy of the plan, and never that of another action on another computer.
      uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
      at TEXT NOT NULL,
      who TEXT NOT NULL,
      -- The call that did it and its parameters as JSON, cut short; its words are made when they are shown.
      call TEXT NOT NULL,
      input TEXT NOT NULL DEFAULT '{}',
      -- How many things it was about, and what the one was called then.
      about_count INTEGER NOT NULL DEFAULT 0,
      about_name TEXT NOT NULL DEFAULT '',
      -- Why somebody did it, where they said so.
      reason TEXT NOT NULL DEFAULT '',
      undoable INTEGER NOT NULL DEFAULT 1,
      state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'left')),
      -- The action that stood last when it was done: history is a tree.
      parent_id INTEGER REFERENCES action (id),
      -- Where one that went back brought the plan to: what lies between is taken back, though nobody undid it.
      went_back_to INTEGER REFERENCES action (id)
    ) STRICT;
    -- What undo and redo do next is found in one step, however long the history is.
    CREATE INDEX action_done ON action (id) WHERE state = 'done';
    CREATE INDEX action_undone ON action (id) WHERE state = 'undone';
    CREATE TABLE change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      action_id INTEGER NOT NULL REFERENCES action (id),
      table_name TEXT NOT NULL,
      row_key TEXT NOT NULL,
      before TEXT,
      after TEXT
    ) STRICT;
    CREATE INDEX change_of_action ON change (action_id);
    CREATE INDEX change_of_row ON change (row_key, table_name);

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
