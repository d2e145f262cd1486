import { describe, expect, it } from 'vitest'
import type { AddedColumn, WorkbookChanges } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { patchWorkbook } from '../../../../../src/engine/workbook/patching/patch-workbook.ts'
import { patched } from '../../../../support/patch-sample.ts'

function column(values: AddedColumn['values'], header = 'Availability'): AddedColumn {
  return { sheet: 'list', mark: 'ODAP_availability', header, width: 10, values }
}

function changes(more: Partial<WorkbookChanges>): WorkbookChanges {
  const table = { sheet: 'list', headerRow: 1, lastRow: 3, letters: ['A', 'B'] }
  return { tables: [table], rows: [], cells: [], columns: [], sheets: [], ...more }
}

function textAfter(text: string, more: Partial<WorkbookChanges>): string {
  return Buffer.from(patched(Buffer.from(text), changes(more)).bytes).toString('utf8')
}

describe('giving delimited text back', () => {
  it('gives the very same bytes when nothing changed', () => {
    const bytes = Buffer.from('a,b\r\n1,"2"\r\n')
    expect(Buffer.from(patched(bytes, changes({})).bytes).equals(bytes)).toBe(true)
  })

  it('changes one field and keeps quotes, line ends and the missing last one', () => {
    const cells = [{ sheet: 'list', cell: 'B2', value: 'two "new", lines\nand more' }]
    expect(textAfter('ID,Title\r\n1,two\r\n"2","x ""y"""', { cells })).toBe(
      'ID,Title\r\n1,"two ""new"", lines\nand more"\r\n"2","x ""y"""',
    )
    const quoted = [{ sheet: 'list', cell: 'B3', value: 'z' }]
    expect(textAfter('ID,Title\n1,two\n"2","x"\n', { cells: quoted })).toBe('ID,Title\n1,two\n"2","z"\n')
  })

  it('adds columns at the end of the table’s records, filling up the short ones', () => {
    const text = 'ID;Title;Notes\n1;two\n\n3;x;y\nTotal;2\n'
    const table = { sheet: 'list', headerRow: 1, lastRow: 4, letters: ['A', 'B', 'C'] }
    const columns = [
      column({ 2: 'On portal', 4: true }),
      column({ 2: 7, 4: { date: '2026-05-01' } }, 'Target'),
    ]
    const result = patched(Buffer.from(text), { ...changes({ columns }), tables: [table] })
    expect(Buffer.from(result.bytes).toString()).toBe(
      'ID;Title;Notes;Availability;Target\n1;two;;On portal;7\n\n3;x;y;TRUE;2026-05-01\nTotal;2\n',
    )
    expect(result.report.addedColumns).toEqual([
      { header: 'Availability', letter: 'D' },
      { header: 'Target', letter: 'E' },
    ])
  })

  it('quotes new fields where all the others of the record are quoted', () => {
    const columns = [column({ 2: 'x', 3: 'y' })]
    expect(textAfter('"ID","Title"\n"1","a"\n2,b\n', { columns })).toBe(
      '"ID","Title","Availability"\n"1","a","x"\n2,b,y\n',
    )
  })

  it.each([
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('keeps %s', (_, encoded) => {
    const cells = [{ sheet: 'list', cell: 'B2', value: 'José' }]
    const before = encoded('ID,Título\n1,two\n2,más\n')
    expect(
      Buffer.from(patched(before, changes({ cells })).bytes).equals(encoded('ID,Título\n1,José\n2,más\n')),
    ).toBe(true)
  })

  it('keeps bytes that are no proper text', () => {
    const before = Buffer.from([...Buffer.from('ID,T\n1,'), 0x81, 0xff, ...Buffer.from('\n2,b\n')])
    const cells = [{ sheet: 'list', cell: 'B3', value: 'c' }]
    const after = Buffer.from(patched(before, changes({ cells })).bytes)
    expect(
      after.equals(Buffer.from([...Buffer.from('ID,T\n1,'), 0x81, 0xff, ...Buffer.from('\n2,c\n')])),
    ).toBe(true)
  })

  it('stops where the encoding has no place for a character', () => {
    const cells = [{ sheet: 'list', cell: 'B2', value: '漢' }]
    const result = patchWorkbook(Buffer.from('ID,Título\n1,two\n', 'latin1'), changes({ cells }))
    expect(result).toEqual({
      ok: false,
      error: { code: 'encoding-cannot-hold', text: '漢', encoding: 'windows-1252' },
    })
  })

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1'])(
    'keeps %j, which a program could take for a formula, as typed, quoted, and warns',
    (value) => {
      const cell = { sheet: 'list', cell: 'B2', value }
      const { bytes, report } = patched(Buffer.from('ID,T\n1,a\n'), changes({ cells: [cell] }))
      expect(Buffer.from(bytes).toString()).toBe(`ID,T\n1,"${value}"\n`)
      expect(report.warnings).toEqual([{ where: 'B2', code: 'reads-like-a-formula' }])
      const row = { sheet: 'list', after: 2, values: { B: value } }
      const added = patched(Buffer.from('ID,T\n1,a\n'), changes({ rows: [row] }))
      expect(Buffer.from(added.bytes).toString()).toBe(`ID,T\n1,a\n,"${value}"\n`)
      expect(added.report.warnings).toEqual([{ where: 'B3', code: 'reads-like-a-formula' }])
    },
  )

  it.each(['a=1', '1-1', 'me@x.gov', '(1)'])('does not warn of %j', (value) => {
    const cell = { sheet: 'list', cell: 'B2', value }
    const { bytes, report } = patched(Buffer.from('ID,T\n1,a\n'), changes({ cells: [cell] }))
    expect(Buffer.from(bytes).toString()).toBe(`ID,T\n1,${value}\n`)
    expect(report.warnings).toEqual([])
  })

  it('refuses sheets and rows that a text file cannot have', () => {
    const { report } = patched(
      Buffer.from('ID,T\n1,a\n'),
      changes({
        cells: [{ sheet: 'list', cell: 'B9', value: 'x' }],
        sheets: [{ name: 'Plan additions', header: ['A'], widths: [9], rows: [] }],
      }),
    )
    expect(report.refused.map(({ where, reason }) => [where, reason])).toEqual([
      ['B9', 'not-in-this-format'],
      ['Plan additions', 'not-in-this-format'],
    ])
  })
})

describe('new rows in delimited text', () => {
  const row = (values: Record<string, string | number>, after = 2) => ({ sheet: 'list', after, values })

  it.each([
    ['ID,Title\r\n1,two\r\n', 'ID,Title\r\n1,two\r\n2,"x, y"\r\n,z\r\n'],
    ['ID,Title\n1,two', 'ID,Title\n1,two\n2,"x, y"\n,z'],
  ])('stand at the end with the file’s own line ends', (text, expected) => {
    const rows = [row({ A: 2, B: 'x, y' }), row({ B: 'z' })]
    const { bytes, report } = patched(Buffer.from(text), changes({ rows }))
    expect(Buffer.from(bytes).toString()).toBe(expected)
    expect(report.addedRows.map((one) => one.row)).toEqual([3, 4])
  })

  it('are refused where something stands below the table', () => {
    const text = 'ID,Title\n1,two\n\nas of May\n'
    const { bytes, report } = patched(Buffer.from(text), changes({ rows: [row({ A: 2 })] }))
    expect(Buffer.from(bytes).toString()).toBe(text)
    expect(report.refused.map(({ reason }) => reason)).toEqual(['no-room-below-table'])
  })
})
