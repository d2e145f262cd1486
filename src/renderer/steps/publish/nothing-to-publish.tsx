import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { goTo } from '../../navigation.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { Panel } from '../../ui/panel.tsx'
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

/** Why there is nothing here, and the step to do first. */
export function NothingToPublish({ tab }: { readonly tab: 'planned' | 'published' }) {
  const { plan } = usePlan()
  const { emptyPlanned, emptyPublished } = text.publish
  if (tab === 'published') {
    return <Empty heading={emptyPublished.heading} words={emptyPublished.words} step="review" />
  }
  const why = whyNothingPlanned(plan)
  if (why === 'not-planned') {
    return <Empty heading={emptyPlanned.heading} words={emptyPlanned.notPlanned} step="prioritize" />
  }
  return <Empty heading={emptyPlanned.heading} words={emptyPlanned[why]} step={why} />
}

interface EmptyProps {
  readonly heading: string
  readonly words: string
  readonly step: 'review' | 'identify' | 'prioritize'
}

function Empty({ heading, words, step }: EmptyProps) {
  const styles = useStyles()
  return (
    <Panel heading={heading}>
      <div className={styles.body}>
        <Text className={styles.quiet}>{words}</Text>
        <Button onClick={() => goTo({ screen: step })}>
          {text.publish.goTo(text.rail.steps[step].name)}
        </Button>
      </div>
    </Panel>
  )
}
