import { describe, expect, it } from 'vitest'
import type {
  AddedSheet,
  ChangeLog,
  WritableValue,
} from '../../../../../src/domain/write-back/workbook-changes.ts'
import {
  placeChangeLog,
  placeOwnSheets,
} from '../../../../../src/engine/workbook/patching/package/own-sheet-places.ts'
import type { TouchedSheets } from '../../../../../src/engine/workbook/patching/package/patch-work.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import {
  locked,
  none,
  ownSheet,
  rowsOn,
  structureLocked,
  told,
  tooLong,
  touched,
  workOf,
} from '../../../../support/own-sheets.ts'
import { column } from '../../../../support/patch-inventory.ts'
import { loadedWorkbook } from '../../../../support/sheet-layout-of.ts'

const longChoices = ['a'.repeat(200), 'b'.repeat(200)]

describe('sheets of ours', () => {
  it('get names that nobody has, whatever the letters', () => {
    const sheets = [ownSheet('Plan'), ownSheet('PLAN'), ownSheet('inventory'), ownSheet('plan')]
    expect(told(placeOwnSheets(workOf({ sheets })))).toEqual([
      ['Plan', null, false],
      ['PLAN 2', null, false],
      ['inventory 2', null, false],
      ['plan 3', null, false],
    ])
  })

  it('have a hidden one behind them for long lists of choices', () => {
    const columns = [column('Route', { choices: longChoices })]
    const own = placeOwnSheets(workOf({ sheets: [ownSheet('Plan')], columns }))
    expect(told(own)).toEqual([
      ['Plan', null, false],
      ['Plan lists', null, true],
    ])
    expect(own.listSheet).toBe(own.placed[1])
    expect(placeOwnSheets(workOf({ sheets: [ownSheet('Plan')] })).listSheet).toBeNull()
  })

  it('leave out what no cell can hold, and say so', () => {
    const own = placeOwnSheets(
      workOf({ sheets: [ownSheet('Plan', [['a', tooLong]]), ownSheet('More', [[tooLong]])] }),
    )
    expect(rowsOn(own, 'Plan')).toEqual([['a', null]])
    expect(own.refused).toEqual([
      { where: 'Plan', reason: 'text-too-long', value: tooLong },
      { where: 'More', reason: 'text-too-long', value: tooLong },
    ])
  })

  it('are refused where the workbook keeps its sheets, unless they are there or somebody wants them', () => {
    const columns = [column('Route', { choices: longChoices })]
    const changes = { sheets: [ownSheet('Plan'), ownSheet('Marked', [['x']], ['Whatever'])], columns }
    const own = placeOwnSheets(workOf(changes, locked))
    expect(told(own)).toEqual([['Marked', 'Marked', false]])
    expect(own.refused).toEqual([structureLocked('Plan'), structureLocked('Plan lists')])
    expect(own.listSheet).toBeNull()
    const wanted = placeOwnSheets(workOf({ ...changes, addToLocked: true }, locked))
    expect(wanted.placed.map((one) => one.sheet.name)).toEqual(['Plan', 'Marked', 'Plan lists'])
    expect(wanted.refused).toEqual([])
    const unwanted = placeOwnSheets(workOf({ ...changes, addToLocked: false }, locked))
    expect(unwanted.refused).toEqual(own.refused)
  })

  it.each<[string, boolean | undefined, readonly string[], string | null]>([
    ['Earlier', true, ['Head', 'ings'], 'Earlier'],
    ['Earlier', undefined, ['Head', 'ings'], null],
    ['Earlier', false, ['Head', 'ings'], null],
    ['Earlier', true, ['Headings'], null],
    ['Earlier', true, ['Hea', 'dings'], null],
    ['Earlier', true, ['Head'], null],
    ['Earlier', true, [], null],
    ['Below', true, ['Head', 'ings'], null],
    ['Blank', true, ['Head', 'ings'], null],
    ['Blank', true, [], null],
    ['Marked', undefined, ['Whatever'], 'Marked'],
    ['Marked', undefined, ['Other'], null],
    ['Marked', true, ['Other'], null],
  ])(
    'are added to below their earlier selves: %s, known by headings %s, %j',
    (name, knownByHeadings, header, earlier) => {
      const changes = { sheets: [ownSheet(name, [['x']], [...header])] }
      const work = workOf(knownByHeadings === undefined ? changes : { ...changes, knownByHeadings })
      const expected = earlier === null ? `${name} 2` : name
      expect(told(placeOwnSheets(work))).toEqual([[expected, earlier, false]])
    },
  )

  it('get no row again that they have, and stay as they are where they have them all', () => {
    const said = [['a', 1], [], [null, { date: '2026-06-15' }]] as const
    const opened = loadedWorkbook(
      makeWorkbook({
        sheets: [
          { name: 'Inventory', xml: rowsXml([['ID']]) },
          {
            name: 'Plan',
            xml: rowsXml([
              ['Head', 'ings', 'of hers'],
              ['a', '1'],
              [null, '2026-06-15'],
            ]),
          },
        ],
        names:
          '<definedNames><definedName name="ODAPSHEET_Plan" hidden="1">Plan!$A$1</definedName></definedNames>',
      }),
    )
    const rowsOf = (rows: AddedSheet['rows']) => {
      const own = placeOwnSheets(workOf({ sheets: [ownSheet('Plan', rows)] }, opened))
      return own.placed.map(({ sheet }) => sheet.rows)
    }
    expect(rowsOf([...said, ['a', 2]])).toEqual([[['a', 2]]])
    expect(rowsOf(said)).toEqual([])
  })
})

describe('the sheet of changed cells', () => {
  const log = (name: string): ChangeLog => ({
    name,
    header: ['Cell', 'Why'],
    widths: [9],
    entries: [
      { cell: { sheet: 'Inventory', cell: 'A2' }, rest: ['because' as WritableValue] },
      { cell: { sheet: 'Inventory', cell: 'A3' }, rest: [tooLong] },
    ],
  })
  const writing = (...rows: readonly number[]): TouchedSheets => {
    const { sheets, ...rest } = touched([{}])
    const written = rows.map((row) => ({ row, column: 1, value: 'x', look: null }))
    return {
      ...rest,
      sheets: sheets.map((one) => ({ ...one, patch: { ...one.patch, written } })),
    }
  }

  it('is there where somebody wants it and a cell was written', () => {
    expect(placeChangeLog(workOf({}), none, writing(2))).toBe(none)
    expect(placeChangeLog(workOf({ changeLog: log('Changes') }), none, writing(7))).toBe(none)
    const own = placeChangeLog(workOf({ changeLog: log('Changes') }), none, writing(2, 3))
    expect(told(own)).toEqual([['Changes', null, false]])
    expect(rowsOn(own, 'Changes')).toEqual([
      ['Inventory!A2', 'because'],
      ['Inventory!A3', null],
    ])
    expect(own.refused).toEqual([{ where: 'Changes', reason: 'text-too-long', value: tooLong }])
  })

  it('is left as it is where nothing more is to be told', () => {
    expect(placeChangeLog(workOf({ changeLog: log('Marked') }), none, writing())).toBe(none)
  })

  it('is refused where the workbook keeps its sheets', () => {
    const own = placeChangeLog(workOf({ changeLog: log('Changes') }, locked), none, writing(2))
    expect(own).toEqual({ ...none, refused: [structureLocked('Changes')] })
  })
})
