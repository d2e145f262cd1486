import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { detailFields } from '../../../domain/fields/plan-fields.ts'
import { missingFields } from '../../../domain/fields/values.ts'
import { mainAgency } from '../../../domain/main-agency.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { narrow } from '../../ui/breakpoints.ts'
import { Panel } from '../../ui/panel.tsx'
import { StepFrame } from '../../ui/step-frame.tsx'
import { DetailField } from './detail-field.tsx'
import { useYourName, YourNameField } from './your-name.tsx'

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: '16px',
    maxWidth: '960px',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  fields: { display: 'flex', flexDirection: 'column', gap: '14px', padding: '16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The one form: who the plan is for and who stands behind it. Everything in it may stay empty. */
export function DetailsStep() {
  const { plan } = usePlan()
  const missing = missingFields(detailFields, plan.details).length
  const goOn = () => goTo({ screen: 'review' })
  return (
    <StepFrame
      title={text.details.title}
      subtitle={text.details.subtitle(missing)}
      note={text.details.note}
      actions={
        <Button appearance="primary" onClick={goOn}>
          {text.details.go}
        </Button>
      }
    >
      <DetailsForm />
    </StepFrame>
  )
}

function DetailsForm() {
  const styles = useStyles()
  const { plan } = usePlan()
  const yourName = useYourName()
  const { fileName, sheet } = plan.inventory
  const title = [text.details.usualTitle, plan.details.period.trim()].filter(Boolean).join(' ')
  return (
    <div className={styles.layout}>
      <div className={styles.column}>
        <Panel heading={text.details.you}>
          <div className={styles.fields}>
            <YourNameField yourName={yourName} />
          </div>
        </Panel>
        <Panel heading={text.details.plan}>
          <div className={styles.fields}>
            <DetailField
              field="agencyName"
              suggestion={mainAgency(plan.datasets.map(({ facts }) => facts.agency))}
            />
            <DetailField field="period" />
            <DetailField field="planTitle" suggestion={title} />
            <Text size={200} className={styles.quiet}>
              {text.details.inventoryFacts(fileName, sheet, plan.datasets.length)}
            </Text>
          </div>
        </Panel>
      </div>
      <PeoplePanels yourName={yourName.name} />
    </div>
  )
}

function PeoplePanels({ yourName }: { readonly yourName: string }) {
  const styles = useStyles()
  return (
    <div className={styles.column}>
      <Panel heading={text.details.officer}>
        <div className={styles.fields}>
          <DetailField field="officerName" suggestion={yourName} />
          <DetailField field="officerTitle" />
          <DetailField field="officerEmail" kind="email" />
        </div>
      </Panel>
      <Panel heading={text.details.head}>
        <div className={styles.fields}>
          <DetailField field="headName" />
          <DetailField field="headTitle" />
        </div>
      </Panel>
      <Panel heading={text.details.coordinator}>
        <div className={styles.fields}>
          <Text size={200} className={styles.quiet}>
            {text.details.coordinatorNote}
          </Text>
          <DetailField field="reviewedOn" kind="date" />
        </div>
      </Panel>
    </div>
  )
}
