import { makeStyles, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Dataset } from '../../../domain/dataset.ts'
import { datasetName } from '../../../domain/labels.ts'
import { missingForIdentification } from '../../../domain/progress.ts'
import { text } from '../../text/text.ts'
import { accessTones, Chip } from '../../ui/chip.tsx'
import { NameCell } from '../../ui/name-cell.tsx'
import type { TableColumn } from '../../ui/table-column.ts'
import { namesOf } from './answers.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', alignItems: 'center', gap: '6px', height: '100%' },
  missing: { display: 'flex', color: tokens.colorStatusWarningForeground1, fontSize: '16px' },
})

const { columns, accessInTable, stillNeeded } = text.identify

export const identifyColumns: readonly TableColumn<Dataset>[] = [
  {
    id: 'dataset',
    heading: columns.dataset,
    text: datasetName,
    show: (dataset) => <NameCell dataset={dataset} />,
  },
  {
    id: 'classification',
    heading: columns.classification,
    text: ({ facts }) => facts.classification,
    width: 108,
  },
  {
    id: 'access',
    heading: columns.access,
    text: ({ identification }) => accessInTable[identification.access],
    show: (dataset) => <AccessCell dataset={dataset} />,
    width: 142,
  },
]

function AccessCell({ dataset }: { readonly dataset: Dataset }) {
  const styles = useStyles()
  const { access } = dataset.identification
  const missing = missingForIdentification(dataset)
  const needed = stillNeeded(namesOf(missing))
  return (
    <span className={styles.cell}>
      <Chip tone={accessTones[access]}>{accessInTable[access]}</Chip>
      {access !== 'undetermined' && missing.length > 0 && (
        <span className={styles.missing} role="img" aria-label={needed} title={needed}>
          <WarningFilled />
        </span>
      )}
    </span>
  )
}
