import { Link, makeStyles } from '@fluentui/react-components'
import { text } from '../text.ts'

const useStyles = makeStyles({
  suggestion: { marginTop: '4px', textAlign: 'left', overflowWrap: 'anywhere' },
})

/** A value the program found, offered and never filled in by itself. */
export function Suggestion({ value, onTake }: { readonly value: string; readonly onTake: () => void }) {
  const styles = useStyles()
  return (
    <Link as="button" className={styles.suggestion} onClick={onTake}>
      {text.field.take(value)}
    </Link>
  )
}
