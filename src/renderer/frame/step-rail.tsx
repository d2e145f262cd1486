import { Divider, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowExportUpRegular } from '@fluentui/react-icons/svg/arrow-export-up'
import { CheckmarkFilled } from '@fluentui/react-icons/svg/checkmark'
import { ClipboardTextEditRegular } from '@fluentui/react-icons/svg/clipboard-text-edit'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { HomeRegular } from '@fluentui/react-icons/svg/home'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import type { Plan } from '../../domain/plan.ts'
import { isDone } from '../../domain/progress.ts'
import { steps } from '../../domain/vocabulary.ts'
import type { Place } from '../navigation.ts'
import { goTo, isPlanShown } from '../navigation.ts'
import { planProgress } from '../plan/plan-progress.ts'
import { usePlanView } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { narrow } from '../ui/breakpoints.ts'
import { showHistory } from '../ui/history-place.ts'
import { RailItem } from './rail-item.tsx'

const useStyles = makeStyles({
  rail: {
    gridArea: 'rail',
    display: 'flex',
    flexDirection: 'column',
    padding: '12px 8px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      flexDirection: 'row',
      flexWrap: 'wrap',
      gap: '2px',
      padding: '4px 8px',
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  heading: {
    padding: '4px 12px 8px',
    color: tokens.colorNeutralForeground3,
    [narrow]: { display: 'none' },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrow]: { display: 'contents' },
  },
  line: { flexGrow: 0, margin: '8px 12px', width: 'auto', [narrow]: { display: 'none' } },
  foot: { marginTop: 'auto', paddingTop: '12px' },
})

interface StepRailProps {
  readonly place: Place
  readonly onHelp: () => void
}

/** The way through the plan: each step with its question and how far it is. */
export function StepRail({ place, onHelp }: StepRailProps) {
  const styles = useStyles()
  const view = usePlanView()
  const plan = isPlanShown(place) && view !== null ? view.plan : null
  return (
    <nav className={styles.rail} aria-label={text.rail.label}>
      <ul className={styles.list}>
        <RailItem
          mark={<HomeRegular />}
          name={text.rail.home}
          isCurrent={place.screen === 'start'}
          onClick={() => goTo({ screen: 'start' })}
        />
      </ul>
      {plan !== null && <PlanItems plan={plan} place={place} />}
      <ul className={`${styles.list} ${styles.foot}`}>
        {plan !== null && (
          <RailItem
            mark={<ClipboardTextEditRegular />}
            name={text.rail.details}
            isCurrent={place.screen === 'details'}
            onClick={() => goTo({ screen: 'details' })}
          />
        )}
        {plan !== null && (
          <RailItem
            mark={<HistoryRegular />}
            name={text.rail.history}
            isCurrent={false}
            onClick={() => showHistory()}
          />
        )}
        <RailItem mark={<QuestionCircleRegular />} name={text.rail.help} isCurrent={false} onClick={onHelp} />
      </ul>
    </nav>
  )
}

function PlanItems({ plan, place }: { readonly plan: Plan; readonly place: Place }) {
  const styles = useStyles()
  const progress = planProgress(plan)
  return (
    <>
      <Divider className={styles.line} />
      <Text size={200} weight="semibold" className={styles.heading}>
        {text.rail.heading}
      </Text>
      <ul className={styles.list}>
        {steps.map((step, index) => (
          <RailItem
            key={step}
            mark={isDone(progress[step]) ? <CheckmarkFilled /> : index + 1}
            isDone={isDone(progress[step])}
            {...text.rail.steps[step]}
            progress={progress[step]}
            isCurrent={place.screen === step}
            onClick={() => goTo({ screen: step })}
          />
        ))}
      </ul>
      <Divider className={styles.line} />
      <ul className={styles.list}>
        <RailItem
          mark={<ArrowExportUpRegular />}
          {...text.rail.steps.deliver}
          isCurrent={place.screen === 'deliver'}
          onClick={() => goTo({ screen: 'deliver' })}
        />
      </ul>
    </>
  )
}
