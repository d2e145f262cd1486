import { describe, expect, it } from 'vitest'
import type { Plan } from '../../../src/domain/plan.ts'
import { appendices } from '../../../src/domain/plan-document/appendices.ts'
import { grouped } from '../../../src/domain/plan-document/grouped-plan.ts'
import type { Contact, Link } from '../../../src/domain/reference-data.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { anIdea, aPlan, aReference, ratings, someDatasets } from '../../support/builders.ts'
import { markedParts } from '../../support/marked-text.ts'

const linesFor = (plan: Plan) => markedParts(appendices(grouped(plan)))
const nothing = { source: '', asOf: '', entries: [] }
const noReference = aReference({ citations: nothing, contacts: nothing, links: nothing })

const inventoryTitle = '# Appendix A: The inventory (without a number)'
const inventoryTable = (caption: string) => [
  `Table: ${caption}`,
  'Described: Each dataset with its unit, availability, access, place in the plan and source.',
  '| No. | Dataset | Unit or program | Availability | Access | High value | In this plan | Source |',
]
const brainstormTable = [
  'Table: The brainstorm record',
  'Described: Each idea with the question it answers, the dataset it stands for and who raised it.',
  '| Question | Idea | Dataset | Raised by |',
]
const sources = [
  '- **Open Data Coordinator:** A. Coordinator, open@example.gov',
  '- [Open Data Portal](https://data.example.gov/)',
  'Where the references in this plan come from, and when they were read:',
  '- **Legal basis:** A list, November 1, 2026',
  '- **Contacts:** A list, November 1, 2026',
  '- **Links:** A list, November 1, 2026',
]

describe('the appendices', () => {
  it('hold the whole inventory on wide pages, the brainstorm record, and where the references come from', () => {
    const releasable = 'Protected, releasable after a transformation'
    expect(linesFor(aFullPlan())).toEqual([
      '(landscape)',
      inventoryTitle,
      'Every dataset of the inventory, 9 datasets in all, with the place it was found in and its place in this plan.',
      ...inventoryTable('The inventory'),
      '| 1 | **School attendance** | Research | On the open data portal | Public | A, F | Published | Inventory, row 5 |',
      '| 2 | **Inspection results** |  | Not public | Public |  | Now | Inventory, row 6 |',
      `| 3 | **Case load by town** |  | Public, but not machine-readable | ${releasable} |  | Next | Inventory, row 7 |`,
      '| 4 | **Fleet mileage** |  | Not public | Public |  | Now | Inventory, row 8 |',
      '| 5 | **Call recordings** |  | Not public | Public |  | Not planned | Inventory, row 9 |',
      '| 6 | **Medical files** |  | Not public | Protected |  | Not published | Inventory, row 10 |',
      '| 7 | **Old card index** |  | Cannot be determined | Undetermined |  | To be determined | Inventory, row 11 |',
      '| 8 | **Visitor log** |  | Not public | Public |  | Not yet prioritized | Inventory, row 12 |',
      '| 9 | **Wait times** |  | Not yet determined | Undetermined |  | To be determined | Added during the work |',
      '(portrait)',
      '# Appendix B: The brainstorm record (without a number)',
      'What the team raised under the guidance’s questions: 1 idea.',
      ...brainstormTable,
      '| Frequently requested | Wait times | Wait times | M. Chen |',
      '# Appendix C: Sources and contacts (without a number)',
      ...sources,
    ])
  })

  it('are lettered on where there is no brainstorm record, and say that the inventory is empty', () => {
    expect(linesFor(aPlan())).toEqual([
      '(landscape)',
      inventoryTitle,
      'The inventory holds no dataset yet.',
      '(portrait)',
      '# Appendix B: Sources and contacts (without a number)',
      ...sources,
    ])
  })

  it('end with the inventory where there is nothing else', () => {
    expect(linesFor(aPlan({ reference: noReference }))).toEqual([
      '(landscape)',
      inventoryTitle,
      'The inventory holds no dataset yet.',
    ])
  })
})

