import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { Criterion, CriterionId } from '../../../domain/criteria.ts'
import { type Dataset, type RatingValue, ratingOn } from '../../../domain/dataset.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import { inventoryFieldLabels } from '../../../domain/labels.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import type { RowChoice } from '../../ui/choice-row.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { isTextField } from '../../ui/keyboard.ts'
import { usePendingValue } from '../../ui/pending-value.ts'
import { SavedField } from '../../ui/saved-field.tsx'

const useStyles = makeStyles({
  reason: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const ratingValues: readonly RatingValue[] = [0, 1, 2, 3]

const ratingChoices: readonly RowChoice<RatingValue | null>[] = [
  ...ratingValues.map((id) => ({
    id,
    label: String(id),
    name: `${id} ${text.prioritize.ratingNames[id]}`,
  })),
  { id: null, label: text.prioritize.openRating, isOpen: true },
]

/** What in the inventory speaks for a rating. */
const evidence: Readonly<Record<CriterionId, readonly InventoryField[]>> = {
  goals: ['category'],
  demand: ['demand', 'shared-with'],
  quality: ['coverage', 'update-frequency'],
  'machine-readable': ['format', 'source-system'],
}

interface CriterionProps {
  readonly dataset: Dataset
  readonly criterion: Criterion
}

interface CriterionRatingProps extends CriterionProps {
  /** Goes on to the next open rating. */
  readonly onNext: () => void
}

/** One criterion's rating with its reason: the keys 0 to 3 rate it, Enter goes on. */
export function CriterionRating({ dataset, criterion, onNext }: CriterionRatingProps) {
  const styles = useStyles()
  const { change } = usePlan()
  const { value: rating, save } = usePendingValue(
    ratingOn(dataset.priority.ratings, criterion),
    async (given) =>
      (await change('prioritize.rate', { id: dataset.id, criterion: criterion.id, ...given })).ok,
  )
  const rate = (value: RatingValue | null) => {
    if (value !== rating.value) void save({ ...rating, value })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTextField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const value = ratingValues.find((known) => String(known) === event.key)
    if (value !== undefined) {
      rate(value)
      buttonsOf(criterion.id)[value]?.focus()
    } else if (event.key === 'Enter' && event.target === chosenOf(criterion.id)) {
      // Choosing what is chosen does nothing, so Enter may mean "go on" as it does in the table.
      onNext()
    } else return
    event.preventDefault()
  }
  return (
    <ChoiceRow
      id={ratingId(criterion.id)}
      label={criterion.name}
      labelPlace="above"
      choices={ratingChoices}
      chosen={rating.value}
      onChoose={rate}
      onKeyDown={onKeyDown}
    >
      <Text size={200} className={styles.quiet}>
        {text.prioritize.meaningOf(criterion)}
      </Text>
      <Evidence dataset={dataset} criterion={criterion} />
      <div className={styles.reason}>
        <SavedField
          label={text.prioritize.reason}
          labelPlace="before"
          size="small"
          value={rating.reason}
          onSave={(reason) => save({ ...rating, reason: reason.trim() })}
        />
      </div>
    </ChoiceRow>
  )
}

function Evidence({ dataset, criterion }: CriterionProps) {
  const styles = useStyles()
  const said = (evidence[criterion.id] ?? []).filter((field) => dataset.facts[field].trim() !== '')
  if (said.length === 0) return null
  return (
    <Text size={200} className={styles.quiet}>
      {text.prioritize.evidence(
        said.map((field) => `${inventoryFieldLabels[field]}: ${dataset.facts[field].trim()}`),
      )}
    </Text>
  )
}

/** Puts the keyboard where this criterion is rated. */
export function focusRating(criterion: CriterionId): void {
  const chosen = chosenOf(criterion)
  chosen?.focus({ preventScroll: true })
  chosen?.closest('fieldset')?.scrollIntoView({ block: 'center' })
}

function chosenOf(criterion: CriterionId): HTMLButtonElement | undefined {
  return buttonsOf(criterion).find((button) => button.ariaPressed === 'true')
}

/** In the order of `ratingChoices`. */
function buttonsOf(criterion: CriterionId): readonly HTMLButtonElement[] {
  return [...(document.getElementById(ratingId(criterion))?.querySelectorAll('button') ?? [])]
}

function ratingId(criterion: CriterionId): string {
  return `rating-${criterion}`
}
