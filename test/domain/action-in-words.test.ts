import { describe, expect, it } from 'vitest'
import { actionInWords, type Parameters, wentBackInWords } from '../../src/domain/action-in-words.ts'

const one = { count: 1, name: 'Inspection results' }
const several = { count: 14, name: '' }
const plan = { count: 1, name: '' }
const criterionName = (id: string) => `The criterion ${id}`
const changes = (given: Parameters) => ({ changes: given })

describe('an action in words', () => {
  it.each([
    ['open.import', {}, { count: 61, name: 'inventory.xlsx' }, 'Imported 61 datasets from inventory.xlsx'],
    ['plan.set-details', changes({ period: '2027' }), plan, 'Changed the plan details'],
    [
      'review.set',
      changes({ availability: 'not-public', reviewNote: 'x' }),
      several,
      'Set availability to “Not public” for 14 datasets',
    ],
    [
      'review.set',
      changes({ publishedAt: 'x' }),
      one,
      'Changed where it is published, of “Inspection results”',
    ],
    ['review.correct-inventory', changes({ title: 'x' }), one, 'Corrected “Title” of “Inspection results”'],
    [
      'review.correct-inventory',
      changes({ title: 'x', unit: 'y' }),
      one,
      'Corrected 2 of the inventory’s fields of “Inspection results”',
    ],
    ['brainstorm.add', {}, one, 'Added “Inspection results” to the board'],
    ['brainstorm.change', {}, one, 'Changed “Inspection results” on the board'],
    ['brainstorm.remove', {}, one, 'Took “Inspection results” off the board'],
    ['brainstorm.make-dataset', {}, one, 'Made “Inspection results” a dataset'],
    ['identify.set', changes({ access: 'public' }), several, 'Set access to “Public” for 14 datasets'],
    [
      'identify.set',
      changes({ releaseRoute: null }),
      one,
      'Cleared the release route of “Inspection results”',
    ],
    [
      'identify.set',
      changes({ releaseRoute: 'aggregate' }),
      several,
      'Set the release route to “Aggregate” for 14 datasets',
    ],
    [
      'identify.set',
      changes({ highValueGrounds: [] }),
      one,
      'Changed the high-value grounds of “Inspection results”',
    ],
    ['identify.set', changes({ legalBasis: 'x' }), several, 'Changed how to protect 14 datasets'],
    ['identify.set-openness', changes({ free: 'yes' }), several, 'Changed the openness test of 14 datasets'],
    [
      'prioritize.rate',
      { criterion: 'demand', value: 0 },
      one,
      'Rated “Inspection results” 0 for “The criterion demand”',
    ],
    [
      'prioritize.rate',
      { criterion: 'demand', value: 2 },
      one,
      'Rated “Inspection results” 2 for “The criterion demand”',
    ],
    [
      'prioritize.rate',
      { criterion: 'of our own', value: null },
      one,
      'Rated “Inspection results” open for “The criterion of our own”',
    ],
    ['prioritize.weigh', {}, plan, 'Changed how much each criterion counts'],
    ['prioritize.override', { override: { tier: 'now' } }, one, 'Moved “Inspection results” to “Now”'],
    ['prioritize.override', { override: null }, one, 'Took back the override of “Inspection results”'],
    ['publish.set', changes({ steward: 'x' }), several, 'Changed the commitment for 14 datasets'],
    [
      'publish.set',
      changes({ upkeep: 'keep' }),
      one,
      'Set upkeep to “Keep as it is” for “Inspection results”',
    ],
    ['deliver.set-choices', {}, plan, 'Chose how the workbook is given back'],
    ['deliver.mark-submitted', { on: '2026-12-01' }, plan, 'Marked the plan as submitted December 1, 2026'],
    ['history.restore', {}, plan, 'Restored an automatic backup'],
    ['history.restore', {}, { count: 1, name: 'Before the meeting' }, 'Restored “Before the meeting”'],
  ])('of %s with %j', (call, input, about, words) => {
    expect(actionInWords({ call, input, about }, criterionName)).toBe(words)
  })

  it('names what it was about on one line, and a long name by its beginning', () => {
    const about = (name: string) =>
      actionInWords({ call: 'brainstorm.add', input: {}, about: { count: 1, name } }, criterionName)
    expect(about('  Wait\n times  ')).toBe('Added “Wait times” to the board')
    expect(about('x'.repeat(60))).toBe(`Added “${'x'.repeat(60)}” to the board`)
    expect(about('x'.repeat(61))).toBe(`Added “${'x'.repeat(59)}…” to the board`)
  })

  it('by a call of another program goes by the call’s name', () => {
    expect(actionInWords({ call: 'meeting.decide', input: {}, about: plan }, criterionName)).toBe(
      'meeting.decide',
    )
  })

  it('that went back names the place it went back to', () => {
    expect(wentBackInWords({ call: 'prioritize.weigh', input: {}, about: plan }, criterionName)).toBe(
      'Went back to: Changed how much each criterion counts',
    )
  })
})
