import { makeStyles, Spinner } from '@fluentui/react-components'
import { useRead } from '../../plan/read.ts'
import { text } from '../../text/text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { ErrorMessage } from '../../ui/message.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { DropZone } from './drop-zone.tsx'
import { HowItWorks } from './how-it-works.tsx'
import { useOpening } from './opening.ts'
import { OpeningProblemMessage } from './opening-problem.tsx'
import { RecentPlans } from './recent-plans.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    gap: '16px',
    maxWidth: '1180px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wide: { gridColumn: '1 / -1' },
})

/** The front door: an inventory, a plan file, or a plan of this computer. */
export function StartStep() {
  const styles = useStyles()
  const { value: start, problem } = useRead('start.read', {})
  const opening = useOpening(start)
  return (
    <StepFrame title={text.start.title} subtitle={text.start.subtitle}>
      <div className={styles.layout}>
        {opening.problem !== null && (
          <div className={styles.wide}>
            <OpeningProblemMessage opening={opening} />
          </div>
        )}
        {opening.busy === null ? (
          <DropZone opening={opening} />
        ) : (
          <Spinner label={opening.busy} labelPosition="below" />
        )}
        {problem === null ? (
          <RecentPlans plans={start?.recentPlans ?? null} onOpen={(planId) => opening.openPlan(planId)} />
        ) : (
          <ErrorMessage error={problem} />
        )}
        <HowItWorks className={styles.wide} />
      </div>
    </StepFrame>
  )
}
