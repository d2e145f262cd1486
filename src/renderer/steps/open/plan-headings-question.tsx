import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import type { PlanMark } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'

const useStyles = makeStyles({
  answer: { display: 'block', marginTop: tokens.spacingVerticalXS },
})

interface PlanHeadingsQuestionProps {
  readonly unmarked: readonly PlanMark[]
  readonly isTaken: boolean
  readonly onAnswer: (isTaken: boolean) => void
}

/** Columns that only their headings tell to be an earlier plan's: whether they are, a person says. */
export function PlanHeadingsQuestion({ unmarked, isTaken, onAnswer }: PlanHeadingsQuestionProps) {
  const styles = useStyles()
  if (unmarked.length === 0) return null
  const words = text.open.planHeadings
  return (
    <Message intent="warning" title={words.title(unmarked.length)}>
      {words.explained(unmarked.map(({ letter }) => letter))}
      <span className={styles.answer}>
        <Checkbox
          label={words.take}
          checked={isTaken}
          onChange={(_, { checked }) => onAnswer(checked === true)}
        />
      </span>
    </Message>
  )
}
