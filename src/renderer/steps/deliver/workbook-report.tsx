import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'
import type { ReactNode } from 'react'
import type { PatchReport } from '../../../domain/write-back/workbook-changes.ts'
import { usePlan } from '../../program.tsx'
import { text } from '../../text.ts'
import { Message } from '../../ui/message.tsx'
import { ChangedCells } from './changed-cells.tsx'
import { RefusedValues, ReportWarnings } from './report-notes.tsx'
import type { ReportNumbers } from './report-numbers.ts'
import { datasetsOnSheet, refusedByPlace, reportNumbers } from './report-numbers.ts'

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', gap: '12px' },
  numbers: { display: 'flex', flexDirection: 'column', gap: '6px', margin: 0 },
  pair: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, textAlign: 'right' },
  list: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  proof: {
    display: 'flex',
    gap: '10px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorPaletteGreenBorder1}`,
    backgroundColor: tokens.colorPaletteGreenBackground1,
    color: tokens.colorPaletteGreenForeground1,
  },
  icon: { flexShrink: 0, fontSize: '20px' },
})

/** What was changed, where, and what was left as it was. */
export function WorkbookReport({ report }: { readonly report: PatchReport }) {
  const styles = useStyles()
  const numbers = reportNumbers(report)
  const refused = refusedByPlace(report)
  const words = text.deliver.report
  return (
    <section className={styles.report} aria-label={words.label}>
      {numbers.isUnchanged ? <Message intent="info">{words.nothing}</Message> : <Counts report={report} />}
      <div className={styles.proof}>
        <ShieldCheckmarkRegular className={styles.icon} aria-hidden="true" />
        <Text>{proofOf(numbers)}</Text>
      </div>
      <RefusedValues refused={refused.onAdditions} where={words.onAdditions} />
      <RefusedValues refused={refused.inPlanOnly} where={words.inPlanOnly} />
      <ReportWarnings warnings={report.warnings} />
      <ChangedCells cells={numbers.cells} />
    </section>
  )
}

function proofOf({ isUnchanged, parts, sameParts }: ReportNumbers): string {
  const words = text.deliver.report
  if (isUnchanged) return words.proofOfNothing
  return parts > 1 ? words.proof(sameParts, parts) : words.proofOfText
}

function Counts({ report }: { readonly report: PatchReport }) {
  const styles = useStyles()
  const { plan } = usePlan()
  const added = plan.datasets.filter(({ source }) => source === null).length
  const words = text.deliver.report
  return (
    <>
      <dl className={styles.numbers}>
        <Pair label={words.ownCells}>{report.changedCells.toLocaleString('en-US')}</Pair>
        <Pair label={words.columns}>{report.addedColumns.length}</Pair>
        <Pair label={words.cells}>{reportNumbers(report).cellsInColumns.toLocaleString('en-US')}</Pair>
        <Pair label={words.sheets}>
          {report.addedSheets.length === 0
            ? 0
            : report.addedSheets
                .map((name) => words.sheet(name, datasetsOnSheet(name, report, added)))
                .join(', ')}
        </Pair>
      </dl>
      {report.addedColumns.length > 0 && (
        <details>
          <summary>{words.showColumns}</summary>
          <ul className={styles.list}>
            {report.addedColumns.map(({ letter, header }) => (
              <li key={letter}>{words.column(letter, header)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.pair}>
      <dt>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}
