import { Link, makeStyles } from '@fluentui/react-components'
import type { PatchReport, PatchWarning } from '../../../domain/write-back/workbook-changes.ts'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'
import { refusedByPlace } from './report-numbers.ts'

const useStyles = makeStyles({
  list: { margin: '4px 0', paddingLeft: '20px', overflowWrap: 'anywhere' },
})

/** More would bury what else there is to read; all of them are in the details. */
const mostListed = 3

interface ReportNotesProps {
  readonly report: PatchReport
  readonly onOpen: () => void
}

/** What could not be written where it belongs, why, and where it is instead. */
export function RefusedValues({ report, onOpen }: ReportNotesProps) {
  const styles = useStyles()
  const { onAdditions, inPlanOnly } = refusedByPlace(report)
  const refused = [...onAdditions, ...inPlanOnly]
  if (refused.length === 0) return null
  const words = text.deliver.report
  return (
    <Message intent="warning" title={words.refused(refused.length)}>
      <ul className={styles.list}>
        {refused.slice(0, mostListed).map(({ where, reason, value }) => (
          <li key={`${where} ${value}`}>{words.refusal(where, words.reasons[reason])}</li>
        ))}
      </ul>
      {refused.length > mostListed && `${text.deliver.andMore(refused.length - mostListed)}. `}
      {onAdditions.length > 0 && `${words.onAdditions(onAdditions.length, refused.length)} `}
      {inPlanOnly.length > 0 && `${words.inPlanOnly(inPlanOnly.length, refused.length)} `}
      {refused.length > mostListed && (
        <Link as="button" inline onClick={onOpen}>
          {words.seeRefused}
        </Link>
      )}
    </Message>
  )
}

export function ReportWarnings({ warnings }: { readonly warnings: readonly PatchWarning[] }) {
  const styles = useStyles()
  if (warnings.length === 0) return null
  return (
    <Message intent="info" title={text.deliver.report.warnings}>
      <ul className={styles.list}>
        {warnings.slice(0, mostListed).map(({ where, code }) => (
          <li key={`${where} ${code}`}>{text.deliver.report.warning[code](where)}</li>
        ))}
      </ul>
      {warnings.length > mostListed && text.deliver.andMore(warnings.length - mostListed)}
    </Message>
  )
}
