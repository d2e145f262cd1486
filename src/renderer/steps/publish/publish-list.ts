import { useEffect, useMemo, useRef } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { isPublishedData } from '../../../domain/dataset.ts'
import { howMany } from '../../../domain/how-many.ts'
import type { RankedDataset } from '../../../domain/priority.ts'
import { isCommitted, isUpkeepSettled } from '../../../domain/progress.ts'
import { usePlan } from '../../plan/program.tsx'
import { useWalk, type Walk } from '../../ui/walk.ts'
import type { Place } from './publishing.ts'
import { isSameOrder, placesInPlan, plannedInOrder } from './publishing.ts'

export type Tab = 'planned' | 'published'

/** One of the two lists of this step, and where a person is in it. */
export interface PublishList extends Walk {
  /** How many are not settled. */
  readonly open: number
}

function usePublishList(datasets: readonly Dataset[], isOpen: (dataset: Dataset) => boolean): PublishList {
  const walk = useWalk(datasets, isOpen)
  const open = useMemo(() => howMany(datasets, isOpen), [datasets, isOpen])
  return { ...walk, open }
}

export type PublishLists = { readonly [Name in Tab]: PublishList } & {
  /** Where the planned datasets stand in the plan. */
  readonly places: ReadonlyMap<DatasetId, Place>
}

export function usePublishLists(): PublishLists {
  const { plan } = usePlan()
  const { datasets, criteria } = plan
  const ranked = useMemo(() => plannedInOrder({ datasets, criteria }), [datasets, criteria])
  const planned = useMemo(() => ranked.map(({ dataset }) => dataset), [ranked])
  const published = useMemo(() => datasets.filter(isPublishedData), [datasets])
  return {
    places: usePlaces(ranked),
    planned: usePublishList(planned, isCommitmentOpen),
    published: usePublishList(published, isUpkeepOpen),
  }
}

/** The same map while the order is the same: it is what the table's columns are made from. */
function usePlaces(ranked: readonly RankedDataset[]): ReadonlyMap<DatasetId, Place> {
  const before = useRef(ranked)
  const steady = useMemo(() => (isSameOrder(before.current, ranked) ? before.current : ranked), [ranked])
  useEffect(() => {
    before.current = steady
  }, [steady])
  return useMemo(() => placesInPlan(steady), [steady])
}

const isCommitmentOpen = (dataset: Dataset) => !isCommitted(dataset)
const isUpkeepOpen = (dataset: Dataset) => !isUpkeepSettled(dataset)
