import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Dataset, Review } from '../../../domain/dataset.ts'
import { isPublicToday } from '../../../domain/dataset.ts'
import { availabilityLabels } from '../../../domain/labels.ts'
import type { Availability } from '../../../domain/vocabulary.ts'
import { availabilities } from '../../../domain/vocabulary.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Card } from '../../ui/card.tsx'
import type { Choice } from '../../ui/choice-list.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { CorrectableFacts, DatasetHeading } from '../../ui/dataset-facts.tsx'
import { SavedField } from '../../ui/saved-field.tsx'
import { Suggestion } from '../../ui/suggestion.tsx'
import { WorkbookWords } from '../../ui/workbook-words.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
})

export const availabilityChoices: readonly Choice<Availability>[] = availabilities.map((id) => ({
  id,
  label: availabilityLabels[id],
  hint: text.review.hints[id],
}))

interface DatasetReviewProps {
  readonly dataset: Dataset | null
  readonly onAnswer: (availability: Availability) => void
}

/** One dataset: what the inventory says of it, and where it stands. */
export function DatasetReview({ dataset, onAnswer }: DatasetReviewProps) {
  const styles = useStyles()
  if (dataset === null) return <Text className={styles.quiet}>{text.dataset.none}</Text>
  return (
    <Card label={text.review.card}>
      <DatasetHeading dataset={dataset} />
      <WorkbookWords dataset={dataset} part="review" />
      <ChoiceList
        question={text.review.question}
        choices={availabilityChoices}
        chosen={dataset.review.availability}
        onChoose={onAnswer}
      />
      {isPublicToday(dataset) && <PublishedFields dataset={dataset} />}
      <ReviewField
        dataset={dataset}
        field="reviewNote"
        label={text.review.note}
        hint={text.review.noteHint}
      />
      <CorrectableFacts dataset={dataset} />
    </Card>
  )
}

function PublishedFields({ dataset }: { readonly dataset: Dataset }) {
  const { facts } = dataset
  return (
    <>
      <ReviewField
        dataset={dataset}
        field="publishedAt"
        label={text.review.publishedAt}
        hint={text.review.publishedAtHint}
        suggestion={facts.url.trim()}
      />
      <ReviewField
        dataset={dataset}
        field="publishedFormat"
        label={text.review.publishedFormat}
        hint={text.review.publishedFormatHint}
        suggestion={facts.format.trim()}
      />
    </>
  )
}

interface ReviewFieldProps {
  readonly dataset: Dataset
  readonly field: Exclude<keyof Review, 'availability'>
  readonly label: string
  readonly hint: string
  readonly suggestion?: string
}

function ReviewField({ dataset, field, label, hint, suggestion = '' }: ReviewFieldProps) {
  const { change } = usePlan()
  const value = dataset.review[field]
  const save = async (given: string) =>
    (await change('review.set', { ids: [dataset.id], changes: { [field]: given.trim() } })).ok
  return (
    <div>
      <SavedField
        key={dataset.id}
        label={label}
        hint={hint}
        value={value}
        kind={field === 'reviewNote' ? 'multiline' : 'text'}
        onSave={save}
      />
      {value === '' && suggestion !== '' && (
        <Suggestion value={suggestion} onTake={() => void save(suggestion)} />
      )}
    </div>
  )
}

interface BulkReviewProps {
  readonly datasets: readonly Dataset[]
  readonly onAnswer: (availability: Availability) => void
}

/** One answer for all the datasets whose boxes are ticked. */
export function BulkReview({ datasets, onAnswer }: BulkReviewProps) {
  const styles = useStyles()
  const [first, ...others] = datasets.map(({ review }) => review.availability)
  const common = first !== undefined && others.every((other) => other === first) ? first : null
  return (
    <Card label={text.review.card}>
      <ChoiceList
        question={text.review.bulkQuestion(datasets.length)}
        choices={availabilityChoices}
        chosen={common}
        onChoose={onAnswer}
      />
      <Text className={styles.quiet}>{text.review.bulkHint}</Text>
    </Card>
  )
}
