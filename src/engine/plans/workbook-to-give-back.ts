import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import { localDay } from '../../domain/calendar-date.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { WorkbookChanges } from '../../domain/write-back/workbook-changes.ts'
import { workbookChanges } from '../../domain/write-back/workbook-columns.ts'
import { changedSinceImport, criteriaAtImport } from '../store/changed-since-import.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { readHeadingMarks, readInventory, readPlanRow, readWorkbookBytes } from '../store/plan-rows.ts'
import { type LoadedWorkbook, loadIfWorkbook } from '../workbook/reading/loaded-workbook.ts'
import { guardsOf, type WorkbookGuards } from '../workbook/reading/workbook-guards.ts'

/** The agency's workbook as it was opened, and what is known of it. */
export interface WorkbookSource {
  /** SHA-256 of the bytes in hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** null where it cannot be read, which patching it tells, and of a text file. */
  readonly loaded: LoadedWorkbook | null
  readonly guards: WorkbookGuards
}

/**
 * The workbook of an open plan. What is given back must be what was taken in, to the byte.
 *
 * @param known the one that was asked for last: where it is the same, what was read of it is handed on
 */
export function readWorkbookSource(
  db: Database,
  known: WorkbookSource | null,
): Result<WorkbookSource, AppError> {
  const { sha256 } = readInventory(db)
  if (known?.sha256 === sha256) {
    // What an archive may inflate to counts for one piece of work, and the next one begins.
    if (known.loaded !== null) known.loaded.archive.budget.inflated = 0
    return ok(known)
  }
  const bytes = readWorkbookBytes(db)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== sha256) return err({ code: 'plan-damaged' })
  const loaded = loadIfWorkbook(bytes)
  return ok({ sha256, bytes, loaded, guards: guardsOf(loaded) })
}

/** Everything that goes into the workbook. What the input does not say is as the plan remembers it, else what touches least. */
export function changesFor(
  db: Database,
  { guards }: WorkbookSource,
  input: ParsedInputOf<'deliver.make-workbook'>,
): WorkbookChanges {
  const inventory = readInventory(db)
  const { criteria, delivery } = readPlanRow(db)
  const datasets = readDatasets(db)
  const headingMarks = readHeadingMarks(db)
  const chosen = { ...delivery, ...input }
  const wantsLog = (chosen.changesSheet ?? (guards.hasChangesSheet ? 'add' : 'leave-out')) === 'add'
  const withChangeLog = wantsLog && inventory.format !== 'csv'
  const marks = [...guards.marks, ...headingMarks]
  const changes = workbookChanges({ datasets, criteria }, inventory, {
    further: inventory.further,
    marks,
    named: guards.named,
    criteriaBefore: criteriaAtImport(db, criteria),
    additions: guards.additions,
    criteriaOnSheets: guards.criteria,
    onlyMainColumns: chosen.columns === 'main',
    changed: changedSinceImport(db, {
      datasets,
      dayOf: (at) => localDay(new Date(at)),
      what: withChangeLog || marks.length + guards.additions.length > 0 ? 'everything' : 'corrections',
    }),
    withChangeLog,
  })
  return {
    ...changes,
    knownByHeadings: headingMarks.length > 0,
    writeProtected: chosen.protectedCells === 'write',
    addToLocked: chosen.lockedStructure === 'add',
    asUtf8: input.encoding === 'utf-8',
    asPlain: input.workbook === 'plain',
  }
}
