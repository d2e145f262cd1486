import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { text } from '../text.ts'
import { useDraft } from './saved-field.tsx'

const useStyles = makeStyles({
  // The control's own least width is wider than a narrow column.
  shrink: { minWidth: 0, width: '100%' },
})

interface SavedComboboxProps {
  readonly label: string
  /** What is saved now. Give the field a `key` that changes with what it belongs to. */
  readonly value: string
  readonly options: readonly string[]
  /** Saves; answers whether it is saved. */
  readonly onSave: (value: string) => Promise<boolean>
  readonly hint?: string
}

/** A text field with values to choose from; saves like `SavedField`, and at once when one is chosen. */
export function SavedCombobox({ label, value, options, onSave, hint }: SavedComboboxProps) {
  const styles = useStyles()
  const { shown, isDirty, hasFailed, type, save, takeBack } = useDraft(value, onSave)
  const [isOpen, setOpen] = useState(false)
  // Enter means the words, unless an arrow key has gone into the list.
  const isInList = useRef(false)

  const onKeyDownFirst = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') isInList.current = true
    if (event.key === 'Escape' && !isOpen && isDirty) takeBack()
    if (event.key !== 'Enter' || isInList.current) return
    event.preventDefault()
    event.stopPropagation()
    setOpen(false)
    void save()
  }
  const offered = isDirty ? options.filter((option) => hasWords(option, shown)) : options
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(hasFailed && { validationState: 'error', validationMessage: text.field.failed })}
    >
      <Combobox
        className={styles.shrink}
        input={{ className: styles.shrink }}
        freeform
        disableAutoFocus
        value={shown}
        selectedOptions={[value]}
        open={isOpen && offered.length > 0}
        onOpenChange={(_, { open }) => {
          isInList.current = false
          setOpen(open)
        }}
        onChange={(event) => {
          isInList.current = false
          type(event.target.value)
          setOpen(true)
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) void save(optionValue)
        }}
        onBlur={() => void save()}
        onKeyDownCapture={onKeyDownFirst}
      >
        {offered.map((option) => (
          // The space keeps the list from moving into an entry that begins with what is typed.
          <Option key={option} value={option} text={` ${option}`}>
            {option}
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}

function hasWords(option: string, typed: string): boolean {
  return option.toLowerCase().includes(typed.trim().toLowerCase())
}
