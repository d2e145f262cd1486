import { describe, expect, it } from 'vitest'
import { workbookChanges } from '../../../src/domain/write-back/workbook-columns.ts'
import { aPlan, ratings } from '../../support/builders.ts'
import { changed, day, logOf, table } from '../../support/changed-datasets.ts'

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

  const ratingEntries = (ratings: readonly (readonly [id: string, name: string, is: number | null])[]) =>
    ratings.map(([id, name, is]) => ({
      cell: { mark: `ODAP_criterion_${id}_rating`, row: 5 },
      rest: [
        'Inspection results',
        `Plan: Rating: ${name}`,
        1,
        is,
        is === null ? 'Said where it stands' : `Because of ${id}`,
        'J. Rivera',
        day,
      ],
    }))

  it('tells what score, tier and ratings were by the ratings of before, and no change of rank', () => {
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
      ...ratingEntries([
        ['goals', 'State and agency goals', 3],
        ['focal_points', 'State Data Plan focal points', null],
        ['demand', 'Demand from others', null],
        ['quality', 'Accurate and complete', 3],
        ['machine_readable', 'Machine-readable', null],
      ]),
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
