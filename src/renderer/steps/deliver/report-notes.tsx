import { makeStyles, tokens } from '@fluentui/react-components'
import type { PatchWarning, Refusal } from '../../../domain/write-back/workbook-changes.ts'
import { text } from '../../text.ts'
import { Message } from '../../ui/message.tsx'

const useStyles = makeStyles({
  list: { margin: '4px 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface RefusedValuesProps {
  readonly refused: readonly Refusal[]
  /** Where they are instead. */
  readonly where: string
}

/** What could not be written where it belongs, why, and where it is instead. */
export function RefusedValues({ refused, where: instead }: RefusedValuesProps) {
  const styles = useStyles()
  if (refused.length === 0) return null
  const words = text.deliver.report
  return (
    <Message intent="warning" title={words.refused(refused.length)}>
      <ul className={styles.list}>
        {refused.map(({ where, reason, value }) => (
          <li key={`${where} ${value}`}>
            {words.refusal(where, words.reasons[reason])}
            {value !== '' && <div className={styles.quiet}>{words.refusedValue(value)}</div>}
          </li>
        ))}
      </ul>
      {instead}
    </Message>
  )
}

export function ReportWarnings({ warnings }: { readonly warnings: readonly PatchWarning[] }) {
  const styles = useStyles()
  if (warnings.length === 0) return null
  return (
    <Message intent="info" title={text.deliver.report.warnings}>
      <ul className={styles.list}>
        {warnings.map(({ where, code }) => (
          <li key={`${where} ${code}`}>{text.deliver.report.warning[code](where)}</li>
        ))}
      </ul>
    </Message>
  )
}
