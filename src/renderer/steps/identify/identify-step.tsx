import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import type { Dataset } from '../../../domain/dataset.ts'
import { howMany } from '../../../domain/how-many.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { chosenByKey, isFreeEnter } from '../../ui/choice-list.tsx'
import { chosenDatasets } from '../../ui/chosen-datasets.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { TableAndCard } from '../../ui/table-and-card.tsx'
import { WalkButtons } from '../../ui/walk-buttons.tsx'
import { accessChoices, BulkIdentification, DatasetIdentification } from './dataset-identification.tsx'
import { identifyColumns } from './identify-columns.tsx'
import { isOpen, useIdentifying } from './identifying.ts'

const isUndetermined = ({ identification }: Dataset) => identification.access === 'undetermined'

/** Step 3: what of every dataset could be made public, one key an answer. */
export function IdentifyStep() {
  const { plan, progress } = usePlan()
  const work = useIdentifying()
  const { current, selected, answer } = work
  const { done, total } = progress.identify
  const undetermined = useMemo(() => howMany(plan.datasets, isUndetermined), [plan.datasets])
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = chosenByKey(event, accessChoices)
    if (chosen !== null) answer(chosen)
    else if (isFreeEnter(event)) work.goOn()
    else return
    event.preventDefault()
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
          onPrevious={work.goBack}
          onNext={work.goOn}
          onGoOn={() => goTo({ screen: 'prioritize' })}
        />
      }
      onKeyDown={onKeyDown}
    >
      <TableAndCard
        table={
          <DatasetTable
            label={text.identify.table}
            rows={plan.datasets}
            columns={identifyColumns}
            isOpen={isOpen}
            currentId={current?.id ?? null}
            onCurrentChange={work.choose}
            selection={{ ids: selected, onChange: work.select }}
          />
        }
      >
        {selected.length > 0 ? (
          <BulkIdentification datasets={chosenDatasets(plan.datasets, selected)} onAnswer={answer} />
        ) : (
          <DatasetIdentification dataset={current} onAnswer={answer} />
        )}
      </TableAndCard>
    </StepFrame>
  )
}
