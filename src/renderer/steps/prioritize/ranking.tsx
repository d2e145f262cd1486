import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Criterion } from '../../../domain/vocabulary.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { isFreeEnter } from '../../ui/choice-list.tsx'
import { useCurrentDataset } from '../../ui/current-dataset.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import type { Candidate } from './candidates.ts'
import { focusRating } from './criterion-rating.tsx'
import { DatasetPriority } from './dataset-priority.tsx'
import type { DraftWeights } from './draft-weights.ts'
import { askedCriteria, countOpenRatings, countUnexplained, nextOpenRating } from './open-rating.ts'
import { prioritizeColumns } from './prioritize-columns.tsx'
import { SideColumn } from './side-column.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 13fr) minmax(0, 9fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', height: 'auto' },
  },
  table: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minHeight: 0,
    [narrow]: { height: '420px' },
  },
  grid: { flex: '1 1 0', minHeight: 0 },
  legend: { color: tokens.colorNeutralForeground2 },
})

interface RankingProps {
  readonly candidates: readonly Candidate[]
  readonly draft: DraftWeights
}

export function Ranking({ candidates, draft }: RankingProps) {
  const styles = useStyles()
  const { plan, progress } = usePlan()
  const datasets = useMemo(() => candidates.map(({ dataset }) => dataset), [candidates])
  const { current, setCurrentId } = useCurrentDataset(
    datasets,
    (dataset) => askedCriteria(dataset).length > 0,
  )
  const [lastGoneTo, setLastGoneTo] = useState<Criterion | null>(null)
  const { done, total } = progress.prioritize
  const open = countOpenRatings(datasets)

  const choose = (id: string) => {
    setCurrentId(id)
    setLastGoneTo(null)
  }
  const goToNextOpen = () => {
    const next = nextOpenRating(datasets, current?.id ?? null, lastGoneTo)
    if (next === null) return
    // The rating may belong to another dataset: it must be on the page before it can have the focus.
    flushSync(() => {
      setCurrentId(next.id)
      setLastGoneTo(next.criterion)
    })
    focusRating(next.criterion)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isFreeEnter(event)) return
    goToNextOpen()
    event.preventDefault()
  }

  return (
    <StepFrame
      title={text.prioritize.title}
      subtitle={text.prioritize.subtitle(done, total)}
      guidance={<SideColumn draft={draft} goals={plan.reference.stateGoals} />}
      note={text.prioritize.left(open, total - done, countUnexplained(datasets))}
      actions={<PrioritizeActions isDone={open === 0} onNext={goToNextOpen} />}
      onKeyDown={onKeyDown}
    >
      <div className={styles.layout}>
        <div className={styles.table}>
          <div className={styles.grid}>
            <DatasetTable
              label={text.prioritize.table}
              rows={candidates}
              columns={prioritizeColumns}
              isOpen={({ dataset }) => askedCriteria(dataset).length > 0}
              openLabel={text.prioritize.openFilter}
              currentId={current?.id ?? null}
              onCurrentChange={choose}
            />
          </div>
          <Text size={200} className={styles.legend}>
            {text.prioritize.legend}
          </Text>
        </div>
        <DatasetPriority
          candidate={candidates.find(({ id }) => id === current?.id) ?? null}
          candidates={candidates.length}
          onNext={goToNextOpen}
        />
      </div>
    </StepFrame>
  )
}

interface PrioritizeActionsProps {
  readonly isDone: boolean
  readonly onNext: () => void
}

function PrioritizeActions({ isDone, onNext }: PrioritizeActionsProps) {
  if (isDone) {
    return (
      <Button appearance="primary" onClick={() => goTo({ screen: 'publish' })}>
        {text.prioritize.goOn}
      </Button>
    )
  }
  return (
    <Button appearance="primary" onClick={onNext}>
      {text.prioritize.next}
    </Button>
  )
}
