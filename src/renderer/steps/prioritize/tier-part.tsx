import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { tierLabels } from '../../../domain/labels.ts'
import type { Tier } from '../../../domain/vocabulary.ts'
import { tiers } from '../../../domain/vocabulary.ts'
import { usePlan, useReadOnly } from '../../plan/program.tsx'
import { useUnsavedUntilAsked } from '../../plan/unsaved-drafts.ts'
import { momentInWords } from '../../text/moments.ts'
import { text } from '../../text/text.ts'
import { CardPart } from '../../ui/card.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import type { Candidate } from './candidates.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  words: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The tier the score suggests, and a person's word against it with who, when and why. */
export function TierPart({ candidate }: { readonly candidate: Candidate }) {
  const styles = useStyles()
  const { change } = usePlan()
  const isReading = useReadOnly()
  const [isChanging, setChanging] = useState(false)
  const { dataset, tier, suggested } = candidate
  const { override } = dataset.priority
  const opener = useId()
  // What had the focus is about to go; the button that stays takes it over.
  const close = () => {
    document.getElementById(opener)?.focus()
    setChanging(false)
  }
  const takeBack = () => {
    close()
    void change('prioritize.override', { id: dataset.id, override: null })
  }
  return (
    <CardPart
      heading={text.prioritize.tier(tier === null ? null : tierLabels[tier])}
      hint={text.prioritize.suggested(suggested === null ? null : tierLabels[suggested])}
    >
      {override !== null && (
        <Text className={styles.words}>
          {text.prioritize.moved(override.who, momentInWords(override.at, new Date()), override.reason)}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          id={opener}
          size="small"
          disabledFocusable={isReading}
          aria-expanded={isChanging}
          onClick={() => setChanging(!isChanging)}
        >
          {text.prioritize.changeTier}
        </Button>
        {override !== null && (
          <Button size="small" disabledFocusable={isReading} onClick={takeBack}>
            {text.prioritize.takeBack}
          </Button>
        )}
      </div>
      {isChanging && <TierForm candidate={candidate} onClose={close} />}
    </CardPart>
  )
}

const tierChoices = tiers.map((id) => ({ id, label: tierLabels[id] }))

interface TierFormProps {
  readonly candidate: Candidate
  readonly onClose: () => void
}

/** Another tier is not taken without its reason: the plan prints both. */
function TierForm({ candidate, onClose }: TierFormProps) {
  const styles = useStyles()
  const { change } = usePlan()
  const { dataset } = candidate
  const [tier, setTier] = useState<Tier | null>(candidate.tier)
  const [reason, setReason] = useState(dataset.priority.override?.reason ?? '')
  const [isAsked, setAsked] = useState(false)
  useUnsavedUntilAsked(reason.trim() !== (dataset.priority.override?.reason ?? ''))
  const missing = isAsked ? whatIsMissing(tier, reason) : null

  const save = async () => {
    setAsked(true)
    if (tier === null || reason.trim() === '') return
    const answer = await change('prioritize.override', {
      id: dataset.id,
      override: { tier, reason: reason.trim() },
    })
    if (answer.ok) onClose()
  }
  return (
    <div className={styles.form}>
      <ChoiceRow
        label={text.prioritize.newTier}
        labelPlace="above"
        choices={tierChoices}
        chosen={tier}
        onChoose={setTier}
      />
      <Field
        label={text.prioritize.tierReason}
        {...(missing !== null && { validationState: 'error', validationMessage: missing })}
      >
        <Input
          value={reason}
          onChange={(_, data) => setReason(data.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save()
            if (event.key === 'Escape') onClose()
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void save()}>
          {text.prioritize.saveTier}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {text.prioritize.cancelTier}
        </Button>
      </div>
    </div>
  )
}

function whatIsMissing(tier: Tier | null, reason: string): string | null {
  if (tier === null) return text.prioritize.tierMissing
  return reason.trim() === '' ? text.prioritize.tierReasonMissing : null
}
