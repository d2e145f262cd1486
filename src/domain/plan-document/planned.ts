import { inWords, localDay } from '../calendar-date.ts'
import { type Rating, ratingOn, routeOf, type TierOverride } from '../dataset.ts'
import { releaseRouteLabels, tierLabels } from '../labels.ts'
import type { Tier } from '../vocabulary.ts'
import type { Block, Cell, DocumentPart, TableBlock } from './document-model.ts'
import type { GroupedPlan, Placed } from './grouped-plan.ts'
import { describedNameCell, inTier, nameCell } from './grouped-plan.ts'
import {
  bold,
  cell,
  columns,
  counted,
  dateCell,
  givenCell,
  heading,
  inFigures,
  oneLine,
  paragraph,
} from './wording.ts'

const ratingWords = ['none', 'low', 'medium', 'high'] as const
const tierTitles = {
  now: 'Now',
  next: 'Next',
  later: 'Later',
} as const satisfies { readonly [Name in Tier]?: string }

/** What will be published: by tier and rank first, then the reasons on wide pages. */
export function planned(view: GroupedPlan): readonly DocumentPart[] {
  const title = heading(1, 'What will be published, in order')
  if (view.planned.length === 0) {
    const blocks = [title, paragraph('No dataset has been planned for publication yet.'), ...unplaced(view)]
    return [{ orientation: 'portrait', blocks }]
  }
  return [
    {
      orientation: 'portrait',
      blocks: [
        title,
        paragraph(
          `${counted(view.planned.length, 'dataset is', 'datasets are')} planned for publication. They stand in the order of this plan: by tier, and by rank within a tier. The rank is counted over all datasets that could be made public and are not published as data yet.`,
        ),
        ...schedule(view, 'now'),
        ...schedule(view, 'next'),
        ...schedule(view, 'later'),
        ...unplaced(view),
      ],
    },
    { orientation: 'landscape', blocks: [...reasons(view), ...overrides(view)] },
  ]
}

function schedule(view: GroupedPlan, tier: keyof typeof tierTitles): readonly Block[] {
  const placed = inTier(view, tier)
  if (placed.length === 0) return []
  return [
    heading(2, tierTitles[tier]),
    {
      kind: 'table',
      caption: `Datasets planned for ${tierTitles[tier].toLowerCase()}`,
      description: 'By rank: when each dataset will be published, how often it is updated, by whom and how.',
      columns: columns(
        ['Rank', 0.08],
        ['Dataset', 0.34],
        ['Target date', 0.15],
        ['Update frequency', 0.15],
        ['Steward', 0.14],
        ['Release', 0.14],
      ),
      rows: placed.map(scheduleRow),
    },
  ]
}

function scheduleRow({ dataset, entry }: Placed): readonly Cell[] {
  const { commitment, identification } = dataset
  return [
    cell(entry.rank === null ? 'none' : inFigures(entry.rank)),
    describedNameCell(dataset),
    dateCell(commitment.targetDate),
    givenCell(commitment.updateFrequency),
    givenCell(commitment.steward),
    givenCell(routeName(identification)),
  ]
}

/** Public data go out as they are, unless somebody chose otherwise. */
function routeName(identification: Placed['dataset']['identification']): string {
  const route = routeOf(identification)
  if (route !== null) return releaseRouteLabels[route]
  return identification.access === 'public' ? releaseRouteLabels['as-is'] : ''
}

function unplaced({ unplaced }: GroupedPlan): readonly Block[] {
  if (unplaced.length === 0) return []
  return [
    heading(2, 'Still to be prioritized'),
    {
      kind: 'table',
      caption: 'Datasets that could be made public and are still to be prioritized',
      description: 'Datasets without a rating, in the order of the inventory.',
      columns: columns(['Dataset', 0.7], ['Unit or program', 0.3]),
      rows: unplaced.map(({ dataset }) => [describedNameCell(dataset), cell(dataset.facts.unit)]),
    },
  ]
}

/** Of the page's width, for the ratings together. */
const ratingsWidth = 0.65

function reasons(view: GroupedPlan): readonly Block[] {
  const { criteria } = view.plan
  return [
    heading(2, 'The reasons for this order'),
    paragraph('Each rating from 0 to 3, with the reason given for it. The score is the weighted mean.'),
    {
      kind: 'table',
      caption: 'Ratings and reasons of the planned datasets',
      description: 'By tier and rank: the score of each planned dataset and its rating on each criterion.',
      columns: columns(
        ['Tier', 0.06],
        ['Rank', 0.05],
        ['Score', 0.06],
        ['Dataset', 0.18],
        ...criteria.map(({ name }) => [name, ratingsWidth / criteria.length] as const),
      ),
      rows: view.planned.map(({ dataset, entry }) => [
        cell(entry.tier === null ? '' : tierLabels[entry.tier]),
        cell(entry.rank === null ? 'none' : inFigures(entry.rank)),
        cell(entry.score === null ? 'none' : entry.score.toFixed(2)),
        nameCell(dataset),
        ...criteria.map((criterion) => ratingCell(ratingOn(dataset.priority.ratings, criterion))),
      ]),
    },
  ]
}

function ratingCell({ value, reason }: Rating): Cell {
  const said = oneLine(reason)
  const rating =
    value === null ? { text: 'not yet rated', quiet: true as const } : bold(`${value}, ${ratingWords[value]}`)
  return said === '' ? [[rating]] : [[rating], [{ text: said }]]
}

/** Where a person decided otherwise than the score; those not planned have their own section. */
function overrides(view: GroupedPlan): readonly Block[] {
  const table = overrideTable('Tiers decided by a person', view.planned)
  if (table.rows.length === 0) return []
  return [
    heading(2, 'Tiers decided by a person'),
    paragraph(
      `For ${counted(table.rows.length, 'planned dataset')} a person decided on the tier; that decision stands, whatever the score suggests.`,
    ),
    table,
  ]
}

/** A row for each of these datasets on whose tier a person decided. */
export function overrideTable(caption: string, placed: readonly Placed[]): TableBlock {
  return {
    kind: 'table',
    caption,
    description: 'For each dataset the tier the score suggests, the tier decided, why, by whom and when.',
    columns: columns(
      ['Dataset', 0.25],
      ['Suggested', 0.14],
      ['Decided', 0.13],
      ['Why', 0.28],
      ['Who and when', 0.2],
    ),
    rows: placed.flatMap((one) => {
      const { override } = one.dataset.priority
      return override === null ? [] : [overrideRow(one, override)]
    }),
  }
}

function overrideRow({ dataset, entry }: Placed, override: TierOverride): readonly Cell[] {
  return [
    nameCell(dataset),
    cell(entry.suggested === null ? 'none, not rated' : tierLabels[entry.suggested]),
    cell(tierLabels[override.tier]),
    givenCell(override.reason),
    givenCell(whoAndWhen(override)),
  ]
}

function whoAndWhen({ who, at }: TierOverride): string {
  return [oneLine(who), inWords(localDay(new Date(at)))].filter((part) => part !== '').join(', ')
}
