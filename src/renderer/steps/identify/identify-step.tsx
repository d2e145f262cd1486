import { Button, makeStyles } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { isIdentified } from '../../../domain/progress.ts'
import type { Access } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { chosenByKey, isFreeEnter } from '../../ui/choice-list.tsx'
import { useCurrentDataset } from '../../ui/current-dataset.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { changesForAccess } from './answers.ts'
import { accessChoices, BulkIdentification, DatasetIdentification } from './dataset-identification.tsx'
import { identifyColumns } from './identify-columns.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 12fr) minmax(0, 10fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', height: 'auto' },
  },
  table: { minHeight: 0, [narrow]: { height: '380px' } },
})

const isOpen = (dataset: Dataset) => !isIdentified(dataset)

/** Step 3: what of every dataset could be made public, one key an answer. */
export function IdentifyStep() {
  const styles = useStyles()
  const { plan, progress, change } = usePlan()
  const [selected, setSelected] = useState<readonly DatasetId[]>([])
  const { current, setCurrentId, goToNextOpen, goToPrevious } = useCurrentDataset(plan.datasets, isOpen)
  const { done, total } = progress.identify
  const undetermined = plan.datasets.filter(
    ({ identification }) => identification.access === 'undetermined',
  ).length

  const answer = (access: Access) => {
    const ids = selected.length > 0 ? [...selected] : current === null ? [] : [current.id]
    if (ids.length > 0) void change('identify.set', { ids, changes: changesForAccess(access) })
  }
  /** Going on means one dataset again. */
  const alone = (move: () => void) => () => {
    setSelected([])
    move()
  }
  const goOn = alone(goToNextOpen)
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = chosenByKey(event, accessChoices)
    if (chosen !== null) answer(chosen)
    else if (isFreeEnter(event)) goOn()
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
      actions={<IdentifyActions isDone={done === total} onPrevious={alone(goToPrevious)} onNext={goOn} />}
      onKeyDown={onKeyDown}
    >
      <div className={styles.layout}>
        <div className={styles.table}>
          <DatasetTable
            label={text.identify.table}
            rows={plan.datasets}
            columns={identifyColumns}
            isOpen={isOpen}
            currentId={current?.id ?? null}
            onCurrentChange={setCurrentId}
            selection={{ ids: selected, onChange: setSelected }}
          />
        </div>
        {selected.length > 0 ? (
          <BulkIdentification
            datasets={plan.datasets.filter(({ id }) => selected.includes(id))}
            onAnswer={answer}
          />
        ) : (
          <DatasetIdentification dataset={current} onAnswer={answer} />
        )}
      </div>
    </StepFrame>
  )
}

interface IdentifyActionsProps {
  readonly isDone: boolean
  readonly onPrevious: () => void
  readonly onNext: () => void
}

function IdentifyActions({ isDone, onPrevious, onNext }: IdentifyActionsProps) {
  return (
    <>
      <Button onClick={onPrevious}>{text.identify.previous}</Button>
      {isDone ? (
        <Button appearance="primary" onClick={() => goTo({ screen: 'prioritize' })}>
          {text.identify.goOn}
        </Button>
      ) : (
        <Button appearance="primary" onClick={onNext}>
          {text.identify.next}
        </Button>
      )}
    </>
  )
}
