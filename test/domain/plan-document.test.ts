import { describe, expect, it } from 'vitest'
import { planDocument } from '../../src/domain/plan-document.ts'
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
