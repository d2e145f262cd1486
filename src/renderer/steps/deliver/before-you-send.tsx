import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint'
import { useDeferredValue, useMemo } from 'react'
import { gapsOf } from '../../../domain/checks.ts'
import type { Plan } from '../../../domain/plan.ts'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { GapLine } from './gap-words.ts'
import { gapLines, rightLines } from './gap-words.ts'

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
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    gap: '10px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  open: { flexShrink: 0, fontSize: '20px', color: tokens.colorPaletteYellowForeground2 },
  right: { flexShrink: 0, fontSize: '20px', color: tokens.colorPaletteGreenForeground1 },
})

/** What stands open and what is all right, said honestly; nothing here stops anyone from saving. */
export function BeforeYouSend({ className }: { readonly className: string }) {
  const styles = useStyles()
  const { plan } = usePlan()
  // A large plan takes a moment to look through; the screen is there before that.
  const looked = useDeferredValue<Plan | null>(plan, null)
  const lines = useMemo(() => (looked === null ? null : linesOf(looked)), [looked])
  if (lines === null) return <Panel heading={text.deliver.before} className={className} />
  const { gaps, rights } = lines
  return (
    <Panel
      heading={text.deliver.before}
      aside={<Chip tone={gaps.length === 0 ? 'good' : 'careful'}>{text.deliver.gaps(gaps.length)}</Chip>}
      className={className}
    >
      <div className={styles.body}>
        <Text size={200} className={styles.quiet}>
          {gaps.length === 0 ? text.deliver.noGaps : text.deliver.gapsHint}
        </Text>
        {gaps.length > 0 && (
          <ul className={styles.list} aria-label={text.deliver.gapList}>
            {gaps.map((gap) => (
              <GapItem key={gap.key} gap={gap} />
            ))}
          </ul>
        )}
        {rights.length > 0 && (
          <ul className={styles.list} aria-label={text.deliver.rightList}>
            {rights.map((words) => (
              <li key={words} className={styles.line}>
                <CheckmarkCircleRegular className={styles.right} aria-hidden="true" />
                <Text>{words}</Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function linesOf(plan: Plan) {
  const found = gapsOf(plan)
  return { gaps: gapLines(plan, found), rights: rightLines(plan, found) }
}

function GapItem({ gap: { words, which, screen } }: { readonly gap: GapLine }) {
  const styles = useStyles()
  const place = screen === 'details' ? text.rail.details : text.rail.steps[screen].name
  return (
    <li className={styles.line}>
      <CircleHintRegular className={styles.open} aria-hidden="true" />
      <div className={styles.words}>
        <Text weight="semibold">{words}</Text>
        {which !== '' && (
          <Text size={200} className={styles.quiet}>
            {which}
          </Text>
        )}
        <Link as="button" onClick={() => goTo({ screen })}>
          {text.deliver.goTo(place)}
        </Link>
      </div>
    </li>
  )
}
