import { beforeAll, describe, expect, test } from 'vitest'
import { noFacts } from '../../../src/domain/inventory-field.ts'
import { readCriteria, setWeights } from '../../../src/engine/store/criterion-rows.ts'
import { readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import {
  datasetInserter,
  deleteIdea,
  insertIdea,
  setFields,
  setOverride,
  setPlanFields,
  setRating,
} from '../../../src/engine/store/edit-rows.ts'
import { change, undo } from '../../../src/engine/store/history.ts'
import { journalledTables } from '../../../src/engine/store/journal-triggers.ts'
import { closePlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { differencesFrom, restoreRows } from '../../../src/engine/store/restore-rows.ts'
import { anInventory, aPlanFile, everyRow, someone } from '../../support/plan-file.ts'

// They are loaded by the tests that use them: where their tables of columns cannot be made, it is those that fail.
let changedSinceImport: typeof import('../../../src/engine/store/changed-since-import.ts').changedSinceImport
let criteriaAtImport: typeof import('../../../src/engine/store/changed-since-import.ts').criteriaAtImport
let columnsInWords: typeof import('../../../src/engine/store/changed-columns.ts').columnsInWords

type File = ReturnType<typeof aPlanFile>

/** A plan file whose dataset a stands in a row of the inventory, as after a real import. */
function anImportedPlan(): File {
  const file = aPlanFile()
  file.db.exec(`
    ${anInventory}; INSERT INTO source_row (id, inventory_id, sheet, row, cells) VALUES ('s', 1, 'Inventory', 5, '{"A":"Dataset a"}');
    UPDATE dataset SET source_row_id = 's' WHERE id = 'a'`)
  return file
}

/** Does something and answers with the word that history then has of it. */
function did(file: File, what: string, work: () => void, reason = '') {
  change(file.db, { ...someone, call: what, reason }, work)
  const actionId = Number(file.db.prepare('SELECT max(id) FROM action').pluck().get())
  return { actionId, who: someone.who, day: 'day of 2026-11-22T15:42:07.000Z', what, reason }
}

const changed = ({ db }: File, what: 'everything' | 'corrections' = 'everything') =>
  changedSinceImport(db, { datasets: readDatasets(db), dayOf: (at) => `day of ${at}`, what })

describe('what changed since the import', () => {
  beforeAll(async () => {
    ;({ changedSinceImport, criteriaAtImport } = await import(
      '../../../src/engine/store/changed-since-import.ts'
    ))
  })

  test('is nothing right after it', () => {
    expect(changed(anImportedPlan())).toEqual([])
  })

  test('knows the weights the criteria had then, however often they were changed since', () => {
    const file = anImportedPlan()
    const now = () => readCriteria(file.db)
    const before = now()
    const [{ id } = { id: '' }] = before
    for (const weight of [5, 3, 4]) did(file, `To ${weight}`, () => setWeights(file.db, { [id]: weight }))
    expect(now()).not.toEqual(before)
    expect(criteriaAtImport(file.db, now())).toEqual(before)
  })

  test('is told dataset by dataset: as it was, as it is, whose word it was last, and what its row showed', () => {
    const file = anImportedPlan()
    const [before] = readDatasets(file.db, ['a'])
    did(file, 'First', () => setFields(file.db, ['a'], 'review', { availability: 'not-public' }))
    const second = did(
      file,
      'Second',
      () => setFields(file.db, ['a'], 'review', { availability: 'on-portal' }),
      'Seen',
    )
    const third = did(file, 'Third', () => setFields(file.db, ['a'], 'facts', { unit: 'Licensing' }))
    const [now] = readDatasets(file.db, ['a'])
    expect(changed(file)).toEqual([
      {
        now,
        before,
        words: new Map([
          ['review.availability', second],
          ['facts.unit', third],
        ]),
        cells: { A: 'Dataset a' },
      },
    ])
  })

  test('knows fields of every part, and takes the two halves of a tier set by hand together', () => {
    const file = anImportedPlan()
    const word = did(file, 'All', () => {
      setFields(file.db, ['b'], 'facts', { 'legal-basis': 'CGS 1-210' })
      setFields(file.db, ['b'], 'identification', { checkedBy: 'M. Chen', highValueGrounds: ['A'] })
      setFields(file.db, ['b'], 'commitment', { steward: 'A. Steward' })
      setOverride(file.db, 'b', { tier: 'now', reason: 'Asked for', ...someone })
      setRating(file.db, 'b', 'demand', { value: 2, reason: '' })
    })
    const [one] = changed(file)
    expect(one?.now.id).toBe('b')
    expect(one?.cells).toEqual({})
    expect([...(one?.words ?? [])].sort()).toEqual(
      [
        'commitment.steward',
        'facts.legal-basis',
        'identification.checkedBy',
        'identification.highValueGrounds',
        'priority.override',
        'priority.ratings',
      ].map((field) => [field, word]),
    )
  })

  test.each([
    ['its tier', { tier: 'later', reason: 'Asked for' }],
    ['its reason', { tier: 'now', reason: 'Asked for again' }],
  ] as const)('knows a tier set by hand that differs in %s alone', (_, override) => {
    const file = anImportedPlan()
    file.db.exec("UPDATE dataset SET override_tier = 'now', override_reason = 'Asked for' WHERE id = 'a'")
    const word = did(file, 'Set', () => setOverride(file.db, 'a', { ...override, ...someone }))
    expect(changed(file)[0]?.words).toEqual(new Map([['priority.override', word]]))
  })

  test('is told of what was taken out of the inventory, too', () => {
    const file = anImportedPlan()
    const word = did(file, 'Taken out', () => setFields(file.db, ['a'], 'facts', { title: '' }))
    expect(changed(file)[0]?.words).toEqual(new Map([['facts.title', word]]))
  })

  test('is nothing where somebody said something and took it back, by hand or by undo', () => {
    const file = anImportedPlan()
    did(file, 'Said', () =>
      setFields(file.db, ['a'], 'review', { reviewNote: 'x', availability: 'not-public' }),
    )
    const word = did(file, 'Back', () => setFields(file.db, ['a'], 'review', { reviewNote: '' }))
    did(file, 'Undone', () => setFields(file.db, ['b'], 'review', { reviewNote: 'y' }))
    undo(file.db, someone.at)
    expect(changed(file).map(({ now, words }) => [now.id, [...words.keys()]])).toEqual([
      ['a', ['review.availability']],
    ])
    did(file, 'All back', () => setFields(file.db, ['a'], 'review', { availability: 'not-yet-determined' }))
    expect(changed(file)).toEqual([])
    expect(word.what).toBe('Back')
  })

  test('of a dataset that was added is all that is said of it, and nothing was before', () => {
    const file = anImportedPlan()
    const added = did(file, 'Added', () =>
      datasetInserter(file.db)({
        id: 'd',
        position: 4,
        sourceRowId: null,
        facts: { ...noFacts, title: 'New' },
      }),
    )
    const noted = did(file, 'Noted', () => setFields(file.db, ['d'], 'review', { reviewNote: 'x' }))
    const [one] = changed(file)
    expect(one).toMatchObject({ now: { id: 'd', facts: { title: 'New' } }, before: null, cells: {} })
    expect(one?.words.get('facts.title')).toEqual(added)
    expect(one?.words.get('review.reviewNote')).toEqual(noted)
    expect(one?.words.has('facts.unit')).toBe(false)
  })

  test('can be asked for corrections of the inventory alone', () => {
    const file = anImportedPlan()
    did(file, 'Noted', () => setFields(file.db, ['a'], 'review', { reviewNote: 'x' }))
    did(file, 'Corrected', () => setFields(file.db, ['b'], 'facts', { unit: 'Licensing' }))
    did(file, 'Noted, too', () => setFields(file.db, ['b'], 'review', { reviewNote: 'x' }))
    did(file, 'Added', () =>
      datasetInserter(file.db)({
        id: 'd',
        position: 4,
        sourceRowId: null,
        facts: { ...noFacts, title: 'New' },
      }),
    )
    expect(changed(file, 'corrections').map(({ now }) => now.id)).toEqual(['b'])
    expect(changed(file).map(({ now }) => now.id)).toEqual(['a', 'b', 'd'])
  })

  test('leaves out a dataset that is not asked about', () => {
    const file = anImportedPlan()
    did(file, 'Noted', () => setFields(file.db, ['a', 'b'], 'review', { reviewNote: 'x' }))
    const datasets = readDatasets(file.db, ['b'])
    const asked = { datasets, dayOf: () => '2026-11-22', what: 'everything' } as const
    expect(changedSinceImport(file.db, asked).map(({ now }) => now.id)).toEqual(['b'])
  })
})

describe('another state of the same plan', () => {
  test('differs in the rows that differ, and is brought back by one action', () => {
    const [file, other] = [aPlanFile(), aPlanFile()]
    for (const { db } of [file, other]) {
      change(db, { ...someone, call: 'Common' }, () => {
        for (const id of ['i1', 'i2'])
          insertIdea(db, { id, question: 'on-portal', text: 'x', raisedBy: '', datasetId: null })
      })
    }
    expect(differencesFrom(file.db, other.db)).toEqual([])
    expect(restoreRows(file.db, other.db, { ...someone, call: 'Restored' })).toBeNull()

    for (const { db } of [file, other]) db.exec(anInventory)
    other.db.exec(
      `INSERT INTO source_row (id, inventory_id, sheet, row, cells, words)
       VALUES ('s', 1, 'Inventory', 9, '{"A":"Roads"}', '{"commitment.steward":"Ask Bo"}')`,
    )
    change(other.db, { ...someone, call: 'There' }, () => {
      deleteIdea(other.db, 'i2')
      datasetInserter(other.db)({ id: 'd', position: 4, sourceRowId: 's', facts: noFacts })
    })
    change(file.db, { ...someone, call: 'Here' }, () => {
      setPlanFields(file.db, 'details', { period: '2027' })
      deleteIdea(file.db, 'i1')
    })
    const before = everyRow(file)
    const wanted = everyRow(other)
    expect(
      differencesFrom(file.db, other.db).map(({ table, key, current, wanted }) => [
        table,
        key,
        current === null,
        wanted === null,
      ]),
    ).toEqual([
      ['plan', 'plan-1', false, false],
      ['dataset', 'd', true, false],
      ['idea', 'i2', false, true],
      ['idea', 'i1', true, false],
    ])
    const touched = restoreRows(file.db, other.db, { ...someone, call: 'Restored' })
    expect(touched).toEqual({
      plan: ['plan-1'],
      criterion: [],
      dataset: ['d'],
      rating: [],
      idea: ['i2', 'i1'],
    })
    expect(everyRow(file)).toEqual(wanted)
    // All that the inventory said there, also what nobody has understood yet.
    const rowsRead = ({ db }: File) => db.prepare('SELECT * FROM source_row').all()
    expect(rowsRead(file)).toEqual(rowsRead(other))
    expect(readDatasets(file.db, ['d'])[0]?.source).toMatchObject({ sheet: 'Inventory', row: 9 })
    undo(file.db, someone.at)
    expect(everyRow(file)).toEqual(before)
    closePlanFile(other)
  })
})

describe('the columns of a row in words', () => {
  beforeAll(async () => {
    ;({ columnsInWords } = await import('../../../src/engine/store/changed-columns.ts'))
  })

  const wordsOf = (
    table: Parameters<typeof columnsInWords>[1],
    key: string,
    column: string,
    value: string,
  ) => {
    const found = columnsInWords(aPlanFile().db, table, key).get(column)
    return found === undefined ? null : [found.field, found.words(value)]
  }

  test.each([
    ['dataset', 'a', 'fact_title', 'x', 'Title', 'x'],
    ['dataset', 'a', 'fact_legal_basis', 'x', 'Legal basis', 'x'],
    ['dataset', 'a', 'availability', 'not-public', 'Availability', 'Not public'],
    ['dataset', 'a', 'legal_basis', 'x', 'Legal basis of the protection', 'x'],
    ['dataset', 'a', 'open_machine_readable', 'yes', 'Open data: Machine-readable', 'Yes'],
    ['dataset', 'a', 'high_value_grounds', 'A', 'High-value grounds', expect.stringMatching(/^A: \w/)],
    ['dataset', 'a', 'override_tier', 'now', 'Tier, set by hand', 'Now'],
    ['dataset', 'a', 'override_reason', 'x', 'Reason for the tier', 'x'],
    ['dataset', 'a', 'steward', 'x', 'Steward', 'x'],
    ['idea', 'i1', 'question', 'on-portal', 'Question', expect.stringMatching(/\w/)],
    ['idea', 'i1', 'text', 'x', 'Idea', 'x'],
    ['idea', 'i1', 'raised_by', 'x', 'Raised by', 'x'],
    ['plan', 'plan-1', 'agency_name', 'x', 'Agency', 'x'],
    ['criterion', 'demand', 'weight', '2', 'Weight of “Demand from others”', '2'],
    ['plan', 'plan-1', 'changes_sheet', 'add', 'Sheet “Plan changes”', 'Add it'],
    ['plan', 'plan-1', 'submitted_how', 'x', 'Submitted to whom or how', 'x'],
    ['plan', 'plan-1', 'submitted_on', '2026-12-01', 'Submitted on', expect.stringMatching(/2026/)],
    ['rating', 'a/demand', 'value', '2', 'Rating: Demand from others', '2'],
    ['rating', 'a/older', 'value', '2', 'Rating: older', '2'],
    ['rating', 'a/b/demand', 'reason', 'x', 'Reason: Demand from others', 'x'],
  ] as const)('%s %s: %s is what a person knows as a field', (table, key, column, value, field, words) => {
    expect(wordsOf(table, key, column, value)).toEqual([field, words])
  })

  test('leave out what no person knows', () => {
    expect(wordsOf('dataset', 'a', 'position', '1')).toBeNull()
    expect(wordsOf('dataset', 'a', 'override_at', '1')).toBeNull()
    expect(wordsOf('rating', 'a/demand', 'criterion', 'demand')).toBeNull()
  })

  test('are columns there are, and differ from each other', () => {
    const { db } = aPlanFile()
    for (const table of journalledTables) {
      const known = [...columnsInWords(db, table, 'a/demand').keys()]
      const there = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
      expect(known.filter((column) => !there.includes(column))).toEqual([])
    }
    expect(columnsInWords(db, 'dataset', 'a').size).toBe(20 + 4 + 5 + 5 + 1 + 2 + 9)
    expect(columnsInWords(db, 'plan', 'plan-1').size).toBe(9 + 4 + 2)
  })
})
