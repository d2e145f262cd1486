import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { HistoryEntry } from '../../contract/views.ts'
import { usePlan } from '../plan/program.tsx'
import { dayAndTimeInWords } from '../text/moments.ts'
import { text } from '../text/text.ts'
import { ErrorMessage } from '../ui/message.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '520px' },
  words: { display: 'flex', flexDirection: 'column', gap: '10px', overflowWrap: 'anywhere' },
})

interface GoBackQuestionProps {
  readonly entry: HistoryEntry
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks once, plainly, before the plan goes back to an action. */
export function GoBackQuestion({ entry, onClose, onDone }: GoBackQuestionProps) {
  const styles = useStyles()
  const { change } = usePlan()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const goBack = async () => {
    if (isSending) return
    setSending(true)
    const answer = await change('history.go-back', { actionId: entry.id })
    setSending(false)
    if (answer.ok) onDone()
    else setProblem(answer.error)
  }
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{text.history.goBackTitle}</DialogTitle>
          <DialogContent className={styles.words}>
            <Text weight="semibold">{entry.what}</Text>
            <Text>{text.history.goBackTo(dayAndTimeInWords(entry.at))}</Text>
            <Text>{text.history.goBackSafe}</Text>
            {problem !== null && <ErrorMessage title={text.history.failed} error={problem} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.history.cancel}</Button>
            <Button appearance="primary" disabledFocusable={isSending} onClick={() => void goBack()}>
              {text.history.goBackYes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
