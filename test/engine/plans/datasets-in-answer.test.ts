import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/contract/client.ts'
import { aDesk } from '../../support/desk.ts'
import { must } from '../../support/journey.ts'

test('a change that is answered in parts names what it changed and nothing else, in the plan’s order', async () => {
  const desk = aDesk()
  const ids = (await desk.open()).datasets.map(({ id }) => id)
  const changed = ids.slice(5, 15)
  const inParts = createClient(desk.engine.call, randomUUID, { mostDatasets: 4 })
  const set = { ids: changed.toReversed(), changes: { availability: 'on-portal' as const } }
  const { datasets, moreDatasets, removedDatasets } = must(await inParts.call('review.set', set))
  expect(datasets.map(({ id }) => id)).toEqual(changed.slice(0, 4))
  expect(moreDatasets).toEqual(changed.slice(4))
  expect(removedDatasets).toEqual([])
})
