import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { DeliveryQuestions } from '../../contract/views.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { RefusalReason, WorkbookChanges } from '../../domain/write-back/workbook-changes.ts'
import { readInventory } from '../store/plan-rows.ts'
import { patchWorkbook } from '../workbook/patching/patch-workbook.ts'
import { changesFor, type WorkbookSource } from './workbook-to-give-back.ts'

/** What is known of the plan before anything is tried. */
export interface QuestionsToAsk {
  readonly changesSheet: DeliveryQuestions['changesSheet']
  readonly protectedSheets: readonly string[]
  /** What would be written; null where nothing is protected, as in most workbooks, so that nothing has to be tried. */
  readonly changes: WorkbookChanges | null
}

export function readQuestions(db: Database, source: WorkbookSource): QuestionsToAsk {
  const { guards } = source
  const { format, sheet, further } = readInventory(db)
  const own = [sheet, ...further.map((place) => place.sheet)]
  const protectedSheets = own.filter(guards.isProtected)
  const isFree = protectedSheets.length === 0 && !guards.structureLocked
  return {
    changesSheet: format === 'csv' ? 'not-in-this-format' : guards.hasChangesSheet ? 'there' : 'none',
    protectedSheets,
    changes: isFree ? null : changesFor(db, source, { lockedStructure: 'keep-off' }),
  }
}

/** What was refused when it was tried last: that stays so while the same is to be written into the same workbook. */
export interface LastTries {
  protectedCells?: Tried
  lockedStructure?: Tried
}

interface Tried {
  readonly what: string
  readonly refused: Refused
}

type Refused = Result<ReadonlySet<RefusalReason>, AppError>

/** What has to be asked, found by trying: a protection that stands in nobody's way is not worth a question. */
export function deliveryQuestions(
  source: WorkbookSource,
  { changesSheet, protectedSheets, changes }: QuestionsToAsk,
  last: LastTries,
): Result<DeliveryQuestions, AppError> {
  const { structureLocked } = source.guards
  if (changes === null) return ok({ changesSheet, protectedSheets, structureLocked })
  const inTheWay =
    protectedSheets.length === 0
      ? nothing
      : refusedWith(source, { ...changes, writeProtected: false }, last, 'protectedCells')
  if (!inTheWay.ok) return inTheWay
  // Whether a sheet is needed hangs on the answer to the first question.
  const lacking = structureLocked ? refusedWith(source, changes, last, 'lockedStructure') : nothing
  if (!lacking.ok) return lacking
  return ok({
    changesSheet,
    protectedSheets: inTheWay.value.has('protected-sheet') ? protectedSheets : [],
    structureLocked: lacking.value.has('structure-locked'),
  })
}

const nothing: Extract<Refused, { readonly ok: true }> = ok(new Set<RefusalReason>())

function refusedWith(
  { sha256, bytes, loaded }: WorkbookSource,
  changes: WorkbookChanges,
  last: LastTries,
  question: keyof LastTries,
): Refused {
  const what = createHash('sha256')
    .update(JSON.stringify([sha256, changes]))
    .digest('hex')
  const known = last[question]
  if (known?.what === what) return known.refused
  const tried = patchWorkbook(bytes, changes, { loaded })
  const refused = tried.ok ? ok(new Set(tried.value.report.refused.map(({ reason }) => reason))) : tried
  last[question] = { what, refused }
  return refused
}
