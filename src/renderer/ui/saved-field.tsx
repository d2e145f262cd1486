import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components'
import type { ChangeEvent, FocusEvent, KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { useReadOnly } from '../plan/program.tsx'
import { useSavedOnLeaving } from '../plan/unsaved-drafts.ts'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  // The control's own least width is wider than a narrow column.
  shrink: { minWidth: 0, width: '100%' },
  before: { gridTemplateColumns: 'max-content minmax(0, 1fr)', columnGap: '8px' },
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
  /** The label stands above the field unless it is short and space is too. */
  readonly labelPlace?: 'above' | 'before'
  /** Not a part of the plan: it can be changed also while the plan can only be read. */
  readonly isSetting?: boolean
}

type TextElement = HTMLInputElement | HTMLTextAreaElement
type TextEvent = FocusEvent<TextElement> | KeyboardEvent<TextElement>

/** A text field that saves when it is left or Enter is pressed, and keeps what was typed until it is saved. */
export function SavedField(props: SavedFieldProps) {
  const { label, value, onSave, hint, kind = 'text', size = 'medium', labelPlace = 'above' } = props
  const readOnly = useReadOnly() && props.isSetting !== true
  const styles = useStyles()
  const { shown, isDirty, hasFailed, type, save, takeBack } = useDraft(value, onSave)
  const { isIncomplete, saveWhole } = useWholeValues(save)
  const onKeyDown = (event: KeyboardEvent<TextElement>) => {
    if (event.key === 'Enter' && (kind !== 'multiline' || event.ctrlKey)) saveWhole(event)
    if (event.key === 'Escape' && isDirty) takeBack()
  }
  const control = {
    value: shown,
    size,
    readOnly,
    onChange: ({ target }: ChangeEvent<TextElement>) => type(target.value, !target.validity.badInput),
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
      {...(labelPlace === 'before' && { orientation: 'horizontal', className: styles.before })}
    >
      {kind === 'multiline' ? (
        <Textarea
          {...control}
          {...(readOnly && { appearance: 'filled-darker' })}
          resize="vertical"
          rows={2}
        />
      ) : (
        <Input
          {...control}
          {...(readOnly && { appearance: 'filled-darker' })}
          className={styles.shrink}
          input={{ className: styles.shrink }}
          type={kind}
        />
      )}
    </Field>
  )
}

/** Half a date counts for the browser as an empty one, which nobody meant to save. */
function useWholeValues(save: () => Promise<void>) {
  const [isIncomplete, setIncomplete] = useState(false)
  const saveWhole = ({ currentTarget }: TextEvent) => {
    const { badInput } = currentTarget.validity
    setIncomplete(badInput)
    if (!badInput) void save()
  }
  return { isIncomplete, saveWhole }
}

export interface Draft {
  readonly shown: string
  readonly isDirty: boolean
  readonly hasFailed: boolean
  /** What is not whole yet, such as half a date, is not saved when the field goes. */
  readonly type: (value: string, isWhole?: boolean) => void
  /** Saves what was typed, or the value given instead of it. */
  readonly save: (given?: string) => Promise<void>
  readonly takeBack: () => void
}

/** What was typed and is not saved yet. */
export function useDraft(value: string, onSave: (value: string) => Promise<boolean>): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(true)
  const [hasFailed, setFailed] = useState(false)
  const isDirty = draft !== null && draft !== value

  // Enter, leaving the field and its removal may all ask within one moment; one save is enough.
  const sending = useRef<string | null>(null)
  const save = async (given = draft) => {
    if (given === null || given === value) return setDraft(null)
    if (sending.current === given) return
    sending.current = given
    setDraft(given)
    const isSaved = await onSave(given).finally(() => {
      sending.current = null
    })
    setFailed(!isSaved)
    // What was typed while this was on its way is still to be saved.
    if (isSaved) setDraft((now) => (now === given ? null : now))
  }
  useSavedOnLeaving(isDirty, isDirty && isWhole ? draft : null, (left) => void save(left))

  return {
    shown: draft ?? value,
    isDirty,
    hasFailed,
    type: (given, isGivenWhole = true) => {
      setDraft(given)
      setWhole(isGivenWhole)
    },
    save,
    takeBack: () => {
      setDraft(null)
      setFailed(false)
    },
  }
}
