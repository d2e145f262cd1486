import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import { undecided } from '../../../src/domain/dataset.ts'
import { noFacts } from '../../../src/domain/inventory-field.ts'
import type { SourceRow } from '../../../src/domain/inventory-table.ts'
import { readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import { begin } from '../../../src/engine/store/history.ts'
import { type ImportedInventory, importInventory } from '../../../src/engine/store/import-inventory.ts'
import { closePlanFile, createPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import {
  readFrequencyAnswers,
  readHeadingMarks,
  readInventory,
  readPlanRow,
  readWorkbookBytes,
} from '../../../src/engine/store/plan-rows.ts'
import { someone } from '../../support/plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function anEmptyPlan() {
  const created = createPlanFile(join(temporaryFolder(), 'plan.odap'))
  if (!created.ok) throw new Error(created.error.code)
  onTestFinished(() => closePlanFile(created.value))
  return created.value.db
}

const rowsOf = (...cells: readonly SourceRow['cells'][]): readonly SourceRow[] =>
  cells.map((one, index) => ({ sheet: 'Inventory', row: index + 5, cells: one }))

/** An inventory of two columns and two datasets, with something changed. */
function anInventory(
  changes: Partial<ImportedInventory> = {},
  content: Partial<ImportedInventory['content']> = {},
): ImportedInventory {
  let made = 0
  const columns = ['A', 'B', 'C'].map((letter) => ({ letter, header: `Heading ${letter}` }))
  return {
    planId: 'plan-1',
    isSample: false,
    fileName: 'inventory.xlsx',
    format: 'xlsx',
    bytes: Buffer.from('the workbook'),
    sha256: 'c'.repeat(64),
    ...someone,
    content: {
      format: 'xlsx',
      table: {
        sheet: 'Inventory',
        headerRow: 4,
        headerRows: 2,
        lastRow: 6,
        columns,
        further: [],
      } as unknown as ImportedInventory['content']['table'],
      rows: rowsOf({ A: ' Inspections ', B: 'Health' }, { A: 'Permits', B: 'Health', C: 'unmapped' }),
      answers: [],
      additions: { datasets: [], values: [] },
      weights: [],
      headingMarks: [],
      ...content,
    },
    fields: [
      { letter: 'A', field: 'title' },
      { letter: 'B', field: 'agency' },
      { letter: 'C', field: null },
    ],
    frequencies: [],
    newId: () => `id-${++made}`,
    ...changes,
  }
}

function imported(inventory: ImportedInventory) {
  const db = anEmptyPlan()
  const beginning = begin(db, { ...someone, call: 'Imported' })
  const pauses = [...importInventory(db, inventory)]
  beginning.keep()
  return { db, pauses }
}

const factsOf = (inventory: ImportedInventory) =>
  readDatasets(imported(inventory).db).map(({ facts }) => facts)

describe('an imported inventory', () => {
  test('gives a dataset a row, in the order of the rows, nothing decided', () => {
    const { db } = imported(anInventory())
    const dataset = (id: string, position: number, row: number, title: string) => ({
      id,
      position,
      source: { sheet: 'Inventory', row },
      facts: { ...noFacts, title, agency: 'Health' },
      ...undecided,
    })
    expect(readDatasets(db)).toEqual([dataset('id-2', 1, 5, 'Inspections'), dataset('id-4', 2, 6, 'Permits')])
  })

  test('is kept byte for byte, with where it stood and what was read', () => {
    const { db } = imported(anInventory())
    expect(Buffer.from(readWorkbookBytes(db)).toString()).toBe('the workbook')
    expect(readInventory(db)).toEqual({
      fileName: 'inventory.xlsx',
      size: 12,
      sha256: 'c'.repeat(64),
      sheet: 'Inventory',
      format: 'xlsx',
      headerRow: 4,
      headerRows: 2,
      lastRow: 6,
      letters: ['A', 'B', 'C'],
      fields: [
        { letter: 'A', field: 'title' },
        { letter: 'B', field: 'agency' },
      ],
      further: [],
      holds: ['title', 'agency'],
    })
    expect(db.prepare('SELECT added_at FROM workbook').pluck().get()).toBe(someone.at)
    expect(db.prepare('SELECT header FROM inventory_column ORDER BY position').pluck().all()).toEqual([
      'Heading A',
      'Heading B',
      'Heading C',
    ])
    expect(db.prepare('SELECT cells FROM source_row ORDER BY row').pluck().all()).toEqual([
      '{"A":" Inspections ","B":"Health"}',
      '{"A":"Permits","B":"Health","C":"unmapped"}',
    ])
  })

  test('knows the sheets it goes on, in their order', () => {
    const base = anInventory()
    const further = [
      { sheet: 'More', headerRow: 1, headerRows: 1, lastRow: 9 },
      { sheet: 'Even more', headerRow: 2, headerRows: 3, lastRow: 12 },
    ]
    const table = { ...base.content.table, further } as unknown as typeof base.content.table
    const { db } = imported(anInventory({}, { table }))
    const letters = ['A', 'B', 'C']
    expect(readInventory(db).further).toEqual([
      { sheet: 'More', headerRow: 1, lastRow: 9, letters },
      { sheet: 'Even more', headerRow: 2, lastRow: 12, letters },
    ])
    expect(db.prepare('SELECT header_rows FROM further_sheet ORDER BY position').pluck().all()).toEqual([
      1, 3,
    ])
  })

  test('knows what a person said of its words and its columns', () => {
    const mark = { name: 'ODAP_tier', sheet: 'Inventory', letter: 'H', headerRow: 4 }
    const frequencies = [
      { word: 'weekly', value: 'Weekly' },
      { word: 'biweekly', value: 'Every two weeks' },
    ]
    const { db } = imported(anInventory({ frequencies }, { headingMarks: [mark] as never }))
    expect(readFrequencyAnswers(db)).toEqual([frequencies[1], frequencies[0]])
    expect(readHeadingMarks(db)).toEqual([mark])
  })

  test.each([
    [true, 1],
    [false, 0],
  ])('says whether it is the sample: %s', (isSample, stored) => {
    const { db } = imported(anInventory({ isSample }))
    expect(readPlanRow(db).isSample).toBe(isSample)
    expect(db.prepare('SELECT is_sample FROM plan').pluck().get()).toBe(stored)
  })

  test('pauses at the beginning and after every thousand rows', () => {
    const rows = rowsOf(...Array.from({ length: 2_001 }, (_, index) => ({ A: `Dataset ${index}` })))
    expect(imported(anInventory({}, { rows })).pauses).toEqual([0, 1_000, 2_000])
  })

  test('that is missing from a plan file is a fault, not an empty one', () => {
    const db = anEmptyPlan()
    expect(() => readInventory(db)).toThrow('does not')
    expect(() => readWorkbookBytes(db)).toThrow('lost its workbook')
  })
})

describe('the facts of a dataset', () => {
  test('are joined where two columns hold the same, and said once where both say alike', () => {
    const fields = [
      { letter: 'A', field: 'notes' },
      { letter: 'B', field: 'notes' },
    ] as const
    const rows = rowsOf({ A: 'one', B: 'two' }, { A: 'same', B: 'same' }, { B: 'only' })
    expect(factsOf(anInventory({ fields }, { rows })).map(({ notes }) => notes)).toEqual([
      'one; two',
      'same',
      'only',
    ])
  })

  test('take the address a cell leads to where one belongs, and what it shows everywhere else', () => {
    const fields = [
      { letter: 'A', field: 'title' },
      { letter: 'B', field: 'url' },
    ] as const
    const links = { A: 'https://example.gov/a', B: ' https://example.gov/b ' }
    const rows = [
      { sheet: 'Inventory', row: 5, cells: { A: 'Inspections', B: 'here' }, links },
      { sheet: 'Inventory', row: 6, cells: { A: 'Permits', B: 'https://example.gov/c' } },
    ]
    expect(factsOf(anInventory({ fields }, { rows }))).toMatchObject([
      { title: 'Inspections', url: 'https://example.gov/b' },
      { title: 'Permits', url: 'https://example.gov/c' },
    ])
  })
})

describe('the agency of the plan', () => {
  const agencyOf = (...agencies: readonly string[]) => {
    const rows = rowsOf(...agencies.map((agency, index) => ({ A: `Dataset ${index}`, B: agency })))
    return readPlanRow(imported(anInventory({}, { rows })).db).details.agencyName
  }

  test('is the one that more than half of the rows name', () => {
    expect(agencyOf('Health', 'Labor', 'Labor')).toBe('Labor')
    expect(agencyOf('Labor', 'Health', 'Labor', '')).toBe('')
    expect(agencyOf('Health', 'Labor')).toBe('')
    expect(agencyOf('', '', 'Health')).toBe('')
    expect(agencyOf('', '', '')).toBe('')
  })

  test('is for a person to say where no column names it', () => {
    const fields = [{ letter: 'A', field: 'title' }] as const
    expect(readPlanRow(imported(anInventory({ fields })).db).details.agencyName).toBe('')
  })
})

describe('the answers of an earlier plan', () => {
  const answers = (row: number, more: Record<string, string>, sheet = 'Inventory') => ({
    sheet,
    row,
    answers: more,
  })

  test('become decisions of the row they stand in', () => {
    const { db } = imported(
      anInventory(
        {},
        {
          answers: [
            answers(5, {
              ODAP_availability: 'Not public',
              ODAP_legal_basis: 'CGS 1-210',
              ODAP_steward: 'A. Steward',
              ODAP_tier: 'Now',
              ODAP_tier_reason: 'Asked for',
            }),
            answers(6, { ODAP_steward: 'Another' }, 'Another sheet'),
          ],
        },
      ),
    )
    const [first, second] = readDatasets(db)
    expect(second).toMatchObject(undecided)
    expect(first).toMatchObject({
      review: { availability: 'not-public' },
      identification: { legalBasis: 'CGS 1-210' },
      commitment: { steward: 'A. Steward' },
      priority: { override: { tier: 'now', reason: 'Asked for', ...someone } },
    })
  })

  test('alike in two rows go to both', () => {
    const said = { ODAP_availability: 'Not public', ODAP_steward: 'A. Steward' }
    const { db } = imported(anInventory({}, { answers: [answers(5, said), answers(6, said)] }))
    expect(readDatasets(db)).toMatchObject([
      { review: { availability: 'not-public' }, commitment: { steward: 'A. Steward' } },
      { review: { availability: 'not-public' }, commitment: { steward: 'A. Steward' } },
    ])
  })

  test('that differ stay with their own rows', () => {
    const { db } = imported(
      anInventory(
        {},
        {
          answers: [
            answers(5, {
              ODAP_availability: 'Not public',
              ODAP_steward: 'A. Steward',
              ODAP_legal_basis: 'One',
            }),
            answers(6, { ODAP_availability: 'On portal', ODAP_steward: 'Another', ODAP_legal_basis: 'Two' }),
          ],
        },
      ),
    )
    expect(
      readDatasets(db).map(({ review, identification, commitment }) => [
        review.availability,
        commitment.steward,
        identification.legalBasis,
      ]),
    ).toEqual([
      ['not-public', 'A. Steward', 'One'],
      ['on-portal', 'Another', 'Two'],
    ])
    expect(db.prepare('SELECT DISTINCT override_who FROM dataset').pluck().all()).toEqual([''])
  })

  test('are rated as they were, and a tier stays computed where it is what that comes to', () => {
    const said = {
      ODAP_criterion_goals_rating: '3',
      ODAP_criterion_goals_reason: 'Asked for',
      ODAP_criterion_demand_rating: '0',
    }
    const { db } = imported(
      anInventory(
        {},
        {
          weights: [
            { name: 'Demand from others', weight: 0 },
            { name: 'Cost', weight: 3 },
          ],
          answers: [answers(5, { ...said, ODAP_tier: 'Now' }), answers(6, { ...said, ODAP_tier: 'Next' })],
        },
      ),
    )
    expect(readPlanRow(db).criteria).toEqual(
      guidanceCriteria.map((one) => (one.id === 'demand' ? { ...one, weight: 0 } : one)),
    )
    const ratings = { goals: { value: 3, reason: 'Asked for' }, demand: { value: 0, reason: '' } }
    expect(readDatasets(db).map(({ priority }) => priority)).toEqual([
      { ratings, override: null },
      { ratings, override: { tier: 'next', reason: '', ...someone } },
    ])
  })
})

describe('what an earlier plan left on “Plan additions”', () => {
  const value = (more: object) => ({
    sheet: 'Inventory',
    letter: 'A',
    row: 5,
    title: 'Inspections',
    mark: 'ODAP_steward',
    value: 'Beside it',
    ...more,
  })
  const dataset = (title: string, row: number, unit?: string) => ({
    sheet: 'Plan additions',
    row,
    facts: { title, ...(unit !== undefined && { unit }) },
    answers: { ODAP_steward: 'Bo' },
  })

  test('goes to its row, where the inventory’s own columns say nothing else', () => {
    const values = [
      value({}),
      value({ row: 6, title: 'Permits' }),
      value({ row: 6, title: 'Permits', mark: null, letter: 'B', value: 'Labor' }),
    ]
    const { db } = imported(
      anInventory(
        {},
        {
          additions: { datasets: [], values },
          answers: [
            { sheet: 'Inventory', row: 5, answers: { ODAP_steward: 'In its column' } },
            { sheet: 'Inventory', row: 6, answers: { ODAP_steward: ' ', ODAP_custodian: 'Cy' } },
          ],
        },
      ),
    )
    expect(readDatasets(db)).toMatchObject([
      { facts: { agency: 'Health' }, commitment: { steward: 'In its column' } },
      { facts: { agency: 'Labor' }, commitment: { steward: 'Beside it', custodian: 'Cy' } },
    ])
    expect(db.prepare('SELECT cells FROM source_row WHERE row = 6').pluck().get()).toBe(
      '{"A":"Permits","B":"Health","C":"unmapped"}',
    )
  })

  test('are datasets after those of the inventory, unless they have a row there by now', () => {
    const datasets = [dataset('Wait times', 2), dataset('PERMITS', 3, ''), dataset('Permits', 4, 'Roads')]
    const { db } = imported(anInventory({}, { additions: { datasets, values: [] } }))
    expect(readDatasets(db).map(({ position, source, facts }) => [position, source, facts.title])).toEqual([
      [1, { sheet: 'Inventory', row: 5 }, 'Inspections'],
      [2, { sheet: 'Inventory', row: 6 }, 'Permits'],
      [3, { sheet: 'Plan additions', row: 2 }, 'Wait times'],
      [4, { sheet: 'Plan additions', row: 4 }, 'Permits'],
    ])
    expect(readDatasets(db)[2]).toMatchObject({
      facts: { ...noFacts, title: 'Wait times' },
      commitment: { steward: 'Bo' },
    })
  })
})
