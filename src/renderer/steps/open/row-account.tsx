import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { RowAccount, SkippedRow } from '../../../domain/table/inventory-table.ts'
import { skipReasons } from '../../../domain/table/inventory-table.ts'
import { text } from '../../text.ts'
import { Chip } from '../../ui/chip.tsx'

const useStyles = makeStyles({
  account: {
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  sum: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: { paddingTop: '6px', cursor: 'pointer', color: tokens.colorNeutralForeground1 },
  rows: {
    margin: '6px 0 0',
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: '2px 16px',
    maxHeight: '112px',
    overflowY: 'auto',
  },
})

const parts = ['above', 'header', 'blank'] as const

interface RowAccountProps {
  readonly account: RowAccount
  /** Rows of the sheet on screen that were left out. */
  readonly skipped: readonly SkippedRow[]
  readonly className: string
  readonly onLookUp: (row: number) => void
}

/** Every row is accounted for before anything is imported, and each that was left out can be seen. */
export function RowAccountLine({ account, skipped, className, onLookUp }: RowAccountProps) {
  const styles = useStyles()
  return (
    <section className={mergeClasses(styles.account, className)} aria-label={text.open.account}>
      <div className={styles.sum}>
        <Text weight="semibold">{text.open.accountRows(account.rows)}</Text>
        <Text>=</Text>
        <Chip tone="good">{text.open.accountParts.datasets(account.datasets)}</Chip>
        {addends(account).map((addend) => (
          <Text key={addend} className={styles.quiet}>
            + {addend}
          </Text>
        ))}
      </div>
      {skipped.length > 0 && <SkippedRows account={account} skipped={skipped} onLookUp={onLookUp} />}
    </section>
  )
}

function addends(account: RowAccount): readonly string[] {
  const { accountParts, skipCounts } = text.open
  return [
    ...parts.filter((part) => account[part] > 0).map((part) => accountParts[part](account[part])),
    ...skipReasons.flatMap((reason) => {
      const number = account.why[reason] ?? 0
      return number === 0 ? [] : [skipCounts[reason](number)]
    }),
  ]
}

function SkippedRows({ account, skipped, onLookUp }: Omit<RowAccountProps, 'className'>) {
  const styles = useStyles()
  const more = account.other - skipped.length
  return (
    <details>
      <summary className={styles.summary}>{text.open.skippedRows(account.other)}</summary>
      <ul className={styles.rows}>
        {skipped.map(({ row, reason }) => (
          <li key={row}>
            <Link as="button" onClick={() => onLookUp(row)}>
              {text.open.skippedRow(row, text.open.skipReasons[reason])}
            </Link>
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>{text.open.moreSkipped(more)}</li>}
      </ul>
    </details>
  )
}
