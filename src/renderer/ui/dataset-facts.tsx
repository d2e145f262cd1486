import { Link, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components'
import type { Dataset } from '../../domain/dataset.ts'
import type { InventoryField } from '../../domain/inventory-field.ts'
import { inventoryFields } from '../../domain/inventory-field.ts'
import { datasetName, inventoryFieldLabels } from '../../domain/labels.ts'
import { text } from '../text/text.ts'
import { CorrectInventory } from './correct-inventory.tsx'
import { showHistory } from './history-place.ts'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '2px' },
  name: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  history: { alignSelf: 'flex-start', fontSize: tokens.fontSizeBase200 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    gap: '4px 16px',
    margin: 0,
  },
  correctable: { display: 'flex', flexDirection: 'column', gap: '6px' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
})

/** Which dataset this is: number, place in the inventory, name and description. */
export function DatasetHeading({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  const { facts, source } = dataset
  const place = source === null ? text.dataset.added : text.dataset.place(source.row, source.sheet)
  return (
    <div className={styles.head}>
      <Text size={200} className={styles.quiet}>
        {[facts['inventory-number'].trim(), place].filter((part) => part !== '').join(' · ')}
      </Text>
      <Subtitle1 as="h2" className={styles.name}>
        {datasetName(dataset)}
      </Subtitle1>
      {facts.description.trim() !== '' && <Text className={styles.quiet}>{facts.description}</Text>}
      <Link as="button" className={styles.history} onClick={() => showHistory(dataset.id)}>
        {text.dataset.history}
      </Link>
    </div>
  )
}

const inHeading: readonly InventoryField[] = ['title', 'inventory-number', 'description']
const notInHeading = inventoryFields.filter((field) => !inHeading.includes(field))

interface DatasetFactsProps {
  readonly dataset: Dataset
  /** Only these; without it everything that is not in the heading. */
  readonly fields?: readonly InventoryField[]
  readonly label?: string
  /** Said when the inventory has nothing in these fields. */
  readonly nothingSaid?: string
}

/** What else the inventory says of the dataset; empty fields are left out. */
export function DatasetFacts(props: DatasetFactsProps) {
  const { dataset, fields = notInHeading } = props
  const styles = useStyles()
  const said = fields.filter((field) => dataset.facts[field].trim() !== '')
  if (said.length === 0) {
    return <Text className={styles.quiet}>{props.nothingSaid ?? text.dataset.nothingSaid}</Text>
  }
  return (
    <dl className={styles.facts} aria-label={props.label ?? text.dataset.facts}>
      {said.map((field) => (
        <FactPair key={field} label={inventoryFieldLabels[field]} value={dataset.facts[field]} />
      ))}
    </dl>
  )
}

/** The same with the way to put it right. */
export function CorrectableFacts(props: DatasetFactsProps) {
  const styles = useStyles()
  return (
    <div className={styles.correctable}>
      <DatasetFacts {...props} />
      <CorrectInventory dataset={props.dataset} />
    </div>
  )
}

function FactPair({ label, value }: { readonly label: string; readonly value: string }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
}
