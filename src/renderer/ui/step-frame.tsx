import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, ReactNode } from 'react'
import { medium, narrow } from './breakpoints.ts'

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: '8px 16px',
    padding: '14px 24px 10px',
    [narrow]: { padding: '12px 16px' },
  },
  title: { outlineStyle: 'none', margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: '30px' },
  subtitle: { color: tokens.colorNeutralForeground2 },
  work: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '0 24px 16px',
    display: 'flex',
    gap: '16px',
    [medium]: { flexDirection: 'column' },
    // In one column what to do next comes right after the work, and the guidance last.
    [narrow]: { display: 'contents' },
  },
  main: {
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    [medium]: { flex: '1 0 auto' },
    [narrow]: { order: 1, padding: '0 16px 16px' },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    minHeight: '56px',
    padding: '8px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { order: 2, padding: '8px 16px' },
  },
  note: { marginRight: 'auto', color: tokens.colorNeutralForeground2 },
})

interface StepFrameProps {
  /** The guidance's question. */
  readonly title: string
  /** What is done and what is left. */
  readonly subtitle?: string
  /** Buttons beside the title. */
  readonly tools?: ReactNode
  /** Usually a GuidancePanel. */
  readonly guidance?: ReactNode
  /** What stands at the left of the action bar. */
  readonly note?: ReactNode
  /** At most one of them primary. Without actions there is no bar. */
  readonly actions?: ReactNode
  /** Keys pressed while the focus is somewhere in the step. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly children: ReactNode
}

/** A screen: its question, the work, the guidance beside it, and the bar with what to do next. */
export function StepFrame(props: StepFrameProps) {
  const { title, subtitle, tools, guidance, note, actions, onKeyDown, children } = props
  const styles = useStyles()
  return (
    // Reachable by a click, so that the step's keys work after clicking beside a control.
    <section className={styles.frame} aria-label={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <div>
          <Title2 as="h1" block className={styles.title} tabIndex={-1}>
            {title}
          </Title2>
          {subtitle !== undefined && (
            <Text block className={styles.subtitle} role="status">
              {subtitle}
            </Text>
          )}
        </div>
        {tools}
      </div>
      <div className={styles.work}>
        <div className={styles.main}>{children}</div>
        {guidance}
      </div>
      {(note !== undefined || actions !== undefined) && (
        <div className={styles.actions}>
          <Text as="span" className={styles.note}>
            {note}
          </Text>
          {actions}
        </div>
      )}
    </section>
  )
}
