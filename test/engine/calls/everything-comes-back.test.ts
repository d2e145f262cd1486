import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/contract/calls.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { rankCandidates } from '../../../src/domain/priority.ts'
import { aDesk, type Desk } from '../../support/desk.ts'
import { must } from '../../support/journey.ts'
import { partText } from '../../support/patch-sample.ts'

const everything = {
  review: {
    availability: 'public-report',
    publishedAt: 'Annual report',
    publishedFormat: 'PDF',
    reviewNote: 'Ask Bo again',
  },
  identification: {
    access: 'protected-releasable',
    legalBasis: 'CGS 1-210(b)(2)',
    releaseRoute: 'aggregate',
    suppressionRule: 'No count under 6',
    checkedBy: 'M. Chen',
    highValueGrounds: ['A', 'F'],
  },
  openness: { free: 'yes', 'machine-readable': 'no', unrestricted: 'yes', described: 'no' },
  commitment: {
    targetDate: '2027-03-31',
    updateFrequency: 'Monthly',
    method: 'By a script that Bo wrote',
    steward: 'A. Stone',
    custodian: 'Bo',
    automation: 'partly-automated',
    upkeep: 'update',
    upkeepNote: 'Add the new towns',
  },
} as const

async function decideAll({ client }: Desk, { datasets }: Plan): Promise<void> {
  const [one = '', two = '', three = '', four = ''] = datasets.map(({ id }) => id)
  const ids = [one]
  must(await client.call('review.set', { ids, changes: everything.review }))
  const { highValueGrounds, ...identification } = everything.identification
  const changes = { ...identification, highValueGrounds: [...highValueGrounds] }
  must(await client.call('identify.set', { ids, changes }))
  must(await client.call('identify.set-openness', { ids, changes: everything.openness }))
  must(await client.call('publish.set', { ids, changes: everything.commitment }))
  // Noted before anybody said whether it may be public.
  must(await client.call('identify.set', { ids: [two], changes: { legalBasis: 'FERPA' } }))
  must(await client.call('identify.set', { ids: [three, four], changes: { access: 'public' } }))
  must(await client.call('prioritize.weigh', { weights: { demand: 3, quality: 0 } }))
  await rate(client, { id: one, criterion: 'demand', value: 3, reason: 'Asked for every week' })
  await rate(client, { id: one, criterion: 'goals', value: 1, reason: '' })
  await rate(client, { id: three, criterion: 'demand', value: 1, reason: '' })
  await rate(client, { id: three, criterion: 'quality', value: 3, reason: 'Checked twice' })
  await rate(client, { id: four, criterion: 'goals', value: null, reason: 'Ask the commissioner' })
  const override = { tier: 'now', reason: 'Promised to the Council' } as const
  must(await client.call('prioritize.override', { id: four, override }))
}

async function rate(client: Desk['client'], rating: InputOf<'prioritize.rate'>): Promise<void> {
  must(await client.call('prioritize.rate', rating))
}

/** What people decided of a dataset, without what is the team's own and when somebody said it. */
function decisionsOf({ review, identification, openness, priority, commitment }: Dataset) {
  const { reviewNote: _, ...where } = review
  const { ratings, override } = priority
  const tier = override === null ? null : { tier: override.tier, reason: override.reason }
  return { review: where, identification, openness, ratings, tier, commitment }
}

function rankingOf({ datasets, criteria }: Plan) {
  return rankCandidates(datasets, criteria).map(({ dataset, rank, score, suggested, tier }) => {
    return { title: dataset.facts.title, rank, score, suggested, tier }
  })
}

async function givenBack(input?: InputOf<'deliver.make-workbook'>) {
  const desk = aDesk()
  await decideAll(desk, await desk.open())
  const made = await desk.make(input)
  const { plan } = must(await desk.client.call('plan.read', {}))
  return { plan, ...made }
}

describe('everything that people decided', () => {
  test('is there again when the workbook is opened as a new plan', async () => {
    const { plan: before, bytes } = await givenBack()
    const desk = aDesk()
    const plan = await desk.open(bytes)
    expect(plan.datasets.map(decisionsOf)).toEqual(before.datasets.map(decisionsOf))
    expect(plan.criteria).toEqual(before.criteria)
    expect(rankingOf(plan)).toEqual(rankingOf(before))
    expect(plan.datasets[0]?.review.reviewNote).toBe('')
    expect((await desk.make()).bytes.equals(bytes)).toBe(true)
  })

  test('is not there again of the columns that the officer leaves out', async () => {
    const { bytes } = await givenBack({ columns: 'main' })
    const [first] = (await aDesk().open(bytes)).datasets
    expect(first?.commitment).toMatchObject({ steward: 'A. Stone', method: '', upkeepNote: '' })
    expect(first?.priority).toMatchObject({ ratings: {}, override: { tier: 'now' } })
  })

  test('changes in the columns it is in, also where the officer wants no new ones', async () => {
    const { bytes } = await givenBack()
    const desk = aDesk()
    const [first] = (await desk.open(bytes)).datasets
    const ids = [first?.id ?? '']
    must(await desk.client.call('publish.set', { ids, changes: { method: 'By hand' } }))
    must(await desk.client.call('prioritize.weigh', { weights: { demand: 2 } }))
    const { cells, bytes: second } = await desk.make({ columns: 'main' })
    expect(cells).toContainEqual(expect.stringMatching(/: By a script that Bo wrote > By hand$/))
    expect(cells).toContain('B4: 3 > 2')
    const again = await aDesk().open(second)
    expect(again.datasets[0]?.commitment.method).toBe('By hand')
    expect(again.criteria.find(({ id }) => id === 'demand')?.weight).toBe(2)
  })
})

test('what explains the answers is folded away behind them, in a group that Excel can open', async () => {
  const { bytes } = await givenBack()
  const sheet = partText(bytes, 'xl/worksheets/sheet1.xml')
  const columns = [...sheet.matchAll(/<col [^>]*>/g)].map(([tag]) => tag)
  const folded = columns.filter((tag) => tag.includes('outlineLevel="1"'))
  expect(folded.length).toBeGreaterThan(10)
  expect(folded.every((tag) => tag.includes('hidden="1"'))).toBe(true)
  expect(columns.slice(-folded.length)).toEqual(folded)
  expect(sheet).toMatch(/<sheetFormatPr[^>]* outlineLevelCol="1"/)
})
