import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { ReadOnly } from '../../contract/views.ts'
import { useHost, useSession } from '../plan/program.tsx'
import { openElsewhere } from '../text/describe-error.ts'
import { text } from '../text/text.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'

interface ReadingMessageProps {
  readonly planId: string
  readonly readOnly: ReadOnly
}

/** Why nothing can be changed, who can, and the two ways to change something all the same. */
export function ReadingMessage({ planId, readOnly }: ReadingMessageProps) {
  const { client } = useHost()
  const session = useSession()
  const [isOpening, setOpening] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const open = async (how: 'plan.open' | 'plan.open-copy') => {
    if (isOpening) return
    setOpening(true)
    const answer = await client.call(how, { planId }, { planId })
    setOpening(false)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) session.opened(answer.value)
  }
  return (
    <>
      <Message
        intent="warning"
        title={text.app.reading}
        actions={
          <>
            <Button size="small" disabledFocusable={isOpening} onClick={() => void open('plan.open')}>
              {text.app.openForChanges}
            </Button>
            <Button size="small" disabledFocusable={isOpening} onClick={() => void open('plan.open-copy')}>
              {text.app.makeCopy}
            </Button>
          </>
        }
      >
        {openElsewhere(readOnly.holder)} {text.app.readingFollows}
      </Message>
      {problem !== null && <ErrorMessage error={problem} onDismiss={() => setProblem(null)} />}
    </>
  )
}
