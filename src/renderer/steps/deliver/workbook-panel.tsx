import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons/svg/table'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Delivery } from './delivery.ts'
import { OutcomeLine } from './outcome-line.tsx'
import type { Questions } from './questions.ts'
import { WorkbookQuestions } from './workbook-questions.tsx'
import { WorkbookReport } from './workbook-report.tsx'

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
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** The agency's workbook with the plan's columns: what changes in it, and proof that the rest does not. */
export function WorkbookPanel({
  delivery,
  questions,
  className,
}: {
  readonly delivery: Delivery
  readonly questions: Questions
  readonly className: string
}) {
  const styles = useStyles()
  const { plan } = usePlan()
  const { made, making, isStale } = delivery
  const cannotMake = making !== null || questions.isAsking
  return (
    <Panel heading={text.deliver.workbook} className={className}>
      <div className={styles.body}>
        <div className={styles.buttons}>
          <Button
            icon={<TableRegular />}
            disabledFocusable={cannotMake}
            onClick={() => delivery.save('workbook')}
          >
            {text.deliver.saveWorkbook}
          </Button>
          {(made === null || isStale) && (
            <Link as="button" disabledFocusable={cannotMake} onClick={delivery.previewWorkbook}>
              {text.deliver.preview}
            </Link>
          )}
        </div>
        <OutcomeLine what="workbook" delivery={delivery} />
        <Text className={styles.quiet}>{text.deliver.workbookIntro(plan.inventory.fileName)}</Text>
        {made !== null && isStale && <Message intent="warning">{text.deliver.stale}</Message>}
        {made !== null && <WorkbookReport key={made.file.fileId} report={made.report} />}
        <WorkbookQuestions {...questions} />
      </div>
    </Panel>
  )
}
