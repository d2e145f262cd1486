import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { progressOf } from '../../../src/domain/progress.ts'
import { planProgress } from '../../../src/renderer/plan/plan-progress.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { weighed } from '../../support/builders.ts'

const full = aFullPlan()
const place = fc.nat(full.datasets.length - 1)

/** What one of the plan's own datasets says is said of another one, ideas go, weights change, datasets are left out. */
const edit = fc.oneof(
  fc.tuple(place, place).map(([to, from]) => (plan: Plan): Plan => {
    const said = full.datasets[from]
    const datasets = plan.datasets.map((dataset, index) =>
      index === to && said !== undefined ? { ...said, id: dataset.id } : dataset,
    )
    return { ...plan, datasets }
  }),
  fc.nat(full.ideas.length).map(
    (length) =>
      (plan: Plan): Plan => ({ ...plan, ideas: full.ideas.slice(0, length) }),
  ),
  fc.nat(5).map(
    (goals) =>
      (plan: Plan): Plan => ({ ...plan, criteria: weighed({ goals }) }),
  ),
  place.map(
    (left) =>
      (plan: Plan): Plan => ({
        ...plan,
        datasets: plan.datasets.filter((_, index) => index !== left),
      }),
  ),
)

test('progress after each change is what counting the whole plan again gives', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let plan = full
      for (const change of edits) {
        plan = change(plan)
        expect(planProgress(plan)).toEqual(progressOf(plan))
      }
    }),
  )
})
