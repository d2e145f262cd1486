import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Dataset } from '../../domain/dataset.ts'
import type { DatasetPart } from '../../domain/fields/dataset-fields.ts'
import { undecidedWords } from '../../domain/undecided-words.ts'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  words: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface WorkbookWordsProps {
  readonly dataset: Dataset
  readonly part: DatasetPart
}

/** What an earlier plan's columns say in the agency's own words, until it is decided what that means. */
export function WorkbookWords({ dataset, part }: WorkbookWordsProps) {
  const styles = useStyles()
  const said = undecidedWords(dataset, part)
  if (said.length === 0) return null
  return (
    <div className={styles.words} role="note">
      {said.map(({ label, words }) => (
        <Text key={label}>{text.dataset.workbookWords(label, words)}</Text>
      ))}
      <Text size={200} className={styles.quiet}>
        {text.dataset.workbookWordsStay}
      </Text>
    </div>
  )
}
