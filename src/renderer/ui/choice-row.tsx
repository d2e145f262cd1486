import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode } from 'react'
import { useReadOnly } from '../plan/program.tsx'
import { forcedColors } from './breakpoints.ts'

const useStyles = makeStyles({
  group: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  above: { flexDirection: 'column', alignItems: 'flex-start' },
  legend: { float: 'left', padding: 0 },
  legendAbove: { fontWeight: tokens.fontWeightSemibold },
  choices: { display: 'flex', flexShrink: 0, gap: '4px' },
  choicesBelow: { flexWrap: 'wrap' },
  choice: {
    minWidth: '32px',
    minHeight: '28px',
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    [forcedColors]: { border: '3px solid Highlight' },
  },
  closed: { cursor: 'not-allowed', ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
  closedOther: { color: tokens.colorNeutralForegroundDisabled },
  open: {
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground3,
    [forcedColors]: { border: '3px dashed Highlight' },
  },
})

export interface RowChoice<Id> {
  readonly id: Id
  readonly label: string
  /** Its full name where the label is shortened; it begins with the label. */
  readonly name?: string
  /** Leaves the question open: shown as chosen without looking like an answer. */
  readonly isOpen?: boolean
}

interface ChoiceRowProps<Id> {
  readonly label: string
  /** The label stands before the choices where there is room, or above them. */
  readonly labelPlace?: 'before' | 'above'
  readonly choices: readonly RowChoice<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
  readonly id?: string
  readonly onKeyDown?: (event: KeyboardEvent) => void
  /** What belongs to the answer, such as its reason. */
  readonly children?: ReactNode
}

/** A small question whose short answers fit in one row. Buttons for the same reason as in ChoiceList. */
export function ChoiceRow<Id extends string | number | null>(props: ChoiceRowProps<Id>) {
  const { label, labelPlace = 'before', choices, chosen, onChoose } = props
  const styles = useStyles()
  const isReading = useReadOnly()
  return (
    <fieldset
      className={mergeClasses(styles.group, labelPlace === 'above' && styles.above)}
      {...(props.id !== undefined && { id: props.id })}
      {...(props.onKeyDown && { onKeyDown: props.onKeyDown })}
    >
      {/* Floating takes a legend into the fieldset's own layout. */}
      <legend className={mergeClasses(styles.legend, labelPlace === 'above' && styles.legendAbove)}>
        {label}
      </legend>
      <div className={mergeClasses(styles.choices, labelPlace === 'above' && styles.choicesBelow)}>
        {choices.map(({ id, label: words, name, isOpen }) => (
          <button
            key={String(id)}
            type="button"
            className={mergeClasses(
              styles.choice,
              isReading && styles.closed,
              isReading && id !== chosen && styles.closedOther,
              id === chosen && (isOpen ? styles.open : styles.chosen),
            )}
            aria-disabled={isReading}
            aria-pressed={id === chosen}
            {...(name !== undefined && { 'aria-label': name, title: name })}
            onClick={() => isReading || onChoose(id)}
          >
            {words}
          </button>
        ))}
      </div>
      {props.children}
    </fieldset>
  )
}
