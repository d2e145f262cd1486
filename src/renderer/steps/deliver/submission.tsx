import { Button, Field, Input, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { inWords, isCalendarDate, localDay } from '../../../domain/calendar-date.ts'
import { usePlan, usePlanView, useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Message } from '../../ui/message.tsx'

/** When and how the plan was submitted last, and whether it is still what was submitted; nothing before that. */
export function SubmissionLine() {
  const submission = usePlanView()?.submission ?? null
  if (submission === null) return null
  const { on, how, isChangedSince } = submission
  const words = text.deliver.submission
  return (
    <Message intent={isChangedSince ? 'info' : 'success'} title={words.submitted(inWords(on))}>
      {how !== '' && `${/[.!?]$/.test(how) ? how : `${how}.`} `}
      {isChangedSince ? words.changed : words.same}
    </Message>
  )
}

/** Says that the plan was sent off. Nothing is sent from here. */
export function MarkAsSubmitted() {
  const submission = usePlanView()?.submission ?? null
  const isReading = useReadOnly()
  const [isAsking, setAsking] = useState(false)
  if (isReading) return null
  const words = text.deliver.submission
  return (
    <>
      <Button onClick={() => setAsking(true)}>{submission === null ? words.mark : words.markAgain}</Button>
      {isAsking && <MarkDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function MarkDialog({ onClose }: { readonly onClose: () => void }) {
  const { change } = usePlan()
  const today = localDay(new Date())
  const [on, setOn] = useState(today)
  const [how, setHow] = useState('')
  const words = text.deliver.submission
  const isToCome = isCalendarDate(on) && on > today
  return (
    <FormDialog
      title={words.title}
      action={words.action}
      canSend={isCalendarDate(on) && !isToCome}
      onSend={() => change('deliver.mark-submitted', { on, how })}
      onClose={onClose}
    >
      <Text>{words.explanation}</Text>
      <Field
        label={words.on}
        {...(isToCome && { validationState: 'error', validationMessage: words.toCome })}
      >
        <Input type="date" value={on} max={today} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <Field label={words.how} hint={words.howHint}>
        <Input value={how} maxLength={500} onChange={(_, { value }) => setHow(value)} />
      </Field>
    </FormDialog>
  )
}
