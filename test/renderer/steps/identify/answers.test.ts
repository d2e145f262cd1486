import { describe, expect, test } from 'vitest'
import type { Dataset, Identification } from '../../../../src/domain/dataset.ts'
import { commonAnswer, legalBasisPicks, namesOf } from '../../../../src/renderer/steps/identify/answers.ts'
import { aDataset } from '../../support/fake-plan.ts'

function identified(changes: Partial<Identification>, legalBasisInInventory = ''): Dataset {
  const dataset = aDataset('d1', 0, { 'legal-basis': legalBasisInInventory })
  return { ...dataset, identification: { ...dataset.identification, ...changes } }
}

test('what is missing is named in words', () => {
  expect(namesOf(['access', 'legalBasis', 'releaseRoute'])).toEqual([
    'access',
    'legal basis',
    'release route',
  ])
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
