import { createHash } from 'node:crypto'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { DeliveryQuestions } from '../../contract/views.ts'
import { localDay } from '../../domain/calendar-date.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { RefusalReason, WorkbookChanges } from '../../domain/write-back/workbook-changes.ts'
import { workbookChanges } from '../../domain/write-back/workbook-columns.ts'
import type { OpenPlan } from '../context.ts'
import { changedSinceImport } from '../store/changed-since-import.ts'
import { type InventoryRow, readHeadingMarks, readInventory, readWorkbookBytes } from '../store/plan-rows.ts'
import { patchWorkbook } from '../workbook/patching/patch-workbook.ts'
import { guardsOfWorkbook, type WorkbookGuards } from '../workbook/reading/workbook-guards.ts'
import { readPlan } from './open-plan.ts'

/** The agency's workbook as it was opened, and what is known of it. */
export interface WorkbookSource extends InventoryRow {
  readonly bytes: Uint8Array
  readonly guards: WorkbookGuards
}

/** What is given back must be what was taken in, to the byte. */
export function readWorkbookSource({ file: { db } }: OpenPlan): Result<WorkbookSource, AppError> {
  const inventory = readInventory(db)
  const bytes = readWorkbookBytes(db)
  const hash = createHash('sha256').update(bytes).digest('hex')
  if (hash !== inventory.sha256) return err({ code: 'plan-damaged' })
  return ok({ ...inventory, bytes, guards: guardsOfWorkbook(bytes) })
}

/** Everything that goes into the workbook. What the input does not say is as the plan remembers it, else what touches least. */
export function changesFor(
  open: OpenPlan,
  source: WorkbookSource,
  input: ParsedInputOf<'deliver.make-workbook'>,
): WorkbookChanges {
  const { db } = open.file
  const plan = readPlan(open)
  const { guards } = source
  const headingMarks = readHeadingMarks(db)
  const chosen = { ...plan.delivery, ...input }
  const wantsLog = (chosen.changesSheet ?? (guards.hasChangesSheet ? 'add' : 'leave-out')) === 'add'
  const withChangeLog = wantsLog && source.format !== 'csv'
  const changes = workbookChanges(plan, source, {
    further: source.further,
    marks: guards.marks,
    headingMarks,
    changed: changedSinceImport(db, {
      datasets: plan.datasets,
      dayOf: (at) => localDay(new Date(at)),
      what: withChangeLog ? 'everything' : 'corrections',
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

/** What has to be asked, found by trying: a protection that stands in nobody's way is not worth a question. */
export function deliveryQuestions(open: OpenPlan): Result<DeliveryQuestions, AppError> {
  const source = readWorkbookSource(open)
  if (!source.ok) return source
  const { guards, format, sheet, further } = source.value
  const own = [sheet, ...further.map((place) => place.sheet)]
  const protectedOnes = own.filter(guards.isProtected)
  const inTheWay =
    protectedOnes.length === 0 ? ok(none) : refusedWith(open, source.value, { protectedCells: 'keep-off' })
  if (!inTheWay.ok) return inTheWay
  // Whether a sheet is needed hangs on the answer to the first question.
  const lacking = guards.structureLocked ? refusedWith(open, source.value, {}) : ok(none)
  if (!lacking.ok) return lacking
  return ok({
    changesSheet: format === 'csv' ? 'not-in-this-format' : guards.hasChangesSheet ? 'there' : 'none',
    protectedSheets: inTheWay.value.has('protected-sheet') ? protectedOnes : [],
    structureLocked: lacking.value.has('structure-locked'),
  })
}

const none: ReadonlySet<RefusalReason> = new Set()

function refusedWith(
  open: OpenPlan,
  source: WorkbookSource,
  input: ParsedInputOf<'deliver.make-workbook'>,
): Result<ReadonlySet<RefusalReason>, AppError> {
  const careful = { ...input, lockedStructure: 'keep-off' } as const
  const tried = patchWorkbook(source.bytes, changesFor(open, source, careful))
  return tried.ok ? ok(new Set(tried.value.report.refused.map(({ reason }) => reason))) : tried
}
