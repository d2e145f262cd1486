import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useId } from 'react'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px 12px',
    minHeight: '44px',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
  wide: { flexGrow: 1 },
  aside: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface PanelProps {
  readonly heading: string
  /** At the right of the heading. */
  readonly aside?: ReactNode
  /** Whether that takes all the room there is beside the heading. */
  readonly isAsideWide?: boolean
  readonly className?: string
  /** None while it is not known yet. */
  readonly children?: ReactNode
}

/** A white card with a heading. */
export function Panel({ heading, aside, isAsideWide = false, className, children }: PanelProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section className={mergeClasses(styles.panel, className)} aria-labelledby={id}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id} className={styles.heading}>
          {heading}
        </Subtitle2>
        {aside !== undefined && (
          <div className={mergeClasses(styles.aside, isAsideWide && styles.wide)}>{aside}</div>
        )}
      </div>
      {children}
    </section>
  )
}
