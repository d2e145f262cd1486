import { describe, expect, it } from 'vitest'
import { fieldsInWords } from '../../src/domain/changed-fields.ts'
import { guidanceCriteria } from '../../src/domain/criteria.ts'
import {
  accessLabels,
  accessShortLabels,
  automationLabels,
  availabilityLabels,
  availabilityShortLabels,
  inventoryFieldLabels,
  releaseRouteLabels,
  retirementShortLabels,
  tierLabels,
  upkeepLabels,
} from '../../src/domain/labels.ts'
import {
  accesses,
  automations,
  availabilities,
  brainstormQuestions,
  highValueGrounds,
  opennessProperties,
  releaseRoutes,
  retirementGrounds,
  tiers,
  upkeeps,
} from '../../src/domain/vocabulary.ts'

const wordsOf = (field: string, values: readonly string[]) =>
  values.map((value) => fieldsInWords.get(field)?.words(value))

describe('the history says in words', () => {
  it('where a dataset stands and what the law says of it', () => {
    expect(wordsOf('review.availability', availabilities)).toEqual([
      'On the open data portal',
      'Public elsewhere, machine-readable',
      'Public, but not machine-readable',
      'Not public',
      'Not yet determined',
      'Cannot be determined',
    ])
    expect(wordsOf('identification.access', accesses)).toEqual([
      'Public',
      'Protected, releasable after a transformation',
      'Protected',
      'Undetermined',
    ])
    expect(wordsOf('identification.releaseRoute', releaseRoutes)).toEqual([
      'As is',
      'Aggregate',
      'Redact fields',
      'Remove records',
      'Anonymous identifiers',
    ])
    expect(wordsOf('openness.free', ['yes', 'no', 'not-yet-determined'])).toEqual([
      'Yes',
      'No',
      'Not yet determined',
    ])
    expect(opennessProperties.map((property) => fieldsInWords.get(`openness.${property}`)?.field)).toEqual([
      'Open data: Free to get',
      'Open data: Machine-readable',
      'Open data: No restriction on use',
      'Open data: Finest detail the law permits',
      'Open data: Described in metadata',
    ])
  })

  it('each ground of high value', () => {
    expect(wordsOf('identification.highValueGrounds', highValueGrounds)).toEqual([
      'A: Critical to how the agency operates',
      'B: Can increase accountability and responsiveness',
      'C: Can improve public knowledge of the agency',
      'D: Furthers the core mission',
      'E: Can create economic opportunity',
      'F: Often requested by the public',
      'G: Answers a need found by consulting the public',
      'H: Used for a legislative or other required report',
    ])
  })

  it('what was planned and what becomes of the published', () => {
    expect(wordsOf('override.tier', tiers)).toEqual(['Now', 'Next', 'Later', 'Not planned'])
    expect(wordsOf('commitment.automation', automations)).toEqual([
      'By hand',
      'Partly automated',
      'Automated',
      'Not yet determined',
    ])
    expect(wordsOf('commitment.upkeep', upkeeps)).toEqual([
      'Keep as it is',
      'Update',
      'Retire',
      'Not yet determined',
    ])
    expect(wordsOf('commitment.retirementGround', retirementGrounds)).toEqual([
      'Inaccurate, misleading or incomplete',
      'Contains protected data',
      'Discontinued, consolidated or replaced',
      'Published by mistake',
      'Rarely used',
      'Outdated',
      'Belongs to another agency',
    ])
    expect(wordsOf('idea.question', brainstormQuestions)).toEqual([
      'Not yet public',
      'Already on the open data portal',
      'Public, but not machine-readable',
      'Used for trend, statistical or performance analysis',
      'Frequently requested',
    ])
  })
})

describe('the words of the workbook’s columns', () => {
  it('are short', () => {
    expect(Object.values(availabilityShortLabels)).toEqual([
      'On portal',
      'Public data',
      'Public report',
      'Not public',
      'Not yet determined',
      'Cannot determine',
    ])
    expect(Object.values(accessShortLabels)).toEqual([
      'Public',
      'Protected but releasable',
      'Protected',
      'Undetermined',
    ])
    expect(Object.values(retirementShortLabels)).toEqual([
      'Inaccurate or incomplete',
      'Contains protected data',
      'Discontinued or replaced',
      'Published by mistake',
      'Rarely used',
      'Outdated',
      'Belongs to another agency',
    ])
  })

  it('hold no comma, at which Excel would divide them, and never mean two things', () => {
    const lists = [
      availabilityShortLabels,
      accessShortLabels,
      retirementShortLabels,
      releaseRouteLabels,
      tierLabels,
      upkeepLabels,
      automationLabels,
    ].map((labels) => Object.values<string>(labels))
    expect(lists.flat().filter((label) => label.includes(','))).toEqual([])
    expect(lists.map((list) => new Set(list).size)).toEqual(lists.map((list) => list.length))
  })

  it('follow the same order as the long ones', () => {
    expect(Object.keys(availabilityShortLabels)).toEqual(Object.keys(availabilityLabels))
    expect(Object.keys(accessShortLabels)).toEqual(Object.keys(accessLabels))
  })
})

it('names the inventory’s fields and the criteria', () => {
  expect(Object.values(inventoryFieldLabels)).toEqual([
    'Agency',
    'Unit or program',
    'Inventory number',
    'Title',
    'Description',
    'Source system',
    'Category',
    'Classification',
    'Legal basis',
    'Format',
    'Update frequency',
    'Coverage',
    'Published?',
    'Web address',
    'Owner or steward',
    'Contact',
    'Requests',
    'Shared with',
    'Planned date',
    'Notes',
  ])
  expect(guidanceCriteria.map(({ name }) => name)).toEqual([
    'State and agency goals',
    'State Data Plan focal points',
    'Demand from others',
    'Accurate and complete',
    'Machine-readable',
  ])
})
