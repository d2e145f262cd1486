import { availabilityLabels } from '../../domain/labels.ts'
import { setReview } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const reviewCalls: HandlersOf<'review'> = {
  'review.set': ({ ids, changes }, context) => {
    const what =
      changes.availability === undefined
        ? 'Changed where it is published, of'
        : `Set availability to “${availabilityLabels[changes.availability]}” for`
    return editDatasets(
      context,
      ids,
      (datasets) => `${what} ${datasets}`,
      (db) => setReview(db, ids, changes),
    )
  },
}
