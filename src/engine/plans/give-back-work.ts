import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { openDatabase } from '../store/open-database.ts'
import { readInventory } from '../store/plan-rows.ts'
import { isDamage } from '../store/soundness.ts'
import type { OnProgress } from '../threads/thread-messages.ts'
import { patchWorkbook } from '../workbook/patching/patch-workbook.ts'
import { deliveryQuestions, type LastTries, readQuestions } from './delivery-questions.ts'
import type { GiveBackAnswer, GiveBackTask, GivenBack } from './give-back-task.ts'
import { changesFor, readWorkbookSource, type WorkbookSource } from './workbook-to-give-back.ts'

/** About what of the whole is done once the plan has been read, and once the new bytes are there and only to be checked. */
const shares = { read: 30, patched: 70, checked: 100 } as const

/**
 * All that giving back takes, for a thread of its own. What it has loaded of a workbook, and what trying it came to, it
 * keeps for the next task.
 */
export function giveBackWork(): (
  task: GiveBackTask,
  telling: { readonly onProgress: OnProgress },
) => GiveBackAnswer {
  let source: WorkbookSource | null = null
  const last: LastTries = {}

  const readingPlan = <Value>(path: string, read: (db: Database, source: WorkbookSource) => Value) =>
    withPlan(path, (db) => {
      const found = readWorkbookSource(db, source)
      if (!found.ok) return found
      source = found.value
      return ok({ source: found.value, read: read(db, found.value) })
    })

  return (task, { onProgress }) => {
    if (task.kind === 'questions') {
      const known = readingPlan(task.path, readQuestions)
      return {
        kind: task.kind,
        result: known.ok ? deliveryQuestions(known.value.source, known.value.read, last) : known,
      }
    }
    onProgress(0, shares.checked)
    const known = readingPlan(task.path, (db, found) => ({
      fileName: readInventory(db).fileName,
      changes: changesFor(db, found, task.input),
    }))
    if (!known.ok) return { kind: task.kind, result: known }
    const { fileName, changes } = known.value.read
    onProgress(shares.read, shares.checked)
    const { bytes, loaded } = known.value.source
    const patched = patchWorkbook(bytes, changes, {
      loaded,
      onPatched: () => onProgress(shares.patched, shares.checked),
    })
    onProgress(shares.checked, shares.checked)
    const result: Result<GivenBack, AppError> = patched.ok ? ok({ ...patched.value, fileName }) : patched
    return { kind: task.kind, result }
  }
}

/** Reads one state of a plan that is open for changes elsewhere, and lets go of its file. */
function withPlan<Value>(
  path: string,
  read: (db: Database) => Result<Value, AppError>,
): Result<Value, AppError> {
  const db = openDatabase(path, { readonly: true })
  try {
    return db.transaction(() => read(db))()
  } catch (cause) {
    if (isDamage(cause)) return err({ code: 'plan-damaged' })
    throw cause
  } finally {
    db.close()
  }
}
