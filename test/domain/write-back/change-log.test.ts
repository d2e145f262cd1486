import { describe, expect, it, test } from 'vitest'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { AnswerField, ChangedDataset, LastWord } from '../../../src/domain/write-back/changed-dataset.ts'
import type { WorkbookChanges } from '../../../src/domain/write-back/workbook-changes.ts'
import { type MappedTable, workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan, type DatasetChanges, ratings } from '../../support/builders.ts'

const table: MappedTable = {
  sheet: 'Inventory',
  headerRow: 4,
  lastRow: 12,
  letters: ['A', 'B', 'C'],
  fields: [
    { letter: 'A', field: 'notes' },
    { letter: 'B', field: 'title' },
    { letter: 'C', field: null },
  ],
}

const word: LastWord = {
  actionId: 3,
  who: 'J. Rivera',
  day: '2026-11-23',
  what: 'Said where it stands',
  reason: '',
}

interface Change {
  readonly before?: DatasetChanges | null
  readonly now?: DatasetChanges
  readonly words: Partial<Record<AnswerField, Partial<LastWord>>>
  readonly cells?: Record<string, string>
}

function changed({ before = {}, now = {}, words, cells = {} }: Change): ChangedDataset {
  return {
    before: before === null ? null : aDataset(before),
    now: aDataset({ ...before, ...now }),
    words: new Map(
      Object.entries(words).map(([field, said]) => [field as AnswerField, { ...word, ...said }]),
    ),
    cells,
  }
}

function logOf(
  changes: readonly ChangedDataset[],
  more: readonly Dataset[] = [],
  where: MappedTable = table,
): NonNullable<WorkbookChanges['changeLog']>['entries'] {
  const plan = aPlan({ datasets: [...more, ...changes.map(({ now }) => now)] })
  const { changeLog } = workbookChanges(plan, where, { changed: changes, withChangeLog: true })
  if (changeLog === undefined) throw new Error('The workbook was to tell of its changes.')
  return changeLog.entries
}

const day = { date: '2026-11-23' }

