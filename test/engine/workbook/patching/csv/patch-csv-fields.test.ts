import { describe, expect, it } from 'vitest'
import type {
  AddedColumn,
  CellChange,
  WorkbookChanges,
  WritableValue,
} from '../../../../../src/domain/write-back/workbook-changes.ts'
import { patchCsv } from '../../../../../src/engine/workbook/patching/csv/patch-csv.ts'

const table = { sheet: 'list', headerRow: 1, lastRow: 3, letters: ['A', 'B'] }
const none: WorkbookChanges = { tables: [table], rows: [], cells: [], columns: [], sheets: [] }

function result(original: string | Buffer, changes: Partial<WorkbookChanges>) {
  return patchCsv(Buffer.from(original as string), { ...none, ...changes })
}

function outcome(original: string | Buffer, changes: Partial<WorkbookChanges>) {
  const patched = result(original, changes)
  if (!patched.ok) throw new Error(JSON.stringify(patched.error))
  return patched.value
}

const textAfter = (original: string | Buffer, changes: Partial<WorkbookChanges>) =>
  Buffer.from(outcome(original, changes).bytes).toString('utf8')

const cell = (name: string, value: WritableValue, more: Partial<CellChange> = {}): CellChange => ({
  sheet: 'list',
  cell: name,
  value,
  ...more,
})

const column = (
  header: string,
  values: AddedColumn['values'],
  more: Partial<AddedColumn> = {},
): AddedColumn => ({
  sheet: 'list',
  mark: `ODAP_${header}`,
  header,
  width: 10,
  values,
  ...more,
})

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a text file made UTF-8', () => {
  const cells = [cell('B2', '漢')]
  const warning = [{ where: '', code: 'encoding-changed' }]

  it.each([
    ['Windows-1252', Buffer.from('ID,Título\n1,two\n', 'latin1'), '\ufeffID,Título\n1,漢\n'],
    ['UTF-16', utf16('ID,T\ufeff\n1,two\n'), '\ufeffID,T\ufeff\n1,漢\n'],
    ['UTF-16 the other way round', utf16('ID,T\n1,two\n').swap16(), '\ufeffID,T\n1,漢\n'],
  ])('from %s has a mark at its beginning and says so', (_, original, expected) => {
    const { bytes, report } = outcome(original, { cells, asUtf8: true })
    expect(Buffer.from(bytes).toString('utf8')).toBe(expected)
    expect(report.warnings).toEqual(warning)
  })

  it.each(['ID,Título\n1,two\n', '\ufeffID,Título\n1,two\n'])(
    'that is it already only changes its fields: %j',
    (text) => {
      const { bytes, report } = outcome(text, { cells, asUtf8: true })
      expect(Buffer.from(bytes).toString('utf8')).toBe(text.replace('two', '漢'))
      expect(report.warnings).toEqual([])
    },
  )

  it('that is it already keeps its bytes that are no proper text', () => {
    const original = Buffer.concat([Buffer.from('\ufeffID,T\n1,two\n2,'), Buffer.from([0xff, 0x0a])])
    const { bytes } = outcome(original, { cells: [cell('A2', 9)], asUtf8: true })
    const expected = Buffer.concat([Buffer.from('\ufeffID,T\n9,two\n2,'), Buffer.from([0xff, 0x0a])])
    expect(Buffer.from(bytes).equals(expected)).toBe(true)
  })

  it('is not made where nobody asked for it', () => {
    const original = Buffer.from('ID,Título\n1,two\n', 'latin1')
    const { bytes } = outcome(original, { cells: [cell('B2', 'x')], asUtf8: false })
    expect(Buffer.from(bytes).toString('latin1')).toBe('ID,Título\n1,x\n')
  })
})

describe('a file that cannot be written', () => {
  it.each([true, false])('is no text at all (as UTF-8: %s)', (asUtf8) => {
    const patched = result(Buffer.from([1, 2, 3, 0, 5, 0, 0, 0, 0, 9]), { asUtf8 })
    expect(patched.ok ? 'written' : patched.error.code).toBe('file-kind-not-read')
  })

  it('has a delimiter of its own beyond ASCII', () => {
    expect(result('sep=§\nID§Title\n1§two\n', {})).toEqual({
      ok: false,
      error: { code: 'workbook-dialect-not-written', what: 'delimiter §' },
    })
  })

  it('would not say what it shall, as for a row that it does not have', () => {
    const columns = [column('Route', { 99: 'x' }, { at: 'B' })]
    expect(result('ID,Route\n1,a\n', { columns })).toEqual({
      ok: false,
      error: { code: 'workbook-check-failed', what: 'A1' },
    })
  })

  it('has no cell of that name, which is a mistake of whoever asks', () => {
    expect(() => result('ID,Title\n1,two\n', { cells: [cell('nonsense', 'x')] })).toThrow(
      new RangeError('No cell is called nonsense.'),
    )
  })
})

