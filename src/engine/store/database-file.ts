import { closeSync, openSync, readSync, statSync } from 'node:fs'

/**
 * Whether a file is one of SQLite's, as every plan is; null where nothing is there.
 * https://www.sqlite.org/fileformat.html, 1.2. Whose database it is may still stand in the log beside it.
 */
export function isDatabaseFile(path: string): boolean | null {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return null
  if (!found.isFile()) return false
  const beginning = Buffer.alloc(16)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, beginning)
  } finally {
    closeSync(descriptor)
  }
  return beginning.toString('latin1') === 'SQLite format 3\0'
}
