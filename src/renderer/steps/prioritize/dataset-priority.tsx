import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Criterion } from '../../../domain/criteria.ts'
import { text } from '../../text/text.ts'
import { Card, CardPart } from '../../ui/card.tsx'
import { CorrectableFacts, DatasetHeading } from '../../ui/dataset-facts.tsx'
import { WorkbookWords } from '../../ui/workbook-words.tsx'
import type { Candidate } from './candidates.ts'
import { CriterionRating } from './criterion-rating.tsx'
import { TierPart } from './tier-part.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface DatasetPriorityProps {
  readonly candidate: Candidate | null
  readonly candidates: number
  readonly criteria: readonly Criterion[]
  readonly onNext: () => void
}

/** One candidate: why it should come sooner or later, and what a person says against the computed tier. */
export function DatasetPriority({ candidate, candidates, criteria, onNext }: DatasetPriorityProps) {
  const styles = useStyles()
  if (candidate === null) return <Text className={styles.quiet}>{text.dataset.none}</Text>
  const { dataset } = candidate
  return (
    <Card key={dataset.id} label={text.prioritize.card}>
      <DatasetHeading dataset={dataset} />
      <WorkbookWords dataset={dataset} part="override" />
      <Text role="status" weight="semibold">
        {text.prioritize.place(candidate.rank, candidate.score, candidates)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {text.prioritize.scale}
      </Text>
      {criteria.map((criterion) => (
        <CriterionRating key={criterion.id} dataset={dataset} criterion={criterion} onNext={onNext} />
      ))}
      <TierPart candidate={candidate} />
      <CardPart heading={text.dataset.facts}>
        <CorrectableFacts dataset={dataset} />
      </CardPart>
    </Card>
  )
}
