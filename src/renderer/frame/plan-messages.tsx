import { makeStyles } from '@fluentui/react-components'
import { usePlanState, useSession } from '../program.tsx'
import { text } from '../text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'

const useStyles = makeStyles({
  messages: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 24px 0' },
})

/** What concerns the whole plan: a change that was not saved, an engine that came back. Stays until dismissed. */
export function PlanMessages() {
  const styles = useStyles()
  const session = useSession()
  const { failure, engineRestarted } = usePlanState()
  if (failure === null && !engineRestarted) return null
  return (
    <div className={styles.messages}>
      {failure !== null && (
        <ErrorMessage title={text.app.changeNotSaved} error={failure} onDismiss={session.dismissFailure} />
      )}
      {engineRestarted && (
        <Message intent="warning" title={text.app.engineRestarted} onDismiss={session.dismissRestart}>
          {text.app.engineRestartedSafe}
        </Message>
      )}
    </div>
  )
}
