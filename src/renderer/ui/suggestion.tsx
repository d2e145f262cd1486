import { Link, makeStyles } from '@fluentui/react-components'
import { useReadOnly } from '../plan/program.tsx'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  suggestion: { display: 'block', marginTop: '4px', textAlign: 'left', overflowWrap: 'anywhere' },
})

interface SuggestionProps {
  readonly value: string
  /** Where taking it does more than the value says. */
  readonly words?: string
  readonly onTake: () => void
}

/** A value the program found, offered and never filled in by itself. */
export function Suggestion({ value, words = text.field.take(value), onTake }: SuggestionProps) {
  const styles = useStyles()
  const isReading = useReadOnly()
  if (isReading) return null
  return (
    <Link as="button" className={styles.suggestion} onClick={onTake}>
      {words}
    </Link>
  )
}
