import { describe, expect, test } from 'vitest'
import type { Dataset, Identification } from '../../../../src/domain/dataset.ts'
import { isIdentified } from '../../../../src/domain/progress.ts'
import { accesses, releaseRoutes } from '../../../../src/domain/vocabulary.ts'
import {
  changesForAccess,
  commonAnswer,
  legalBasisPicks,
  missingFrom,
} from '../../../../src/renderer/steps/identify/answers.ts'
import { aDataset } from '../../support/fake-plan.ts'

function identified(changes: Partial<Identification>, legalBasisInInventory = ''): Dataset {
  const dataset = aDataset('d1', 0, { 'legal-basis': legalBasisInInventory })
  return { ...dataset, identification: { ...dataset.identification, ...changes } }
}

describe('what is missing', () => {
  test('protected data that may be released lacks its legal basis and how it is released', () => {
    expect(missingFrom(identified({ access: 'protected-releasable', legalBasis: ' ' }))).toEqual([
      'legal-basis',
      'release-route',
    ])
  })

  test('an undetermined dataset lacks nothing but its access', () => {
    expect(missingFrom(identified({ access: 'undetermined' }))).toEqual(['access'])
  })

  test('is nothing exactly when the dataset counts as identified', () => {
    for (const access of accesses) {
      for (const legalBasis of ['', 'FERPA']) {
        for (const releaseRoute of [null, ...releaseRoutes]) {
          const dataset = identified({ access, legalBasis, releaseRoute })
          expect(missingFrom(dataset).length === 0).toBe(isIdentified(dataset))
        }
      }
    }
  })
})

describe('answering access', () => {
  test('takes the release route back where protected data is no longer to be released', () => {
    expect(changesForAccess('public')).toEqual({ access: 'public', releaseRoute: null })
    expect(changesForAccess('protected')).toEqual({ access: 'protected', releaseRoute: null })
  })

  test('keeps the release route while it may still be needed', () => {
    expect(changesForAccess('protected-releasable')).toEqual({ access: 'protected-releasable' })
    expect(changesForAccess('undetermined')).toEqual({ access: 'undetermined' })
  })
})

describe('a common answer', () => {
  test('is what all of them say', () => {
    const datasets = [identified({ legalBasis: 'FERPA' }), identified({ legalBasis: 'FERPA' })]
    expect(commonAnswer(datasets, 'legalBasis')).toBe('FERPA')
  })

  test('is there when all of them are empty, and not when they differ', () => {
    expect(commonAnswer([identified({}), identified({})], 'legalBasis')).toBe('')
    expect(commonAnswer([identified({ legalBasis: 'FERPA' }), identified({})], 'legalBasis')).toBeNull()
  })
})

describe('picks for the legal basis', () => {
  const reference = {
    citations: {
      source: '',
      asOf: '2026-01-01',
      entries: [
        { id: 'plan-duty', title: 'CGS Sec. 4-67p', text: '' },
        { id: 'definitions', title: 'CGS Sec. 4-67o', text: '' },
        { id: 'disclosure-exemptions', title: 'CGS Sec. 1-210(b)', text: '' },
        { id: 'ours', title: 'FERPA', text: '' },
      ],
    },
  }

  test('begin with what the inventory says', () => {
    expect(legalBasisPicks([identified({}, ' HIPAA ')], reference)[0]).toBe('HIPAA')
  })

  test('name each law once, and none that protects nothing', () => {
    expect(legalBasisPicks([identified({}, 'FERPA')], reference)).toEqual(['FERPA', 'CGS Sec. 1-210(b)'])
  })

  test('leave the inventory out where its rows differ', () => {
    const datasets = [identified({}, 'HIPAA'), identified({}, 'FERPA')]
    expect(legalBasisPicks(datasets, reference)).toEqual(['CGS Sec. 1-210(b)', 'FERPA'])
  })
})
