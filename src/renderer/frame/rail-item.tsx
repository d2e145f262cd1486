import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { StepProgress } from '../../domain/progress.ts'
import { text } from '../text/text.ts'
import { forcedColors, narrow } from '../ui/breakpoints.ts'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    width: '100%',
    minHeight: '44px',
    padding: '6px 10px 6px 12px',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [narrow]: { padding: '6px 8px', gap: '6px' },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    [forcedColors]: { border: '3px solid Highlight' },
  },
  mark: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '26px',
    height: '26px',
    borderRadius: '50%',
    fontSize: '20px',
    lineHeight: 1,
  },
  ring: {
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '12px',
    fontWeight: tokens.fontWeightSemibold,
  },
  ringCurrent: { border: `2px solid ${tokens.colorBrandStroke1}` },
  done: {
    border: `2px solid ${tokens.colorPaletteGreenForeground1}`,
    color: tokens.colorPaletteGreenForeground1,
    fontSize: '14px',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  // A narrow rail shows numbers and icons; screen readers still hear the names, and hovering shows them.
  unseen: {
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  first: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '8px' },
  question: { color: tokens.colorNeutralForeground3, [narrow]: { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
})

interface RailItemProps {
  /** A number, a check mark or an icon. */
  readonly mark: ReactNode
  readonly name: string
  readonly question?: string
  readonly progress?: StepProgress
  readonly isDone?: boolean
  readonly isCurrent: boolean
  readonly onClick: () => void
}

export function RailItem({ mark, name, question, progress, isDone, isCurrent, onClick }: RailItemProps) {
  const styles = useStyles()
  const markStyle = mergeClasses(
    styles.mark,
    progress !== undefined && styles.ring,
    progress !== undefined && isCurrent && styles.ringCurrent,
    isDone && styles.done,
  )
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.item, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        title={name}
        onClick={onClick}
      >
        <span className={markStyle} aria-hidden="true">
          {mark}
        </span>
        <span className={mergeClasses(styles.words, !isCurrent && styles.unseen)}>
          <span className={styles.first}>
            <Text weight={question === undefined && !isCurrent ? 'regular' : 'semibold'}>{name}</Text>
            {progress !== undefined && <ProgressWords progress={progress} isDone={isDone === true} />}
          </span>
          {question !== undefined && (
            <Text size={200} className={styles.question}>
              {question}
            </Text>
          )}
        </span>
      </button>
    </li>
  )
}

function ProgressWords({ progress, isDone }: { readonly progress: StepProgress; readonly isDone: boolean }) {
  const styles = useStyles()
  if (progress.total === 0) return null
  return (
    <Text size={200} className={styles.quiet}>
      {isDone ? text.rail.done : text.rail.progress(progress.done, progress.total)}
    </Text>
  )
}
