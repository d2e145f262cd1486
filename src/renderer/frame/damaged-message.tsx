import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { useSession } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { Message } from '../ui/message.tsx'
import { RecoverPlan } from '../ui/recover-plan.tsx'

/** Damage that was found in the open plan's file: the work stays on screen until a backup is brought back. */
export function DamagedMessage({ planId }: { readonly planId: string }) {
  const session = useSession()
  const opener = useId()
  const [isChoosing, setChoosing] = useState(false)
  const words = text.recovery.open
  return (
    <>
      <Message
        intent="error"
        title={words.title}
        actions={
          <Button
            id={opener}
            size="small"
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            {words.backups}
          </Button>
        }
      >
        {words.next}
      </Message>
      {isChoosing && (
        <RecoverPlan
          heading={words.heading}
          error={{ code: 'plan-damaged' }}
          planId={planId}
          onRecover={session.recover}
          onNotNow={() => {
            // What has the focus is about to go; the button that stays takes it over.
            document.getElementById(opener)?.focus()
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
