import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons/svg/warning'
import type { ReactNode } from 'react'
import type { ColumnMapping } from '../../../domain/inventory-table.ts'
import { inventoryFieldLabels } from '../../../domain/labels.ts'
import { text } from '../../text/text.ts'
import type { ColumnChoosing, SharedField } from './column-choices.ts'
import { joinedExample, lettersOf, onlyFrom, withFields } from './column-choices.ts'

const useStyles = makeStyles({
  conflict: {
    gridColumn: '2 / -1',
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '2px 6px',
    marginTop: '4px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '16px', color: tokens.colorStatusWarningForeground1 },
  actions: { gridColumn: '2', display: 'flex', flexWrap: 'wrap', gap: '2px 14px' },
  action: { fontSize: tokens.fontSizeBase200, textAlign: 'left' },
})

interface ColumnConflictsProps extends ColumnChoosing {
  readonly column: ColumnMapping
  readonly shared: readonly SharedField[]
}

/** Where this column and others claim one field: what happens now, and what could happen instead. */
export function ColumnConflicts(props: ColumnConflictsProps) {
  const { column, shared } = props
  return (
    <>
      {shared
        .filter(({ letters }) => letters.includes(column.letter))
        .map((one) => (
          <Shared key={one.field} {...props} {...one} />
        ))}
      <Contested {...props} />
    </>
  )
}

/** Several columns are read as the field: joined, unless the person wants one of them alone. */
function Shared({
  inspection,
  column,
  chosen,
  onAssign,
  field,
  letters,
}: ColumnConflictsProps & SharedField) {
  const { table, preview } = inspection
  const label = inventoryFieldLabels[field]
  const others = letters.filter((letter) => letter !== column.letter)
  return (
    <Conflict words={text.open.joined(label, others, joinedExample(table, preview, letters))}>
      <Action onClick={() => onAssign(onlyFrom(table.columns, chosen, column.letter, field))}>
        {text.open.onlyColumn(column.letter, label)}
      </Action>
    </Conflict>
  )
}

/** The column looks like a field that another one got. */
function Contested({ inspection, column, chosen, onAssign }: ColumnConflictsProps) {
  const { letter, contested } = column
  const { columns } = inspection.table
  if (contested === null || chosen[letter] !== undefined) return null
  const [holder] = lettersOf(columns, chosen, contested)
  if (holder === undefined) return null
  const label = inventoryFieldLabels[contested]
  return (
    <Conflict words={text.open.contested(label, holder)}>
      <Action onClick={() => onAssign(onlyFrom(columns, chosen, letter, contested))}>
        {text.open.insteadOf(letter, holder)}
      </Action>
      <Action onClick={() => onAssign(withFields(chosen, letter, [contested]))}>
        {text.open.joinWith(holder)}
      </Action>
    </Conflict>
  )
}

function Conflict({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.conflict}>
      <WarningRegular className={styles.icon} aria-hidden="true" />
      <Text size={200}>{words}</Text>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}

function Action({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  const styles = useStyles()
  return (
    <Link as="button" inline className={styles.action} onClick={onClick}>
      {children}
    </Link>
  )
}