describe('the appendix of the inventory', () => {
  const linesOfMany = (count: number) =>
    linesFor(
      aPlan({ datasets: someDatasets(Array.from({ length: count }, () => ({}))), reference: noReference }),
    )
  const row = (number: string, place: number) =>
    `| ${number} | **Inspection results** |  | Not yet determined | Undetermined |  | To be determined | Inventory, row ${place} |`

  it('is one table of up to 500 datasets', () => {
    const lines = linesOfMany(500)
    expect(lines.filter((line) => line.startsWith('Table: '))).toEqual(['Table: The inventory'])
    expect(lines.slice(6)).toEqual(Array.from({ length: 500 }, (_, index) => row(`${index + 1}`, index + 5)))
  })

  it('is divided into tables of 500 that together number every dataset once', () => {
    const lines = linesOfMany(1001)
    expect(lines.filter((line) => /^(Table|Every)/.test(line))).toEqual([
      'Every dataset of the inventory, 1,001 datasets in all, with the place it was found in and its place in this plan.',
      'Table: The inventory, datasets 1 to 500',
      'Table: The inventory, datasets 501 to 1,000',
      'Table: The inventory, datasets 1,001 to 1,001',
    ])
    expect(lines.filter((line) => /^\| \d/.test(line))).toEqual([
      ...Array.from({ length: 999 }, (_, index) => row(`${index + 1}`, index + 5)),
      row('1,000', 1004),
      row('1,001', 1005),
    ])
  })

  it('tells a dataset for later, and one that is public elsewhere', () => {
    const later = { identification: { access: 'public' }, priority: { ratings: ratings(1) } } as const
    const datasets = someDatasets([later, { review: { availability: 'public-data' } }])
    expect(linesFor(aPlan({ datasets, reference: noReference })).slice(6)).toEqual([
      '| 1 | **Inspection results** |  | Not yet determined | Public |  | Later | Inventory, row 5 |',
      '| 2 | **Inspection results** |  | Public elsewhere, machine-readable | Undetermined |  | Published | Inventory, row 6 |',
    ])
  })
})

describe('the brainstorm record', () => {
  it('stands by question and place on the board, with the dataset an idea became', () => {
    const ideas = [
      anIdea({ id: 'a', question: 'frequently-requested', text: 'Calls', position: 2 }),
      anIdea({ id: 'b', question: 'frequently-requested', text: 'Visits', position: 1, raisedBy: ' ' }),
      anIdea({ id: 'c', question: 'not-yet-public', text: 'Logs', position: 3, datasetId: 'dataset-2' }),
      anIdea({ id: 'd', question: 'not-yet-public', text: '', position: 0, datasetId: 'dataset-1' }),
      anIdea({ id: 'e', question: 'used-for-analysis', text: 'Gone', datasetId: 'removed' }),
    ]
    const datasets = someDatasets([{ facts: { title: 'Fines' } }, { facts: { title: ' Visitor  log ' } }])
    const lines = linesFor(aPlan({ datasets, ideas, reference: noReference }))
    expect(lines.slice(lines.indexOf('(portrait)'))).toEqual([
      '(portrait)',
      '# Appendix B: The brainstorm record (without a number)',
      'What the team raised under the guidance’s questions: 5 ideas.',
      ...brainstormTable,
      '| Not yet public | Fines | Fines | M. Chen |',
      '| Not yet public | Logs | Visitor log | M. Chen |',
      '| Used for trend, statistical or performance analysis | Gone |  | M. Chen |',
      '| Frequently requested | Visits |  | _not yet given_ |',
      '| Frequently requested | Calls |  | M. Chen |',
    ])
  })
})

describe('sources and contacts', () => {
  const contacts = (...entries: readonly Contact[]) => ({ source: 'State', asOf: '2026-02-01', entries })
  const links = (...entries: readonly Link[]) => ({ source: 'Web  site', asOf: 'spring', entries })
  const linesWith = (changes: Parameters<typeof aReference>[0]) =>
    linesFor(aPlan({ reference: { ...noReference, ...changes } })).slice(3)

  it('name of a contact what is known, and link only to what a document can link to', () => {
    expect(
      linesWith({
        contacts: contacts(
          { role: 'State  Librarian', name: '', email: 'library@example.gov' },
          { role: 'Chief Data Officer', name: ' C.  Officer ', email: '' },
        ),
        links: links(
          { title: 'The  law', url: 'https://law.example.gov/4-67p' },
          { title: 'A script', url: 'javascript:alert(1)' },
        ),
      }),
    ).toEqual([
      '(portrait)',
      '# Appendix B: Sources and contacts (without a number)',
      '- **State Librarian:** library@example.gov',
      '- **Chief Data Officer:** C. Officer',
      '- [The law](https://law.example.gov/4-67p)',
      'Where the references in this plan come from, and when they were read:',
      '- **Contacts:** State, February 1, 2026',
      '- **Links:** Web site, spring',
    ])
  })

  it('stand with contacts alone and with links alone, and not at all with neither', () => {
    expect(linesWith({ contacts: contacts({ role: 'Help', name: 'A. B.', email: '' }) })).toHaveLength(5)
    expect(linesWith({ links: links({ title: 'Portal', url: 'https://x.gov' }) })).toHaveLength(5)
    expect(linesWith({ links: links({ title: 'Portal', url: 'nowhere' }) })).toEqual([])
    expect(linesWith({ citations: aReference().citations })).toEqual([])
  })
})
