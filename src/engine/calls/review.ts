import { inventoryFields } from '../../domain/inventory-field.ts'
import { availabilityLabels, inventoryFieldLabels } from '../../domain/labels.ts'
import { withSharedFields } from '../../domain/write-back/corrections.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { setFields } from '../store/edit-rows.ts'
import { readInventory } from '../store/plan-rows.ts'
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
      (db) => setFields(db, ids, 'review', changes),
    )
  },

  'review.correct-inventory': ({ id, changes, reason }, context) => {
    const db = context.openPlan.get()?.file.db
    const [dataset] = db === undefined ? [] : readDatasets(db, [id])
    const columns = db === undefined ? [] : readInventory(db).fields
    const shared = dataset === undefined ? changes : withSharedFields(changes, dataset.facts, columns)
    const fields = inventoryFields.filter((field) => changes[field] !== undefined)
    const [only] = fields
    const what =
      fields.length === 1 && only !== undefined
        ? `“${inventoryFieldLabels[only]}”`
        : `${fields.length} of the inventory’s fields`
    return editDatasets(
      context,
      [id],
      (name) => `Corrected ${what} of ${name}`,
      (open) => setFields(open, [id], 'facts', shared),
      reason,
    )
  },
}
