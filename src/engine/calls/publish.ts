import { setFields } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const publishCalls: HandlersOf<'publish'> = {
  'publish.set': ({ ids, changes }, context) =>
    editDatasets(context, ids, (db) => setFields(db, ids, 'commitment', changes)),
}
