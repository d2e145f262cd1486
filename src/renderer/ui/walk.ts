import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import { type Choice, chosenByKey, isFreeEnter } from './choice-list.tsx'

/** A way through datasets, one after the other or several at once. */
export interface Walk {
  readonly datasets: readonly Dataset[]
  readonly isOpen: (dataset: Dataset) => boolean
  /** null only while there are no datasets. */
  readonly current: Dataset | null
  readonly goTo: (id: DatasetId) => void
  /** Those of the datasets whose boxes are ticked. */
  readonly selected: readonly DatasetId[]
  readonly select: (ids: readonly DatasetId[]) => void
  /** What an answer is for: those whose boxes are ticked, else the one being worked on. */
  readonly worked: readonly Dataset[]
  /** To the next one with an open question, from the top again after the last. */
  readonly goOn: () => void
  readonly goBack: () => void
}

/** Begins at the first dataset with an open question. `isOpen` is always the same function. */
export function useWalk(datasets: readonly Dataset[], isOpen: (dataset: Dataset) => boolean): Walk {
  const [currentId, setCurrentId] = useState<DatasetId | null>(
    () => (datasets.find(isOpen) ?? datasets[0])?.id ?? null,
  )
  const [ticked, select] = useState<readonly DatasetId[]>(nothing)
  const chosen = useMemo(() => chosenOf(datasets, ticked), [datasets, ticked])
  const selected = useMemo(() => chosen.map(({ id }) => id), [chosen])
  const index = Math.max(
    0,
    datasets.findIndex(({ id }) => id === currentId),
  )
  const current = datasets[index] ?? null
  /** Going on means one dataset again. */
  const goAlone = (dataset: Dataset | undefined) => {
    select(nothing)
    if (dataset !== undefined) setCurrentId(dataset.id)
  }
  return {
    datasets,
    isOpen,
    current,
    goTo: setCurrentId,
    selected,
    select,
    worked: chosen.length > 0 ? chosen : current === null ? [] : [current],
    goOn: () => goAlone([...datasets.slice(index + 1), ...datasets.slice(0, index)].find(isOpen)),
    goBack: () => goAlone(datasets.at(index - 1)),
  }
}

interface Answers<Id extends string> {
  readonly choices: readonly Choice<Id>[]
  readonly onChoose: (id: Id) => void
}

/** The keys of a step: a number is an answer where there are any to choose from, and Enter goes on. */
export function walkKeys<Id extends string>(goOn: () => void, answers: Answers<Id> | null) {
  return (event: KeyboardEvent) => {
    const chosen = answers && chosenByKey(event, answers.choices)
    if (answers !== null && chosen !== null) answers.onChoose(chosen)
    else if (isFreeEnter(event)) goOn()
    else return
    event.preventDefault()
  }
}

const nothing: readonly never[] = []

/** Those of the datasets that are chosen and still there, in the datasets' order. */
function chosenOf(datasets: readonly Dataset[], ids: readonly DatasetId[]): readonly Dataset[] {
  if (ids.length === 0) return nothing
  // Everything may be chosen, so looking through a list for each of them takes too long.
  const chosen = new Set(ids)
  return datasets.filter(({ id }) => chosen.has(id))
}
