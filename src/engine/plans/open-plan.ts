import { hostname } from 'node:os'
import { basename } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { HistoryState, PlanChange, PlanView, SomeDatasets } from '../../contract/views.ts'
import type { Subject } from '../../domain/action-in-words.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import type { Plan } from '../../domain/plan.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { type ReferenceDataProblem, readReferenceData } from '../computer/reference-data.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import {
  type Action,
  byTable,
  change,
  redo,
  revisionOf,
  type TouchedRows,
  undo,
  whatRedoDoes,
  whatUndoDoes,
} from '../store/history.ts'
import {
  closePlanFile,
  isInPlace,
  openForReading,
  openPlanFile,
  openPlanFileToRead,
  type PlanFile,
  type StoreProblem,
} from '../store/open-plan-file.ts'
import { readHolder } from '../store/plan-lock.ts'
import {
  readFrequencyAnswers,
  readIdeas,
  readInventory,
  readPlanRow,
  readSubmission,
} from '../store/plan-rows.ts'
import { makeBackup } from './backups.ts'
import { bounded } from './bounded-input.ts'
import { datasetsInAnswer } from './datasets-in-answer.ts'

/**
 * Opens a plan file, whatever folder it is in, in place of the one that was open. A file that cannot be opened
 * leaves the open plan as it is.
 *
 * @param mayTrust false for a file that may not be as this program left it
 */
export function openPlanAt(
  path: string,
  context: EngineContext,
  { mayTrust = true }: { readonly mayTrust?: boolean } = {},
): Result<PlanView, StoreProblem | ReferenceDataProblem> {
  const { settings, now } = context
  return openWith(path, context, () =>
    openPlanFile(path, {
      trustsCleanEnd: mayTrust,
      holder: { who: settings.read().yourName, computer: hostname(), since: now().toISOString() },
      beforeMigration: (older) =>
        makeBackup(context, older, 'before', 'Before the plan was brought up to this version of the program'),
    }),
  )
}

/** Opens a plan that another program has open, to read it only. */
export function openPlanToRead(
  path: string,
  context: EngineContext,
): Result<PlanView, StoreProblem | ReferenceDataProblem> {
  return openWith(path, context, () => openPlanFileToRead(path))
}

function openWith(
  path: string,
  context: EngineContext,
  open: () => Result<PlanFile, StoreProblem>,
): Result<PlanView, StoreProblem | ReferenceDataProblem> {
  const reference = readReferenceData(context.dataDir, context.assetsDir)
  if (!reference.ok) return reference
  const opened = open()
  if (!opened.ok) return opened
  const plan = {
    file: opened.value,
    planId: basename(path, '.odap'),
    reference: reference.value,
    isDamaged: false,
  }
  try {
    const view = viewOf(plan, context)
    context.openPlan.set(plan)
    context.emit({ kind: 'opened', planId: plan.planId })
    return ok(view)
  } catch (cause) {
    closePlanFile(plan.file)
    throw cause
  }
}

/** How often a plan file was changed, without becoming its writer; 1 is the import alone. */
export function revisionAt(path: string): Result<number, StoreProblem> {
  const opened = openForReading(path)
  if (!opened.ok) return opened
  try {
    return ok(revisionOf(opened.value).revision)
  } finally {
    opened.value.close()
  }
}

export function closePlan(plan: OpenPlan): void {
  closePlanFile(plan.file)
}

export function readPlan({ file: { db }, planId, reference }: OpenPlan, datasets?: readonly Dataset[]): Plan {
  return { ...readPlanFrom(db, datasets), id: planId, reference }
}

/** The plan without its reference data, from any open database: with all its datasets, or those given. */
export function readPlanFrom(
  db: Database,
  datasets: readonly Dataset[] = readDatasets(db),
): Omit<Plan, 'reference'> {
  const { id, isSample, details, criteria, delivery } = readPlanRow(db)
  const { fileName, size, sha256, sheet, headerRow, holds } = readInventory(db)
  return {
    id,
    isSample,
    details,
    criteria,
    delivery,
    inventory: { fileName, size, sha256, sheet, headerRow, holds },
    frequencyAnswers: readFrequencyAnswers(db),
    datasets,
    ideas: readIdeas(db),
  }
}

export function viewOf(plan: OpenPlan, context: EngineContext): PlanView {
  const { revision, changedAt } = revisionOf(plan.file.db)
  const { datasets, moreDatasets } = datasetsInAnswer(plan.file.db, context)
  return {
    plan: readPlan(plan, datasets),
    moreDatasets,
    revision,
    savedAt: changedAt,
    history: historyOf(plan),
    submission: readSubmission(plan.file.db),
    readOnly: plan.file.lock === null ? { holder: readHolder(plan.file.path) } : null,
    isDamaged: plan.isDamaged,
  }
}

