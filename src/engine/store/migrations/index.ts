import type { Database } from 'better-sqlite3'
import { createPlanTables } from './0001-plan.ts'
import { addWordsOfPlanColumns } from './0002-words-of-plan-columns.ts'

/** In order. A released one is kept for good. */
const migrations: readonly ((db: Database) => void)[] = [createPlanTables, addWordsOfPlanColumns]

/** Versions below this were never released, and no program reads them any more. */
const unreleased = 6

/** The schema's version as this program knows it. */
export const currentVersion = unreleased + migrations.length

export function isUnreleased(version: number): boolean {
  return version > 0 && version <= unreleased
}

export function migrationsFrom(version: number): readonly ((db: Database) => void)[] {
  return migrations.slice(Math.max(version - unreleased, 0))
}
