import {
  Checkbox,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useId } from 'react'
import { usePlan, useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { openQuestion, type Questions } from './questions.ts'

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', gap: '12px' },
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '10px 12px 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: { border: `2px solid ${tokens.colorPaletteYellowBorderActive}` },
  quiet: { color: tokens.colorNeutralForeground2 },
  sheet: { marginLeft: '-8px' },
})

/** What the officer is asked once before the workbook is made, and the choice of what else goes into it. */
export function WorkbookQuestions({ questions, choose }: Questions) {
  const styles = useStyles()
  const { plan } = usePlan()
  const isReading = useReadOnly()
  if (questions === null) return null
  const { delivery } = plan
  const words = text.deliver.questions
  const open = openQuestion(questions, delivery)
  const [sheet] = questions.protectedSheets
  const hasSheets = questions.changesSheet !== 'not-in-this-format'
  const wantsChanges =
    (delivery.changesSheet ?? (questions.changesSheet === 'there' ? 'add' : 'leave-out')) === 'add'
  return (
    <div className={styles.questions}>
      {sheet !== undefined && (
        <Question
          title={words.protected(questions.protectedSheets)}
          hint={words.protectedHint}
          isOpen={open === 'protected'}
          chosen={delivery.protectedCells}
          answers={[
            { id: 'write', label: words.write },
            { id: 'keep-off', label: words.keepOff },
          ]}
          onChoose={(protectedCells) => choose({ protectedCells })}
        />
      )}
      {questions.structureLocked && open !== 'protected' && (
        <Question
          title={words.locked}
          hint={words.lockedHint}
          isOpen={open === 'locked'}
          chosen={delivery.lockedStructure}
          answers={[
            { id: 'add', label: words.add },
            { id: 'keep-off', label: words.addNone },
          ]}
          onChoose={(lockedStructure) => choose({ lockedStructure })}
        />
      )}
      <Checkbox
        className={styles.sheet}
        label={hasSheets ? words.foldedColumns : words.furtherColumns}
        checked={delivery.columns !== 'main'}
        disabled={isReading}
        onChange={(_, { checked }) => choose({ columns: checked === true ? 'everything' : 'main' })}
      />
      {hasSheets && (
        <Checkbox
          className={styles.sheet}
          label={words.changesSheet}
          checked={wantsChanges}
          disabled={isReading}
          onChange={(_, { checked }) => choose({ changesSheet: checked === true ? 'add' : 'leave-out' })}
        />
      )}
    </div>
  )
}

interface QuestionProps<Id extends string> {
  readonly title: string
  readonly hint: string
  readonly isOpen: boolean
  readonly chosen: Id | null
  readonly answers: readonly { readonly id: Id; readonly label: string }[]
  readonly onChoose: (id: Id) => void
}

function Question<Id extends string>(props: QuestionProps<Id>) {
  const { title, hint, isOpen, chosen, answers, onChoose } = props
  const styles = useStyles()
  const isReading = useReadOnly()
  const id = useId()
  return (
    <div className={mergeClasses(styles.question, isOpen && styles.open)}>
      <Text id={id} weight="semibold">
        {title}
      </Text>
      <Text size={200} className={styles.quiet}>
        {hint}
      </Text>
      <RadioGroup
        aria-labelledby={id}
        value={chosen ?? ''}
        disabled={isReading}
        onChange={(_, { value }) => {
          const answer = answers.find((one) => one.id === value)
          if (answer !== undefined) onChoose(answer.id)
        }}
      >
        {answers.map((answer) => (
          <Radio key={answer.id} value={answer.id} label={answer.label} />
        ))}
      </RadioGroup>
    </div>
  )
}
