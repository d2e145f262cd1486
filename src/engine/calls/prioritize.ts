import type { CriterionId } from '../../domain/criteria.ts'
import { err } from '../../domain/result.ts'
import type { EngineContext } from '../context.ts'
import { act, thePlan } from '../plans/open-plan.ts'
import { hasCriteria, setWeights } from '../store/criterion-rows.ts'
import { setOverride, setRating } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const prioritizeCalls: HandlersOf<'prioritize'> = {
  'prioritize.rate': ({ id, criterion, value, reason }, context) => {
    if (lacksCriterion(context, [criterion])) return err({ code: 'criterion-not-found' })
    return editDatasets(context, [id], (db) => setRating(db, id, criterion, { value, reason }))
  },

  'prioritize.weigh': ({ weights }, context) => {
    if (lacksCriterion(context, Object.keys(weights))) return err({ code: 'criterion-not-found' })
    return act(context, thePlan, (db) => setWeights(db, weights))
  },

  'prioritize.override': ({ id, override }, context) => {
    const decided =
      override === null
        ? null
        : { ...override, who: context.settings.read().yourName, at: context.now().toISOString() }
    return editDatasets(context, [id], (db) => setOverride(db, id, decided))
  },
}

/** Whether the open plan is asked for a criterion it does not have. */
function lacksCriterion({ openPlan }: EngineContext, ids: readonly CriterionId[]): boolean {
  const plan = openPlan.get()
  return plan !== null && !hasCriteria(plan.file.db, ids)
}
