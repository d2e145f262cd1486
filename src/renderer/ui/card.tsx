import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { narrow } from './breakpoints.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    minHeight: 0,
    overflowY: 'auto',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    // What does not fit is scrolled to, not squeezed.
    '& > *': { flexShrink: 0 },
    [narrow]: { overflowY: 'visible' },
  },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    paddingTop: '14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 12px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Where one dataset is worked on, beside the table it was chosen in; it scrolls by itself. */
export function Card({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.card} aria-label={label}>
      {children}
    </section>
  )
}

interface CardPartProps {
  readonly heading: string
  /** At the right of the heading, such as how much of it is done. */
  readonly aside?: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A part of a card with a question of its own. */
export function CardPart({ heading, aside, hint, children }: CardPartProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h3" id={id} className={styles.heading}>
          {heading}
        </Subtitle2>
        {aside !== undefined && <Text className={styles.quiet}>{aside}</Text>}
      </div>
      {hint !== undefined && (
        <Text size={200} className={styles.quiet}>
          {hint}
        </Text>
      )}
      {children}
    </section>
  )
}
