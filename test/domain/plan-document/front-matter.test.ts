import { describe, expect, it } from 'vitest'
import { approvals } from '../../../src/domain/plan-document/approvals.ts'
import {
  cover,
  documentControl,
  personOf,
  properties,
} from '../../../src/domain/plan-document/front-matter.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, aReference } from '../../support/builders.ts'
import { markedLines } from '../../support/marked-text.ts'

const preparedOn = '2026-11-22'

describe('the properties of the file', () => {
  it('say whose plan it is, for when, and what it was made from', () => {
    expect(properties(aFullPlan())).toEqual({
      title: 'Open Data Access Plan 2027',
      creator: 'Department of Example Services',
      subject: 'Open Data Access Plan, July 2026 to June 2027',
      description: 'Made from 9 datasets of the agency’s data inventory.',
      keywords: 'open data, open data access plan, Connecticut',
      language: 'en-US',
    })
  })

  it('name the kind of plan where nobody gave a title', () => {
    expect(properties(aPlan())).toEqual({
      title: 'Open Data Access Plan',
      creator: '',
      subject: 'Open Data Access Plan',
      description: 'Made from 0 datasets of the agency’s data inventory.',
      keywords: 'open data, open data access plan, Connecticut',
      language: 'en-US',
    })
  })
})

describe('the cover', () => {
  it('shows the agency, the title, the period, who prepared it, when and under which law', () => {
    expect(cover(aFullPlan(), preparedOn)).toEqual({
      agency: 'Department of Example Services',
      title: 'Open Data Access Plan 2027',
      period: 'July 2026 to June 2027',
      notice: '',
      lines: [
        'Agency Data Officer: J. Rivera, Chief Data Analyst',
        'Prepared November 22, 2026',
        'Under CGS Sec. 4-67p',
      ],
    })
  })

  it('names the law that asks for the plan among others, and none where it is not there', () => {
    const citation = (id: string, title: string) => ({ id, title, text: '' })
    const under = (...entries: readonly ReturnType<typeof citation>[]) =>
      cover(aPlan({ reference: aReference({ citations: { source: '', asOf: '', entries } }) }), preparedOn)
        .lines
    expect(under(citation('definitions', 'CGS 4-67o'), citation('plan-duty', ' CGS  4-67p '))).toEqual([
      'Prepared November 22, 2026',
      'Under CGS 4-67p',
    ])
    expect(under(citation('definitions', 'CGS 4-67o'))).toEqual(['Prepared November 22, 2026'])
  })

  it('says above everything else that a sample is made up', () => {
    expect(cover(aPlan({ isSample: true }), preparedOn).notice).toBe(
      'Sample plan: the agency and its data are made up.',
    )
  })

  it.each([
    ['J. Rivera', 'Chief Analyst', 'J. Rivera, Chief Analyst'],
    [' J.  Rivera ', ' ', 'J. Rivera'],
    ['', 'Chief Analyst', 'Chief Analyst'],
    ['', '', ''],
  ])('names a person “%s” with the job title “%s” as “%s”', (name, title, expected) => {
    expect(personOf(name, title)).toBe(expected)
  })
})

describe('the document control', () => {
  const table = [
    '# Document control (without a number)',
    'Table: Document control',
    'Described: Who this plan is by, when it was prepared, and the inventory it was made from.',
    '| Item | Entry |',
  ]

  it('says who and what stands behind the document', () => {
    expect(markedLines(documentControl(aFullPlan(), preparedOn))).toEqual([
      ...table,
      '| **Agency** | Department of Example Services |',
      '| **Period** | July 2026 to June 2027 |',
      '| **Agency Data Officer** | J. Rivera, Chief Data Analyst |',
      '| **Contact** | j.rivera@example.gov |',
      '| **Department head** | D. Whitfield, Commissioner |',
      '| **Prepared** | November 22, 2026 |',
      '| **Reviewed with the Open Data Coordinator** | November 18, 2026 |',
      '| **Inventory** | inventory.xlsx, sheet Inventory |',
      '| **Datasets** | 9 |',
      `| **Fingerprint of the inventory (SHA-256)** | ${'c'.repeat(64)} |`,
    ])
  })

  it('has no row for what nobody has said', () => {
    const plan = aPlan({ details: { ...aPlan().details, agencyName: '  ' } })
    expect(markedLines(documentControl(plan, preparedOn))).toEqual([
      ...table,
      '| **Prepared** | November 22, 2026 |',
      '| **Inventory** | inventory.xlsx, sheet Inventory |',
      '| **Datasets** | 0 |',
      `| **Fingerprint of the inventory (SHA-256)** | ${'c'.repeat(64)} |`,
    ])
  })
})

describe('the approvals', () => {
  const table = [
    '# Approvals',
    'Signed for the agency:',
    'Table: Approvals (tall rows)',
    'Described: Two lines to sign: the Agency Data Officer and the department head.',
    '| Role | Name and title | Signature | Date |',
  ]

  it('have a line to sign for the officer and for the head', () => {
    expect(markedLines(approvals(grouped(aFullPlan())))).toEqual([
      ...table,
      '| **Agency Data Officer** | J. Rivera, Chief Data Analyst |  |  |',
      '| **Department head** | D. Whitfield, Commissioner |  |  |',
    ])
  })

  it('leave room to write a name nobody gave', () => {
    expect(markedLines(approvals(grouped(aPlan())))).toEqual([
      ...table,
      '| **Agency Data Officer** |  |  |  |',
      '| **Department head** |  |  |  |',
    ])
  })
})

describe('the pages', () => {
  it('are held wide only for the reasons and for the inventory', () => {
    const { parts } = planDocument(aFullPlan(), preparedOn)
    const firstHeadings = parts.map(({ orientation, blocks }) => [orientation, markedLines(blocks)[0]])
    expect(firstHeadings).toEqual([
      ['portrait', '# Document control (without a number)'],
      ['portrait', '# What will be published, in order'],
      ['landscape', '## The reasons for this order'],
      ['portrait', '# Protected data and how it will be opened'],
      ['landscape', '# Appendix A: The inventory (without a number)'],
      ['portrait', '# Appendix B: The brainstorm record (without a number)'],
    ])
  })

  it('tell when the plan was prepared', () => {
    expect(planDocument(aPlan(), preparedOn).preparedOn).toBe('2026-11-22')
  })
})
