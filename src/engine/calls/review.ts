import { withSharedFields } from '../../domain/write-back/corrections.ts'
import { readDatasets } from '../store/dataset-rows.ts'
import { setFields } from '../store/edit-rows.ts'
import { readInventory } from '../store/plan-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const reviewCalls: HandlersOf<'review'> = {
  'review.set': ({ ids, changes }, context) =>
    editDatasets(context, ids, (db) => setFields(db, ids, 'review', changes)),

  'review.correct-inventory': ({ id, changes, reason }, context) =>
    editDatasets(
      context,
      [id],
      (db) => {
        const [dataset] = readDatasets(db, [id])
        if (dataset === undefined) return
        setFields(db, [id], 'facts', withSharedFields(changes, dataset.facts, readInventory(db).fields))
      },
      reason,
    ),
}
