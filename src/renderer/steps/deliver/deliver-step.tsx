import { Button, makeStyles } from '@fluentui/react-components'
import { text } from '../../text/text.ts'
import { medium, narrow } from '../../ui/breakpoints.ts'
import { StepFrame } from '../../ui/step-frame.tsx'
import { BeforeYouSend } from './before-you-send.tsx'
import type { Delivery } from './delivery.ts'
import { useDelivery } from './delivery.ts'
import { DocumentPanel } from './document-panel.tsx'
import { OutcomeLine } from './outcome-line.tsx'
import { useQuestions } from './questions.ts'
import { MarkAsSubmitted, SubmissionLine } from './submission.tsx'
import { WorkbookPanel } from './workbook-panel.tsx'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: '12px', height: '100%' },
  panels: {
    display: 'grid',
    flexGrow: 1,
    gridTemplateColumns: '300px minmax(0, 1fr) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    gap: '16px',
    minHeight: '420px',
    [medium]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gridTemplateRows: 'none' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  panel: { minHeight: 0 },
})

/** What is missing, what the files will say, and the files themselves. */
export function DeliverStep() {
  const styles = useStyles()
  const delivery = useDelivery()
  const questions = useQuestions()
  const isBusy = delivery.making !== null
  return (
    <StepFrame
      title={text.deliver.title}
      subtitle={text.deliver.subtitle}
      note={questions.isAsking ? text.deliver.questions.first : noteOf(delivery)}
      actions={
        <>
          <MarkAsSubmitted />
          <Button disabledFocusable={isBusy} onClick={() => delivery.save('plan')}>
            {text.deliver.savePlanFile}
          </Button>
          <Button
            appearance="primary"
            disabledFocusable={isBusy || questions.isAsking}
            onClick={delivery.saveBoth}
          >
            {text.deliver.saveBoth}
          </Button>
        </>
      }
    >
      <div className={styles.main}>
        <SubmissionLine />
        <OutcomeLine what="plan" delivery={delivery} />
        <div className={styles.panels}>
          <BeforeYouSend className={styles.panel} />
          <DocumentPanel delivery={delivery} className={styles.panel} />
          <WorkbookPanel delivery={delivery} questions={questions} className={styles.panel} />
        </div>
      </div>
    </StepFrame>
  )
}

/** What happens now, also where the panels are scrolled out of sight. */
function noteOf({ making, outcomes }: Delivery): string {
  if (making !== null) return text.deliver.making[making]
  const isAsked = Object.values(outcomes).some((outcome) => outcome !== null)
  return isAsked ? text.deliver.savedNote : text.deliver.note
}
