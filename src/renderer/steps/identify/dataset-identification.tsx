import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Dataset } from '../../../domain/dataset.ts'
import type { InventoryField } from '../../../domain/inventory-field.ts'
import { inventoryFields } from '../../../domain/inventory-field.ts'
import { accessLabels } from '../../../domain/labels.ts'
import { missingForIdentification } from '../../../domain/progress.ts'
import type { Access } from '../../../domain/vocabulary.ts'
import { accesses } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import { Card, CardPart } from '../../ui/card.tsx'
import type { Choice } from '../../ui/choice-list.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { CorrectableFacts, DatasetFacts, DatasetHeading } from '../../ui/dataset-facts.tsx'
import { WorkbookWords } from '../../ui/workbook-words.tsx'
import { commonAnswer, namesOf } from './answers.ts'
import { GroundsPart } from './grounds-part.tsx'
import { OpennessPart } from './openness-part.tsx'
import { ProtectionFields } from './protection-fields.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  state: { display: 'flex', alignItems: 'center', gap: '6px' },
  missing: { color: tokens.colorStatusWarningForeground1, fontSize: '18px', flexShrink: 0 },
  complete: { color: tokens.colorStatusSuccessForeground1, fontSize: '18px', flexShrink: 0 },
})

export const accessChoices: readonly Choice<Access>[] = accesses.map((id) => ({
  id,
  label: accessLabels[id],
  hint: text.identify.hints[id],
}))

/** What an officer looks at to answer; the rest of the row stands below the answers. */
const telling: readonly InventoryField[] = ['classification', 'legal-basis', 'contact', 'owner', 'notes']
const inHeading: readonly InventoryField[] = ['title', 'inventory-number', 'description']
const rest = inventoryFields.filter((field) => !telling.includes(field) && !inHeading.includes(field))

interface DatasetIdentificationProps {
  readonly dataset: Dataset | null
  readonly onAnswer: (access: Access) => void
}

/** One dataset: what the inventory says of its protection, and what may be made public of it. */
export function DatasetIdentification({ dataset, onAnswer }: DatasetIdentificationProps) {
  const styles = useStyles()
  if (dataset === null) return <Text className={styles.quiet}>{text.dataset.none}</Text>
  return (
    // Another dataset begins at its top, with nothing left in its fields from the one before.
    <Card key={dataset.id} label={text.identify.card}>
      <DatasetHeading dataset={dataset} />
      <WorkbookWords dataset={dataset} part="identification" />
      <DatasetFacts
        dataset={dataset}
        fields={telling}
        label={text.identify.telling}
        nothingSaid={text.identify.nothingTelling}
      />
      <ChoiceList
        question={text.identify.question}
        choices={accessChoices}
        chosen={dataset.identification.access}
        onChoose={onAnswer}
      />
      <StateLine dataset={dataset} />
      <ProtectionFields datasets={[dataset]} />
      <OpennessPart dataset={dataset} />
      <GroundsPart dataset={dataset} />
      <CardPart heading={text.identify.rest}>
        <CorrectableFacts dataset={dataset} fields={rest} label={text.identify.rest} />
      </CardPart>
    </Card>
  )
}

/** What is still missing, said where it is answered. */
function StateLine({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  const missing = missingForIdentification(dataset)
  return (
    <div className={styles.state} role="status">
      {missing.length === 0 ? (
        <CheckmarkCircleFilled className={styles.complete} aria-hidden="true" />
      ) : (
        <WarningFilled className={styles.missing} aria-hidden="true" />
      )}
      <Text>
        {missing.length === 0 ? text.identify.complete : text.identify.stillNeeded(namesOf(missing))}
      </Text>
    </div>
  )
}

interface BulkIdentificationProps {
  readonly datasets: readonly Dataset[]
  readonly onAnswer: (access: Access) => void
}

/** One answer for all the datasets whose boxes are ticked. */
export function BulkIdentification({ datasets, onAnswer }: BulkIdentificationProps) {
  const styles = useStyles()
  return (
    <Card label={text.identify.card}>
      <ChoiceList
        question={text.identify.bulkQuestion(datasets.length)}
        choices={accessChoices}
        chosen={commonAnswer(datasets, 'access')}
        onChoose={onAnswer}
      />
      <ProtectionFields datasets={datasets} />
      <Text className={styles.quiet}>{text.identify.bulkHint}</Text>
    </Card>
  )
}
