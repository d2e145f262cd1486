import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { text } from '../text.ts'

const useStyles = makeStyles({
  // The control's own least width is wider than a narrow column.
  shrink: { minWidth: 0, width: '100%' },
})

interface SavedFieldProps {
  readonly label: string
  /** What is saved now. Give the field a `key` that changes with what it belongs to. */
  readonly value: string
  /** Saves; answers whether it is saved. */
  readonly onSave: (value: string) => Promise<boolean>
  readonly hint?: string
  readonly kind?: 'text' | 'email' | 'date' | 'multiline'
  readonly size?: 'small' | 'medium'
}

type TextElement = HTMLInputElement | HTMLTextAreaElement
type TextEvent = FocusEvent<TextElement> | KeyboardEvent<TextElement>

/** A text field that saves when it is left or Enter is pressed, and keeps what was typed until it is saved. */
export function SavedField({ label, value, onSave, hint, kind = 'text', size = 'medium' }: SavedFieldProps) {
  const styles = useStyles()
  const { shown, isDirty, hasFailed, type, save, takeBack } = useDraft(value, onSave)
  const [isIncomplete, setIncomplete] = useState(false)
  const saveWhole = ({ currentTarget }: TextEvent) => {
    // Half a date counts as an empty one, which nobody meant to save.
    const { badInput } = currentTarget.validity
    setIncomplete(badInput)
    if (!badInput) void save()
  }
  const onKeyDown = (event: KeyboardEvent<TextElement>) => {
    if (event.key === 'Enter' && (kind !== 'multiline' || event.ctrlKey)) saveWhole(event)
    if (event.key === 'Escape' && isDirty) takeBack()
  }
  const control = {
    value: shown,
    size,
    onChange: (_: unknown, data: { readonly value: string }) => type(data.value),
    onBlur: saveWhole,
    onKeyDown,
  }
  const problem = isIncomplete ? text.field.incomplete : hasFailed ? text.field.failed : null
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(problem !== null && { validationState: 'error', validationMessage: problem })}
      size={size}
    >
      {kind === 'multiline' ? (
        <Textarea {...control} resize="vertical" rows={2} />
      ) : (
        <Input {...control} className={styles.shrink} input={{ className: styles.shrink }} type={kind} />
      )}
    </Field>
  )
}

export interface Draft {
  readonly shown: string
  readonly isDirty: boolean
  readonly hasFailed: boolean
  readonly type: (value: string) => void
  /** Saves what was typed, or the value given instead of it. */
  readonly save: (given?: string) => Promise<void>
  readonly takeBack: () => void
}

/** What was typed and is not saved yet. */
export function useDraft(value: string, onSave: (value: string) => Promise<boolean>): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const isDirty = draft !== null && draft !== value

  const save = async (given = draft) => {
    if (given === null || given === value) return setDraft(null)
    setDraft(given)
    const isSaved = await onSave(given)
    setFailed(!isSaved)
    // What was typed while this was on its way is still to be saved.
    if (isSaved) setDraft((now) => (now === given ? null : now))
  }
  useSavedOnLeaving(isDirty ? draft : null, onSave)

  return {
    shown: draft ?? value,
    isDirty,
    hasFailed,
    type: setDraft,
    save,
    takeBack: () => {
      setDraft(null)
      setFailed(false)
    },
  }
}

/** The browser's Back removes a field without a blur; what was typed is saved all the same. */
function useSavedOnLeaving(draft: string | null, onSave: (value: string) => Promise<boolean>): void {
  const latest = useRef({ draft, onSave })
  useEffect(() => {
    latest.current = { draft, onSave }
  })
  useEffect(
    () => () => {
      const { draft: left, onSave: saveLeft } = latest.current
      if (left !== null) void saveLeft(left)
    },
    [],
  )
}
