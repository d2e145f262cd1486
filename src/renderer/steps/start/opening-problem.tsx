import { Button } from '@fluentui/react-components'
import type { AppError } from '../../../contract/errors.ts'
import { describeError } from '../../text/describe-error.ts'
import { text } from '../../text/text.ts'
import { ErrorMessage, Message } from '../../ui/message.tsx'
import { RecoverPlan } from '../../ui/recover-plan.tsx'
import type { Opening } from './opening.ts'

/** Codes for which a backup may help. */
const recoverable: readonly AppError['code'][] = [
  'plan-damaged',
  'plan-newer',
  'not-a-plan-file',
  'plan-not-found',
]

/** Why something could not be opened, with the ways to go on. */
export function OpeningProblemMessage({ opening }: { readonly opening: Opening }) {
  const { problem } = opening
  if (problem === null) return null
  const { error, planId, file } = problem
  if (error.code === 'plan-open-elsewhere' && planId !== null) {
    return <OpenElsewhere error={error} planId={planId} opening={opening} />
  }
  if (error.code === 'plan-known-already' && file !== null) {
    const { safe, next } = describeError(error)
    return (
      <Message
        intent="warning"
        title={text.start.known.title}
        onDismiss={opening.dismissProblem}
        actions={
          <>
            <Button size="small" appearance="primary" onClick={() => opening.openPlan(error.planId)}>
              {text.start.known.open}
            </Button>
            <Button size="small" onClick={() => opening.takeInAgain(file)}>
              {text.start.known.take}
            </Button>
          </>
        }
      >
        {safe} {next}
      </Message>
    )
  }
  if (planId !== null && recoverable.includes(error.code)) {
    return (
      <RecoverPlan
        key={planId}
        heading={text.recovery.title}
        error={error}
        planId={planId}
        onRecover={(backupId) => opening.recover(planId, backupId)}
        onNotNow={opening.dismissProblem}
      />
    )
  }
  return <ErrorMessage error={error} onDismiss={opening.dismissProblem} />
}

interface OpenElsewhereProps {
  readonly error: AppError
  readonly planId: string
  readonly opening: Opening
}

function OpenElsewhere({ error, planId, opening }: OpenElsewhereProps) {
  const words = text.start.elsewhere
  return (
    <Message
      intent="warning"
      title={words.title}
      onDismiss={opening.dismissProblem}
      actions={
        <>
          <Button
            size="small"
            appearance="primary"
            onClick={() => opening.openPlan(planId, 'plan.open-to-read')}
          >
            {words.read}
          </Button>
          <Button size="small" onClick={() => opening.openPlan(planId, 'plan.open-copy')}>
            {words.copy}
          </Button>
          <Button size="small" onClick={() => opening.openPlan(planId)}>
            {words.again}
          </Button>
        </>
      }
    >
      {describeError(error).happened} {words.safe} {words.copyHint}
    </Message>
  )
}
