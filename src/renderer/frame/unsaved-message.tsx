import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { PlanState } from '../plan/plan-state.ts'
import { useReadOnly, useSession } from '../plan/program.tsx'
import { describeError } from '../text/describe-error.ts'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'
import { usePlanFile } from '../ui/plan-file.ts'

interface UnsavedMessageProps {
  readonly planId: string
  readonly state: PlanState
}

/** Loud, and with the ways out: what was entered and is not on the disk, or a plan whose file is gone. */
export function UnsavedMessage({ planId, state }: UnsavedMessageProps) {
  const session = useSession()
  const { saving, retrying, isFileLost } = state
  const error: AppError = isFileLost ? { code: 'plan-file-lost' } : (retrying ?? { code: 'cannot-write' })
  const { happened, safe, next } = describeError(error)
  const waits = saving > 0 && retrying !== null
  return (
    <Message
      intent="error"
      title={waits ? text.app.waits(saving) : happened}
      actions={
        <>
          {isFileLost ? (
            <WaysOut planId={planId} />
          ) : (
            <Button size="small" onClick={session.tryNow}>
              {text.app.tryNow}
            </Button>
          )}
          {waits && (
            <Button size="small" onClick={session.giveUp}>
              {text.app.giveUp(saving)}
            </Button>
          )}
        </>
      }
    >
      {waits ? `${happened} ${text.app.triesAgain}` : safe} {next}
    </Message>
  )
}

/** To the disk again where it was, or to a place of the person's choice. */
function WaysOut({ planId }: { readonly planId: string }) {
  const session = useSession()
  const isReading = useReadOnly()
  const planFile = usePlanFile(planId)
  const [problem, setProblem] = useState<AppError | null>(null)
  const rescue = async () => {
    const answer = await session.rescue()
    setProblem(answer.ok ? null : answer.error)
  }
  const failed = problem ?? (planFile.outcome?.ok === false ? planFile.outcome.error : null)
  return (
    <>
      {!isReading && (
        <Button size="small" appearance="primary" onClick={() => void rescue()}>
          {text.app.writeAgain}
        </Button>
      )}
      <Button size="small" disabledFocusable={planFile.isSaving} onClick={planFile.save}>
        {text.app.savePlanFile}
      </Button>
      {failed !== null && <ErrorMessage title={text.app.writingFailed} error={failed} />}
    </>
  )
}
