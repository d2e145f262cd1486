import { makeStyles } from '@fluentui/react-components'
import { PersonEditRegular } from '@fluentui/react-icons/svg/person-edit'
import { datasetName, tierLabels } from '../../../domain/labels.ts'
import { criteria, tiers } from '../../../domain/vocabulary.ts'
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

export const prioritizeColumns: readonly TableColumn<Candidate>[] = [
  {
    id: 'rank',
    heading: columns.rank,
    text: ({ rank }) => (rank === null ? '–' : String(rank)),
    sortBy: ({ rank }) => rank ?? afterAll,
    width: 42,
  },
  {
    id: 'dataset',
    heading: columns.dataset,
    text: ({ dataset }) => datasetName(dataset),
    show: ({ dataset }) => <NameCell dataset={dataset} />,
  },
  {
    id: 'ratings',
    heading: columns.ratings,
    text: ({ dataset }) =>
      criteria.map((criterion) => dataset.priority.ratings[criterion].value ?? '–').join(' '),
    sortBy: ({ dataset }) =>
      criteria.filter((criterion) => dataset.priority.ratings[criterion].value !== null).length,
    show: ({ dataset }) => <RatingSquares ratings={dataset.priority.ratings} />,
    width: 120,
  },
  {
    id: 'score',
    heading: columns.score,
    text: ({ score }) => (score === null ? '–' : score.toFixed(2)),
    sortBy: ({ score }) => score ?? -1,
    width: 60,
  },
  {
    id: 'tier',
    heading: columns.tier,
    text: ({ tier }) => (tier === null ? notRated : tierLabels[tier]),
    sortBy: ({ tier }) => (tier === null ? tiers.length : tiers.indexOf(tier)),
    show: (candidate) => <TierCell candidate={candidate} />,
    width: 126,
  },
]

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
