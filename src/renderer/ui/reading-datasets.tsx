import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useStore } from 'zustand'
import type { ReadingDatasets } from '../bridge/plan-in-parts.ts'
import { useHost } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { narrow } from './breakpoints.ts'

const useStyles = makeStyles({
  // In sight also where the page is scrolled.
  reading: {
    position: 'sticky',
    top: 0,
    zIndex: 5,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px 24px 4px',
    backgroundColor: tokens.colorNeutralBackground3,
    [narrow]: { padding: '12px 16px 4px' },
  },
  line: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  share: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
})

/** How far the reading of a large plan is; null while none is read. */
export function useReadingDatasets(): ReadingDatasets | null {
  return useStore(useHost().reading)
}

/** Shown while a plan of more than a thousand datasets comes in. */
export function ReadingDatasetsLine() {
  const styles = useStyles()
  const reading = useReadingDatasets()
  if (reading === null) return null
  const { done, total } = reading
  const label = text.progress.readingDatasets(total)
  return (
    <div className={styles.reading}>
      <div className={styles.line}>
        <Text role="status" weight="semibold">
          {label}
        </Text>
        <Text className={styles.share}>{text.progress.share(done, total)}</Text>
      </div>
      <ProgressBar aria-label={label} value={done / total} thickness="large" />
    </div>
  )
}
