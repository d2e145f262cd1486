import { makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import { inventoryFields } from '../../../domain/inventory-field.ts'
import { inventoryFieldLabels } from '../../../domain/labels.ts'
import type { ColumnMapping } from '../../../domain/table/inventory-table.ts'
import { text } from '../../text.ts'
import { Panel } from '../../ui/panel.tsx'
import type { ChosenFields } from './mapping-state.ts'
import { fieldOf } from './mapping-state.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', overflowY: 'auto' },
  column: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) minmax(0, 1fr)',
    gap: '2px 10px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  letter: { color: tokens.colorNeutralForeground2, paddingTop: '6px' },
  header: { paddingTop: '6px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  samples: { gridColumn: '2', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  field: { alignSelf: 'start' },
  reason: { gridColumn: '3' },
  guess: { color: tokens.colorStatusWarningForeground1 },
})

interface ColumnListProps {
  readonly columns: readonly ColumnMapping[]
  readonly chosen: ChosenFields
  readonly onAssign: (letter: string, field: InventoryField | null) => void
}

/** Each column of the table, its first values, and what the plan takes it for. */
export function ColumnList({ columns, chosen, onAssign }: ColumnListProps) {
  const styles = useStyles()
  const used = columns.filter((column) => fieldOf(column, chosen) !== null).length
  return (
    <Panel heading={text.open.columns} aside={text.open.columnsUsed(used, columns.length)}>
      <ul className={styles.list}>
        {columns.map((column) => (
          <ColumnItem key={column.letter} column={column} chosen={chosen} onAssign={onAssign} />
        ))}
      </ul>
    </Panel>
  )
}

interface ColumnItemProps extends Omit<ColumnListProps, 'columns'> {
  readonly column: ColumnMapping
}

function ColumnItem({ column, chosen, onAssign }: ColumnItemProps) {
  const styles = useStyles()
  const { letter, samples } = column
  const header = column.header.trim() || text.open.noHeading
  const isGuess = chosen[letter] === undefined && column.field !== null && column.confidence === 'low'
  return (
    <li className={styles.column}>
      <Text className={styles.letter}>{letter}</Text>
      <Text weight="semibold" className={styles.header}>
        {header}
      </Text>
      <Select
        className={styles.field}
        size="small"
        aria-label={text.open.readAsFor(letter, header)}
        value={fieldOf(column, chosen) ?? ''}
        onChange={(_, { value }) =>
          onAssign(letter, inventoryFields.find((field) => field === value) ?? null)
        }
      >
        <option value="">{text.open.notUsed}</option>
        {inventoryFields.map((field) => (
          <option key={field} value={field}>
            {inventoryFieldLabels[field]}
          </option>
        ))}
      </Select>
      <Text size={200} className={styles.samples}>
        {samples.length === 0 ? text.open.noSamples : samples.map(short).join(' · ')}
      </Text>
      <Text size={200} className={mergeClasses(styles.reason, isGuess ? styles.guess : styles.quiet)}>
        {reasonInWords(column, chosen)}
      </Text>
    </li>
  )
}

function reasonInWords({ letter, field, reason, confidence }: ColumnMapping, chosen: ChosenFields): string {
  const choice = chosen[letter]
  if (choice === null) return text.open.keptAsIs
  if (choice !== undefined) return text.open.chosenByYou
  if (reason === 'remembered') return text.open.reasons.remembered
  if (field === null) return text.open.reasons.none
  return `${text.open.reasons[reason]} · ${text.open.confidence[confidence]}`
}

/** Enough of a value to recognise it. */
function short(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > 32 ? `${line.slice(0, 30)}…` : line
}
