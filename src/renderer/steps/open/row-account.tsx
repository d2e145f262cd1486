import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { RowAccount } from '../../../domain/inventory-table.ts'
import { text } from '../../text.ts'
import { Chip } from '../../ui/chip.tsx'

const useStyles = makeStyles({
  account: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 10px',
    padding: '10px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const parts = ['above', 'header', 'blank', 'other'] as const

/** Every row of the sheet is accounted for before anything is imported. */
export function RowAccountLine(props: { readonly account: RowAccount; readonly className: string }) {
  const styles = useStyles()
  const { account, className } = props
  return (
    <section className={mergeClasses(styles.account, className)} aria-label={text.open.account}>
      <Text weight="semibold">{text.open.accountRows(account.rows)}</Text>
      <Text>=</Text>
      <Chip tone="good">{text.open.accountParts.datasets(account.datasets)}</Chip>
      {parts
        .filter((part) => account[part] > 0)
        .map((part) => (
          <Text key={part} className={styles.quiet}>
            + {text.open.accountParts[part](account[part])}
          </Text>
        ))}
    </section>
  )
}
