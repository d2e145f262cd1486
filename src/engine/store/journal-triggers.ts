import type { Database } from 'better-sqlite3'

/** The tables whose every change can be undone. Each has a text key `id` that is never used again. */
export const journalledTables = ['plan', 'criterion', 'dataset', 'rating', 'idea'] as const
export type JournalledTable = (typeof journalledTables)[number]

/**
 * Makes SQLite itself record what an action changed, row by row, in the action's own transaction, so that no
 * caller can forget to. An update stores only the columns that differ. Nothing is recorded while
 * `journal.action_id` is null, which is how undo replays images without journalling its own work.
 *
 * A migration that changes a journalled table calls this again.
 */
export function createJournalTriggers(db: Database, table: JournalledTable): void {
  const columns = db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)

  const image = (row: 'OLD' | 'NEW') =>
    `(SELECT json_group_object(name, value) FROM (${columns
      .map((column) => `SELECT '${column}' AS name, ${row}."${column}" AS value`)
      .join(' UNION ALL ')}))`

  const difference = (side: 'before' | 'after') =>
    `(SELECT json_group_object(name, ${side}) FROM (${columns
      .map((column) => `SELECT '${column}' AS name, OLD."${column}" AS before, NEW."${column}" AS after`)
      .join(' UNION ALL ')}) WHERE before IS NOT after)`

  const differs = columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
  const journalling = '(SELECT action_id FROM journal) IS NOT NULL'
  const record = (key: string, before: string, after: string) =>
    `INSERT INTO change (action_id, table_name, row_key, before, after)
     VALUES ((SELECT action_id FROM journal), '${table}', ${key}, ${before}, ${after});`

  db.exec(`
    DROP TRIGGER IF EXISTS journal_${table}_insert;
    DROP TRIGGER IF EXISTS journal_${table}_update;
    DROP TRIGGER IF EXISTS journal_${table}_delete;
    CREATE TRIGGER journal_${table}_insert AFTER INSERT ON ${table} WHEN ${journalling}
    BEGIN ${record('NEW.id', 'NULL', image('NEW'))} END;
    CREATE TRIGGER journal_${table}_update AFTER UPDATE ON ${table} WHEN ${journalling} AND (${differs})
    BEGIN ${record('NEW.id', difference('before'), difference('after'))} END;
    CREATE TRIGGER journal_${table}_delete AFTER DELETE ON ${table} WHEN ${journalling}
    BEGIN ${record('OLD.id', image('OLD'), 'NULL')} END;
  `)
}