describe('the sheet of changes', () => {
  it('is there when it is wanted, and only then', () => {
    const known = { changed: [changed({ words: {} })] }
    expect(workbookChanges(aPlan(), table, known).changeLog).toBeUndefined()
    expect(workbookChanges(aPlan(), table, { ...known, withChangeLog: false }).changeLog).toBeUndefined()
    expect(workbookChanges(aPlan(), table, { withChangeLog: true }).changeLog).toEqual({
      name: 'Plan changes',
      header: ['Cell', 'Dataset', 'Column', 'What it was', 'What it is', 'Reason', 'Who', 'When'],
      widths: [18, 36, 26, 32, 32, 48, 20, 14],
      entries: [],
    })
  })

  it('tells of a corrected cell: where, what it showed, what it says now, who and when', () => {
    const one = changed({
      before: { facts: { notes: 'Weekly' } },
      now: { facts: { notes: 'Daily' } },
      words: { 'facts.notes': { what: 'Corrected the notes' } },
      cells: { A: 'Weekly ' },
    })
    expect(logOf([one])).toEqual([
      {
        cell: { sheet: 'Inventory', cell: 'A5' },
        rest: [
          'Inspection results',
          'Notes',
          'Weekly ',
          'Daily',
          'Corrected the notes',
          'J. Rivera',
          { date: '2026-11-23' },
        ],
      },
    ])
  })

  it('leaves out a correction that is known not to be written', () => {
    const refused = changed({
      before: { facts: { notes: 'https://example.org/a' } },
      now: { facts: { notes: 'https://example.org/b' } },
      words: { 'facts.notes': {} },
      cells: { A: 'Our page' },
    })
    expect(logOf([refused])).toEqual([])
  })

  it('tells of the corrections of each dataset before its answers, dataset by dataset', () => {
    const first = changed({
      before: { id: 'one', facts: { title: 'One', notes: 'a' } },
      now: { facts: { title: 'First', notes: 'b' }, review: { availability: 'not-public' } },
      words: { 'facts.title': {}, 'facts.notes': {}, 'review.availability': {} },
      cells: { A: 'a', B: 'One' },
    })
    const second = changed({
      before: { id: 'two', source: { sheet: 'Inventory', row: 6 }, facts: { title: 'Two' } },
      now: { facts: { title: 'Second' }, review: { availability: 'on-portal' } },
      words: { 'facts.title': {}, 'review.availability': {} },
      cells: { B: 'Two' },
    })
    const untouched = changed({ before: { id: 'three' }, words: {} })
    const what = 'Said where it stands'
    expect(logOf([first, untouched, second])).toEqual([
      {
        cell: { sheet: 'Inventory', cell: 'B5' },
        rest: ['First', 'Title', 'One', 'First', what, 'J. Rivera', day],
      },
      {
        cell: { sheet: 'Inventory', cell: 'A5' },
        rest: ['First', 'Notes', 'a', 'b', what, 'J. Rivera', day],
      },
      {
        cell: { mark: 'ODAP_availability', row: 5 },
        rest: ['First', 'Plan: Availability', null, 'Not public', what, 'J. Rivera', day],
      },
      {
        cell: { sheet: 'Inventory', cell: 'B6' },
        rest: ['Second', 'Title', 'Two', 'Second', what, 'J. Rivera', day],
      },
      {
        cell: { mark: 'ODAP_availability', row: 6 },
        rest: ['Second', 'Plan: Availability', null, 'On portal', what, 'J. Rivera', day],
      },
    ])
  })

  it('tells nothing of an answer that the plan’s column shows as it showed it before', () => {
    const same = changed({
      before: { identification: { highValueGrounds: ['A', 'C'] } },
      now: { identification: { highValueGrounds: ['C', 'A'] } },
      words: { 'identification.highValueGrounds': {}, 'review.reviewNote': {} },
    })
    expect(logOf([same])).toEqual([])
  })

  it('tells of an answer that a person took back', () => {
    const taken = changed({
      before: { commitment: { targetDate: '2027-01-15', steward: 'A. Stone' } },
      now: { commitment: { targetDate: '', steward: 'A. Stone' } },
      words: { 'commitment.targetDate': { what: 'Took the target date back' } },
    })
    expect(logOf([taken])).toEqual([
      {
        cell: { mark: 'ODAP_target_date', row: 5 },
        rest: [
          'Inspection results',
          'Plan: Target date',
          { date: '2027-01-15' },
          null,
          'Took the target date back',
          'J. Rivera',
          day,
        ],
      },
    ])
  })

  it('tells what score and tier were by the ratings of before, and no change of rank', () => {
    const candidate = { identification: { access: 'public' } } as const
    const rated = changed({
      before: { ...candidate, priority: { ratings: ratings(1) } },
      now: { priority: { ratings: ratings(3, ['goals', 'quality']) } },
      words: { 'priority.ratings': {} },
    })
    const reasons = 'State and agency goals: Because of goals; Accurate and complete: Because of quality'
    expect(logOf([rated])).toEqual([
      {
        cell: { mark: 'ODAP_priority_score', row: 5 },
        rest: ['Inspection results', 'Plan: Priority score', 1, 3, reasons, 'J. Rivera', day],
      },
      {
        cell: { mark: 'ODAP_tier', row: 5 },
        rest: ['Inspection results', 'Plan: Tier', 'Later', 'Now', 'Said where it stands', 'J. Rivera', day],
      },
    ])
  })

  it('names a sheet of its own for the columns of a further sheet', () => {
    const south = changed({
      before: { source: { sheet: 'South', row: 9 } },
      now: { review: { availability: 'not-public' } },
      words: { 'review.availability': {} },
    })
    const plan = aPlan({ datasets: [south.now] })
    const further = [{ sheet: 'South', headerRow: 1, lastRow: 20, letters: ['A'] }]
    const { changeLog } = workbookChanges(plan, table, { further, changed: [south], withChangeLog: true })
    expect(changeLog?.entries.map(({ cell }) => cell)).toEqual([{ mark: 'ODAP_availability_2', row: 9 }])
  })
})

describe('the reason a sheet of changes gives', () => {
  const reasonOf = (change: Change) => logOf([changed(change)]).map(({ rest }) => rest[4])
  const nowPrivate = { review: { availability: 'not-public' } } as const

  test.each([
    ['the dataset’s own note first', ' Holds names. ', 'Decided together', 'Holds names.'],
    ['then what the person said while doing it', '  ', ' Decided together ', 'Decided together'],
    ['and else what was done', '', '  ', 'Said where it stands'],
  ])('is %s', (_, reviewNote, reason, given) => {
    const now = { review: { ...nowPrivate.review, reviewNote } }
    expect(reasonOf({ now, words: { 'review.availability': { reason } } })).toEqual([given])
  })

  it('is what was done also where the column has no place for one', () => {
    const now = { review: { publishedAt: 'Annual report' } }
    expect(reasonOf({ now, words: { 'review.publishedAt': { what: 'Wrote it' } } })).toEqual(['Wrote it'])
  })

  it('is of upkeep its note, and of a tier the reason of the person who decided on it', () => {
    const upkeep = { commitment: { upkeep: 'retire', upkeepNote: 'Nobody asks for it.' } } as const
    expect(reasonOf({ now: upkeep, words: { 'commitment.upkeep': {} } })).toEqual(['Nobody asks for it.'])
    const override = { tier: 'next', reason: 'Promised to the Council', who: 'M. Chen', at: '' } as const
    const tier = { identification: { access: 'public' }, priority: { override } } as const
    expect(
      reasonOf({
        before: { identification: { access: 'public' } },
        now: tier,
        words: { 'priority.override': {} },
      }),
    ).toEqual(['Promised to the Council', 'Said where it stands'])
  })
})

