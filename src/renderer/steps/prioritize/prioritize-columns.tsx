import { makeStyles } from '@fluentui/react-components'
import { PersonEditRegular } from '@fluentui/react-icons/svg/person-edit'
import type { Criterion } from '../../../domain/criteria.ts'
import { type Dataset, ratingOn } from '../../../domain/dataset.ts'
import { datasetName, tierLabels } from '../../../domain/labels.ts'
import { tiers } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import { Chip, tierTones } from '../../ui/chip.tsx'
import { NameCell } from '../../ui/name-cell.tsx'
import type { TableColumn } from '../../ui/table-column.ts'
import type { Candidate } from './candidates.ts'
import { RatingSquares } from './rating-squares.tsx'

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', gap: '6px', height: '100%' },
  byHand: { display: 'flex', fontSize: '16px' },
})

const { columns, notRated, setByHand } = text.prioritize

/** Sorted up or down, what is not rated stands apart from the lowest rank. */
const afterAll = Number.MAX_SAFE_INTEGER

/** In pixels: a square with the gap beside it, and the room at both ends of the cell. */
const squareWidth = 20
const cellPadding = 20

/** The columns of the ranked table of a plan with these criteria. */
export function prioritizeColumns(criteria: readonly Criterion[]): readonly TableColumn<Candidate>[] {
  return [rank, dataset, ratingsOn(criteria), score, tier]
}

const rank: TableColumn<Candidate> = {
  id: 'rank',
  heading: columns.rank,
  text: (candidate) => (candidate.rank === null ? '–' : String(candidate.rank)),
  sortBy: (candidate) => candidate.rank ?? afterAll,
  width: 42,
}

const dataset: TableColumn<Candidate> = {
  id: 'dataset',
  heading: columns.dataset,
  text: (candidate) => datasetName(candidate.dataset),
  show: (candidate) => <NameCell dataset={candidate.dataset} />,
}

function ratingsOn(criteria: readonly Criterion[]): TableColumn<Candidate> {
  const valuesOf = ({ priority }: Dataset) =>
    criteria.map((criterion) => ratingOn(priority.ratings, criterion).value)
  return {
    id: 'ratings',
    heading: columns.ratings,
    text: (candidate) =>
      valuesOf(candidate.dataset)
        .map((value) => value ?? '–')
        .join(' '),
    sortBy: (candidate) => valuesOf(candidate.dataset).filter((value) => value !== null).length,
    show: (candidate) => <RatingSquares ratings={candidate.dataset.priority.ratings} criteria={criteria} />,
    width: criteria.length * squareWidth + cellPadding,
  }
}

const score: TableColumn<Candidate> = {
  id: 'score',
  heading: columns.score,
  text: (candidate) => (candidate.score === null ? '–' : candidate.score.toFixed(2)),
  sortBy: (candidate) => candidate.score ?? -1,
  width: 60,
}

const tier: TableColumn<Candidate> = {
  id: 'tier',
  heading: columns.tier,
  text: (candidate) => (candidate.tier === null ? notRated : tierLabels[candidate.tier]),
  sortBy: (candidate) => (candidate.tier === null ? tiers.length : tiers.indexOf(candidate.tier)),
  show: (candidate) => <TierCell candidate={candidate} />,
  width: 126,
}

function TierCell({ candidate: { dataset, tier } }: { readonly candidate: Candidate }) {
  const styles = useStyles()
  if (tier === null) return notRated
  return (
    <span className={styles.cell}>
      <Chip tone={tierTones[tier]}>{tierLabels[tier]}</Chip>
      {dataset.priority.override !== null && (
        <span className={styles.byHand} role="img" aria-label={setByHand} title={setByHand}>
          <PersonEditRegular />
        </span>
      )}
    </span>
  )
}
