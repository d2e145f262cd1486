import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { FrequencyQuestion, FrequencyReading } from '../../../domain/mapping/update-frequency.ts'
import { text } from '../../text/text.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Panel } from '../../ui/panel.tsx'
import { frequencyReading, questionsOf } from './frequency-questions.ts'
import type { Inspecting } from './inspecting.ts'

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '10px 16px' },
  read: { padding: '0 16px 10px', color: tokens.colorNeutralForeground2 },
  summary: { width: 'fit-content', cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  words: {
    margin: '6px 0 0',
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: '2px 16px',
    maxHeight: '112px',
    overflowY: 'auto',
  },
})

interface FrequencyPanelProps {
  readonly inspecting: Inspecting
  readonly className: string
}

/** Words for how often that mean two things, asked once for all rows; what the others are read as. */
export function FrequencyPanel({ inspecting, className }: FrequencyPanelProps) {
  const styles = useStyles()
  const { inspection, chosen, answers, answer } = inspecting
  if (inspection === null) return null
  const questions = questionsOf(inspection, chosen)
  if (questions.length === 0) return null
  const open = questions.filter(({ word }) => answers.every((given) => given.word !== word)).length
  return (
    <Panel heading={text.open.frequencies} aside={text.open.frequenciesOpen(open)} className={className}>
      <div className={styles.questions}>
        {questions.map((question) => (
          <Question
            key={question.word}
            question={question}
            value={answers.find(({ word }) => word === question.word)?.value ?? null}
            onAnswer={(value) => answer(question.word, value)}
          />
        ))}
      </div>
      <OtherWords reading={frequencyReading(inspection, chosen, [])} />
    </Panel>
  )
}

interface QuestionProps {
  readonly question: FrequencyQuestion
  readonly value: string | null
  readonly onAnswer: (value: string | null) => void
}

function Question({ question, value, onAnswer }: QuestionProps) {
  const { spellings, rows, meanings } = question
  return (
    <ChoiceRow
      label={text.open.frequencyMeans(spellings, rows)}
      labelPlace="above"
      choices={[
        ...meanings.map((meaning) => ({
          id: meaning.value,
          label: text.open.frequencyMeaning(text.publish.intervals[meaning.interval], meaning.value),
        })),
        { id: null, label: text.open.frequencyLater, isOpen: true },
      ]}
      chosen={value}
      onChoose={onAnswer}
    />
  )
}

function OtherWords({ reading: { known, unknown } }: { readonly reading: FrequencyReading }) {
  const styles = useStyles()
  const put = known.filter(({ text: word, value }) => word.toLowerCase() !== value.toLowerCase())
  if (put.length + unknown.length === 0) return null
  return (
    <details className={styles.read}>
      <summary className={styles.summary}>{text.open.otherFrequencies(put.length, unknown.length)}</summary>
      <ul className={styles.words}>
        {put.map(({ text: word, value, rows }) => (
          <li key={word}>
            <Text size={200}>{text.open.frequencyReadAs(word, value, rows)}</Text>
          </li>
        ))}
        {unknown.map(({ text: word, rows }) => (
          <li key={word}>
            <Text size={200}>{text.open.frequencyKept(word, rows)}</Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