describe('who a sheet of changes names', () => {
  it('is the person who spoke last of what makes the column’s value, whatever was said first', () => {
    const earlier = { actionId: 4, who: 'A. Stone', day: '2026-11-20', what: 'Wrote the law' }
    const later = { actionId: 11, who: 'M. Chen', day: '2026-11-24', what: 'Found it protected' }
    const now = { identification: { access: 'protected', legalBasis: 'CGS 1-210' } } as const
    const said = (legalBasis: LastWord, access: LastWord) =>
      logOf([
        changed({ now, words: { 'identification.legalBasis': legalBasis, 'identification.access': access } }),
      ])
        .filter(({ rest }) => rest[1] === 'Plan: Legal basis')
        .map(({ rest }) => rest.slice(2))
    const one = { ...word, ...earlier }
    const other = { ...word, ...later }
    const expected = [[null, 'CGS 1-210', 'Found it protected', 'M. Chen', { date: '2026-11-24' }]]
    expect(said(one, other)).toEqual(expected)
    expect(said(other, one)).toEqual(expected)
  })

  it('is nobody where no name was given', () => {
    const one = changed({
      now: { review: { availability: 'not-public' } },
      words: { 'review.availability': { who: '' } },
    })
    expect(logOf([one]).map(({ rest }) => rest.slice(4))).toEqual([['Said where it stands', null, day]])
  })
})

describe('a dataset that was added during the work', () => {
  const added = (more: Partial<Change> = {}) =>
    changed({
      before: null,
      now: {
        id: 'new',
        source: null,
        facts: { title: 'Wait times' },
        review: { availability: 'not-public' },
      },
      words: { 'facts.title': { what: 'Added a dataset' }, 'review.availability': {} },
      ...more,
    })
  const another = aDataset({ id: 'other', source: null })

  it('is told of with its title and answers, by the place of its row among the new ones', () => {
    expect(logOf([added()], [another])).toEqual([
      {
        cell: { newRow: 1, letter: 'B' },
        rest: ['Wait times', 'Title', null, 'Wait times', 'Added a dataset', 'J. Rivera', day],
      },
      {
        cell: { newRow: 1, mark: 'ODAP_availability' },
        rest: [
          'Wait times',
          'Plan: Availability',
          null,
          'Not public',
          'Said where it stands',
          'J. Rivera',
          day,
        ],
      },
    ])
    expect(logOf([added()]).map(({ cell }) => cell)).toEqual([
      { newRow: 0, letter: 'B' },
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('of which nobody’s word is known stands without reason, person and day', () => {
    expect(logOf([added({ words: {} })])).toEqual([
      {
        cell: { newRow: 0, letter: 'B' },
        rest: ['Wait times', 'Title', null, 'Wait times', null, null, null],
      },
    ])
  })

  it('has its answers alone told of where the table has no column of titles', () => {
    const untitled = { ...table, fields: [{ letter: 'A', field: 'notes' }] as const }
    expect(logOf([added()], [], untitled).map(({ cell }) => cell)).toEqual([
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('is no new row where it was there before', () => {
    const before = { id: 'new', source: null, facts: { title: 'Wait times' } } as const
    expect(logOf([added({ before })]).map(({ cell }) => cell)).toEqual([
      { newRow: 0, mark: 'ODAP_availability' },
    ])
  })

  it('that has a row of the inventory by now gets no row of its own', () => {
    const now = { id: 'new', source: { sheet: 'Inventory', row: 8 } } as const
    expect(logOf([added({ now, words: { 'facts.title': {} } })])).toEqual([])
  })

  it('is marked by the numbered names of its sheet’s columns', () => {
    const plan = aPlan({ datasets: [added().now] })
    const marks = [{ name: 'ODAP_rank_3', sheet: 'Inventory' }]
    const { changeLog } = workbookChanges(plan, table, { marks, changed: [added()], withChangeLog: true })
    expect(changeLog?.entries.map(({ cell }) => cell)).toEqual([
      { newRow: 0, letter: 'B' },
      { newRow: 0, mark: 'ODAP_availability_3' },
    ])
  })
})
