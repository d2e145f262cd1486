import { describe, expect, it } from 'vitest'
import type { TableChoice } from '../../../../src/domain/inventory-table.ts'
import { openWorkbook, openWorkbookAhead } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { planAnswers } from '../../../../src/engine/workbook/reading/plan-answers.ts'
import { readPlanMarks } from '../../../../src/engine/workbook/reading/plan-marks.ts'
import {
  inspectBytes,
  inspectWorkbook,
  readTableBytes,
  sendTable,
  viewWorkbook,
} from '../../../../src/engine/workbook/reading/read-workbook.ts'
import { previewFrom } from '../../../../src/engine/workbook/reading/sheet-preview.ts'
import { makeGrid } from '../../../support/make-grid.ts'
import { makeWorkbook, rowsXml, type WorkbookToMake } from '../../../support/make-workbook.ts'

const inventory = rowsXml([
  ['Our data', null, null],
  ['Dataset Name', 'Owner', 'Plan: Access'],
  ['Roads', 'Transport', 'Public'],
  ['Bridges', 'Transport', null],
])

function opened(workbook: WorkbookToMake, name = 'a.xlsx') {
  const result = openWorkbook(makeWorkbook(workbook), name)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const marked = (name: string, refersTo: string) =>
  `<definedName name="${name}" hidden="1">${refersTo}</definedName>`
const withMark = (names: readonly string[]): WorkbookToMake => ({
  sheets: [
    { name: 'Data', xml: inventory },
    { name: 'Other', xml: rowsXml([['x', 'y', 'z']]) },
  ],
  names: `<definedNames>${names.join('')}</definedNames>`,
})

const anyRow: TableChoice = { sheet: 'Data', headerRow: 2, headerRows: 1 }

describe('the rows of a sheet that are shown', () => {
  const rows = Array.from({ length: 100 }, (_, index) => [
    `a${index + 1}`,
    index % 2 === 0 ? 'b' : null,
    'x'.repeat(301),
  ])
  const grid = makeGrid(rows, { name: 'Long' })

  it.each([
    [1, 1, 60],
    [30, 30, 89],
    [41, 41, 100],
    [42, 41, 100],
    [5_000, 41, 100],
    [0, 1, 60],
    [-7, 1, 60],
  ])('from row %i on are %i to %i', (from, first, last) => {
    const { rows: shown, cells, letters, sheet } = previewFrom(grid, from)
    expect([shown[0], shown.at(-1), shown.length, cells.length]).toEqual([first, last, 60, 60])
    expect(cells[0]?.[0]).toBe(`a${first}`)
    expect([sheet, ...letters]).toEqual(['Long', 'A', 'B', 'C'])
    expect(cells[0]?.[2]).toBe('x'.repeat(300))
  })

  it('are one where there is nothing, and a hundred columns at most', () => {
    expect(previewFrom(makeGrid([], { name: 'Empty' }), 9)).toEqual({
      sheet: 'Empty',
      letters: ['A'],
      rows: [1],
      cells: [['']],
    })
    const wide = makeGrid([Array.from({ length: 130 }, (_, index) => `${index}`)], { name: 'Wide' })
    expect(previewFrom(wide, 1).letters.at(-1)).toBe('CV')
  })

  it('begin five rows above the headings of a table', () => {
    const above = Array.from({ length: 9 }, (_, index) => [`note ${index}`])
    const xml = rowsXml([...above, ['Dataset Name', 'Owner'], ['Roads', 'Transport'], ['Rails', 'Transport']])
    const found = inspectBytes(makeWorkbook({ sheets: [{ name: 'S', xml }] }), 'a.xlsx', {
      sheet: 'S',
      headerRow: 10,
      headerRows: 1,
    })
    expect(found.ok && [found.value.preview.rows[0], found.value.preview.rows.at(-1)]).toEqual([5, 12])
    expect(found.ok && found.value.preview.letters).toEqual(['A', 'B'])
  })
})

it('a row with a number that no sheet has is the one below the row before it', () => {
  const row = (number: string, words: string) =>
    `<row r="${number}"><c t="inlineStr"><is><t>${words}</t></is></c></row>`
  const xml = `<sheetData>${row('1', 'Title')}${row('1048577', 'Permits')}${row('0', 'Fees')}${row('6', 'Grants')}</sheetData>`
  const view = viewWorkbook(opened({ sheets: [{ name: 'S', xml }] }), { sheet: 'S', fromRow: 1 })
  const { rows, cells } = (view.ok && view.value.preview) || { rows: [], cells: [] }
  expect(
    rows.map((number, index) => [number, cells[index]?.[0]]).filter(([, words]) => words !== ''),
  ).toEqual([
    [1, 'Title'],
    [2, 'Permits'],
    [3, 'Fees'],
    [6, 'Grants'],
  ])
})

describe('a look at a sheet', () => {
  const workbook = opened({
    sheets: [
      { name: 'Empty', xml: '<sheetData/>' },
      { name: 'Hidden', xml: rowsXml([['h']]), state: 'hidden' },
      { name: 'Seen', xml: rowsXml([['s']]) },
      { name: 'Plan changes', xml: rowsXml([['p']]) },
    ],
  })
  const shown = (sheet: string | null) => {
    const view = viewWorkbook(workbook, { sheet, fromRow: 1 })
    return view.ok ? view.value.preview.sheet : view.error
  }

  it('is at the first one in sight with something on it, or at the one asked for', () => {
    expect(shown(null)).toBe('Seen')
    expect(shown('Hidden')).toBe('Hidden')
    expect(shown('Empty')).toBe('Empty')
    expect(shown('Gone')).toEqual({ code: 'sheet-not-found', sheet: 'Gone' })
  })

  it('is at a hidden one where no other has anything on it', () => {
    const only = opened({
      sheets: [
        { name: 'E', xml: '<sheetData/>' },
        { name: 'H', xml: rowsXml([['h']]), state: 'hidden' },
      ],
    })
    const view = viewWorkbook(only, { sheet: null, fromRow: 1 })
    expect(view.ok && view.value.preview.sheet).toBe('H')
    const none = opened({ sheets: [{ name: 'E', xml: '<sheetData/>' }] })
    expect(viewWorkbook(none, { sheet: null, fromRow: 1 })).toEqual({
      ok: false,
      error: { code: 'workbook-has-no-sheets' },
    })
  })

  it('offers the agency’s sheets, not those of the plan', () => {
    const view = viewWorkbook(workbook, { sheet: null, fromRow: 1 })
    expect(view.ok && view.value.sheets.map(({ name }) => name)).toEqual(['Empty', 'Hidden', 'Seen'])
    const inspected = inspectWorkbook(
      opened({
        sheets: [
          { name: 'Data', xml: inventory },
          { name: 'Plan changes', xml: rowsXml([['p']]) },
        ],
      }),
    )
    expect(inspected.ok && inspected.value.sheets.map(({ name }) => name)).toEqual(['Data'])
  })
})

describe('marks of the plan’s columns', () => {
  it.each([
    ["'It''s'!$C$2", { sheet: "It's", letter: 'C', headerRow: 2 }],
    [' Data!c2 ', { sheet: 'Data', letter: 'C', headerRow: 2 }],
    ['Data!$XFD$1048576', { sheet: 'Data', letter: 'XFD', headerRow: 1_048_576 }],
    ['#REF!', null],
    ['Data!$C$2:$D$2', null],
    ['xData!$C$2+1', null],
    ["x'Data'!$C$2", null],
    ['$C$2', null],
    ['Data!$ABCD$2', null],
    ['Data!$C$12345678', null],
  ])('that refer to %s mark %o', (refersTo, place) => {
    const names = [
      { name: 'ODAP_access', refersTo, localSheet: null, hidden: true },
      { name: 'odap_access', refersTo: 'Data!$A$1', localSheet: null, hidden: true },
    ]
    expect(readPlanMarks(names)).toEqual(place === null ? [] : [{ name: 'ODAP_access', ...place }])
  })

  it('lead to what stands below the heading, row by row, of the sheets that are taken', () => {
    const { grids, named: marks } = opened(
      withMark([marked('ODAP_access', 'data!$C$2'), marked('ODAP_owner', 'Data!$B$2')]),
    )
    expect(planAnswers(grids, marks, new Set(['Data']))).toEqual([
      { sheet: 'Data', row: 3, answers: { ODAP_access: 'Public', ODAP_owner: 'Transport' } },
      { sheet: 'Data', row: 4, answers: { ODAP_owner: 'Transport' } },
    ])
    expect(planAnswers(grids, marks, new Set(['Other']))).toEqual([])
    expect(planAnswers(grids, marks, new Set())).toEqual([])
  })
})

describe('columns that only their headings tell to be the plan’s', () => {
  const unmarked: WorkbookToMake = { sheets: [{ name: 'Data', xml: inventory }] }
  const columnsOf = (choice?: TableChoice) => {
    const found = inspectWorkbook(opened(unmarked), choice)
    if (!found.ok) throw new Error(found.error.code)
    const { table, doubtful: told } = found.value
    return [table.columns.map(({ letter }) => letter), told.map(({ letter }) => letter), table.planHeadings]
  }

  it('are told, and are the plan’s only where somebody says so', () => {
    expect(columnsOf()).toEqual([['A', 'B', 'C'], ['C'], undefined])
    expect(columnsOf({ ...anyRow, planHeadings: 'take' })).toEqual([['A', 'B'], ['C'], 'take'])
    expect(columnsOf({ ...anyRow, planHeadings: 'leave' })).toEqual([['A', 'B', 'C'], ['C'], 'leave'])
  })

  it('are read back as answers, and not where they are left', () => {
    const sent = (choice: TableChoice) => {
      const content = readTableBytes(makeWorkbook(unmarked), 'a.xlsx', choice)
      if (!content.ok) throw new Error(content.error.code)
      const { answers, headingMarks, rows } = content.value
      return [answers.length, headingMarks.map(({ letter }) => letter), rows.length]
    }
    expect(sent({ ...anyRow, planHeadings: 'take' })).toEqual([1, ['C'], 2])
    expect(sent(anyRow)).toEqual([0, [], 2])
    expect(sent({ ...anyRow, planHeadings: 'leave' })).toEqual([0, [], 2])
  })

  it('are set apart on their own sheet alone', () => {
    const two: WorkbookToMake = {
      sheets: [
        { name: 'Data', xml: inventory },
        {
          name: 'Same',
          xml: rowsXml([
            ['Dataset Name', 'Owner', 'Notes'],
            ['Roads', 'T', 'x'],
            ['Rails', 'T', 'y'],
          ]),
        },
      ],
    }
    const found = inspectWorkbook(opened(two), { sheet: 'Same', headerRow: 1, headerRows: 1 })
    expect(found.ok && found.value.table.columns.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
  })
})

describe('a file that is opened', () => {
  it('says how far it is, to its end', () => {
    const said: (readonly [number, number])[] = []
    const file = makeWorkbook({
      sheets: [
        { name: 'A', xml: inventory },
        { name: 'B', xml: inventory },
      ],
    })
    expect(openWorkbook(file, 'a.xlsx', (done, total) => said.push([done, total])).ok).toBe(true)
    const totals = new Set(said.map(([, total]) => total))
    expect(totals.size).toBe(1)
    const [total] = totals
    expect(said.at(-1)).toEqual([total, total])
    expect(said.map(([done]) => done)).toEqual(said.map(([done]) => done).toSorted((a, b) => a - b))
    expect(said.some(([done]) => done === Number(total) / 2)).toBe(true)
  })

  it.each(['a.xlsx', 'b.csv'])('is the same where its largest sheet is unpacked ahead: %s', async (name) => {
    const file =
      name === 'b.csv'
        ? Buffer.from('Dataset Name,Owner\nRoads,T\n')
        : makeWorkbook({
            sheets: [
              { name: 'Small', xml: rowsXml([['x']]) },
              { name: 'Data', xml: inventory },
            ],
          })
    expect(await openWorkbookAhead(file, name, () => undefined)).toEqual(openWorkbook(file, name))
    expect(await openWorkbookAhead(Buffer.from('PK\u0003\u0004'), name, () => undefined)).toEqual(
      openWorkbook(Buffer.from('PK\u0003\u0004'), name),
    )
  })

  it('that is text is one sheet under the file’s name without its folder and its ending', () => {
    const named = (name: string) => {
      const result = openWorkbook(Buffer.from('a,b\n1,2\n'), name)
      return result.ok && [result.value.sheets, result.value.notices, result.value.named, result.value.format]
    }
    for (const name of ['My.data.csv', 'C:\\x\\My.data.csv', '/x.y/My.data.csv'])
      expect(named(name)).toEqual([
        [{ name: 'My.data', state: 'visible', rows: 2, columns: 2 }],
        [],
        [],
        'csv',
      ])
    expect(openWorkbook(Buffer.from('\n\n'), 'a.csv')).toEqual({
      ok: false,
      error: { code: 'no-table-found' },
    })
  })

  it('hands its datasets over once, and says what it is', () => {
    const chunks: unknown[] = []
    const content = sendTable(opened(withMark([])), anyRow, (chunk) => chunks.push(chunk))
    expect(chunks).toHaveLength(1)
    expect(content).toMatchObject({ ok: true, value: { format: 'xlsx', rows: [], table: { sheet: 'Data' } } })
    expect(readTableBytes(Buffer.from('PK'), 'a.xlsx', anyRow).ok).toBe(false)
    expect(sendTable(opened(withMark([])), { ...anyRow, sheet: 'Gone' }, () => undefined).ok).toBe(false)
  })
})
