import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { useEffect, useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { PlanChange } from '../../contract/views.ts'
import type { Result } from '../../domain/result.ts'
import { useUnsavedUntilAsked } from '../plan/unsaved-drafts.ts'
import { text } from '../text/text.ts'
import { ErrorMessage } from './message.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '560px' },
  action: { whiteSpace: 'nowrap', flexShrink: 0 },
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
})

interface FormDialogProps {
  readonly title: string
  readonly action: string
  /** False while something needed is missing. */
  readonly canSend: boolean
  readonly onSend: () => Promise<Result<PlanChange, AppError>>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few fields and one action; it stays open, with what was typed, until the action is saved. */
export function FormDialog({ title, action, canSend, onSend, onClose, children }: FormDialogProps) {
  const styles = useStyles()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const [isTyped, setTyped] = useState(false)
  useUnsavedUntilAsked(isTyped)
  useFocusGivenBack()
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (isSending || !canSend) return
    setSending(true)
    const answer = await onSend()
    setSending(false)
    if (answer.ok) onClose()
    else setProblem(answer.error)
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form onSubmit={(event) => void send(event)} onChange={() => setTyped(true)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.fields}>
              {children}
              {problem !== null && <ErrorMessage error={problem} />}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text.app.cancel}</Button>
              <Button
                className={styles.action}
                appearance="primary"
                type="submit"
                disabledFocusable={!canSend || isSending}
              >
                {action}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

/** What had the focus when the dialog opened has it again when it closes, if it is still there. */
function useFocusGivenBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once the dialog is gone: until then the focus cannot leave it.
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement) opener.focus()
      })
    },
    [opener],
  )
}
