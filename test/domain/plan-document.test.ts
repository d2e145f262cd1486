import { describe, expect, it } from 'vitest'
import { planDocument } from '../../src/domain/plan-document.ts'
import { orderForPlan, rankCandidates } from '../../src/domain/priority.ts'
import { accesses, availabilities } from '../../src/domain/vocabulary.ts'
import { aFullPlan } from '../support/a-full-plan.ts'
import { aPlan, aReference, ratings, someDatasets } from '../support/builders.ts'
import {
  blocksOf,
  hasTable,
  headingsOf,
  linesOf,
  rowsOf,
  sectionOf,
  tableOf,
  textOf,
} from '../support/plan-text.ts'

const preparedOn = '2026-11-22'
const placeholder =
  /undefined|\[object|\bnull\b|\bNaN\b|\bTBD\b|\bTBC\b|lorem|\[[a-z ]+\]|\{\{|<[a-z ]+>| {2}/i

const sections = [
  'Document control',
  'Summary',
  'Purpose and legal basis',
  'Method',
  'What is already published',
  'What will be published, in order',
  'Protected data and how it will be opened',
  'What is not planned and why',
  'Maintenance, updates and retirement',
  'Measures',
  'Approvals',
]

function mainHeadings(plan: Parameters<typeof planDocument>[0]): readonly string[] {
  return blocksOf(planDocument(plan, preparedOn)).flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  )
}

describe('the sections of the Word plan', () => {
  it('are all there and in order, whether much or nothing is decided', () => {
    expect(mainHeadings(aFullPlan())).toEqual([
      ...sections,
      'Appendix A: The inventory',
      'Appendix B: The brainstorm record',
      'Appendix C: Sources and contacts',
    ])
    expect(mainHeadings(aPlan())).toEqual([
      ...sections,
      'Appendix A: The inventory',
      'Appendix B: Sources and contacts',
    ])
  })

  it('never skip a heading level', () => {
    const levels = blocksOf(planDocument(aFullPlan(), preparedOn)).flatMap((block) =>
      block.kind === 'heading' ? [block.level] : [],
    )
    expect(levels[0]).toBe(1)
    expect(new Set(levels)).toEqual(new Set([1, 2]))
  })

  it('have tables whose rows fill their columns and whose columns fill the width', () => {
    for (const block of blocksOf(planDocument(aFullPlan(), preparedOn))) {
      if (block.kind !== 'table') continue
      expect(block.rows.map((row) => row.length)).toEqual(block.rows.map(() => block.columns.length))
      expect(block.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
      expect(block.rows.length, block.caption).toBeGreaterThan(0)
    }
  })
})

describe('a plan in which nothing is decided', () => {
  it('says so in sentences and holds nothing like a placeholder', () => {
    const document = planDocument(aPlan(), preparedOn)
    expect(textOf(document)).not.toMatch(placeholder)
    expect(textOf(document)).not.toContain('not yet given')
    expect(textOf(document)).toContain('No dataset has been planned for publication yet.')
    expect(document.cover).toEqual({
      agency: '',
      title: 'Open Data Access Plan',
      period: '',
      notice: '',
      lines: ['Prepared November 22, 2026', 'Under CGS Sec. 4-67p'],
    })
  })

  it('lists its datasets as still to be determined', () => {
    const document = planDocument(aPlan({ datasets: someDatasets([{}, {}]) }), preparedOn)
    expect(textOf(document)).not.toMatch(placeholder)
    expect(textOf(document)).toContain(
      'For 2 datasets it is still to be determined whether they could be made public.',
    )
    expect(rowsOf(tableOf(document, 'Datasets whose access is still to be determined'))).toHaveLength(2)
  })

  it('points to the appendix instead of listing hundreds of undetermined datasets twice', () => {
    const datasets = someDatasets(Array.from({ length: 1200 }, () => ({})))
    const document = planDocument(aPlan({ datasets }), preparedOn)
    expect(hasTable(document, 'Datasets whose access is still to be determined')).toBe(false)
    expect(textOf(document)).toContain('They stand in the appendix with access undetermined.')
    const listed = ['1 to 500', '501 to 1,000', '1,001 to 1,200'].flatMap((range) =>
      rowsOf(tableOf(document, `The inventory, datasets ${range}`)),
    )
    expect(listed.map(([number]) => number)).toEqual(
      datasets.map((_, index) => (index + 1).toLocaleString('en-US')),
    )
  })

  it('needs no reference data', () => {
    const nothing = { source: '', asOf: '', entries: [] }
    const reference = aReference({ citations: nothing, contacts: nothing, links: nothing })
    const document = planDocument(aPlan({ reference }), preparedOn)
    expect(textOf(document)).not.toMatch(placeholder)
    expect(headingsOf(document)).not.toContain('Legal basis')
    expect(headingsOf(document).some((text) => text.includes('Sources'))).toBe(false)
  })
})

describe('the summary', () => {
  it('counts what a recount of the datasets gives', () => {
    const plan = aFullPlan()
    const document = planDocument(plan, preparedOn)
    const counts = (caption: string) => rowsOf(tableOf(document, caption)).map(([, count]) => Number(count))
    expect(counts('Datasets by availability')).toEqual([
      ...availabilities.map(
        (availability) => plan.datasets.filter(({ review }) => review.availability === availability).length,
      ),
      plan.datasets.length,
    ])
    expect(counts('Datasets by access')).toEqual([
      ...accesses.map(
        (access) => plan.datasets.filter(({ identification }) => identification.access === access).length,
      ),
      plan.datasets.length,
    ])
  })

  it('says the numbers of the sections in words', () => {
    expect(sectionOf(planDocument(aFullPlan(), preparedOn), 'Summary').flatMap(linesOf)).toEqual(
      expect.arrayContaining([
        '1 dataset is published as machine-readable data. 1 more is public, but not in a machine-readable format.',
        '3 datasets are planned for publication: 2 now and 1 next.',
        '1 dataset is protected, but can be released after a transformation.',
        '1 dataset is protected and not planned for publication.',
        'For 1 dataset it is still to be determined where it stands today.',
        'For 2 datasets it is still to be determined whether they could be made public.',
        '1 dataset could be made public and is still to be prioritized.',
      ]),
    )
  })

  it('draws the same counts as a chart that says them in words too', () => {
    const chart = blocksOf(planDocument(aFullPlan(), preparedOn)).find(({ kind }) => kind === 'chart')
    expect(chart).toMatchObject({ series: { values: [1, 0, 1, 5, 1, 1] } })
    expect(chart).toMatchObject({ altText: expect.stringContaining('Not public 5;') })
  })
})

describe('what will be published', () => {
  it('stands in the order of the plan', () => {
    const plan = aFullPlan()
    const names = new Map(plan.datasets.map(({ id, facts }) => [id, facts.title]))
    const expected = orderForPlan(rankCandidates(plan.datasets, plan.weights))
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

describe('ugly text from a workbook', () => {
  it('loses what Word cannot hold and is cut where it is too long for a table', () => {
    const datasets = someDatasets([
      {
        facts: { title: 'Line\u0000 one\r\n\tline two \uD800', description: 'x'.repeat(5000) },
        identification: { access: 'public' },
        priority: { ratings: ratings(3) },
      },
    ])
    const document = planDocument(aPlan({ datasets }), preparedOn)
    const [row] = rowsOf(tableOf(document, 'Datasets planned for now'))
    expect(row?.[1]).toBe(`Line one line two / ${'x'.repeat(299)}…`)
  })

  it('names a dataset without a title by its row', () => {
    const document = planDocument(aPlan({ datasets: someDatasets([{ facts: { title: '  ' } }]) }), preparedOn)
    expect(rowsOf(tableOf(document, 'The inventory'))[0]?.[1]).toBe('Row 5 of Inventory')
  })
})
