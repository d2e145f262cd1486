import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import { inventoryFields } from '../../../domain/inventory-field.ts'
import type { ColumnMapping } from '../../../domain/inventory-table.ts'
import { inventoryFieldLabels } from '../../../domain/labels.ts'
import { text } from '../../text/text.ts'
import type { ChosenFields, ColumnChoosing, SharedField } from './column-choices.ts'
import { fieldsOf, lettersOf, withFields } from './column-choices.ts'
import { ColumnConflicts } from './column-conflicts.tsx'

const clamped = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const

const useStyles = makeStyles({
  column: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: '2px 10px',
    padding: '8px 12px 8px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  letter: {
    minWidth: '32px',
    minHeight: '28px',
    padding: '0 4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', paddingTop: '4px' },
  header: { ...clamped, WebkitLineClamp: '3' },
  samples: { ...clamped, WebkitLineClamp: '2', color: tokens.colorNeutralForeground2 },
  reading: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  fields: { display: 'flex', alignItems: 'center', gap: '2px' },
  field: { flexGrow: 1, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  guess: { color: tokens.colorStatusWarningForeground1 },
})

interface ColumnItemProps extends ColumnChoosing {
  readonly column: ColumnMapping
  /** All the fields that several columns claim. */
  readonly shared: readonly SharedField[]
  readonly onPointAt: (letter: string) => void
}

export function ColumnItem(props: ColumnItemProps) {
  const { column, chosen, onPointAt } = props
  const styles = useStyles()
  const { letter, samples, confidence, field } = column
  const header = column.header.trim() || text.open.noHeading
  const isGuess = chosen[letter] === undefined && field !== null && confidence === 'low'
  return (
    <li className={styles.column}>
      <button
        type="button"
        className={styles.letter}
        aria-label={text.open.showColumn(letter)}
        title={text.open.showColumn(letter)}
        onClick={() => onPointAt(letter)}
      >
        {letter}
      </button>
      <div className={styles.words}>
        <Text weight="semibold" className={styles.header} title={header} dir="auto">
          {header}
        </Text>
        <Text size={200} className={styles.samples} title={samples.join('\n')} dir="auto">
          {samples.length === 0 ? text.open.noSamples : samples.map(short).join(' · ')}
        </Text>
      </div>
      <div className={styles.reading}>
        <FieldSelects {...props} header={header} />
        <Text size={200} className={isGuess ? styles.guess : styles.quiet}>
          {reasonInWords(column, chosen)}
        </Text>
      </div>
      <ColumnConflicts {...props} />
    </li>
  )
}

/** One field, or several where the column serves them all. */
function FieldSelects(props: ColumnItemProps & { readonly header: string }) {
  const { inspection, column, header, chosen, onAssign } = props
  const { letter } = column
  const styles = useStyles()
  const [isAdding, setAdding] = useState(false)
  const fields = fieldsOf(column, chosen)
  const shown: readonly (InventoryField | null)[] =
    fields.length === 0 || isAdding ? [...fields, null] : fields
  const taken = (field: InventoryField) =>
    lettersOf(inspection.table.columns, chosen, field).filter((other) => other !== letter)
  const choose = (place: number, value: string) => {
    const field = inventoryFields.find((one) => one === value)
    const next = shown.flatMap((one, index) => {
      const here = index === place ? (field ?? null) : one
      return here === null ? [] : [here]
    })
    setAdding(false)
    onAssign(withFields(chosen, letter, next))
  }
  return shown.map((field, place) => (
    // Which place a field stands at is all that tells them apart.
    <div className={styles.fields} key={place === 0 ? 'first' : `further ${place}`}>
      <Select
        className={styles.field}
        size="small"
        aria-label={place === 0 ? text.open.readAsFor(letter, header) : text.open.alsoReadAs(letter, header)}
        value={field ?? ''}
        onChange={(_, { value }) => choose(place, value)}
      >
        <option value="">{place === 0 ? text.open.notUsed : text.open.nothingMore}</option>
        {inventoryFields.map((one) => (
          <option key={one} value={one}>
            {text.open.fieldOption(inventoryFieldLabels[one], taken(one))}
          </option>
        ))}
      </Select>
      {place === shown.length - 1 && field !== null && (
        <Button
          size="small"
          appearance="subtle"
          icon={<AddRegular />}
          aria-label={text.open.addField(letter, header)}
          title={text.open.addField(letter, header)}
          onClick={() => setAdding(true)}
        />
      )}
    </div>
  ))
}

function reasonInWords(column: ColumnMapping, chosen: ChosenFields): string {
  const { letter, field, reason, confidence, contested } = column
  const choice = chosen[letter]
  if (choice !== undefined) return choice.length === 0 ? text.open.keptAsIs : text.open.chosenByYou
  if (reason === 'remembered') return text.open.reasons.remembered
  if (field === null) return contested === null ? text.open.reasons.none : text.open.keptAsIs
  const words = reason === 'values' ? text.open.byValues(field) : text.open.reasons[reason]
  return `${text.open.confidence[confidence]}: ${words}`
}

/** Enough of a value to recognise it. */
function short(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return line.length > 32 ? `${line.slice(0, 30)}…` : line
}
