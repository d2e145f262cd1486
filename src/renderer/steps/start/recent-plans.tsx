import { makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components'
import type { RecentPlan } from '../../../contract/views.ts'
import { momentInWords } from '../../text/moments.ts'
import { count, text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: '4px 8px 8px', listStyleType: 'none', overflowY: 'auto', maxHeight: '300px' },
  plan: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 110px',
    gap: '2px 12px',
    alignItems: 'center',
    width: '100%',
    padding: '10px 8px',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  title: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  empty: { padding: '16px', color: tokens.colorNeutralForeground2 },
})

interface RecentPlansProps {
  /** null while they are being looked up. */
  readonly plans: readonly RecentPlan[] | null
  readonly onOpen: (planId: string) => void
}

export function RecentPlans({ plans, onOpen }: RecentPlansProps) {
  const styles = useStyles()
  return (
    <Panel heading={text.start.recent}>
      {plans === null && <Spinner className={styles.empty} size="small" label={text.start.lookingUp} />}
      {plans?.length === 0 && <Text className={styles.empty}>{text.start.noRecent}</Text>}
      {plans !== null && plans.length > 0 && (
        <ul className={styles.list}>
          {plans.map((plan) => (
            <li key={plan.planId}>
              <PlanButton plan={plan} onClick={() => onOpen(plan.planId)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function PlanButton({ plan, onClick }: { readonly plan: RecentPlan; readonly onClick: () => void }) {
  const styles = useStyles()
  const { done, total } = plan.progress
  const facts =
    plan.problem !== null
      ? [text.start.problems[plan.problem]]
      : [
          count(plan.datasets, 'dataset'),
          ...(plan.isCopy ? [text.start.isCopy] : []),
          ...(plan.isSample ? [text.start.isSample] : []),
          text.start.goesOn(plan.nextStep),
          text.start.changed(momentInWords(plan.changedAt, new Date())),
        ]
  return (
    <button type="button" className={styles.plan} onClick={onClick}>
      <Text weight="semibold" className={styles.title}>
        {plan.title || plan.agencyName || text.start.untitled}
      </Text>
      <Text size={200} className={styles.quiet} align="end">
        {plan.problem === null && text.start.recentProgress(done, total)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {facts.join(' · ')}
      </Text>
      <ProgressBar
        aria-hidden="true"
        role="presentation"
        thickness="large"
        value={total === 0 ? 0 : done / total}
      />
    </button>
  )
}
