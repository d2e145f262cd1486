import type { ParsedInputOf } from '../../contract/calls.ts'
import { withWhatFollows } from '../../domain/dataset.ts'
import { accessLabels, releaseRouteLabels } from '../../domain/labels.ts'
import { setFields } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const identifyCalls: HandlersOf<'identify'> = {
  'identify.set': ({ ids, changes }, context) =>
    editDatasets(
      context,
      ids,
      (datasets) => `${whatIsSet(changes)} ${datasets}`,
      (db) => setFields(db, ids, 'identification', withWhatFollows(changes)),
    ),

  'identify.set-openness': ({ ids, changes }, context) =>
    editDatasets(
      context,
      ids,
      (datasets) => `Changed the openness test of ${datasets}`,
      (db) => setFields(db, ids, 'openness', changes),
    ),
}

function whatIsSet({
  access,
  releaseRoute,
  highValueGrounds,
}: ParsedInputOf<'identify.set'>['changes']): string {
  if (access !== undefined) return `Set access to “${accessLabels[access]}” for`
  if (releaseRoute !== undefined) {
    return releaseRoute === null
      ? 'Cleared the release route of'
      : `Set the release route to “${releaseRouteLabels[releaseRoute]}” for`
  }
  if (highValueGrounds !== undefined) return 'Changed the high-value grounds of'
  return 'Changed how to protect'
}
