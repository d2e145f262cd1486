import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useId, useRef, useState } from 'react'
import type { AppError } from '../../contract/errors.ts'
import type { Backup, RestorePreview } from '../../contract/views.ts'
import type { Result } from '../../domain/result.ts'
import { useHost, usePlan, usePlanView } from '../plan/program.tsx'
import { dayAndTimeInWords } from '../text/moments.ts'
import { text } from '../text/text.ts'
import { ErrorMessage } from '../ui/message.tsx'
import { differencesInWords } from './differences.ts'

const useStyles = makeStyles({
  backup: { padding: '10px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  words: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 240px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '10px 0 4px',
  },
  list: { margin: 0, paddingLeft: '20px' },
  actions: { display: 'flex', alignItems: 'center', gap: '12px' },
})

interface BackupRowProps {
  readonly planId: string
  readonly backup: Backup
  readonly canRestore: boolean
  readonly onRestored: () => void
}

/** One kept state of the plan; what differs is shown before it can be brought back. */
export function BackupRow({ planId, backup, canRestore, onRestored }: BackupRowProps) {
  const styles = useStyles()
  const id = useId()
  const opener = useId()
  const { preview, isComparing, compare, close } = useComparing(planId, backup.id)
  const words = text.history.backups
  const name = nameOf(backup)
  const isOpen = preview !== null || isComparing
  return (
    <li className={styles.backup}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={styles.quiet}>
            {[
              dayAndTimeInWords(backup.at),
              words.kinds[backup.kind],
              words.size(Math.ceil(backup.size / 1024)),
            ].join(' · ')}
          </Text>
        </div>
        <Button
          id={opener}
          size="small"
          aria-label={words.compareWith(name, dayAndTimeInWords(backup.at))}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => (isOpen ? close() : void compare())}
        >
          {words.compare}
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={styles.body}>
          {isComparing && <Spinner size="tiny" label={words.comparing} />}
          {preview?.ok === false && <ErrorMessage error={preview.error} />}
          {preview?.ok === true && (
            <Preview
              preview={preview.value}
              canRestore={canRestore}
              onRestored={() => {
                // What had the focus is about to go; the button that stays takes it over.
                document.getElementById(opener)?.focus()
                close()
                onRestored()
              }}
            />
          )}
        </div>
      )}
    </li>
  )
}

function nameOf({ kind, name }: Backup): string {
  if (kind === 'automatic' || name === '') return text.history.backups.automatic
  return name
}

/** With the plan at a revision; without an answer while it is on its way. */
interface Comparison {
  readonly revision: number | undefined
  readonly answer: Result<RestorePreview, AppError> | null
}

function useComparing(planId: string, backupId: string) {
  const { client } = useHost()
  const revision = usePlanView()?.revision
  const [comparison, setComparison] = useState<Comparison | null>(null)
  const latest = useRef<Comparison | null>(null)
  const show = (next: Comparison | null) => {
    latest.current = next
    setComparison(next)
  }
  const compare = async () => {
    const asked = { revision, answer: null }
    show(asked)
    const answer = await client.call('history.preview-restore', { id: backupId }, { planId })
    if (latest.current === asked) show({ revision, answer })
  }
  // What differs from an earlier state of the plan may differ otherwise now.
  const now = comparison?.revision === revision ? comparison : null
  return {
    preview: now?.answer ?? null,
    isComparing: now !== null && now.answer === null,
    compare,
    close: () => show(null),
  }
}

interface PreviewProps {
  readonly preview: RestorePreview
  readonly canRestore: boolean
  readonly onRestored: () => void
}

function Preview({ preview, canRestore, onRestored }: PreviewProps) {
  const styles = useStyles()
  const { change } = usePlan()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<AppError | null>(null)
  const words = text.history.backups
  const differences = differencesInWords(preview)
  const restore = async () => {
    if (isSending) return
    setSending(true)
    const answer = await change('history.restore', { id: preview.backup.id })
    setSending(false)
    if (answer.ok) onRestored()
    else setProblem(answer.error)
  }
  if (differences.length === 0) return <Text>{words.same}</Text>
  return (
    <>
      <Text>{words.wouldChange}</Text>
      <ul className={styles.list}>
        {differences.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problem !== null && <ErrorMessage title={text.history.failed} error={problem} />}
      {canRestore && (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={isSending}
            onClick={() => void restore()}
          >
            {words.restore}
          </Button>
          <Text size={200} className={styles.quiet}>
            {words.safe}
          </Text>
        </div>
      )}
    </>
  )
}
