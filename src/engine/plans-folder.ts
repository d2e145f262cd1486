import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { RecentPlan } from '../contract/views.ts'
import { planName } from '../domain/plan.ts'
import { firstOpenStep, progressOf } from '../domain/progress.ts'
import { steps } from '../domain/vocabulary.ts'
import { readDatasets } from './store/dataset-rows.ts'
import { revisionOf } from './store/history.ts'
import { openForReading } from './store/open-plan-file.ts'
import { readIdeas, readInventorySource, readPlanRow } from './store/plan-rows.ts'

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

export function plansFolder(dataDir: string): string {
  const folder = join(dataDir, 'plans')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The plans worked on last, newest first. One that cannot be read stands there with its problem. */
export function recentPlans(dataDir: string): readonly RecentPlan[] {
  const folder = plansFolder(dataDir)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.odap') && isPlanId(name.slice(0, -'.odap'.length)))
    .map((name) => ({ name, changed: lastChange(join(folder, name)) }))
    .sort((a, b) => b.changed - a.changed)
    .slice(0, shownPlans)
    .map(({ name, changed }) => summarise(join(folder, name), name.slice(0, -'.odap'.length), changed))
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

/** While a plan is open its newest changes stand in the write-ahead log beside it. */
function lastChange(path: string): number {
  const log = `${path}-wal`
  const own = statSync(path).mtimeMs
  return existsSync(log) ? Math.max(own, statSync(log).mtimeMs) : own
}

function summarise(path: string, planId: string, changed: number): RecentPlan {
  const unreadable = (problem: RecentPlan['problem']): RecentPlan => ({
    planId,
    title: planId,
    agencyName: '',
    isSample: false,
    datasets: 0,
    changedAt: new Date(changed).toISOString(),
    progress: { done: 0, total: 0 },
    nextStep: null,
    problem,
  })
  try {
    const opened = openForReading(path)
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

/** Reads only what every schema has: a plan of an older one is brought up to date when it is opened, not before. */
function summaryOf(db: Database, planId: string): RecentPlan {
  const { details, weights, isSample } = readPlanRow(db)
  const datasets = readDatasets(db)
  const progress = progressOf({ datasets, ideas: readIdeas(db), weights })
  return {
    planId,
    title: planName(details, readInventorySource(db).fileName),
    agencyName: details.agencyName,
    isSample,
    datasets: datasets.length,
    changedAt: revisionOf(db).changedAt,
    progress: {
      done: steps.reduce((sum, step) => sum + progress[step].done, 0),
      total: steps.reduce((sum, step) => sum + progress[step].total, 0),
    },
    nextStep: firstOpenStep(progress),
    problem: null,
  }
}
