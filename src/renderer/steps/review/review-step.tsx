import type { Dataset } from '../../../domain/dataset.ts'
import { isReviewed } from '../../../domain/progress.ts'
import type { Availability } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { useWalk, walkKeys } from '../../ui/walk.ts'
import { WalkButtons } from '../../ui/walk-buttons.tsx'
import { WalkTable } from '../../ui/walk-table.tsx'
import { availabilityChoices, BulkReview, DatasetReview } from './dataset-review.tsx'
import { reviewColumns } from './review-columns.tsx'

const isOpen = (dataset: Dataset) => !isReviewed(dataset)

/** Step 1: where every dataset stands today, one key an answer. */
export function ReviewStep() {
  const { plan, progress, change } = usePlan()
  const walk = useWalk(plan.datasets, isOpen)
  const { done, total } = progress.review

  const answer = (availability: Availability) => {
    const ids = walk.worked.map(({ id }) => id)
    if (ids.length > 0) void change('review.set', { ids, changes: { availability } })
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
          onPrevious={walk.goBack}
          onNext={walk.goOn}
          onGoOn={() => goTo({ screen: 'brainstorm' })}
        />
      }
      onKeyDown={walkKeys(walk.goOn, { choices: availabilityChoices, onChoose: answer })}
    >
      <WalkTable label={text.review.table} walk={walk} columns={reviewColumns}>
        {walk.selected.length > 0 ? (
          <BulkReview datasets={walk.worked} onAnswer={answer} />
        ) : (
          <DatasetReview dataset={walk.current} onAnswer={answer} />
        )}
      </WalkTable>
    </StepFrame>
  )
}