export function someDatasets({ file: { db } }: OpenPlan, ids: readonly DatasetId[]): SomeDatasets {
  // One state of a plan that another program may have open for changes.
  return db.transaction(() => ({ revision: revisionOf(db).revision, datasets: readDatasets(db, ids) }))()
}

export type NoChange = { readonly code: 'no-plan-open' | 'plan-read-only' | 'plan-file-lost' }

/** The open plan, where it may be changed and what is written to it can be found again. */
export function planToChange({ openPlan }: EngineContext): Result<OpenPlan, NoChange> {
  const plan = openPlan.get()
  if (plan === null) return err({ code: 'no-plan-open' })
  if (plan.file.lock === null) return err({ code: 'plan-read-only' })
  return isInPlace(plan.file) ? ok(plan) : err({ code: 'plan-file-lost' })
}

/**
 * Does one action to the open plan: committed and journalled when this returns. Work that changed nothing
 * answers with an empty change, so that a caller need not ask first.
 */
export function act(
  context: EngineContext,
  about: Subject,
  work: (db: Database) => void,
  reason = '',
): Result<PlanChange, NoChange> {
  const plan = planToChange(context)
  if (!plan.ok) return plan
  const action = { ...actionNow(context, about), reason }
  return ok(acted(context, plan.value, (db) => change(db, action, () => work(db))))
}

/** What an action is about that is about no dataset and no idea. */
export const thePlan: Subject = { count: 1, name: '' }

/** In characters; words show less of it. */
const longestName = 200

/** Who does it and when, for an action that is done now. */
export function actionNow({ settings, now, asked }: EngineContext, about: Subject): Action {
  return {
    who: settings.read().yourName,
    at: now().toISOString(),
    call: asked.call,
    input: bounded(asked.input),
    about: { ...about, name: about.name.slice(0, longestName) },
  }
}

/** Answers with what an action of any kind changed, and tells the page. */
export function acted(
  context: EngineContext,
  plan: OpenPlan,
  action: (db: Database) => TouchedRows | null,
): PlanChange {
  return announced(context, plan, action(plan.file.db) ?? nothingTouched)
}

export function undoOrRedo(
  context: EngineContext,
  direction: 'undo' | 'redo',
): Result<PlanChange, NoChange | { readonly code: 'nothing-to-undo' | 'nothing-to-redo' }> {
  const plan = planToChange(context)
  if (!plan.ok) return plan
  const { db } = plan.value.file
  const at = context.now().toISOString()
  const touched = direction === 'undo' ? undo(db, at) : redo(db, at)
  if (touched === null) return err({ code: `nothing-to-${direction}` })
  return ok(announced(context, plan.value, touched))
}

const nothingTouched: TouchedRows = byTable(() => [])

function announced(context: EngineContext, plan: OpenPlan, touched: TouchedRows): PlanChange {
  // One transaction for all that is read: taking and leaving the file's lock costs more than reading a row.
  const answer = plan.file.db.transaction(() => changeOf(plan, touched, context))()
  if (touched !== nothingTouched) {
    context.emit({ kind: 'changed', planId: plan.planId, revision: answer.revision })
  }
  return answer
}

/** Reads afresh what an action touched, whatever it was: so undo and redo answer like any other action. */
function changeOf(plan: OpenPlan, touched: TouchedRows, context: EngineContext): PlanChange {
  const { db } = plan.file
  const { revision, changedAt } = revisionOf(db)
  const row = touched.plan.length + touched.criterion.length > 0 ? readPlanRow(db) : null
  const touchedIds = [...new Set([...touched.dataset, ...touched.rating.map(datasetOfRating)])]
  const { datasets, moreDatasets } = datasetsInAnswer(db, context, touchedIds)
  const ideas = touched.idea.length === 0 ? [] : readIdeas(db, touched.idea)
  const found = new Set([...[...datasets, ...ideas].map(({ id }) => id), ...moreDatasets])
  return {
    revision,
    savedAt: changedAt,
    history: historyOf(plan),
    submission: readSubmission(db),
    details: row?.details ?? null,
    criteria: row?.criteria ?? null,
    delivery: row?.delivery ?? null,
    datasets,
    moreDatasets,
    removedDatasets: touchedIds.filter((id) => !found.has(id)),
    ideas,
    removedIdeas: touched.idea.filter((id) => !found.has(id)),
  }
}

function datasetOfRating(ratingId: string): string {
  return ratingId.slice(0, ratingId.lastIndexOf('/'))
}

function historyOf({ file: { db, lock } }: OpenPlan): HistoryState {
  if (lock === null) return { undo: null, redo: null }
  return { undo: whatUndoDoes(db), redo: whatRedoDoes(db) }
}
