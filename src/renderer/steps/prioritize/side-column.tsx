import { makeStyles } from '@fluentui/react-components'
import { tierThresholds } from '../../../domain/priority.ts'
import type { ReferenceData } from '../../../domain/reference-data.ts'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import type { GuidancePart } from '../../ui/guidance-panel.tsx'
import { GuidancePanel } from '../../ui/guidance-panel.tsx'
import type { DraftWeights } from './draft-weights.ts'
import { WeightsPanel } from './weights-panel.tsx'

const useStyles = makeStyles({
  side: {
    flex: '0 0 250px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    minHeight: 0,
    [medium]: { flex: '0 0 auto' },
    [narrow]: { order: 3, margin: '16px' },
  },
  guidance: { flex: '1 1 0', minHeight: '120px', [medium]: { flex: '0 0 auto' }, [narrow]: { margin: 0 } },
})

interface SideColumnProps {
  readonly draft: DraftWeights
  readonly goals: ReferenceData['stateGoals']
}

/** How much each criterion counts, and how the order comes about. */
export function SideColumn({ draft, goals }: SideColumnProps) {
  const styles = useStyles()
  return (
    <div className={styles.side}>
      <WeightsPanel draft={draft} />
      <GuidancePanel
        className={styles.guidance}
        parts={guidanceParts(goals)}
        source={text.prioritize.guidanceSource}
      />
    </div>
  )
}

function guidanceParts(goals: ReferenceData['stateGoals']): readonly GuidancePart[] {
  const names = goals.entries.map(({ name, edition }) => `${name} (${edition})`)
  return [
    {
      heading: text.prioritize.howOrdered,
      paragraphs: text.prioritize.howOrderedWords(tierThresholds.now, tierThresholds.next),
    },
    text.prioritize.together,
    ...(names.length === 0 ? [] : [{ heading: text.prioritize.stateGoals, paragraphs: names }]),
  ]
}
