import BetterSqlite3, { type Database, type Options } from 'better-sqlite3'

/**
 * Opens a SQLite file, or a database out of its bytes. A plan may come from elsewhere, so before anything of it is
 * read, what its schema runs is made harmless and what its pages say of themselves is not believed unseen.
 */
export function openDatabase(file: string | Buffer, options: Options = {}): Database {
  const db = new BetterSqlite3(file, options)
  // Neither reads the file, so whatever is wrong with it is told to the caller, who has the database by then.
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  return db
}
