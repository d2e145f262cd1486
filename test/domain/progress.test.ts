import { expect, test } from 'vitest'
import type { Identification } from '../../src/domain/dataset.ts'
import { progressOf } from '../../src/domain/progress.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aPlan, someDatasets } from '../support/builders.ts'

test('each step counts what it asks about, as a person counts it', () => {
  expect(progressOf(aFullPlan())).toEqual({
    // All but the wait times, which were added and not looked at.
    review: { done: 8, total: 9 },
    brainstorm: { done: 1, total: 5 },
    // All but the old card index and the wait times.
    identify: { done: 7, total: 9 },
    // Inspections, case load, fleet and calls are rated or placed by hand; nobody has rated the visitor log.
    prioritize: { done: 4, total: 5 },
    // Of what is planned the inspections are promised, case load and fleet are not; school attendance is retired.
    publish: { done: 2, total: 4 },
  })
})

test('what is protected counts as identified with its legal basis, and its release route where it is released', () => {
  const identified = (identification: Partial<Identification>) => {
    const datasets = someDatasets([{ identification }])
    return progressOf(aPlan({ datasets, ideas: [] })).identify.done
  }
  const legalBasis = 'FERPA'
  expect(identified({ access: 'protected' })).toBe(0)
  expect(identified({ access: 'protected', legalBasis: ' ' })).toBe(0)
  expect(identified({ access: 'protected', legalBasis })).toBe(1)
  expect(identified({ access: 'protected-releasable', legalBasis })).toBe(0)
  expect(identified({ access: 'protected-releasable', legalBasis, releaseRoute: 'as-is' })).toBe(0)
  expect(identified({ access: 'protected-releasable', releaseRoute: 'aggregate' })).toBe(0)
  expect(identified({ access: 'protected-releasable', legalBasis, releaseRoute: 'aggregate' })).toBe(1)
  expect(identified({ access: 'undetermined', legalBasis })).toBe(0)
})

test('an empty plan has nothing done and nothing asked but the brainstorm', () => {
  const { brainstorm, ...others } = progressOf(aPlan({ datasets: [], ideas: [] }))
  expect(brainstorm).toMatchObject({ done: 0 })
  for (const progress of Object.values(others)) expect(progress).toEqual({ done: 0, total: 0 })
})
