import type { ParsedInputOf } from '../../contract/calls.ts'
import { accessLabels, releaseRouteLabels } from '../../domain/labels.ts'
import { setIdentification } from '../store/edit-rows.ts'
import { editDatasets } from './edit-datasets.ts'
import type { HandlersOf } from './handlers.ts'

export const identifyCalls: HandlersOf<'identify'> = {
  'identify.set': ({ ids, changes }, context) =>
    editDatasets(
      context,
      ids,
      (datasets) => `${whatIsSet(changes)} ${datasets}`,
      (db) => setIdentification(db, ids, changes),
    ),
}

function whatIsSet({
  access,
  releaseRoute,
  openness,
  highValueGrounds,
}: ParsedInputOf<'identify.set'>['changes']): string {
  if (access !== undefined) return `Set access to “${accessLabels[access]}” for`
  if (releaseRoute !== undefined) {
    return releaseRoute === null
      ? 'Cleared the release route of'
      : `Set the release route to “${releaseRouteLabels[releaseRoute]}” for`
  }
  if (openness !== undefined) return 'Changed the openness test of'
  if (highValueGrounds !== undefined) return 'Changed the high-value grounds of'
  return 'Changed how to protect'
}
