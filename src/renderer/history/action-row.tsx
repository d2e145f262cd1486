import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { memo, useId, useState } from 'react'
import type { HistoryEntry } from '../../contract/views.ts'
import { hourInWords } from '../text/moments.ts'
import { text } from '../text/text.ts'
import { Chip } from '../ui/chip.tsx'
import { ActionChanges } from './action-changes.tsx'

const useStyles = makeStyles({
  // A history of thousands stays as fast as one of ten: what is out of sight is not laid out.
  action: { contentVisibility: 'auto', containIntrinsicSize: 'auto 52px' },
  head: {
    display: 'grid',
    gridTemplateColumns: '16px 68px minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '2px 10px',
    width: '100%',
    minHeight: '44px',
    padding: '8px 6px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  mark: { display: 'grid', placeItems: 'center', height: '20px' },
  words: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  undone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '4px 6px 14px 32px',
  },
})

interface ActionRowProps {
  readonly planId: string
  readonly entry: HistoryEntry
  /** null where the plan can only be read. */
  readonly onGoBack: ((entry: HistoryEntry) => void) | null
}

/** One action: who, when, what; opened, also what it changed and the way back to it. */
export const ActionRow = memo(function ActionRow({ planId, entry, onGoBack }: ActionRowProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li className={styles.action}>
      <button
        type="button"
        className={mergeClasses(styles.head, entry.isCurrent && styles.current)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.mark} aria-hidden="true">
          {isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        </span>
        <Text className={styles.quiet}>{hourInWords(new Date(entry.at))}</Text>
        <span className={styles.words}>
          <Text className={mergeClasses(!entry.stands && styles.undone)}>{entry.what}</Text>
          <Text size={200} className={styles.quiet}>
            {entry.who.trim() === '' ? text.history.byNobody : entry.who}
          </Text>
        </span>
        <StateChip entry={entry} />
      </button>
      {isOpen && (
        <div id={id} className={styles.body}>
          {entry.reason !== '' && <Text>{text.history.reason(entry.reason)}</Text>}
          <ActionChanges planId={planId} entry={entry} />
          {onGoBack !== null && !entry.isCurrent && (
            <Button size="small" onClick={() => onGoBack(entry)}>
              {text.history.goBack}
            </Button>
          )}
        </div>
      )}
    </li>
  )
})

function StateChip({ entry }: { readonly entry: HistoryEntry }) {
  if (entry.isCurrent) return <Chip tone="open">{text.history.here}</Chip>
  // What was undone stands again where the plan has gone back to it.
  if (entry.stands) return null
  return <Chip tone="neutral">{entry.state === 'done' ? text.history.takenBack : text.history.undone}</Chip>
}
