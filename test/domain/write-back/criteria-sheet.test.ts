import { describe, expect, it, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { criteriaOnSheets, criteriaWrites } from '../../../src/domain/write-back/criteria-sheet.ts'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aPlan, ownCriterion } from '../../support/builders.ts'
import { makeGrid } from '../../support/make-grid.ts'

const weighed = [...guidanceCriteria, ownCriterion].map((criterion) => {
  return criterion.id === 'demand' ? { ...criterion, weight: 2.5 } : { ...criterion, weight: 1 }
})

const sheet = (name: string, ...rows: readonly (readonly string[])[]) => makeGrid(rows, { name })

const headings = ['Criterion', 'Counts'] as const

describe('how much criteria count', () => {
  it('needs no sheet while they count alike', () => {
    expect(criteriaWrites(guidanceCriteria, [])).toEqual({ cells: [], sheets: [] })
  })

  it('stands on a sheet as soon as they do not, the agency’s own criterion too', () => {
    expect(criteriaWrites(weighed, [])).toEqual({
      cells: [],
      sheets: [
        {
          name: 'Plan criteria',
          header: headings,
          widths: [40, 12],
          rows: weighed.map(({ name, weight }) => [name, weight]),
        },
      ],
    })
  })

  it('is read back from it', () => {
    const found = criteriaOnSheets([
      sheet('Inventory', headings, ['Demand from others', '2']),
      sheet('Plan criteria', ['Criterion', 'Weight'], ['Demand from others', '2']),
      sheet('Plan criteria 2', headings, [' Demand from others ', '2.5'], ['Accurate and complete', '0']),
    ])
    expect(found).toEqual([
      { sheet: 'Plan criteria 2', cell: 'B2', name: 'Demand from others', weight: 2.5 },
      { sheet: 'Plan criteria 2', cell: 'B3', name: 'Accurate and complete', weight: 0 },
    ])
  })

  test.each([
    ['0', 0],
    ['3', 3],
    [' 1.5 ', 1.5],
  ])('may be %j', (text, weight) => {
    const [found] = criteriaOnSheets([sheet('Plan criteria', headings, ['Demand from others', text])])
    expect(found?.weight).toBe(weight)
  })

  test.each(['', ' ', 'a lot', '-1', '3.1'])('is not %j', (text) => {
    expect(criteriaOnSheets([sheet('Plan criteria', headings, ['Demand from others', text])])).toEqual([])
  })

  it('is not read where the headings stand further down', () => {
    expect(criteriaOnSheets([sheet('Plan criteria', [], headings, ['A', '1'])])).toEqual([])
    expect(criteriaOnSheets([sheet('Plan criteria')])).toEqual([])
  })

  it('is written over only where it differs, and another’s line stays', () => {
    const known = [
      { sheet: 'Plan criteria', cell: 'B2', name: 'Demand from others', weight: 1 },
      { sheet: 'Plan criteria', cell: 'B3', name: 'Accurate and complete', weight: 1 },
      { sheet: 'Plan criteria', cell: 'B9', name: 'Cost', weight: 3 },
    ]
    const cells = [{ sheet: 'Plan criteria', cell: 'B2', value: 2.5 }]
    expect(criteriaWrites(weighed, known)).toEqual({ cells, sheets: [] })
    const changes = workbookChanges(
      aPlan({ criteria: weighed }),
      { sheet: 'Inventory', headerRow: 4, lastRow: 12, letters: ['A'], fields: [] },
      { criteriaOnSheets: known },
    )
    expect(changes).toMatchObject({ cells, sheets: [], columns: [] })
  })
})
