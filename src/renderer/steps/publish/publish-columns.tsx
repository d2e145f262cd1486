import { inWords } from '../../../domain/calendar-date.ts'
import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { commitmentFields } from '../../../domain/fields/dataset-fields.ts'
import { shortName } from '../../../domain/fields/values.ts'
import { datasetName, upkeepLabels } from '../../../domain/labels.ts'
import { isUpkeepSettled, missingForCommitment } from '../../../domain/progress.ts'
import type { Upkeep } from '../../../domain/vocabulary.ts'
import { upkeeps } from '../../../domain/vocabulary.ts'
import { text } from '../../text/text.ts'
import type { ChipTone } from '../../ui/chip.tsx'
import { Chip } from '../../ui/chip.tsx'
import { NameCell } from '../../ui/name-cell.tsx'
import type { TableColumn } from '../../ui/table-column.ts'
import type { Place } from './publishing.ts'

const { columns } = text.publish

export function plannedColumns(places: ReadonlyMap<DatasetId, Place>): readonly TableColumn<Dataset>[] {
  const placeOf = ({ id }: Dataset) => places.get(id)?.place ?? 0
  return [
    {
      id: 'order',
      heading: columns.order,
      text: (dataset) => String(placeOf(dataset)),
      sortBy: placeOf,
      width: 48,
    },
    {
      id: 'dataset',
      heading: columns.dataset,
      text: datasetName,
      show: (dataset) => <NameCell dataset={dataset} />,
    },
    {
      id: 'commitment',
      heading: columns.commitment,
      text: commitmentInWords,
      // What has no date yet comes last.
      sortBy: ({ commitment }) => commitment.targetDate || '9999',
      show: (dataset) =>
        missingForCommitment(dataset).length === 0 ? (
          commitmentInWords(dataset)
        ) : (
          <Chip tone={missingForCommitment(dataset).length === 3 ? 'open' : 'careful'}>
            {commitmentInWords(dataset)}
          </Chip>
        ),
      width: 156,
    },
  ]
}

function commitmentInWords(dataset: Dataset): string {
  const missing = missingForCommitment(dataset)
  if (missing.length === 3) return text.publish.notGiven
  if (missing.length > 0)
    return text.publish.missing(missing.map((field) => shortName(commitmentFields[field])))
  return inWords(dataset.commitment.targetDate)
}

const upkeepTones: { readonly [Name in Upkeep]: ChipTone } = {
  keep: 'good',
  update: 'good',
  retire: 'neutral',
  'not-yet-determined': 'open',
}

export const publishedColumns: readonly TableColumn<Dataset>[] = [
  {
    id: 'dataset',
    heading: columns.dataset,
    text: datasetName,
    show: (dataset) => <NameCell dataset={dataset} />,
  },
  {
    id: 'upkeep',
    heading: columns.upkeep,
    text: upkeepInWords,
    sortBy: ({ commitment }) => upkeeps.indexOf(commitment.upkeep),
    show: (dataset) => <Chip tone={toneOf(dataset)}>{upkeepInWords(dataset)}</Chip>,
    width: 156,
  },
]

function upkeepInWords(dataset: Dataset): string {
  const { upkeep } = dataset.commitment
  return upkeep === 'retire' && !isUpkeepSettled(dataset)
    ? text.publish.retireWithoutGround
    : upkeepLabels[upkeep]
}

function toneOf(dataset: Dataset): ChipTone {
  const { upkeep } = dataset.commitment
  return upkeep === 'retire' && !isUpkeepSettled(dataset) ? 'careful' : upkeepTones[upkeep]
}
