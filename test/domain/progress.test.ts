import { expect, test } from 'vitest'
import { openCriteria, rankCandidates } from '../../src/domain/priority.ts'
import {
  isCommitted,
  isIdentified,
  isReviewed,
  isUpkeepSettled,
  progressOf,
  publishingDatasets,
} from '../../src/domain/progress.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aPlan } from '../support/builders.ts'

test('each step counts what it asks about, as its own rules say', () => {
  const plan = aFullPlan()
  const { planned, published } = publishingDatasets(plan)
  const candidates = new Set(rankCandidates(plan.datasets, plan.weights).map(({ id }) => id))
  const rated = plan.datasets.filter(
    ({ id, priority }) =>
      candidates.has(id) && (priority.override !== null || openCriteria(priority.ratings).length === 0),
  )
  expect([planned.length, published.length, rated.length]).not.toContain(0)
  expect(progressOf(plan)).toEqual({
    review: { done: plan.datasets.filter(isReviewed).length, total: plan.datasets.length },
    brainstorm: { done: 1, total: 5 },
    identify: { done: plan.datasets.filter(isIdentified).length, total: plan.datasets.length },
    prioritize: { done: rated.length, total: candidates.size },
    publish: {
      done: planned.filter(isCommitted).length + published.filter(isUpkeepSettled).length,
      total: planned.length + published.length,
    },
  })
})

test('an empty plan has nothing done and nothing asked but the brainstorm', () => {
  const { brainstorm, ...others } = progressOf(aPlan({ datasets: [], ideas: [] }))
  expect(brainstorm).toMatchObject({ done: 0 })
  for (const progress of Object.values(others)) expect(progress).toEqual({ done: 0, total: 0 })
})
