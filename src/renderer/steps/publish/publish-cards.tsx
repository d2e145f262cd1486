import { makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { tierLabels, upkeepLabels } from '../../../domain/labels.ts'
import type { Upkeep } from '../../../domain/vocabulary.ts'
import { upkeeps } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import { Card } from '../../ui/card.tsx'
import { Chip, tierTones } from '../../ui/chip.tsx'
import type { Choice } from '../../ui/choice-list.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { CorrectableFacts, DatasetHeading } from '../../ui/dataset-facts.tsx'
import { WorkbookWords } from '../../ui/workbook-words.tsx'
import { KeepingFields, PlannedFields, TextField } from './commitment-fields.tsx'
import type { Place } from './publishing.ts'
import { commonValue } from './publishing.ts'
import { RetirementField } from './retirement-field.tsx'

const useStyles = makeStyles({
  heading: { margin: 0 },
  place: { display: 'flex', alignItems: 'center', gap: '8px', marginBottom: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

export const upkeepChoices: readonly Choice<Upkeep>[] = upkeeps.map((id) => ({
  id,
  label: upkeepLabels[id],
  hint: text.publish.upkeepHints[id],
}))

interface CardProps {
  /** One, or several whose boxes are ticked; none where nothing is chosen. */
  readonly datasets: readonly Dataset[]
}

interface ListCardProps extends CardProps {
  /** The whole list. */
  readonly among: readonly Dataset[]
}

interface PlannedCardProps extends ListCardProps {
  readonly places: ReadonlyMap<DatasetId, Place>
}

export function PlannedCard({ datasets, among, places }: PlannedCardProps) {
  const styles = useStyles()
  return (
    <DatasetsCard datasets={datasets}>
      {datasets.length === 1 && (
        <div>
          <PlaceLine place={places.get(datasets[0]?.id ?? '')} planned={places.size} />
          <Subtitle2 as="h3" block className={styles.heading}>
            {text.publish.commitmentHeading}
          </Subtitle2>
          <Text size={200} className={styles.quiet}>
            {text.publish.commitmentHint}
          </Text>
        </div>
      )}
      <PlannedFields datasets={datasets} among={among} />
    </DatasetsCard>
  )
}

interface PlaceLineProps {
  readonly place: Place | undefined
  readonly planned: number
}

function PlaceLine({ place, planned }: PlaceLineProps) {
  const styles = useStyles()
  if (place === undefined) return null
  return (
    <div className={styles.place}>
      <Chip tone={tierTones[place.tier]}>{tierLabels[place.tier]}</Chip>
      <Text size={200} className={styles.quiet}>
        {text.publish.place(place.place, planned)}
      </Text>
    </div>
  )
}

interface PublishedCardProps extends ListCardProps {
  readonly onAnswer: (upkeep: Upkeep) => void
}

export function PublishedCard({ datasets, among, onAnswer }: PublishedCardProps) {
  const styles = useStyles()
  const upkeep = commonValue(datasets, 'upkeep')
  const [only, ...others] = datasets
  return (
    <DatasetsCard datasets={datasets}>
      {only !== undefined && others.length === 0 && (
        <Text size={200} className={styles.quiet}>
          {text.publish.whereNow}: {whereNow(only)}
        </Text>
      )}
      <ChoiceList
        question={
          others.length === 0 ? text.publish.upkeepQuestion : text.publish.bulkUpkeepQuestion(datasets.length)
        }
        choices={upkeepChoices}
        chosen={upkeep}
        onChoose={onAnswer}
      />
      {upkeep === 'retire' && <RetirementField datasets={datasets} />}
      <TextField datasets={datasets} field="upkeepNote" />
      {upkeep !== 'retire' && (
        <>
          <Subtitle2 as="h3" className={styles.heading}>
            {text.publish.keeping}
          </Subtitle2>
          <KeepingFields datasets={datasets} among={among.filter(isKept)} />
        </>
      )}
    </DatasetsCard>
  )
}

function isKept({ commitment }: Dataset): boolean {
  return commitment.upkeep !== 'retire'
}

function whereNow({ review, facts }: Dataset): string {
  const place = review.publishedAt.trim() || facts.url.trim()
  const format = review.publishedFormat.trim() || facts.format.trim()
  return [place || text.publish.whereUnknown, format].filter(Boolean).join(' · ')
}

/** The dataset's heading and facts around the questions, or how many are answered at once. */
function DatasetsCard({ datasets, children }: CardProps & { readonly children: ReactNode }) {
  const styles = useStyles()
  const [only, ...others] = datasets
  if (only === undefined) return <Text className={styles.quiet}>{text.dataset.none}</Text>
  if (others.length > 0) {
    return (
      <Card label={text.publish.card}>
        <div>
          <Subtitle1 as="h2" block className={styles.heading}>
            {text.publish.bulkHeading(datasets.length)}
          </Subtitle1>
          <Text className={styles.quiet}>{text.publish.bulkHint}</Text>
        </div>
        {children}
      </Card>
    )
  }
  return (
    <Card label={text.publish.card}>
      <DatasetHeading dataset={only} />
      <WorkbookWords dataset={only} part="commitment" />
      {children}
      <CorrectableFacts dataset={only} />
    </Card>
  )
}
