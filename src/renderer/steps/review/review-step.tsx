import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { isReviewed } from '../../../domain/progress.ts'
import type { Availability } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { chosenByKey, isFreeEnter } from '../../ui/choice-list.tsx'
import { chosenDatasets } from '../../ui/chosen-datasets.ts'
import { useCurrentDataset } from '../../ui/current-dataset.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { TableAndCard } from '../../ui/table-and-card.tsx'
import { WalkButtons } from '../../ui/walk-buttons.tsx'
import { availabilityChoices, BulkReview, DatasetReview } from './dataset-review.tsx'
import { reviewColumns } from './review-columns.tsx'

const isOpen = (dataset: Dataset) => !isReviewed(dataset)

/** Step 1: where every dataset stands today, one key an answer. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: half of it is the screen’s markup.
export function ReviewStep() {
  const { plan, progress, change } = usePlan()
  const [selected, setSelected] = useState<readonly DatasetId[]>([])
  const { current, setCurrentId, goToNextOpen, goToPrevious } = useCurrentDataset(plan.datasets, isOpen)
  const { done, total } = progress.review

  const answer = (availability: Availability) => {
    const ids = selected.length > 0 ? [...selected] : current === null ? [] : [current.id]
    if (ids.length > 0) void change('review.set', { ids, changes: { availability } })
  }
  /** Going on means one dataset again. */
  const alone = (move: () => void) => () => {
    setSelected([])
    move()
  }
  const goOn = alone(goToNextOpen)
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = chosenByKey(event, availabilityChoices)
    if (chosen !== null) answer(chosen)
    else if (isFreeEnter(event)) goOn()
    else return
    event.preventDefault()
  }

  return (
    <StepFrame
      title={text.review.title}
      subtitle={text.review.subtitle(done, total)}
      guidance={<GuidancePanel parts={text.review.guidance} source={text.review.guidanceSource} />}
      note={done === total ? text.review.allDone : text.review.keys(availabilityChoices.length)}
      actions={
        <WalkButtons
          isDone={done === total}
          words={text.review}
          onPrevious={alone(goToPrevious)}
          onNext={goOn}
          onGoOn={() => goTo({ screen: 'brainstorm' })}
        />
      }
      onKeyDown={onKeyDown}
    >
      <TableAndCard
        table={
          <DatasetTable
            label={text.review.table}
            rows={plan.datasets}
            columns={reviewColumns}
            isOpen={isOpen}
            currentId={current?.id ?? null}
            onCurrentChange={setCurrentId}
            selection={{ ids: selected, onChange: setSelected }}
          />
        }
      >
        {selected.length > 0 ? (
          <BulkReview datasets={chosenDatasets(plan.datasets, selected)} onAnswer={answer} />
        ) : (
          <DatasetReview dataset={current} onAnswer={answer} />
        )}
      </TableAndCard>
    </StepFrame>
  )
}
