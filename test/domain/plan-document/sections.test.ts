import { describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { orderForPlan, rankCandidates } from '../../../src/domain/priority.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, ratings, someDatasets } from '../../support/builders.ts'
import { linesOf, rowsOf, sectionOf, tableOf, textOf } from '../../support/plan-text.ts'

const preparedOn = '2026-11-22'

describe('what will be published', () => {
  it('stands in the order of the plan', () => {
    const plan = aFullPlan()
    const names = new Map(plan.datasets.map(({ id, facts }) => [id, facts.title]))
    const expected = orderForPlan(rankCandidates(plan.datasets, plan.criteria))
      .filter(({ tier }) => tier !== null && tier !== 'not-planned')
      .map(({ id }) => names.get(id))
    const table = tableOf(planDocument(plan, preparedOn), 'Ratings and reasons of the planned datasets')
    expect(expected).toEqual(['Inspection results', 'Fleet mileage', 'Case load by town'])
    expect(rowsOf(table).map((row) => row[3])).toEqual(expected)
  })

  it('shows date, frequency, steward and route, and says where one is not yet given', () => {
    expect(rowsOf(tableOf(planDocument(aFullPlan(), preparedOn), 'Datasets planned for now'))).toEqual([
      [
        '1',
        'Inspection results / Date, score and violations.',
        'November 22, 2026',
        'Monthly',
        'M. Chen',
        'As is',
      ],
      ['4', 'Fleet mileage', 'not yet given', 'not yet given', 'not yet given', 'As is'],
    ])
  })

  it('gives the reason for each rating', () => {
    const [first] = rowsOf(
      tableOf(planDocument(aFullPlan(), preparedOn), 'Ratings and reasons of the planned datasets'),
    )
    expect(first).toEqual([
      'Now',
      '1',
      '3.00',
      'Inspection results',
      '3, high / Because of goals',
      '3, high / Because of focal-points',
      '3, high / Because of demand',
      '3, high / Because of quality',
      '3, high / Because of machine-readable',
    ])
  })

  it('tells a criterion nobody rated from one rated 0', () => {
    const plan = aPlan({
      datasets: someDatasets([
        { identification: { access: 'public' }, priority: { ratings: ratings(0, ['goals']) } },
      ]),
    })
    const [row] = rowsOf(
      tableOf(planDocument(plan, preparedOn), 'Ratings and reasons of the planned datasets'),
    )
    expect(row?.slice(4, 6)).toEqual(['0, none / Because of goals', 'not yet rated'])
  })

  it('names who decided on another tier than the score suggests, when and why', () => {
    const document = planDocument(aFullPlan(), preparedOn)
    expect(rowsOf(tableOf(document, 'Tiers decided by a person'))).toEqual([
      ['Fleet mileage', 'Later', 'Now', 'Asked for by the Council.', 'J. Rivera, November 18, 2026'],
    ])
    expect(rowsOf(tableOf(document, 'Datasets decided not to be planned'))).toEqual([
      [
        'Call recordings',
        'Now',
        'Not planned',
        'The system is replaced in spring.',
        'J. Rivera, November 19, 2026',
      ],
    ])
  })
})

describe('the other sections', () => {
  it('say how protected data will be opened, and on what basis the rest is withheld', () => {
    const document = planDocument(aFullPlan(), preparedOn)
    expect(rowsOf(tableOf(document, 'Protected datasets that can be released'))).toEqual([
      ['Case load by town', 'CGS Sec. 1-210(b)(2)', 'Aggregate', 'Hide counts of 5 or fewer.', 'L. Ortiz'],
    ])
    expect(rowsOf(tableOf(document, 'Protected datasets not planned for publication'))).toEqual([
      ['Medical files', '45 CFR 164.502'],
    ])
  })

  it('link a published dataset by its name and show the site in words', () => {
    const table = tableOf(planDocument(aFullPlan(), preparedOn), 'Datasets published as data')
    expect(table.rows[0]?.[0]).toEqual([
      [{ text: 'School attendance', bold: true, url: 'https://data.example.gov/d/abcd-1234' }],
    ])
    expect(rowsOf(table)[0]?.slice(1)).toEqual(['data.example.gov', 'CSV', 'Public'])
  })

  it('say so where published data are recorded as protected', () => {
    const review = { availability: 'on-portal' } as const
    const datasets = someDatasets([{ review }, { review, identification: { access: 'protected' } }])
    const said = (plan: ReturnType<typeof aPlan>) =>
      sectionOf(planDocument(plan, preparedOn), 'What is already published').flatMap(linesOf).join(' ')
    expect(said(aPlan({ datasets }))).toContain('1 of them is recorded as protected.')
    expect(said(aFullPlan())).not.toContain('recorded as protected')
  })

  it('name the ground of a retirement', () => {
    expect(rowsOf(tableOf(planDocument(aFullPlan(), preparedOn), 'Datasets to be retired'))).toEqual([
      ['School attendance', 'Discontinued, consolidated or replaced'],
    ])
  })

  it('measure only what can be counted again', () => {
    expect(rowsOf(tableOf(planDocument(aFullPlan(), preparedOn), 'Measures of this plan'))).toEqual([
      ['Datasets of the inventory published as machine-readable data', '1 of 9 (11%)'],
      ['Datasets public today that are machine-readable', '1 of 2 (50%)'],
      ['Published datasets recorded with all five properties of open data', '0 of 1 (0%)'],
      ['Published datasets updated automatically', '0 of 1 (0%)'],
      ['Published datasets decided to be kept, updated or retired', '1 of 1 (100%)'],
      ['Datasets published or planned that are published', '1 of 4 (25%)'],
      ['Planned datasets with a target date', '1 of 3 (33%)'],
      ['Planned datasets with a date, an update frequency and a steward', '1 of 3 (33%)'],
      ['Target date of the planned datasets', 'November 22, 2026'],
    ])
  })

  it('leave room to sign where no name was given', () => {
    expect(rowsOf(tableOf(planDocument(aPlan(), preparedOn), 'Approvals'))).toEqual([
      ['Agency Data Officer', '', '', ''],
      ['Department head', '', '', ''],
    ])
  })

  it('trace every dataset to its row, and its place in the plan', () => {
    const rows = rowsOf(tableOf(planDocument(aFullPlan(), preparedOn), 'The inventory'))
    expect(rows.map((row) => [row[1], ...row.slice(5)])).toEqual([
      ['School attendance', 'A, F', 'Published', 'Inventory, row 5'],
      ['Inspection results', '', 'Now', 'Inventory, row 6'],
      ['Case load by town', '', 'Next', 'Inventory, row 7'],
      ['Fleet mileage', '', 'Now', 'Inventory, row 8'],
      ['Call recordings', '', 'Not planned', 'Inventory, row 9'],
      ['Medical files', '', 'Not published', 'Inventory, row 10'],
      ['Old card index', '', 'To be determined', 'Inventory, row 11'],
      ['Visitor log', '', 'Not yet prioritized', 'Inventory, row 12'],
      ['Wait times', '', 'To be determined', 'Added during the work'],
    ])
  })

  it('keep the brainstorm record', () => {
    expect(rowsOf(tableOf(planDocument(aFullPlan(), preparedOn), 'The brainstorm record'))).toEqual([
      ['Frequently requested', 'Wait times', 'Wait times', 'M. Chen'],
    ])
  })

  it('say when the list was reviewed with the Open Data Coordinator only if it was', () => {
    const reviewed = 'The list was reviewed with the Open Data Coordinator on November 18, 2026.'
    expect(textOf(planDocument(aFullPlan(), preparedOn))).toContain(reviewed)
    expect(textOf(planDocument(aPlan(), preparedOn))).not.toContain('was reviewed with')
  })

  it('never call dates and reasons a duty', () => {
    const said = sectionOf(planDocument(aFullPlan(), preparedOn), 'Dates and reasons')
      .flatMap(linesOf)
      .join(' ')
    expect(said).toContain('good practice')
    expect(said).toContain('not presented here as deadlines or duties set by statute')
  })

  it('mark a sample as made up', () => {
    const document = planDocument(aPlan({ isSample: true }), preparedOn)
    expect(document.cover.notice).toBe('Sample plan: the agency and its data are made up.')
  })
})

describe('the upkeep of the published', () => {
  it('says how often in the state’s words, where the inventory’s own are known or were answered', () => {
    const said = (title: string, frequency: string) => ({
      facts: { title, 'update-frequency': frequency },
      review: { availability: 'on-portal' as const },
    })
    const plan = aPlan({
      datasets: someDatasets([said('Licenses', 'mthly'), said('Permits', 'Biannual'), said('Fines', 'FY98')]),
      frequencyAnswers: [{ word: 'biannual', value: 'Annually' }],
    })
    const table = tableOf(planDocument(plan, preparedOn), 'Upkeep of the published datasets')
    expect(rowsOf(table).map((row) => [row[0], row[2]])).toEqual([
      ['Licenses', 'Monthly'],
      ['Permits', 'Annually'],
      ['Fines', 'FY98'],
    ])
  })
})
