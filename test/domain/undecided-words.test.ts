import { expect, it } from 'vitest'
import { undecidedWords } from '../../src/domain/undecided-words.ts'
import { aDataset } from '../support/builders.ts'

const words = {
  'identification.access': 'Public after redaction of names',
  'commitment.targetDate': 'Spring 2026',
  'override.tier': 'Soon',
}
const source = { sheet: 'Inventory', row: 5, words }

it('the workbook’s own words are told of the fields of a step that nobody has decided', () => {
  const dataset = aDataset({ source })
  expect(undecidedWords(dataset, 'identification')).toEqual([
    { label: 'Access', words: 'Public after redaction of names' },
  ])
  expect(undecidedWords(dataset, 'commitment')).toEqual([{ label: 'Target date', words: 'Spring 2026' }])
  expect(undecidedWords(dataset, 'override').map((one) => one.words)).toEqual(['Soon'])
  expect(undecidedWords(dataset, 'review')).toEqual([])
})

it('they are told no more once the field is decided, and where there are none', () => {
  const override = { tier: 'now', reason: 'So', who: '', at: '' } as const
  const dataset = aDataset({
    source,
    identification: { access: 'protected' },
    commitment: { targetDate: '2026-06-15' },
    priority: { override },
  })
  for (const part of ['identification', 'commitment', 'override'] as const) {
    expect(undecidedWords(dataset, part)).toEqual([])
  }
  expect(undecidedWords(aDataset(), 'identification')).toEqual([])
  expect(undecidedWords(aDataset({ source: null }), 'identification')).toEqual([])
})
