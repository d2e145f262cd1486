import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import type { PlanMark, TableChoice } from '../../../domain/inventory-table.ts'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'

const useStyles = makeStyles({
  answer: { display: 'block', marginTop: tokens.spacingVerticalXS },
})

type Answer = NonNullable<TableChoice['planHeadings']>

interface PlanHeadingsQuestionProps {
  readonly doubtful: readonly PlanMark[]
  readonly answer: Answer | null
  readonly onAnswer: (answer: Answer) => void
}

/** Columns that may be an earlier plan's: whether they are, a person says. Nothing is imported before. */
export function PlanHeadingsQuestion({ doubtful, answer, onAnswer }: PlanHeadingsQuestionProps) {
  const styles = useStyles()
  if (doubtful.length === 0) return null
  const words = text.open.planHeadings
  const title = words.title(doubtful.map(({ letter }) => letter))
  return (
    <Message intent="warning" title={title}>
      {words.explained}
      <RadioGroup
        className={styles.answer}
        aria-label={title}
        value={answer ?? ''}
        onChange={(_, { value }) => onAnswer(value as Answer)}
      >
        <Radio value="take" label={words.take} />
        <Radio value="leave" label={words.leave} />
      </RadioGroup>
    </Message>
  )
}
