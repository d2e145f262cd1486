import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { RecentPlan } from '../../contract/views.ts'
import { planName } from '../../domain/plan.ts'
import { firstOpenStep, progressOf } from '../../domain/progress.ts'
import { steps } from '../../domain/vocabulary.ts'
import { revisionOf } from '../store/history.ts'
import { openForReading } from '../store/open-plan-file.ts'
import { readInventory, readPlanRow } from '../store/plan-rows.ts'
import { backupPath, lastBackup, listBackups, plansWithBackups } from './backups.ts'
import { readPlanFrom } from './open-plan.ts'
import { summarised } from './plan-summaries.ts'

const shownPlans = 12

/** Where a plan of this computer is kept. Ids are made by `newPlanId`, so they cannot name another folder. */
export function planPath(dataDir: string, planId: string): string {
  if (!isPlanId(planId)) throw new Error(`Not a plan's id: ${planId}`)
  return join(plansFolder(dataDir), `${planId}.odap`)
}

/** Whether the text can be a plan's id; it then names no other folder. */
export function isPlanId(text: string): boolean {
  return /^[a-z0-9-]+$/.test(text)
}

/** A readable id that no other plan has: the file's name and something random. */
export function newPlanId(fileName: string, random: string): string {
  const slug = fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return `${slug === '' ? 'plan' : slug}-${random.replace(/[^a-z0-9]/g, '').slice(0, 12)}`
}

/** No file's name makes an id with two dashes in a row, so these are told apart from all others. */
const copyMark = 'copy--'

/** The id of a copy, readable as one of that plan. */
export function copyOfPlanId(planId: string, random: string): string {
  const name = planId.replace(copyMark, '').replace(/-[a-z0-9]{1,12}$/, '')
  return `${copyMark}${newPlanId(name, random)}`
}

export function plansFolder(dataDir: string): string {
  const folder = join(dataDir, 'plans')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * The plans worked on last, newest first. One that cannot be read stands there with its problem, and so does one whose
 * file is gone as long as there are backups of it.
 */
export function recentPlans(context: {
  readonly dataDir: string
  readonly version: string
}): readonly RecentPlan[] {
  const { dataDir } = context
  const there = planIds(dataDir)
  const gone = plansWithBackups(dataDir).filter((planId) => !there.includes(planId))
  const shown = [
    ...there.map((planId) => ({ planId, changed: lastChange(planPath(dataDir, planId)) })),
    ...gone.map((planId) => ({ planId, changed: lastBackup(dataDir, planPath(dataDir, planId)) })),
  ]
    .sort((a, b) => b.changed - a.changed)
    .slice(0, shownPlans)
    .map(({ planId, changed }) => ({
      path: planPath(dataDir, planId),
      summarise: () => summarise(dataDir, planId, changed),
    }))
  return summarised(context, shown).toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
}

/** A plan of this computer that is the same plan as one from elsewhere: the one changed last, or null. */
export function planWithin(
  dataDir: string,
  planWithinId: string,
): { readonly planId: string; readonly changedAt: string } | null {
  const found = planIds(dataDir).flatMap((planId) => {
    const opened = openForReading(planPath(dataDir, planId))
    if (!opened.ok) return []
    const db = opened.value
    try {
      return readPlanRow(db).id === planWithinId ? [{ planId, changedAt: revisionOf(db).changedAt }] : []
    } finally {
      db.close()
    }
  })
  return found.sort((a, b) => b.changedAt.localeCompare(a.changedAt))[0] ?? null
}

function planIds(dataDir: string): readonly string[] {
  return readdirSync(plansFolder(dataDir))
    .filter((name) => name.endsWith('.odap'))
    .map((name) => name.slice(0, -'.odap'.length))
    .filter(isPlanId)
}

/** While a plan is open its newest changes stand in the write-ahead log beside it. */
function lastChange(path: string): number {
  const log = `${path}-wal`
  const own = statSync(path).mtimeMs
  return existsSync(log) ? Math.max(own, statSync(log).mtimeMs) : own
}

function summarise(dataDir: string, planId: string, changed: number): RecentPlan {
  const path = planPath(dataDir, planId)
  const unreadable = (problem: RecentPlan['problem']): RecentPlan => ({
    planId,
    title: nameInBackup(dataDir, path) ?? planId,
    agencyName: '',
    isSample: false,
    isCopy: planId.startsWith(copyMark),
    datasets: 0,
    changedAt: new Date(changed).toISOString(),
    progress: { done: 0, total: 0 },
    nextStep: null,
    problem,
  })
  try {
    const opened = openForReading(path, { trustsCleanEnd: true })
    if (!opened.ok) return unreadable(opened.error.code)
    try {
      return summaryOf(opened.value, planId)
    } finally {
      opened.value.close()
    }
  } catch {
    // One bad file must not take the list away; opening it says what is wrong with it.
    return unreadable('plan-damaged')
  }
}

/** What a plan that cannot be read was called when it was last backed up; null where that cannot be told either. */
function nameInBackup(dataDir: string, path: string): string | null {
  const [newest] = listBackups(dataDir, path)
  const backup = newest === undefined ? null : backupPath(dataDir, path, newest.id)
  if (backup === null) return null
  try {
    const opened = openForReading(backup)
    if (!opened.ok) return null
    try {
      return planName(readPlanRow(opened.value).details, readInventory(opened.value).fileName)
    } finally {
      opened.value.close()
    }
  } catch {
    // A damaged backup costs the name here; whoever brings it back is told of the damage.
    return null
  }
}

function summaryOf(db: Database, planId: string): RecentPlan {
  const plan = readPlanFrom(db)
  const progress = progressOf(plan)
  return {
    planId,
    title: planName(plan.details, plan.inventory.fileName),
    agencyName: plan.details.agencyName,
    isSample: plan.isSample,
    isCopy: planId.startsWith(copyMark),
    datasets: plan.datasets.length,
    changedAt: revisionOf(db).changedAt,
    progress: {
      done: steps.reduce((sum, step) => sum + progress[step].done, 0),
      total: steps.reduce((sum, step) => sum + progress[step].total, 0),
    },
    nextStep: firstOpenStep(progress),
    problem: null,
  }
}
