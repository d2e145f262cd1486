import { Button, makeStyles } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { chosenByKey, isFreeEnter } from '../../ui/choice-list.tsx'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { accessChoices, BulkIdentification, DatasetIdentification } from './dataset-identification.tsx'
import { identifyColumns } from './identify-columns.tsx'
import { isOpen, useIdentifying } from './identifying.ts'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 12fr) minmax(0, 10fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    // Table and card keep scrolling by themselves when the guidance goes below them.
    [medium]: { height: 'calc(100vh - 200px)' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', height: 'auto' },
  },
  table: { minHeight: 0, [narrow]: { height: '380px' } },
})

/** Step 3: what of every dataset could be made public, one key an answer. */
export function IdentifyStep() {
  const styles = useStyles()
  const { plan, progress } = usePlan()
  const work = useIdentifying()
  const { current, selected, answer } = work
  const { done, total } = progress.identify
  const undetermined = plan.datasets.filter(
    ({ identification }) => identification.access === 'undetermined',
  ).length
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
      actions={<IdentifyActions isDone={done === total} onPrevious={work.goBack} onNext={work.goOn} />}
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
            onCurrentChange={work.choose}
            selection={{ ids: selected, onChange: work.select }}
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
