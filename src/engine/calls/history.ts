import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { Differences, PlanChange, RestorePoint, RestorePreview } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { changesInWords } from '../plans/changes-in-words.ts'
import { acted, actionNow, planToChange, thePlan } from '../plans/open-plan.ts'
import { makeRestorePoint, restorePoints, snapshotPath, workbooksFolder } from '../plans/restore-points.ts'
import { plantSnapshot } from '../plans/snapshot.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { canGoBackTo, goBack } from '../store/go-back.ts'
import { closePlanFile, openPlanFile } from '../store/open-plan-file.ts'
import { readActions, readPlace } from '../store/read-history.ts'
import { differencesFrom, type RowDifference, restoreRows } from '../store/restore-rows.ts'
import type { HandlersOf } from './handlers.ts'

const pageLength = 100
const shownTitles = 20

export const historyCalls: HandlersOf<'history'> = {
  'history.read': ({ datasetId, before }, context) =>
    withPlan(context, ({ file: { db } }) => {
      const entries = readActions(db, { datasetId, before, limit: pageLength + 1 })
      return ok({ entries: entries.slice(0, pageLength), hasMore: entries.length > pageLength })
    }),

  'history.changes': ({ actionId }, context) =>
    withPlan(context, ({ file: { db } }) =>
      readPlace(db, actionId) === null ? err({ code: 'action-not-found' }) : ok(changesInWords(db, actionId)),
    ),

  'history.go-back': ({ actionId }, context) =>
    withPlanToChange(context, (plan) => {
      const place = readPlace(plan.file.db, actionId)
      if (place === null || !canGoBackTo(plan.file.db, actionId)) return err({ code: 'action-not-found' })
      makeRestorePoint(context, plan.file, 'before', `Before going back to: ${place}`)
      const action = actionNow(context, thePlan)
      return ok(acted(context, plan, (db) => goBack(db, action, actionId)))
    }),

  'history.restore-points': (_input, context) =>
    withPlan(context, ({ file }) => ok(restorePoints(context.dataDir, file.path))),

  'history.make-restore-point': ({ name }, context) =>
    withPlanToChange(context, (plan) => ok(makeRestorePoint(context, plan.file, 'by-hand', name.trim()))),

  'history.preview-restore': ({ id }, context) =>
    withPlan(context, (plan) =>
      withSnapshot(context, plan, id, (point, snapshot) => previewOf(point, plan.file.db, snapshot)),
    ),

  'history.restore': ({ id }, context) =>
    withPlanToChange(context, (plan) =>
      withSnapshot(context, plan, id, (point, snapshot): PlanChange => {
        const name = point.name === '' ? 'an automatic backup' : `“${point.name}”`
        makeRestorePoint(context, plan.file, 'before', `Before restoring ${name}`)
        return acted(context, plan, (db) =>
          restoreRows(db, snapshot, actionNow(context, { count: 1, name: point.name })),
        )
      }),
    ),
}

function withPlan<Value>(
  context: EngineContext,
  use: (plan: OpenPlan) => Result<Value, AppError>,
): Result<Value, AppError> {
  const plan = context.openPlan.get()
  return plan === null ? err({ code: 'no-plan-open' }) : use(plan)
}

function withPlanToChange<Value>(
  context: EngineContext,
  use: (plan: OpenPlan) => Result<Value, AppError>,
): Result<Value, AppError> {
  const plan = planToChange(context)
  return plan.ok ? use(plan.value) : plan
}

/** Opens a copy of the snapshot, brought up to today's schema; the snapshot itself is never written to. */
function withSnapshot<Value>(
  { dataDir }: EngineContext,
  { file }: OpenPlan,
  pointId: string,
  use: (point: RestorePoint, snapshot: Database) => Value,
): Result<Value, AppError> {
  const point = restorePoints(dataDir, file.path).find(({ id }) => id === pointId)
  const path = snapshotPath(dataDir, file.path, pointId)
  if (point === undefined || path === null) return err({ code: 'restore-point-not-found' })
  const folder = mkdtempSync(join(tmpdir(), 'odap-restore-'))
  try {
    const copy = join(folder, 'snapshot.odap')
    const planted = plantSnapshot(path, workbooksFolder(dataDir, file.path), copy)
    if (!planted.ok) return err({ code: 'restore-point-damaged' })
    const opened = openPlanFile(copy)
    if (!opened.ok) return err({ code: 'restore-point-damaged' })
    try {
      return ok(use(point, opened.value.db))
    } finally {
      closePlanFile(opened.value)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function previewOf(point: RestorePoint, db: Database, snapshot: Database): RestorePreview {
  const differences = differencesFrom(db, snapshot)
  const of = (table: RowDifference['table']) => differences.filter((difference) => difference.table === table)
  const datasets = of('dataset')
  const own = new Set(datasets.map(({ key }) => key))
  // A dataset whose rating alone differs has changed as well.
  const rated = new Set(
    of('rating')
      .map(({ key }) => key.slice(0, key.lastIndexOf('/')))
      .filter((key) => !own.has(key)),
  )
  const counts = counted(datasets)
  return {
    point,
    datasets: { ...counts, changed: counts.changed + rated.size },
    ideas: counted(of('idea')),
    details: of('plan').length + of('criterion').length > 0,
    titles: titlesOf([db, snapshot], [...own, ...rated]),
  }
}

/** In the inventory's order; a dataset that is in only one of both is named all the same. */
function titlesOf(states: readonly Database[], ids: readonly string[]): readonly string[] {
  const found = new Map(
    states.flatMap((state) => readDatasets(state, ids)).map((dataset) => [dataset.id, dataset]),
  )
  return [...found.values()]
    .sort((a, b) => a.position - b.position)
    .slice(0, shownTitles)
    .map(({ facts }) => facts.title)
}

function counted(differences: readonly RowDifference[]): Differences {
  return {
    broughtBack: differences.filter(({ current }) => current === null).length,
    changed: differences.filter(({ current, wanted }) => current !== null && wanted !== null).length,
    takenAway: differences.filter(({ wanted }) => wanted === null).length,
  }
}