describe('the report on a text file', () => {
  it('names what was written and what a text file cannot have', () => {
    const changeLog = { name: 'Changes', header: ['Cell'], widths: [9], entries: [] }
    const { report } = outcome('ID,Title\n1,two\n', {
      cells: [
        cell('B2', 'x'),
        cell('B9', { date: '2026-05-01' }),
        cell('A2', 'y', { refuse: 'shared-cell', sheet: '' }),
      ],
      rows: [{ sheet: 'list', after: 2, values: { A: 2 } }],
      sheets: [{ name: 'Plan', header: ['A'], widths: [9], rows: [] }],
      changeLog,
    })
    expect(report).toMatchObject({ changedCells: 1, addedSheets: [], addedRows: [{ sheet: '', row: 3 }] })
    expect(report.refused).toEqual([
      { where: 'A2', reason: 'shared-cell', value: 'y' },
      { where: 'B9', reason: 'not-in-this-format', value: '2026-05-01' },
      { where: 'Plan', reason: 'not-in-this-format', value: '' },
      { where: 'Changes', reason: 'not-in-this-format', value: '' },
    ])
  })

  it('warns of texts only: a number below zero is no formula', () => {
    const { bytes, report } = outcome('ID,Title\n1,two\n', { cells: [cell('B2', -5)] })
    expect(Buffer.from(bytes).toString()).toBe('ID,Title\n1,"-5"\n')
    expect(report.warnings).toEqual([])
  })
})

describe('a field', () => {
  it.each([
    ['with line ends of its own', 'ID,T\r\n1,"a\r\nb"\r\n', 'B2', 'a\nb'],
    ['that is blank', 'ID,T\n1,   \n', 'B2', null],
    ['that is blank, for spaces', 'ID,T\n1,\n', 'B2', '  '],
    ['of a blank record', 'ID,T\n , \n3,x\n', 'B2', null],
    ['of a blank record at the end', 'ID,T\n1,x\n , \n', 'B3', null],
    ['quoted without need', 'ID,T\n"1",x\n', 'A2', '1'],
    ['with a control character', 'ID,T\n1,a\u0001b\n', 'B2', 'ab'],
  ])('that says already what it shall keeps its bytes: %s', (_, text, name, value) => {
    expect(textAfter(text, { cells: [cell(name, value)] })).toBe(text)
  })

  it('of a blank record is told from the next record’s', () => {
    expect(textAfter('ID,T\n,\n3,x\n', { cells: [cell('B2', 'x')] })).toBe('ID,T\n,x\n3,x\n')
    expect(textAfter('ID,T\n,\n3,x\n', { cells: [cell('A2', 3)] })).toBe('ID,T\n3,\n3,x\n')
  })

  it('that a record does not have yet is added, and those before it, even to stay empty', () => {
    expect(textAfter('ID,T\n1\n', { cells: [cell('C2', 'x')] })).toBe('ID,T\n1,,x\n')
    expect(textAfter('ID,T\n1\n', { cells: [cell('C2', null)] })).toBe('ID,T\n1,,\n')
  })

  it('is written wherever its change stands among the others', () => {
    const cells = [cell('D3', 'd'), cell('B3', 'b'), cell('C3', 'c'), cell('B2', 'x'), cell('A2', 9)]
    expect(textAfter('ID,T\n1,two\n3,x\n', { cells })).toBe('ID,T\n9,x\n3,b,c,d\n')
  })

  it('is quoted beside others only where all of them are', () => {
    const cells = [cell('C2', 'x'), cell('C3', 'y'), cell('C4', null)]
    expect(textAfter('ID,T\n"1",b\n"2","c"\n"3","d"\n', { cells })).toBe(
      'ID,T\n"1",b,x\n"2","c","y"\n"3","d",\n',
    )
  })

  it('of spaces is quoted, so that they stay', () => {
    expect(textAfter('ID,T\n1,two\n', { cells: [cell('B2', '  ')] })).toBe('ID,T\n1,"  "\n')
  })

  it('is written as its column writes, in the table or, where there is none, in the whole file', () => {
    const text = 'Count,Open\n1,Yes\n2,No\nx,TRUE\nx,TRUE\nx,TRUE\n'
    const cells = [cell('B2', 'false', { asColumn: true })]
    expect(textAfter(text, { cells })).toBe(text.replace('1,Yes', '1,No'))
    const upper = 'Open,ID\nTRUE,1\nFALSE,2\nYes,3\nYes,4\nNo,5\n'
    expect(textAfter(upper, { cells: [cell('A2', 'n', { asColumn: true })] })).toBe(
      upper.replace('TRUE,1', 'FALSE,1'),
    )
    expect(textAfter(upper, { cells: [cell('A2', 'n', { asColumn: true })], tables: [] })).toBe(
      upper.replace('TRUE,1', 'FALSE,1'),
    )
  })
})

