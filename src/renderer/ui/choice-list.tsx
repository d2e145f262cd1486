import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import type { KeyboardEvent } from 'react'
import { useReadOnly } from '../plan/program.tsx'
import { forcedColors } from './breakpoints.ts'
import { isTextField } from './keyboard.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '6px', margin: 0, padding: 0, border: 'none' },
  legend: { padding: '0 0 6px', fontWeight: tokens.fontWeightSemibold },
  choice: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    minHeight: '40px',
    padding: '4px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    [forcedColors]: { border: '3px solid Highlight' },
  },
  key: {
    flexShrink: 0,
    minWidth: '22px',
    padding: '1px 5px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'center',
  },
  words: { flexGrow: 1 },
  hint: { color: tokens.colorNeutralForeground2 },
  check: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  closed: { cursor: 'not-allowed', ':hover': { backgroundColor: tokens.colorNeutralBackground1 } },
  closedOther: { color: tokens.colorNeutralForegroundDisabled },
})

export interface Choice<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly hint?: string
}

interface ChoiceListProps<Id extends string> {
  readonly question: string
  readonly choices: readonly Choice<Id>[]
  /** null where several datasets differ, or nothing is chosen. */
  readonly chosen: Id | null
  readonly onChoose: (id: Id) => void
}

/**
 * One question with its answers, each with its number key (see `chosenByKey`). Buttons, not radio buttons: those
 * choose while an arrow key passes over them, and every choice here is saved at once.
 */
export function ChoiceList<Id extends string>({ question, choices, chosen, onChoose }: ChoiceListProps<Id>) {
  const styles = useStyles()
  const isReading = useReadOnly()
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{question}</legend>
      {choices.map(({ id, label, hint }, index) => (
        <button
          key={id}
          type="button"
          className={mergeClasses(
            styles.choice,
            isReading && styles.closed,
            isReading && id !== chosen && styles.closedOther,
            id === chosen && styles.chosen,
          )}
          aria-disabled={isReading}
          aria-pressed={id === chosen}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => isReading || onChoose(id)}
        >
          <span className={styles.key} aria-hidden="true">
            {index + 1}
          </span>
          <span className={styles.words}>
            <Text block weight="semibold">
              {label}
            </Text>
            {hint && !isReading && (
              <Text block size={200} className={styles.hint}>
                {hint}
              </Text>
            )}
          </span>
          {id === chosen && <CheckmarkCircleFilled className={styles.check} aria-hidden="true" />}
        </button>
      ))}
    </fieldset>
  )
}

/** The choice whose number was pressed, or null; never while text is typed or a modifier is held. */
export function chosenByKey<Id extends string>(
  event: KeyboardEvent,
  choices: readonly Choice<Id>[],
): Id | null {
  if (event.defaultPrevented || hasModifier(event) || isTextField(event.target)) return null
  return /^[1-9]$/.test(event.key) ? (choices[Number(event.key) - 1]?.id ?? null) : null
}

/** Whether Enter was pressed where it does nothing else, such as in the table. */
export function isFreeEnter(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.defaultPrevented || hasModifier(event)) return false
  const target = event.target
  return (
    target instanceof HTMLElement &&
    target.closest(
      'button, a, input, textarea, select, [role=button], [role=combobox], [role=option], [role=columnheader]',
    ) === null
  )
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey
}
