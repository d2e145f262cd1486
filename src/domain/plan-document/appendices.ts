import { inWords } from '../calendar-date.ts'
import type { Dataset, DatasetId } from '../dataset.ts'
import { accessLabels, availabilityLabels, brainstormLabels } from '../labels.ts'
import type { Idea } from '../plan.ts'
import type { Tier } from '../vocabulary.ts'
import { brainstormQuestions, highValueGrounds } from '../vocabulary.ts'
import type { Block, DocumentPart } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { nameCell, nameOf, placeOf } from './grouped-plan.ts'
import {
  bold,
  bullets,
  cell,
  columns,
  counted,
  givenCell,
  inFigures,
  oneLine,
  paragraph,
  webAddress,
} from './wording.ts'

/** Word lays out several tables of some hundred rows much faster than one of thousands. */
const longestTable = 500

export function appendices(view: GroupedPlan): readonly DocumentPart[] {
  const last = [...brainstormRecord(view), ...sources(view)]
  return [
    { orientation: 'landscape', blocks: inventory(view) },
    { orientation: 'portrait', blocks: last },
  ].filter((part): part is DocumentPart => part.blocks.length > 0)
}

function inventory(view: GroupedPlan): readonly Block[] {
  const { datasets } = view.plan
  const title = appendixHeading('Appendix A: The inventory')
  if (datasets.length === 0) return [title, paragraph('The inventory holds no dataset yet.')]
  const tiersById = new Map(view.candidates.map(({ dataset, entry }) => [dataset.id, entry.tier]))
  const chunks = Array.from({ length: Math.ceil(datasets.length / longestTable) }, (_, index) =>
    datasets.slice(index * longestTable, (index + 1) * longestTable),
  )
  return [
    title,
    paragraph(
      `Every dataset of the inventory, ${counted(datasets.length, 'dataset')} in all, with the place it was found in and its place in this plan.`,
    ),
    ...chunks.map((chunk, index) =>
      inventoryTable(tiersById, chunk, index * longestTable, chunks.length > 1),
    ),
  ]
}

function inventoryTable(
  tiersById: ReadonlyMap<DatasetId, Tier | null>,
  datasets: readonly Dataset[],
  start: number,
  isPart: boolean,
): Block {
  const range = `${inFigures(start + 1)} to ${inFigures(start + datasets.length)}`
  return {
    kind: 'table',
    caption: isPart ? `The inventory, datasets ${range}` : 'The inventory',
    description: 'Each dataset with its unit, availability, access, place in the plan and source.',
    columns: columns(
      ['No.', 0.05],
      ['Dataset', 0.25],
      ['Unit or program', 0.13],
      ['Availability', 0.15],
      ['Access', 0.15],
      ['High value', 0.06],
      ['In this plan', 0.1],
      ['Source', 0.11],
    ),
    rows: datasets.map((dataset, index) => [
      cell(inFigures(start + index + 1)),
      nameCell(dataset),
      cell(dataset.facts.unit),
      cell(availabilityLabels[dataset.review.availability]),
      cell(accessLabels[dataset.identification.access]),
      cell(groundsOf(dataset)),
      cell(placeOf(dataset, tiersById)),
      cell(sourceOf(dataset)),
    ]),
  }
}

function groundsOf({ identification }: Dataset): string {
  return highValueGrounds.filter((ground) => identification.highValueGrounds.includes(ground)).join(', ')
}

function sourceOf({ source }: Dataset): string {
  return source === null ? 'Added during the work' : `${source.sheet}, row ${source.row}`
}

function brainstormRecord({ plan }: GroupedPlan): readonly Block[] {
  if (plan.ideas.length === 0) return []
  const names = new Map<DatasetId | null, string>(
    plan.datasets.map((dataset) => [dataset.id, nameOf(dataset)]),
  )
  const nameFor = ({ datasetId }: Idea) => names.get(datasetId) ?? ''
  const ideas = brainstormQuestions.flatMap((question) =>
    plan.ideas.filter((idea) => idea.question === question).sort((a, b) => a.position - b.position),
  )
  return [
    appendixHeading('Appendix B: The brainstorm record'),
    paragraph(`What the team raised under the guidance’s questions: ${counted(ideas.length, 'idea')}.`),
    {
      kind: 'table',
      caption: 'The brainstorm record',
      description: 'Each idea with the question it answers, the dataset it stands for and who raised it.',
      columns: columns(['Question', 0.27], ['Idea', 0.31], ['Dataset', 0.25], ['Raised by', 0.17]),
      rows: ideas.map((idea) => [
        cell(brainstormLabels[idea.question]),
        cell(idea.text || nameFor(idea)),
        cell(nameFor(idea)),
        givenCell(idea.raisedBy),
      ]),
    },
  ]
}

function sources(view: GroupedPlan): readonly Block[] {
  const { citations, contacts, links } = view.plan.reference
  const contactItems = contacts.entries.map(({ role, name, email }) => [
    bold(`${oneLine(role)}:`),
    { text: ` ${[oneLine(name), oneLine(email)].filter((part) => part !== '').join(', ')}` },
  ])
  const linkItems = links.entries.flatMap(({ title, url }) => {
    const address = webAddress(url)
    return address === null ? [] : [[{ text: oneLine(title), url: address }]]
  })
  if (contactItems.length + linkItems.length === 0) return []
  const letter = view.plan.ideas.length === 0 ? 'B' : 'C'
  const origins = [
    ['Legal basis', citations] as const,
    ['Contacts', contacts] as const,
    ['Links', links] as const,
  ].filter(([, { entries }]) => entries.length > 0)
  return [
    appendixHeading(`Appendix ${letter}: Sources and contacts`),
    bullets([...contactItems, ...linkItems]),
    paragraph('Where the references in this plan come from, and when they were read:'),
    bullets(
      origins.map(([name, { source, asOf }]) => [
        bold(`${name}:`),
        { text: ` ${oneLine(source)}, ${inWords(asOf)}` },
      ]),
    ),
  ]
}

function appendixHeading(text: string): Block {
  return { kind: 'heading', level: 1, text, numbered: false }
}
