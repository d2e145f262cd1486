import { describe, expect, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import {
  criterionName,
  hasCriteria,
  readCriteria,
  setWeights,
} from '../../../src/engine/store/criterion-rows.ts'
import { ownCriterion, weighed } from '../../support/builders.ts'
import { aPlanFile } from '../../support/plan-file.ts'

/** A plan with a criterion of the agency's own, which is asked for second. */
function withOwn() {
  const { db } = aPlanFile()
  const { id, name, weight } = ownCriterion
  db.exec('UPDATE criterion SET position = position + 1 WHERE position > 1')
  db.prepare('INSERT INTO criterion (id, position, name, weight) VALUES (?, 2, ?, ?)').run(id, name, weight)
  return db
}

describe('the criteria of a plan', () => {
  test('are the guidance’s in its order, while nobody said otherwise', () => {
    expect(readCriteria(aPlanFile().db)).toEqual(guidanceCriteria)
  })

  test('stand in the order in which they are asked for, the agency’s own among them', () => {
    const [first, ...rest] = guidanceCriteria
    expect(readCriteria(withOwn())).toEqual([first, ownCriterion, ...rest])
  })

  test('are called by their names, and by their ids where the plan does not have them', () => {
    const db = withOwn()
    expect(['demand', 'own-1', 'own-2'].map((id) => criterionName(db, id))).toEqual([
      'Demand from others',
      'Cost of a breach',
      'own-2',
    ])
  })

  test('are there all, or not', () => {
    const db = withOwn()
    expect(hasCriteria(db, ['own-1', 'demand'])).toBe(true)
    expect(hasCriteria(db, ['demand', 'own-2'])).toBe(false)
    expect(hasCriteria(db, [])).toBe(true)
  })

  test('keep the weights that are not named', () => {
    const { db } = aPlanFile()
    setWeights(db, { demand: 2.5, quality: 0 })
    expect(readCriteria(db)).toEqual(weighed({ demand: 2.5, quality: 0 }))
  })
})
