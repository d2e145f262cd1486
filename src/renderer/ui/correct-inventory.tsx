import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons/svg/edit'
import { useState } from 'react'
import type { Dataset } from '../../domain/dataset.ts'
import type { Facts, InventoryField } from '../../domain/inventory-field.ts'
import { inventoryFields } from '../../domain/inventory-field.ts'
import { inventoryFieldLabels } from '../../domain/labels.ts'
import { usePlan, useReadOnly } from '../plan/program.tsx'
import { text } from '../text/text.ts'
import { FormDialog } from './form-dialog.tsx'

const useStyles = makeStyles({
  open: { alignSelf: 'flex-start', marginLeft: '-8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
    gap: '10px 16px',
  },
  wide: { gridColumn: '1 / -1' },
})

/** The way to put right what the inventory itself says of a dataset. */
export function CorrectInventory({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  const isReading = useReadOnly()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        className={styles.open}
        size="small"
        appearance="transparent"
        icon={<EditRegular />}
        disabledFocusable={isReading}
        onClick={() => setOpen(true)}
      >
        {text.correct.open}
      </Button>
      {isOpen && <CorrectDialog dataset={dataset} onClose={() => setOpen(false)} />}
    </>
  )
}

interface CorrectDialogProps {
  readonly dataset: Dataset
  readonly onClose: () => void
}

function CorrectDialog({ dataset, onClose }: CorrectDialogProps) {
  const styles = useStyles()
  const { plan, change } = usePlan()
  const [typed, setTyped] = useState<Partial<Facts>>({})
  const [reason, setReason] = useState('')
  // A dataset that was added has no cells yet, so it may say anything.
  const fields = [...leading, ...inventoryFields.filter((field) => !leading.includes(field))].filter(
    (field) => dataset.source === null || field === 'title' || plan.inventory.holds.includes(field),
  )
  const changes = Object.fromEntries(
    fields
      .map((field) => [field, (typed[field] ?? dataset.facts[field]).trim()] as const)
      .filter(([field, value]) => value !== dataset.facts[field].trim()),
  )
  const canSend = Object.keys(changes).length > 0 && changes['title'] !== ''
  return (
    <FormDialog
      title={text.correct.title}
      action={text.correct.save}
      canSend={canSend}
      onSend={() => change('review.correct-inventory', { id: dataset.id, changes, reason })}
      onClose={onClose}
    >
      <Text className={styles.quiet}>
        {dataset.source === null ? text.correct.introAdded : text.correct.intro}
      </Text>
      <div className={styles.fields}>
        {fields.map((field) => (
          <FactField
            key={field}
            field={field}
            value={typed[field] ?? dataset.facts[field]}
            onType={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
      </div>
      <Field label={text.correct.reason} hint={text.correct.reasonHint}>
        <Input value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </FormDialog>
  )
}

const leading: readonly InventoryField[] = ['title', 'description']
const longFields: readonly InventoryField[] = ['description', 'notes']

interface FactFieldProps {
  readonly field: InventoryField
  readonly value: string
  readonly onType: (value: string) => void
}

function FactField({ field, value, onType }: FactFieldProps) {
  const styles = useStyles()
  const isLong = longFields.includes(field) || value.length > 80
  return (
    <Field
      className={mergeClasses((isLong || field === 'title') && styles.wide)}
      label={inventoryFieldLabels[field]}
      required={field === 'title'}
    >
      {isLong ? (
        <Textarea value={value} resize="vertical" rows={2} onChange={(_, data) => onType(data.value)} />
      ) : (
        <Input value={value} onChange={(_, data) => onType(data.value)} />
      )}
    </Field>
  )
}
