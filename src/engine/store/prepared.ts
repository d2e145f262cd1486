import type { Database, Statement } from 'better-sqlite3'

const statements = new WeakMap<Database, Map<string, Statement>>()

/**
 * The statement of this text, prepared once for each open file. Preparing compiles the journal's triggers too, which
 * costs more than the edit itself. For texts of our own that come again; never for one that is plucked or iterated.
 */
export function prepared<Parameters extends unknown[] = unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Statement<Parameters, Row> {
  const known = statements.get(db) ?? new Map<string, Statement>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare(sql)
  known.set(sql, statement)
  return statement as unknown as Statement<Parameters, Row>
}
