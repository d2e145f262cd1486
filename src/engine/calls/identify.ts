import { withWhatFollows } from '../../domain/dataset.ts'
import { setFields } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const identifyCalls: HandlersOf<'identify'> = {
  'identify.set': ({ ids, changes }, context) =>
    editDatasets(context, ids, (db) => setFields(db, ids, 'identification', withWhatFollows(changes))),

  'identify.set-openness': ({ ids, changes }, context) =>
    editDatasets(context, ids, (db) => setFields(db, ids, 'openness', changes)),
}
