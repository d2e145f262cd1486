import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components'
import { useState } from 'react'
import { useReadOnly } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { useEnterMeansWords } from './enter-means-words.ts'
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
  const { shrink } = useStyles()
  const isReading = useReadOnly()
  const { shown, isDirty, hasFailed, type, save, takeBack } = useDraft(value, onSave)
  const [isOpen, setOpen] = useState(false)
  const { onKeyDownCapture, leaveList } = useEnterMeansWords(() => {
    setOpen(false)
    void save()
  })
  const offered = isDirty ? optionsWith(options, shown) : options
  return (
    <Field
      label={label}
      {...(hint !== undefined && { hint })}
      {...(hasFailed && { validationState: 'error', validationMessage: text.field.failed })}
    >
      <Combobox
        className={shrink}
        input={{ className: shrink }}
        freeform
        disabled={isReading}
        disableAutoFocus
        value={shown}
        selectedOptions={[value]}
        open={isOpen && offered.length > 0}
        onOpenChange={(_, { open }) => {
          leaveList()
          setOpen(open)
        }}
        onChange={(event) => {
          leaveList()
          type(event.target.value)
          setOpen(true)
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) void save(optionValue)
        }}
        onBlur={() => void save()}
        onKeyDownCapture={onKeyDownCapture}
        onKeyDown={({ key }) => key === 'Escape' && !isOpen && isDirty && takeBack()}
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

function optionsWith(options: readonly string[], typed: string): readonly string[] {
  const words = typed.trim().toLowerCase()
  return options.filter((option) => option.toLowerCase().includes(words))
}
