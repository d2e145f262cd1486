import { useMemo } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { howMany } from '../../../domain/how-many.ts'
import { isIdentified } from '../../../domain/progress.ts'
import type { Access } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { useWalk, walkKeys } from '../../ui/walk.ts'
import { WalkButtons } from '../../ui/walk-buttons.tsx'
import { WalkTable } from '../../ui/walk-table.tsx'
import { accessChoices, BulkIdentification, DatasetIdentification } from './dataset-identification.tsx'
import { identifyColumns } from './identify-columns.tsx'

const isOpen = (dataset: Dataset) => !isIdentified(dataset)
const isUndetermined = ({ identification }: Dataset) => identification.access === 'undetermined'

/** Step 3: what of every dataset could be made public, one key an answer. */
export function IdentifyStep() {
  const { plan, progress, change } = usePlan()
  const walk = useWalk(plan.datasets, isOpen)
  const { done, total } = progress.identify
  const undetermined = useMemo(() => howMany(plan.datasets, isUndetermined), [plan.datasets])
  const answer = (access: Access) => {
    const ids = walk.worked.map(({ id }) => id)
    if (ids.length > 0) void change('identify.set', { ids, changes: { access } })
  }

  return (
    <StepFrame
      title={text.identify.title}
      subtitle={text.identify.subtitle(done, total)}
      guidance={<GuidancePanel parts={text.identify.guidance} source={text.identify.guidanceSource} />}
      note={
        done === total ? text.identify.allDone : text.identify.left(undetermined, total - done - undetermined)
      }
      actions={
        <WalkButtons
          isDone={done === total}
          words={text.identify}
          onPrevious={walk.goBack}
          onNext={walk.goOn}
          onGoOn={() => goTo({ screen: 'prioritize' })}
        />
      }
      onKeyDown={walkKeys(walk.goOn, { choices: accessChoices, onChoose: answer })}
    >
      <WalkTable label={text.identify.table} walk={walk} columns={identifyColumns}>
        {walk.selected.length > 0 ? (
          <BulkIdentification datasets={walk.worked} onAnswer={answer} />
        ) : (
          <DatasetIdentification dataset={walk.current} onAnswer={answer} />
        )}
      </WalkTable>
    </StepFrame>
  )
}
