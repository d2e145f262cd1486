import { act, thePlan } from '../plans/open-plan.ts'
import { setOverride, setRating, setWeights } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const prioritizeCalls: HandlersOf<'prioritize'> = {
  'prioritize.rate': ({ id, criterion, value, reason }, context) =>
    editDatasets(context, [id], (db) => setRating(db, id, criterion, { value, reason })),

  'prioritize.weigh': ({ weights }, context) => act(context, thePlan, (db) => setWeights(db, weights)),

  'prioritize.override': ({ id, override }, context) => {
    const decided =
      override === null
        ? null
        : { ...override, who: context.settings.read().yourName, at: context.now().toISOString() }
    return editDatasets(context, [id], (db) => setOverride(db, id, decided))
  },
}
