import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { PatchReport } from '../../../domain/write-back/workbook-changes.ts'
import { usePlan } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Message } from '../../ui/message.tsx'
import { ChangesDialog } from './changes-dialog.tsx'
import { RefusedValues, ReportWarnings } from './report-notes.tsx'
import type { ReportNumbers } from './report-numbers.ts'
import { datasetsOnSheet, reportNumbers } from './report-numbers.ts'

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
  open: { alignSelf: 'flex-start' },
})

/** At a glance what was changed and that the rest was not; every cell and every part on demand. */
export function WorkbookReport({ report }: { readonly report: PatchReport }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const numbers = reportNumbers(report)
  const words = text.deliver.report
  const isPlain = report.warnings.some(({ code }) => code === 'plain-copy')
  return (
    <section className={styles.report} aria-label={words.label}>
      {isPlain ? (
        <Message intent="warning">{words.warning['plain-copy']()}</Message>
      ) : (
        <div className={styles.proof}>
          <ShieldCheckmarkRegular className={styles.icon} aria-hidden="true" />
          <Text>{proofOf(numbers)}</Text>
        </div>
      )}
      {numbers.isUnchanged ? (
        <Message intent="info">{words.nothing}</Message>
      ) : (
        <Counts report={report} numbers={numbers} />
      )}
      <Button size="small" className={styles.open} onClick={() => setOpen(true)}>
        {words.seeAll}
      </Button>
      <RefusedValues report={report} onOpen={() => setOpen(true)} />
      <ReportWarnings warnings={report.warnings.filter(({ code }) => code !== 'plain-copy')} />
      {isOpen && <ChangesDialog report={report} onClose={() => setOpen(false)} />}
    </section>
  )
}

function proofOf({ isUnchanged, parts, sameParts, changedParts }: ReportNumbers): string {
  const words = text.deliver.report
  if (isUnchanged) return words.proofOfNothing
  return parts > 1 ? words.proof(sameParts, changedParts) : words.proofOfText
}

interface CountsProps {
  readonly report: PatchReport
  readonly numbers: ReportNumbers
}

function Counts({ report, numbers }: CountsProps) {
  const styles = useStyles()
  const { plan } = usePlan()
  const added = plan.datasets.filter(({ source }) => source === null).length
  const { addedSheets, addedRows, addedColumns } = report
  const words = text.deliver.report
  const sheets = addedSheets.map((name) => words.sheet(name, datasetsOnSheet(name, report, added)))
  return (
    <>
      <dl className={styles.numbers}>
        <Pair label={words.cells}>{numbers.plan.length.toLocaleString('en-US')}</Pair>
        <Pair label={words.correctedCells}>{numbers.agency.length.toLocaleString('en-US')}</Pair>
        {addedRows.length > 0 && <Pair label={words.rows}>{addedRows.length.toLocaleString('en-US')}</Pair>}
        {sheets.length > 0 && <Pair label={words.sheets}>{sheets.join(', ')}</Pair>}
      </dl>
      {addedColumns.length > 0 && (
        <details>
          <summary>{words.showColumns(addedColumns.length)}</summary>
          <ul className={styles.list}>
            {addedColumns.map(({ letter, header }) => (
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
