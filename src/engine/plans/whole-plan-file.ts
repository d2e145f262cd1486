import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from '../../domain/result.ts'
import { flushFile, flushFolder } from '../files/write-safely.ts'

const beginning = '.new-'
const dayInMilliseconds = 24 * 60 * 60 * 1000

/**
 * Lets `make` build a plan file under a name that no list shows, and gives it its own name only when it is whole:
 * whenever the power goes, there is either a complete plan or none.
 */
export function wholePlanFile<Problem>(
  path: string,
  make: (temporaryPath: string) => Result<null, Problem>,
): Result<null, Problem> {
  const temporary = temporaryPath(path)
  try {
    const made = make(temporary)
    if (made.ok) giveName(temporary, path)
    return made
  } finally {
    removePlanFile(temporary)
  }
}

/** The same for a file that takes its time. */
export async function wholePlanFileInSteps<Problem>(
  path: string,
  make: (temporaryPath: string) => Promise<Result<null, Problem>>,
): Promise<Result<null, Problem>> {
  const temporary = temporaryPath(path)
  try {
    const made = await make(temporary)
    if (made.ok) giveName(temporary, path)
    return made
  } finally {
    removePlanFile(temporary)
  }
}

function temporaryPath(path: string): string {
  return join(dirname(path), `${beginning}${path.slice(dirname(path).length + 1)}`)
}

/** What was only copied, SQLite has not flushed. */
function giveName(temporary: string, path: string): void {
  flushFile(temporary)
  renameSync(temporary, path)
  flushFolder(dirname(path))
}

/** What an import left behind that never came to its end; a younger one may still be under way elsewhere. */
export function clearUnfinished(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(beginning))) {
    const path = join(folder, name)
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime()
    if (now.getTime() - changed > dayInMilliseconds) rmSync(path, { force: true })
  }
}

function removePlanFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(path + suffix, { force: true })
}
