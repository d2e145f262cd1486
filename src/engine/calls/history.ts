import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { AppError } from '../../contract/errors.ts'
import type { Backup, Differences, PlanChange, RestorePreview } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { plantBackup } from '../plans/backup-file.ts'
import { backupPath, listBackups, makeBackup, workbooksFolder } from '../plans/backups.ts'
import { changesInWords } from '../plans/changes-in-words.ts'
import { acted, actionNow, planToChange, thePlan } from '../plans/open-plan.ts'
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
      makeBackup(context, plan.file, 'before', `Before going back to: ${place}`)
      const action = actionNow(context, thePlan)
      return ok(acted(context, plan, (db) => goBack(db, action, actionId)))
    }),

  'history.backups': (_input, context) =>
    withPlan(context, ({ file }) => ok(listBackups(context.dataDir, file.path))),

  'history.make-backup': ({ name }, context) =>
    withPlanToChange(context, (plan) => ok(makeBackup(context, plan.file, 'by-hand', name.trim()))),

  'history.preview-restore': ({ id }, context) =>
    withPlan(context, (plan) =>
      withBackup(context, plan, id, (backup, held) => previewOf(backup, plan.file.db, held)),
    ),

  'history.restore': ({ id }, context) =>
    withPlanToChange(context, (plan) =>
      withBackup(context, plan, id, (backup, held): PlanChange => {
        const name = backup.name === '' ? 'an automatic backup' : `“${backup.name}”`
        makeBackup(context, plan.file, 'before', `Before restoring ${name}`)
        return acted(context, plan, (db) =>
          restoreRows(db, held, actionNow(context, { count: 1, name: backup.name })),
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

/** Opens a copy of the backup, brought up to today's schema; the backup itself is never written to. */
function withBackup<Value>(
  { dataDir }: EngineContext,
  { file }: OpenPlan,
  backupId: string,
  use: (backup: Backup, held: Database) => Value,
): Result<Value, AppError> {
  const backup = listBackups(dataDir, file.path).find(({ id }) => id === backupId)
  const path = backupPath(dataDir, file.path, backupId)
  if (backup === undefined || path === null) return err({ code: 'backup-not-found' })
  const folder = mkdtempSync(join(tmpdir(), 'odap-restore-'))
  try {
    const copy = join(folder, 'backup.odap')
    const planted = plantBackup(path, workbooksFolder(dataDir, file.path), copy)
    if (!planted.ok) return err({ code: 'backup-damaged' })
    const opened = openPlanFile(copy)
    if (!opened.ok) return err({ code: 'backup-damaged' })
    try {
      return ok(use(backup, opened.value.db))
    } finally {
      closePlanFile(opened.value)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function previewOf(backup: Backup, db: Database, held: Database): RestorePreview {
  const differences = differencesFrom(db, held)
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
    backup,
    datasets: { ...counts, changed: counts.changed + rated.size },
    ideas: counted(of('idea')),
    details: of('plan').length + of('criterion').length > 0,
    titles: titlesOf([db, held], [...own, ...rated]),
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
