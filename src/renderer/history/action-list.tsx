import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { HistoryEntry } from '../../contract/views.ts'
import type { DatasetId } from '../../domain/dataset.ts'
import { datasetName } from '../../domain/labels.ts'
import { usePlan, useReadOnly } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { showHistory } from '../ui/history-place.ts'
import { ErrorMessage, Message } from '../ui/message.tsx'
import { ActionRow } from './action-row.tsx'
import { byDay, dayHeading } from './days.ts'
import { GoBackQuestion } from './go-back-question.tsx'
import { useReadHistory } from './reading-history.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  filter: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    overflowWrap: 'anywhere',
  },
  day: { margin: '8px 0 4px' },
  actions: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** Everything that was done to the plan, or to one dataset, the newest first, by day. */
export function ActionList({ datasetId }: { readonly datasetId: DatasetId | null }) {
  const styles = useStyles()
  const { plan } = usePlan()
  const isReading = useReadOnly()
  const { entries, hasMore, problem, readOlder } = useReadHistory(plan.id, datasetId)
  const { asked, setAsked } = useQuestion()
  const [hasGoneBack, setGoneBack] = useState(false)
  const days = useMemo(() => byDay(entries ?? []), [entries])
  const ask = useCallback(
    (entry: HistoryEntry) => {
      setGoneBack(false)
      setAsked(entry)
    },
    [setAsked],
  )
  const dataset = plan.datasets.find(({ id }) => id === datasetId)
  return (
    <div className={styles.list}>
      {datasetId === null ? (
        <Text className={styles.quiet}>{isReading ? text.history.introReading : text.history.intro}</Text>
      ) : (
        <div className={styles.filter}>
          <Text weight="semibold">
            {text.history.ofDataset(dataset === undefined ? '' : datasetName(dataset))}
          </Text>
          <Button size="small" onClick={() => showHistory()}>
            {text.history.ofAll}
          </Button>
        </div>
      )}
      {hasGoneBack && <Message intent="success">{text.history.wentBack}</Message>}
      {problem !== null && <ErrorMessage error={problem} />}
      {entries === null && problem === null && <Spinner size="small" label={text.history.reading} />}
      {entries?.length === 0 && (
        <Text className={styles.quiet}>
          {datasetId === null ? text.history.nothing : text.history.nothingOfDataset}
        </Text>
      )}
      {days.map(({ key, day, entries: done }) => (
        <section key={key}>
          <Subtitle2 as="h3" block className={styles.day}>
            {dayHeading(day, new Date())}
          </Subtitle2>
          <ul className={styles.actions}>
            {done.map((entry) => (
              <ActionRow key={entry.id} planId={plan.id} entry={entry} onGoBack={isReading ? null : ask} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore && <Older onReach={readOlder} />}
      {asked !== null && (
        <GoBackQuestion
          entry={asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null)
            setGoneBack(true)
          }}
        />
      )}
    </div>
  )
}

/** The action that is asked about; what opened the question has the focus again when it closes. */
function useQuestion() {
  const [asked, setState] = useState<HistoryEntry | null>(null)
  const opener = useRef<Element | null>(null)
  const setAsked = useCallback((entry: HistoryEntry | null) => {
    if (entry !== null) opener.current = document.activeElement
    setState(entry)
  }, [])
  useEffect(() => {
    if (asked === null && opener.current instanceof HTMLElement) opener.current.focus()
  }, [asked])
  return { asked, setAsked }
}

/** Reads on when it scrolls into sight, and for those who do not scroll, when it is pressed. */
function Older({ onReach }: { readonly onReach: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = end.current
    if (element === null) return undefined
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) onReach()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [onReach])
  return (
    <div ref={end}>
      <Button onClick={onReach}>{text.history.older}</Button>
    </div>
  )
}
