import { describe, expect, it } from 'vitest'
import { type PatchRequest, patchRequested } from '../../../../src/engine/workbook/patching/patch-request.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'
import { partText, sampleInventory } from '../../../support/patch-sample.ts'

const sheet = 'Inventory'

function requested(request: Partial<PatchRequest>, bytes: Buffer = sampleInventory, name = 'a.xlsx') {
  const result = patchRequested(bytes, name, { cells: [], columns: [], rows: [], ...request })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { bytes: updated, report } = result.value
  const cells = report.comparison.changed.flatMap((part) => part.cells)
  return { ...report, updated, cells: cells.map(({ cell, after }) => `${cell} ${after}`) }
}

const csv = (text: string, request: Partial<PatchRequest>) =>
  Buffer.from(requested(request, Buffer.from(text), 'a.csv').updated).toString()

describe('changes that name no table', () => {
  it('go into the one that is found on the sheet, whatever the letter case of its name', () => {
    const { cells, addedColumns, addedRows, refused } = requested({
      columns: [{ sheet, after: 'S', header: 'Looked at', values: { 7: true } }],
      rows: [{ sheet: 'inventory', after: 69, values: { A: 'N-1', B: 'New' } }],
    })
    expect(cells).toEqual(['T6 Looked at', 'T7 TRUE', 'A70 N-1', 'B70 New'])
    expect(addedColumns).toEqual([{ header: 'Looked at', letter: 'T' }])
    expect(addedRows).toEqual([{ sheet, row: 70 }])
    expect(refused).toEqual([])
  })

  it('may be cells alone, for which no table is looked for', () => {
    const { cells } = requested({ cells: [{ sheet, cell: 'B7', value: 'Edited' }] })
    expect(cells).toEqual(['B7 Edited'])
    const nothing = makeWorkbook({ sheets: [{ name: 'S', xml: rowsXml([['x']]) }] })
    expect(requested({ cells: [{ sheet: 'S', cell: 'A1', value: 'y' }] }, nothing).cells).toEqual(['A1 y'])
  })

  it('get columns where nothing is, right of the table and of the column they name', () => {
    const { addedColumns } = requested({
      columns: [
        { sheet, after: 'C', header: 'One', values: {} },
        { sheet, after: 'X', header: 'Two', values: { 7: 'x' } },
      ],
    })
    expect(addedColumns.map(({ letter }) => letter)).toEqual(['Y', 'Z'])
  })

  it('know their columns again by a mark that is theirs alone', () => {
    const columns = [
      { sheet, after: 'S', header: 'Looked at', values: { 7: true } },
      { sheet, after: 'S', header: 'By', values: { 7: 'M. Chen' } },
    ] as const
    const once = requested({ columns })
    const workbook = partText(once.updated, 'xl/workbook.xml')
    expect(workbook).toContain('name="ODAPCOLUMN_7c0cd07eee097f10" hidden="1">Inventory!$T$6<')
    expect(workbook.match(/ODAPCOLUMN_[0-9a-f]{16}"/g)).toHaveLength(2)
    const again = requested({ columns }, Buffer.from(once.updated))
    expect(Buffer.from(again.updated).equals(Buffer.from(once.updated))).toBe(true)
  })

  it.each([
    ['as wide as their longest text', 'A heading', { 7: 'x'.repeat(20) }, 22],
    ['as wide as their heading', 'A heading that is longer', { 7: 'x' }, 26],
    ['never too narrow', 'H', { 7: 1 }, 12],
    ['never too wide', 'H', { 7: 'x'.repeat(60) }, 48],
  ])('get columns %s', (_, header, values, width) => {
    const { updated } = requested({ columns: [{ sheet, after: 'S', header, values }] })
    expect(partText(updated, 'xl/worksheets/sheet1.xml')).toContain(
      `<col min="20" max="20" width="${width}" `,
    )
  })

  it('that mean rows above the table found speak of a table of their own', () => {
    const { cells, addedRows } = requested({ rows: [{ sheet, after: 3, values: { B: 'above' } }] })
    expect(cells).toEqual(['B4 above'])
    expect(addedRows).toEqual([{ sheet, row: 4 }])
  })

  it('go where they say on a sheet with no table at all', () => {
    const notes = makeWorkbook({ sheets: [{ name: 'Notes', xml: rowsXml([['only'], ['notes']]) }] })
    const { cells } = requested(
      {
        columns: [{ sheet: 'Notes', after: 'A', header: 'New', values: { 2: 'x' } }],
        rows: [{ sheet: 'Notes', after: 2, values: { A: 'more' } }],
      },
      notes,
    )
    expect(cells).toEqual(['B1 New', 'B2 x', 'A3 more'])
  })

  it('for a sheet that is not there are refused, each by what it was', () => {
    const { refused, addedSheets } = requested({
      columns: [{ sheet: 'None', after: 'S', header: 'H', values: { 7: true } }],
      rows: [{ sheet, after: 10, values: { B: 'in the middle' } }],
    })
    expect(refused.map(({ reason }) => reason).toSorted()).toEqual(['no-room-below-table', 'sheet-not-found'])
    expect(addedSheets).toEqual(['Plan additions'])
  })

  it('keep what was refused on a sheet of its own, with what it belongs to', () => {
    const { updated, comparison } = requested({
      rows: [{ sheet, after: 10, values: { B: 'in the middle' } }],
    })
    const additions = comparison.added.map((part) => partText(updated, part)).join('')
    for (const text of ['Belongs to', 'Column', 'Value', 'in the middle']) expect(additions).toContain(text)
    for (const width of [24, 28, 40]) expect(additions).toContain(`width="${width}"`)
  })

  it('go into a text file as into its one sheet, whatever it is called', () => {
    expect(
      csv('Title,Agency\nA,H\nB,H\n', {
        columns: [{ sheet: 'whatever', after: 'B', header: 'New', values: { 2: 'x' } }],
        rows: [{ sheet: 'whatever', after: 3, values: { A: 'C' } }],
      }),
    ).toBe('Title,Agency,New\nA,H,x\nB,H,\nC,\n')
    expect(csv('1,2\n3,4\n', { rows: [{ sheet: '', after: 2, values: { B: '2', A: '1' } }] })).toBe(
      '1,2\n3,4\n1,2\n',
    )
  })

  it('of a file that cannot be read are answered with why', () => {
    const request = { cells: [], rows: [], columns: [{ sheet, after: 'A', header: 'H', values: {} }] }
    expect(patchRequested(Buffer.from('%PDF-1.4 letters'), 'a.xlsx', request)).toMatchObject({
      ok: false,
      error: { code: 'file-kind-not-read' },
    })
  })

  it('write into protected cells only where that is allowed', () => {
    const xml = `${rowsXml([['Title'], ['a']])}<sheetProtection sheet="1"/>`
    const locked = makeWorkbook({ sheets: [{ name: 'S', xml }] })
    const request = { rows: [], columns: [], cells: [{ sheet: 'S', cell: 'A2', value: 'b' }] }
    const refusals = (allowed: Parameters<typeof patchRequested>[3]) => {
      const result = patchRequested(locked, 'a.xlsx', request, allowed)
      return result.ok ? result.value.report.refused.map(({ reason }) => reason) : result.error
    }
    expect(refusals({})).toEqual(['protected-sheet'])
    expect(refusals({ writeProtected: true })).toEqual([])
  })
})

describe('the table that a request means', () => {
  const twoTables = makeWorkbook({
    sheets: [
      {
        name: 'Notes',
        xml: rowsXml([['Read me'], ['first']]),
      },
      {
        name: 'Data Inventory',
        xml: rowsXml([
          ['Our data', null, null],
          ['Dataset Name', 'Owner', 'Description'],
          ['Roads', 'Transport', 'All roads'],
          ['Bridges', 'Transport', 'All bridges'],
          ['Signs', 'Transport', 'All signs'],
        ]),
      },
    ],
  })

  it('is found with its heading row, whatever row the request begins with', () => {
    const { cells } = requested(
      {
        columns: [{ sheet: 'data inventory', after: 'A', header: 'Checked', values: { 4: 'yes', 5: 'no' } }],
      },
      twoTables,
    )
    expect(cells).toEqual(['D2 Checked', 'D4 yes', 'D5 no'])
  })

  it('is each sheet’s own', () => {
    const { cells } = requested(
      {
        columns: [
          { sheet: 'Data Inventory', after: 'C', header: 'One', values: { 3: 'x' } },
          { sheet: 'Notes', after: 'B', header: 'Two', values: { 2: 'y' } },
        ],
        rows: [{ sheet: 'Data Inventory', after: 5, values: { A: 'Lamps' } }],
      },
      twoTables,
    )
    expect(cells.toSorted()).toEqual(['A6 Lamps', 'C1 Two', 'C2 y', 'D2 One', 'D3 x'])
  })

  it('is what the request speaks of where that lies in its heading row or above it', () => {
    const { cells } = requested(
      { columns: [{ sheet: 'Data Inventory', after: 'C', header: 'One', values: { 2: 'x', 4: 'y' } }] },
      twoTables,
    )
    expect(cells).toEqual(['D1 One', 'D2 x', 'D4 y'])
  })

  it('may be named in whatever order of letters', () => {
    const wide = makeWorkbook({ sheets: [{ name: 'Wide', xml: rowsXml([['only'], ['notes']]) }] })
    const { addedColumns } = requested(
      {
        columns: [
          { sheet: 'Wide', after: 'AA', header: 'One', values: { 2: 'x' } },
          { sheet: 'Wide', after: 'B', header: 'Two', values: { 2: 'y' } },
        ],
      },
      wide,
    )
    expect(addedColumns.map(({ letter }) => letter)).toEqual(['AB', 'AC'])
  })
})
