import { makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { AppError } from '../../../contract/errors.ts'
import type { StartView } from '../../../contract/views.ts'
import { useHost } from '../../plan/program.tsx'
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
  const { start, problem } = useStartView()
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

interface ReadStart {
  /** null until it is read. */
  readonly start: StartView | null
  readonly problem: AppError | null
}

function useStartView(): ReadStart {
  const { client } = useHost()
  const [read, setRead] = useState<ReadStart>({ start: null, problem: null })
  useEffect(() => {
    let isShown = true
    void client.call('start.read', {}).then((answer) => {
      if (!isShown) return
      setRead(answer.ok ? { start: answer.value, problem: null } : { start: null, problem: answer.error })
    })
    return () => {
      isShown = false
    }
  }, [client])
  return read
}
