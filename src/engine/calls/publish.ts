import { upkeepLabels } from '../../domain/labels.ts'
import { setFields } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const publishCalls: HandlersOf<'publish'> = {
  'publish.set': ({ ids, changes }, context) => {
    const what =
      changes.upkeep === undefined
        ? 'Changed the commitment for'
        : `Set upkeep to “${upkeepLabels[changes.upkeep]}” for`
    return editDatasets(
      context,
      ids,
      (datasets) => `${what} ${datasets}`,
      (db) => setFields(db, ids, 'commitment', changes),
    )
  },
}
