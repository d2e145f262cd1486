import { inventoryFields } from '../../domain/inventory-field.ts'
import { availabilityLabels, inventoryFieldLabels } from '../../domain/labels.ts'
import { setFacts, setReview } from '../store/edit-rows.ts'
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

  'review.correct-inventory': ({ id, changes, reason }, context) => {
    const fields = inventoryFields.filter((field) => changes[field] !== undefined)
    const [only] = fields
    const what =
      fields.length === 1 && only !== undefined
        ? `“${inventoryFieldLabels[only]}”`
        : `${fields.length} of the inventory’s fields`
    return editDatasets(
      context,
      [id],
      (dataset) => `Corrected ${what} of ${dataset}`,
      (db) => setFacts(db, id, changes),
      reason,
    )
  },
}
