import type { Dataset } from '../dataset.ts'
import { accessLabels, availabilityLabels } from '../labels.ts'
import type { Block, TableBlock } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { linkedNameCell, publicationPlace } from './grouped-plan.ts'
import {
  cell,
  columns,
  counted,
  givenCell,
  heading,
  inFigures,
  oneLine,
  paragraph,
  siteOf,
  webAddress,
} from './wording.ts'

export function published(view: GroupedPlan): readonly Block[] {
  return [heading(1, 'What is already published'), ...asData(view), ...asReports(view)]
}

function asData({ published }: GroupedPlan): readonly Block[] {
  if (published.length === 0) {
    return [paragraph('No dataset of the inventory is recorded as published machine-readable data yet.')]
  }
  return [
    paragraph(
      `${counted(published.length, 'dataset is', 'datasets are')} published as machine-readable data, on the open data portal or elsewhere. What happens to each of them next stands in the section on maintenance.${protectedAmong(published)}`,
    ),
    publicTable('Datasets published as data', 'Where each published dataset can be found.', published),
  ]
}

/** Said in words, because a reader who counts protected data will look for them among what is withheld. */
function protectedAmong(published: readonly Dataset[]): string {
  const count = published.filter(({ identification }) => identification.access === 'protected').length
  return count === 0
    ? ''
    : ` ${inFigures(count)} of them ${count === 1 ? 'is' : 'are'} recorded as protected.`
}

function asReports({ publicReports }: GroupedPlan): readonly Block[] {
  if (publicReports.length === 0) return []
  return [
    heading(2, 'Public, but not machine-readable'),
    paragraph(
      `${counted(publicReports.length, 'dataset is', 'datasets are')} public today as a report, a dashboard or a similar form. To be open data they have to be available in a machine-readable format as well.`,
    ),
    publicTable(
      'Datasets that are public, but not machine-readable',
      'Where each of these datasets can be seen today.',
      publicReports,
    ),
  ]
}

function publicTable(caption: string, description: string, datasets: readonly Dataset[]): TableBlock {
  return {
    kind: 'table',
    caption,
    description,
    columns: columns(['Dataset', 0.36], ['Where', 0.24], ['Format', 0.16], ['Access', 0.24]),
    rows: datasets.map((dataset) => [
      linkedNameCell(dataset),
      givenCell(placeName(dataset)),
      givenCell(dataset.review.publishedFormat || dataset.facts.format),
      cell(accessLabels[dataset.identification.access]),
    ]),
  }
}

/** A web address by its site: the dataset's name is the link. */
function placeName(dataset: Dataset): string {
  const place = publicationPlace(dataset)
  if (place === '') {
    return dataset.review.availability === 'on-portal' ? availabilityLabels['on-portal'] : ''
  }
  return oneLine(webAddress(place) === null ? place : siteOf(place))
}
