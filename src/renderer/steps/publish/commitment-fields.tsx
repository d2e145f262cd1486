import { makeStyles } from '@fluentui/react-components'
import { inWords, localDay } from '../../../domain/calendar-date.ts'
import type { Commitment, Dataset } from '../../../domain/dataset.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { Message } from '../../ui/message.tsx'
import { SavedCombobox } from '../../ui/saved-combobox.tsx'
import { SavedField } from '../../ui/saved-field.tsx'
import { Suggestion } from '../../ui/suggestion.tsx'
import { AutomationField } from './automation-field.tsx'
import type { FrequencyOffer } from './frequency-offers.ts'
import { frequencyOffers } from './frequency-offers.ts'
import { commonValue, isMoreOftenThanQuarterly } from './publishing.ts'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: '12px 16px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

interface FieldsProps {
  /** One, or several that are filled in together. */
  readonly datasets: readonly Dataset[]
}

interface AllFieldsProps extends FieldsProps {
  /** The list they belong to. */
  readonly among: readonly Dataset[]
}

/** When it is published, and who looks after it. */
export function PlannedFields({ datasets, among }: AllFieldsProps) {
  const styles = useStyles()
  return (
    <>
      <div className={styles.fields}>
        <TargetDateField datasets={datasets} />
        <FrequencyField datasets={datasets} among={among} />
        <TextField datasets={datasets} field="steward" suggestion={ownerOf(datasets)} />
        <TextField datasets={datasets} field="custodian" />
        <AutomationField datasets={datasets} />
      </div>
      <AutomateHint datasets={datasets} />
      <TextField datasets={datasets} field="method" />
    </>
  )
}

/** How a published dataset is kept current, and by whom. */
export function KeepingFields({ datasets, among }: AllFieldsProps) {
  const styles = useStyles()
  return (
    <>
      <div className={styles.fields}>
        <FrequencyField datasets={datasets} among={among} />
        <AutomationField datasets={datasets} />
        <TextField datasets={datasets} field="steward" suggestion={ownerOf(datasets)} />
        <TextField datasets={datasets} field="custodian" />
      </div>
      <AutomateHint datasets={datasets} />
    </>
  )
}

type TextFieldName = 'targetDate' | 'updateFrequency' | 'steward' | 'custodian' | 'method' | 'upkeepNote'

function useSaving(datasets: readonly Dataset[], field: TextFieldName) {
  const { change } = usePlan()
  const ids = datasets.map(({ id }) => id)
  const value = commonValue(datasets, field)
  return {
    /** A field starts anew with the datasets it is about. */
    key: ids.join(' '),
    value: value ?? '',
    isMixed: value === null,
    save: async (given: string) =>
      (await change('publish.set', { ids, changes: { [field]: given.trim() } })).ok,
  }
}

function TargetDateField({ datasets }: FieldsProps) {
  const { key, value, isMixed, save } = useSaving(datasets, 'targetDate')
  const isPast = value !== '' && value < localDay(new Date())
  const words = isPast ? text.publish.inThePast(inWords(value)) : inWords(value)
  const hint = isMixed ? text.publish.different : words
  return (
    <SavedField
      key={key}
      label={text.publish.targetDate}
      kind="date"
      value={value}
      onSave={save}
      {...(hint !== '' && { hint })}
    />
  )
}

function FrequencyField({ datasets, among }: AllFieldsProps) {
  const { plan, change } = usePlan()
  const vocabulary = plan.reference.updateFrequencies.entries
  const { key, value, isMixed, save } = useSaving(datasets, 'updateFrequency')
  const inventoryWord = commonFact(datasets, 'update-frequency')
  const hint = isMixed
    ? text.publish.different
    : inventoryWord === ''
      ? text.publish.updateFrequencyHint
      : text.publish.inventorySays(inventoryWord)
  return (
    <div>
      <SavedCombobox
        key={key}
        label={text.publish.updateFrequency}
        value={value}
        options={vocabulary}
        onSave={save}
        hint={hint}
      />
      {frequencyOffers(datasets, among, vocabulary, plan.frequencyAnswers).map((offer) => (
        <Suggestion
          key={offerInWords(offer)}
          value={offer.value}
          words={offerInWords(offer)}
          onTake={() =>
            void change('publish.set', {
              ids: [...offer.ids],
              changes: { updateFrequency: offer.value },
            })
          }
        />
      ))}
    </div>
  )
}

function offerInWords({ value, meaning, ids, isForAlike }: FrequencyOffer): string {
  const use = isForAlike ? text.publish.takeForAll(value, ids.length) : text.field.take(value)
  return meaning === null ? use : text.publish.meaning(use, text.publish.intervals[meaning])
}

interface TextFieldProps extends FieldsProps {
  readonly field: 'steward' | 'custodian' | 'method' | 'upkeepNote'
  readonly suggestion?: string
}

export function TextField({ datasets, field, suggestion = '' }: TextFieldProps) {
  const { key, value, isMixed, save } = useSaving(datasets, field)
  return (
    <div>
      <SavedField
        key={key}
        label={text.publish[field]}
        hint={isMixed ? text.publish.different : text.publish[`${field}Hint`]}
        kind={field === 'method' || field === 'upkeepNote' ? 'multiline' : 'text'}
        value={value}
        onSave={save}
      />
      {value === '' && suggestion !== '' && (
        <Suggestion value={suggestion} onTake={() => void save(suggestion)} />
      )}
    </div>
  )
}

function AutomateHint({ datasets }: FieldsProps) {
  const isByHand = (commitment: Commitment) =>
    commitment.automation === 'manual' && isMoreOftenThanQuarterly(commitment.updateFrequency)
  if (!datasets.every(({ commitment }) => isByHand(commitment))) return null
  return <Message intent="info">{text.publish.automate}</Message>
}

function ownerOf(datasets: readonly Dataset[]): string {
  return commonFact(datasets, 'owner')
}

/** What the inventory says of all of them alike, '' where it differs. */
function commonFact(datasets: readonly Dataset[], field: 'owner' | 'update-frequency'): string {
  const [first = '', ...others] = datasets.map(({ facts }) => facts[field].trim())
  return others.every((other) => other === first) ? first : ''
}
