import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { InventoryTable, RowAccount } from '../../../domain/inventory-table.ts'
import { skipReasons } from '../../../domain/inventory-table.ts'
import { wholeAccount } from '../../../domain/table/whole-table.ts'
import { text } from '../../text/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { leftOutRows, rowsIn } from './left-out.ts'
import type { Place } from './mapping-state.ts'

const useStyles = makeStyles({
  account: {
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  sum: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  summary: {
    width: 'fit-content',
    paddingTop: '6px',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
  },
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
  readonly table: InventoryTable
  readonly className: string
  readonly onLookUp: (place: Place) => void
}

/** Every row is accounted for before anything is imported, and each that was left out can be seen. */
export function RowAccountLine({ table, className, onLookUp }: RowAccountProps) {
  const styles = useStyles()
  const account = wholeAccount(table)
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
      {account.other + account.blank > 0 && (
        <LeftOutRows table={table} account={account} onLookUp={onLookUp} />
      )}
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

interface LeftOutRowsProps extends Omit<RowAccountProps, 'className'> {
  readonly account: RowAccount
}

function LeftOutRows({ table, account, onLookUp }: LeftOutRowsProps) {
  const styles = useStyles()
  const listed = leftOutRows(table)
  const number = account.other + account.blank
  const more = number - rowsIn(listed)
  return (
    <details>
      <summary className={styles.summary}>{text.open.skippedRows(number)}</summary>
      <ul className={styles.rows}>
        {listed.map(({ sheet, first, last, reason }) => (
          <li key={`${sheet} ${first}`}>
            <Link as="button" onClick={() => onLookUp({ sheet, row: first, letter: null })}>
              {table.further.length > 0
                ? text.open.onSheet(sheet, text.open.leftOutRows(first, last, reason))
                : text.open.leftOutRows(first, last, reason)}
            </Link>
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>{text.open.moreSkipped(more)}</li>}
      </ul>
    </details>
  )
}
