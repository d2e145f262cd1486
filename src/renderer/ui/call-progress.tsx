import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { text } from '../text/text.ts'

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: '8px', flexGrow: 1, maxWidth: '520px' },
  line: { display: 'flex', alignItems: 'center', gap: '12px' },
  words: { marginRight: 'auto' },
  share: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
})

interface CallProgressLineProps {
  readonly label: string
  readonly done: number
  /** 0 while unknown. */
  readonly total: number
  readonly isCancelling: boolean
  readonly onCancel: () => void
}

/** How far a long call is, and the way out of it. */
export function CallProgressLine({ label, done, total, isCancelling, onCancel }: CallProgressLineProps) {
  const styles = useStyles()
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <Text role="status" weight="semibold" className={styles.words}>
          {label}
        </Text>
        {total > 0 && <Text className={styles.share}>{text.progress.share(done, total)}</Text>}
        <Button disabledFocusable={isCancelling} onClick={onCancel}>
          {isCancelling ? text.progress.cancelling : text.progress.cancel}
        </Button>
      </div>
      <ProgressBar aria-label={label} {...(total > 0 && { value: done / total })} thickness="large" />
    </div>
  )
}
