import type { Database } from 'better-sqlite3'

/** A column may serve several fields, and a plan knows what its inventory's ambiguous words mean. */
export function addFieldsOfColumns(db: Database): void {
  db.exec(`
    CREATE TABLE column_field (
      letter TEXT NOT NULL REFERENCES inventory_column (letter),
      position INTEGER NOT NULL,
      field TEXT NOT NULL,
      PRIMARY KEY (letter, field)
    ) STRICT;
    INSERT INTO column_field (letter, position, field)
      SELECT letter, 0, field FROM inventory_column WHERE field IS NOT NULL;
    ALTER TABLE inventory_column DROP COLUMN field;

    -- What a word for how often means in this inventory, as a person said when it was imported.
    CREATE TABLE frequency_answer (
      word TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
  `)
}
