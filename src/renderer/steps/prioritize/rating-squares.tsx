import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Criterion } from '../../../domain/criteria.ts'
import { type Rating, type Ratings, ratingOn } from '../../../domain/dataset.ts'
import { text } from '../../text/text.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', height: '100%' },
  squares: { display: 'inline-flex', gap: '2px' },
  square: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '18px',
    height: '18px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase100,
    lineHeight: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
  },
  low: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  medium: {
    backgroundColor: tokens.colorPaletteBlueBackground2,
    color: tokens.colorPaletteBlueForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  high: {
    border: `1px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
  open: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: 'transparent',
  },
})

interface RatingSquaresProps {
  readonly ratings: Ratings
  readonly criteria: readonly Criterion[]
}

/** The ratings at a glance, in the order of the criteria; the number says what the shade says. */
export function RatingSquares({ ratings, criteria }: RatingSquaresProps) {
  const styles = useStyles()
  return (
    <span className={styles.cell}>
      <span className={styles.squares} role="img" aria-label={ratingsInWords(ratings, criteria)}>
        {criteria.map((criterion) => (
          <Square key={criterion.id} name={criterion.name} rating={ratingOn(ratings, criterion)} />
        ))}
      </span>
    </span>
  )
}

function Square({ name, rating }: { readonly name: string; readonly rating: Rating }) {
  const styles = useStyles()
  const { value } = rating
  const shade = value === null ? styles.open : [undefined, styles.low, styles.medium, styles.high][value]
  return (
    <span
      className={mergeClasses(styles.square, shade)}
      title={text.prioritize.ratingInWords(name, value, rating.reason)}
    >
      {value ?? '–'}
    </span>
  )
}

function ratingsInWords(ratings: Ratings, criteria: readonly Criterion[]): string {
  return criteria
    .map((criterion) => text.prioritize.ratingInWords(criterion.name, ratingOn(ratings, criterion).value))
    .join(', ')
}