describe('columns of the plan in a text file', () => {
  it('are added nowhere without a table', () => {
    const text = 'ID,T\n1,two\n'
    const { bytes, report } = outcome(text, { tables: [], columns: [column('Route', { 2: 'x' })] })
    expect(Buffer.from(bytes).toString()).toBe(text)
    expect(report.addedColumns).toEqual([])
  })

  it('that are there already are updated where they are, new ones stand behind', () => {
    const columns = [
      column('Route', { 2: 'As is', 3: null }, { at: 'B' }),
      column('Why', { 2: 'so', 3: 'too' }),
    ]
    const { bytes, report } = outcome('ID,Route,T\n1,old,a\n2,gone,b\n', { columns })
    expect(Buffer.from(bytes).toString()).toBe('ID,Route,T,Why\n1,As is,a,so\n2,,b,too\n')
    expect(report.addedColumns).toEqual([
      { header: 'Route', letter: 'B' },
      { header: 'Why', letter: 'D' },
    ])
  })

  it('say of new rows what the plan says', () => {
    const columns = [column('Route', { 2: 'As is' }, { at: 'B' }), column('Why', { 2: 'so' })]
    const planValues = { ODAP_Route: 'new', ODAP_Why: 'because' }
    const rows = [{ sheet: 'list', after: 2, values: { A: 2 }, planValues }]
    expect(textAfter('ID,Route\n1,old\n', { columns, rows })).toBe(
      'ID,Route,Why\n1,As is,so\n2,new,because\n',
    )
  })

  it.each([
    ['an empty record', '', ''],
    ['a record of spaces', '  ', '  '],
    ['a record of empty fields', ',', ',,,'],
    ['a record of one field', 'Total', 'Total,,,'],
  ])('fill up what is no blank line: %s', (_, line, expected) => {
    const columns = [column('One', { 3: 'x' }), column('Two', { 3: 'y' })]
    expect(textAfter(`ID,T\n${line}\n3,z\n`, { columns })).toBe(`ID,T,One,Two\n${expected}\n3,z,x,y\n`)
  })

  it('fill up a blank line for which one of them says something', () => {
    const columns = [column('One', { 3: 'x' }), column('Two', { 2: 'y', 3: null })]
    expect(textAfter('ID,T\n\n3,z\n', { columns })).toBe('ID,T,One,Two\n,,,y\n3,z,x,\n')
  })
})

describe('new rows of a text file', () => {
  const rows = [{ sheet: 'list', after: 3, values: { B: 'x' } }]

  it.each([
    ['its last record has', 'ID,T\n1\n1,2,3,4\n', 'ID,T\n1\n1,2,3,4\n,x,,\n'],
    ['their own fields need', 'ID,T,U\n1,2,3\n1\n', 'ID,T,U\n1,2,3\n1\n,x\n'],
  ])('have as many fields as %s', (_, text, expected) => {
    expect(textAfter(text, { rows })).toBe(expected)
  })

  it.each([
    ['all of its last record are', 'ID,T\n1,a\n"2","b"\n', '"x"'],
    ['not where some of its last record are', '"ID","T"\n"1","a"\n"2",b\n', 'x'],
  ])('are quoted where %s', (_, text, field) => {
    expect(textAfter(text, { rows })).toBe(`${text},${field}\n`)
  })

  it('are not written into a file without any, where they would not stand in their place', () => {
    const first = [{ sheet: 'list', after: 0, values: { A: 'x', C: 'y' } }]
    expect(result('', { rows: first })).toEqual({
      ok: false,
      error: { code: 'workbook-check-failed', what: 'A2' },
    })
  })

  it('follow a last record that grows too, although it has no line end', () => {
    const columns = [column('Why', { 2: 'so', 3: 'too' })]
    expect(textAfter('ID,T\n1,a\n2,b', { rows, columns })).toBe('ID,T,Why\n1,a,so\n2,b,too\n,x')
  })
})
