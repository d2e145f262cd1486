import { describe, expect, test } from 'vitest'
import { guidanceCriteria, keptCriterion } from '../../src/domain/criteria.ts'

describe('a criterion that a plan keeps', () => {
  test.each(guidanceCriteria)('has the program’s words where it is the guidance’s: $id', (criterion) => {
    const { id, name, question } = criterion
    expect(keptCriterion({ id, name: '', weight: 2.5 })).toEqual({ id, name, question, weight: 2.5 })
    expect(question).toMatch(/^\p{Lu}.*\?$/u)
  })

  test('has its own name where it is the agency’s', () => {
    expect(keptCriterion({ id: 'own-1', name: 'Cost of a breach', weight: 0 })).toEqual({
      id: 'own-1',
      name: 'Cost of a breach',
      question: '',
      weight: 0,
    })
  })
})
