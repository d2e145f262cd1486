import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { usePlanState, useSession } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'
import { DamagedMessage } from './damaged-message.tsx'
import { ReadingMessage } from './reading-message.tsx'
import { UnsavedMessage } from './unsaved-message.tsx'

const useStyles = makeStyles({
  messages: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 24px 0',
    ':empty': { display: 'none' },
  },
})

interface PlanMessagesProps {
  /** Whether the open plan is what is on screen; what concerns it alone is said only then. */
  readonly isPlanShown: boolean
}

/** What concerns the whole plan. It stays until it is over or dismissed, so that nothing goes unseen. */
export function PlanMessages({ isPlanShown }: PlanMessagesProps) {
  const styles = useStyles()
  const session = useSession()
  const state = usePlanState()
  const { view, failure, takenInFrom, engineRestarted } = state
  const messages: ReactNode[] = []
  if (view !== null && (state.isFileLost || state.retrying !== null)) {
    messages.push(<UnsavedMessage key="unsaved" planId={view.plan.id} state={state} />)
  }
  if (isPlanShown && view?.isDamaged) {
    messages.push(<DamagedMessage key="damaged" planId={view.plan.id} />)
  }
  if (failure !== null) {
    messages.push(
      <ErrorMessage
        key="failure"
        title={text.app.changeNotSaved}
        error={failure}
        onDismiss={session.dismissFailure}
      />,
    )
  }
  if (engineRestarted) {
    messages.push(
      <Message
        key="restarted"
        intent="warning"
        title={text.app.engineRestarted}
        onDismiss={session.dismissRestart}
      >
        {text.app.engineRestartedSafe}
      </Message>,
    )
  }
  if (isPlanShown && view?.readOnly) {
    messages.push(<ReadingMessage key="reading" planId={view.plan.id} readOnly={view.readOnly} />)
  }
  if (isPlanShown && takenInFrom !== null) {
    messages.push(
      <Message
        key="taken-in"
        intent="info"
        title={text.app.takenIn(takenInFrom)}
        onDismiss={session.dismissTakenIn}
      >
        {text.app.takenInNext}
      </Message>,
    )
  }
  return messages.length === 0 ? null : <div className={styles.messages}>{messages}</div>
}
