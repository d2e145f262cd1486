import { readDatasets } from '../../src/engine/store/dataset-rows.ts'
import { setFields } from '../../src/engine/store/edit-rows.ts'
import { change } from '../../src/engine/store/history.ts'
import type { PlanFile } from '../../src/engine/store/open-plan-file.ts'
import { someone } from './plan-file.ts'

/** Does something by a call that has no words, so that history tells it by this name, and answers with the number history knows it by. */
export function did(
  { db }: PlanFile,
  what: string,
  work: () => void,
  more: { readonly reason?: string } = {},
): number {
  change(db, { ...someone, call: what, ...more }, work)
  return Number(db.prepare('SELECT max(id) FROM action').pluck().get())
}

export const idea = { question: 'on-portal', text: 'Wait times', raisedBy: '', datasetId: null } as const

/** Notes this of dataset a. */
export const noted = (file: PlanFile, note: string) => () =>
  setFields(file.db, ['a'], 'review', { reviewNote: note })

export const noteOf = (file: PlanFile) => readDatasets(file.db, ['a'])[0]?.review.reviewNote

/** The whole history, to be read at once. */
export const all = { datasetId: null, before: null, limit: 100 }
