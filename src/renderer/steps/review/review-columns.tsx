import type { Dataset } from '../../../domain/dataset.ts'
import { availabilityShortLabels, datasetName } from '../../../domain/labels.ts'
import { text } from '../../text/text.ts'
import { availabilityTones, Chip } from '../../ui/chip.tsx'
import { NameCell } from '../../ui/name-cell.tsx'
import type { TableColumn } from '../../ui/table-column.ts'

const { columns } = text.review

export const reviewColumns: readonly TableColumn<Dataset>[] = [
  {
    id: 'dataset',
    heading: columns.dataset,
    text: datasetName,
    show: (dataset) => <NameCell dataset={dataset} />,
  },
  { id: 'unit', heading: columns.unit, text: ({ facts }) => facts.unit, width: 92 },
  {
    id: 'availability',
    heading: columns.availability,
    text: ({ review }) => availabilityShortLabels[review.availability],
    show: ({ review: { availability } }) => (
      <Chip tone={availabilityTones[availability]}>{availabilityShortLabels[availability]}</Chip>
    ),
    width: 140,
  },
]
