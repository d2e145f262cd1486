import type { Database } from 'better-sqlite3'

/**
 * Which action stood last when an action was done, so that history is a tree and the state after any action can
 * be reached again, an undone one's included. Of actions undone and left behind before this was kept, it is not known.
 */
export function addWhereActionsStarted(db: Database): void {
  db.exec(`
    ALTER TABLE action ADD COLUMN parent_id INTEGER REFERENCES action (id);
    UPDATE action SET parent_id = (
      SELECT max(earlier.id) FROM action AS earlier WHERE earlier.id < action.id AND earlier.state <> 'left'
    ) WHERE state <> 'left';

    -- What undo and redo do next is found in one step, however long the history is.
    CREATE INDEX action_done ON action (id) WHERE state = 'done';
    CREATE INDEX action_undone ON action (id) WHERE state = 'undone';

    -- For the history of one dataset.
    CREATE INDEX change_of_row ON change (row_key, table_name);
  `)
}
