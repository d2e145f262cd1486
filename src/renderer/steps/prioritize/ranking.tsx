import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { DatasetTable } from '../../ui/dataset-table.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { walkKeys } from '../../ui/walk.ts'
import type { Candidate } from './candidates.ts'
import { DatasetPriority } from './dataset-priority.tsx'
import type { DraftWeights } from './draft-weights.ts'
import { countRatings, isAsked } from './open-rating.ts'
import { prioritizeColumns } from './prioritize-columns.tsx'
import { SideColumn } from './side-column.tsx'
import { useOpenRatings } from './way-through-ratings.ts'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 13fr) minmax(0, 9fr)',
    gap: '16px',
    height: '100%',
    minHeight: '420px',
    // Table and card keep scrolling by themselves when the guidance goes below them.
    [medium]: { height: 'calc(100vh - 200px)' },
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

/** The ranked table with the chosen candidate's ratings beside it. */
export function Ranking({ candidates, draft }: RankingProps) {
  const styles = useStyles()
  const { plan, progress } = usePlan()
  const { criteria } = plan
  const datasets = useMemo(() => candidates.map(({ dataset }) => dataset), [candidates])
  const { currentId, choose, goToNextOpen } = useOpenRatings(datasets, criteria)
  const { done, total } = progress.prioritize
  const { open, unexplained } = useMemo(() => countRatings(datasets, criteria), [datasets, criteria])
  const columns = useMemo(() => prioritizeColumns(criteria), [criteria])
  const isOpen = useCallback(({ dataset }: Candidate) => isAsked(dataset, criteria), [criteria])

  return (
    <StepFrame
      title={text.prioritize.title}
      subtitle={text.prioritize.subtitle(done, total)}
      guidance={<SideColumn draft={draft} goals={plan.reference.stateGoals} />}
      note={text.prioritize.left(open, total - done, unexplained)}
      actions={<PrioritizeActions isDone={open === 0} onNext={goToNextOpen} />}
      onKeyDown={walkKeys(goToNextOpen, null)}
    >
      <div className={styles.layout}>
        <div className={styles.table}>
          <div className={styles.grid}>
            <DatasetTable
              label={text.prioritize.table}
              rows={candidates}
              columns={columns}
              isOpen={isOpen}
              openLabel={text.prioritize.openFilter}
              currentId={currentId}
              onCurrentChange={choose}
            />
          </div>
          <Text size={200} className={styles.legend}>
            {text.prioritize.legend(criteria)}
          </Text>
        </div>
        <DatasetPriority
          candidate={candidates.find(({ id }) => id === currentId) ?? null}
          candidates={candidates.length}
          criteria={criteria}
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
