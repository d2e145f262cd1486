import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Dataset } from '../../../domain/dataset.ts'
import { text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { notCandidates } from './candidates.ts'

const useStyles = makeStyles({
  panel: { maxWidth: '640px' },
  words: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '16px' },
  list: { margin: 0, paddingLeft: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Nothing to rank yet, and why: the numbers add up to all datasets. */
export function NoCandidates({ datasets }: { readonly datasets: readonly Dataset[] }) {
  const styles = useStyles()
  const others = notCandidates(datasets)
  const reasons = (['undetermined', 'protected', 'published'] as const).filter((reason) => others[reason] > 0)
  return (
    <Panel heading={text.prioritize.noCandidates} className={styles.panel}>
      <div className={styles.words}>
        <Text>{text.prioritize.whatIsCandidate}</Text>
        <Text className={styles.quiet}>{text.prioritize.ofAll(datasets.length)}</Text>
        <ul className={styles.list}>
          {reasons.map((reason) => (
            <li key={reason}>{text.prioritize.notCandidates[reason](others[reason])}</li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
