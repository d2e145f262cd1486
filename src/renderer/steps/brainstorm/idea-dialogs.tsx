import { Field, Input, Text, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Idea } from '../../../domain/plan.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

interface DialogProps {
  readonly idea: Idea
  readonly onClose: () => void
}

/** An idea about a dataset keeps the dataset's name: only who raised it can change. */
export function EditIdeaDialog({ idea, onClose }: DialogProps) {
  const { change } = usePlan()
  const [words, setWords] = useState(idea.text)
  const [raisedBy, setRaisedBy] = useState(idea.raisedBy)
  const hasOwnWords = idea.datasetId === null
  const changes = { raisedBy: raisedBy.trim(), ...(hasOwnWords && { text: words.trim() }) }
  return (
    <FormDialog
      title={text.brainstorm.editTitle}
      action={text.brainstorm.save}
      canSend={words.trim() !== ''}
      onSend={() => change('brainstorm.change', { id: idea.id, changes })}
      onClose={onClose}
    >
      {hasOwnWords && (
        <Field label={text.brainstorm.ideaText} required>
          <Textarea value={words} resize="vertical" onChange={(_, data) => setWords(data.value)} />
        </Field>
      )}
      <Field label={text.brainstorm.raisedBy}>
        <Input value={raisedBy} onChange={(_, data) => setRaisedBy(data.value)} />
      </Field>
    </FormDialog>
  )
}

export function MakeDatasetDialog({ idea, onClose }: DialogProps) {
  const { change } = usePlan()
  const [title, setTitle] = useState(idea.text)
  const [unit, setUnit] = useState('')
  const [description, setDescription] = useState('')
  return (
    <FormDialog
      title={text.brainstorm.makeTitle}
      action={text.brainstorm.make}
      canSend={title.trim() !== ''}
      onSend={() => change('brainstorm.make-dataset', { id: idea.id, title, unit, description })}
      onClose={onClose}
    >
      <Text>{text.brainstorm.makeIntro}</Text>
      <Field label={text.brainstorm.datasetTitle} required>
        <Input value={title} maxLength={500} onChange={(_, data) => setTitle(data.value)} />
      </Field>
      <Field label={text.brainstorm.unit}>
        <Input value={unit} maxLength={500} onChange={(_, data) => setUnit(data.value)} />
      </Field>
      <Field label={text.brainstorm.description} hint={text.brainstorm.descriptionHint}>
        <Textarea value={description} resize="vertical" onChange={(_, data) => setDescription(data.value)} />
      </Field>
    </FormDialog>
  )
}
