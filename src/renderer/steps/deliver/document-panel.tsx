import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text'
import { useDeferredValue, useMemo } from 'react'
import { localDay } from '../../../domain/calendar-date.ts'
import type { Plan } from '../../../domain/plan.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Delivery } from './delivery.ts'
import { documentSections } from './document-sections.ts'
import { OutcomeLine } from './outcome-line.tsx'

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px 16px 16px',
    overflowY: 'auto',
    // What does not fit is scrolled to, not squeezed.
    '& > *': { flexShrink: 0 },
  },
  sections: { margin: 0, padding: 0, listStyleType: 'none' },
  section: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '7px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  number: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  save: { alignSelf: 'flex-start' },
})

/** What the Word plan will say, and the way to have it. */
export function DocumentPanel({
  delivery,
  className,
}: {
  readonly delivery: Delivery
  readonly className: string
}) {
  const styles = useStyles()
  const { plan } = usePlan()
  const looked = useDeferredValue<Plan | null>(plan, null)
  const sections = useMemo(
    () => (looked === null ? [] : documentSections(looked, localDay(new Date()))),
    [looked],
  )
  return (
    <Panel heading={text.deliver.document} className={className}>
      <div className={styles.body}>
        <Button
          className={styles.save}
          icon={<DocumentTextRegular />}
          disabledFocusable={delivery.making !== null}
          onClick={() => delivery.save('document')}
        >
          {text.deliver.saveDocument}
        </Button>
        <OutcomeLine what="document" delivery={delivery} />
        <Text className={styles.quiet}>{text.deliver.documentIntro}</Text>
        <ol className={styles.sections} aria-label={text.deliver.documentSections}>
          {sections.map(({ heading, datasets }) => (
            <li key={heading} className={styles.section}>
              <Text>{heading}</Text>
              {datasets !== null && <Text className={styles.number}>{text.deliver.datasets(datasets)}</Text>}
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  )
}
