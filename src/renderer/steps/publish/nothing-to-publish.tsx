import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { Tab } from './publish-list.ts'
import { whyNothingPlanned } from './publishing.ts'

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '16px',
    maxWidth: '640px',
    padding: '16px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface NothingToPublishProps {
  readonly tab: Tab
  /** Whether the other list is empty too, so that there is nothing else to do here. */
  readonly isAll: boolean
}

/** Why there is nothing here, and the step to do first. */
export function NothingToPublish({ tab, isAll }: NothingToPublishProps) {
  const { plan } = usePlan()
  const { emptyPlanned, emptyPublished } = text.publish
  if (tab === 'published') {
    return (
      <Empty heading={emptyPublished.heading} words={emptyPublished.words} step="review" isFirst={isAll} />
    )
  }
  const why = whyNothingPlanned(plan)
  if (why === 'not-planned') {
    return (
      <Empty
        heading={emptyPlanned.heading}
        words={emptyPlanned.notPlanned}
        step="prioritize"
        isFirst={isAll}
      />
    )
  }
  return <Empty heading={emptyPlanned.heading} words={emptyPlanned[why]} step={why} isFirst={isAll} />
}

interface EmptyProps {
  readonly heading: string
  readonly words: string
  readonly step: 'review' | 'identify' | 'prioritize'
  /** Going there is the one thing to do. */
  readonly isFirst: boolean
}

function Empty({ heading, words, step, isFirst }: EmptyProps) {
  const styles = useStyles()
  return (
    <Panel heading={heading}>
      <div className={styles.body}>
        <Text className={styles.quiet}>{words}</Text>
        <Button {...(isFirst && { appearance: 'primary' })} onClick={() => goTo({ screen: step })}>
          {text.publish.goTo(text.rail.steps[step].name)}
        </Button>
      </div>
    </Panel>
  )
}
