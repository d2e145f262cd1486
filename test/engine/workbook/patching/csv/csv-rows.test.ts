import { describe, expect, it } from 'vitest'
import type { AddedRow } from '../../../../../src/domain/write-back/workbook-changes.ts'
import type { TextEncoding } from '../../../../../src/engine/encoding/text-encoding.ts'
import { csvRecords } from '../../../../../src/engine/workbook/patching/csv/csv-records.ts'
import {
  appendedRecords,
  endsWithLineEnd,
  lineEnd,
} from '../../../../../src/engine/workbook/patching/csv/csv-rows.ts'

const bytes = Buffer.from('ID,Title\n1,one\n2,two\n')
const known = csvRecords(bytes, 'utf-8', ',')
const noColumns = new Map<string, number>()
const row = (values: AddedRow['values'], more: Partial<AddedRow> = {}): AddedRow => ({
  sheet: 'list',
  after: 3,
  values,
  ...more,
})

describe('new records', () => {
  it('follow the last one, each field in its column', () => {
    const rows = [row({ A: 3, B: 'three' }), row({ AA: { date: '2026-05-01' }, C: null }), row({})]
    expect(appendedRecords(bytes, known, rows, noColumns)).toEqual({
      filled: [],
      records: [
        {
          row: 4,
          writes: [
            { row: 4, column: 1, value: 3 },
            { row: 4, column: 2, value: 'three' },
          ],
        },
        {
          row: 5,
          writes: [
            { row: 5, column: 27, value: { date: '2026-05-01' } },
            { row: 5, column: 3, value: null },
          ],
        },
        { row: 6, writes: [] },
      ],
      refused: [],
    })
  })

  it('say in the plan’s columns what the plan says, as far as those are there', () => {
    const planValues = { ODAP_route: 'As is', ODAP_lost: 'x', ODAP_why: true }
    const columnOf = new Map([
      ['ODAP_why', 6],
      ['ODAP_route', 5],
    ])
    expect(appendedRecords(bytes, known, [row({ A: 3 }, { planValues })], columnOf).records).toEqual([
      {
        row: 4,
        writes: [
          { row: 4, column: 1, value: 3 },
          { row: 4, column: 5, value: 'As is' },
          { row: 4, column: 6, value: true },
        ],
      },
    ])
  })

  it('go into the blank records below the table first, where nothing else stands below those', () => {
    const rows = [row({ A: 3 }), row({ A: 4 }), row({ A: 5 })]
    const placesIn = (text: string) => {
      const content = Buffer.from(text)
      const made = appendedRecords(content, csvRecords(content, 'utf-8', ','), rows, noColumns)
      return [made.filled, made.records]
        .map((records) => records.map((one) => one.row))
        .concat([[made.refused.length]])
    }
    const table = 'ID,Title\n1,one\n2,two\n'
    expect(placesIn(`${table},,\n" ",\n`)).toEqual([[4, 5], [6], [0]])
    expect(placesIn(`${table},,\n,\n,\nSource: the clerks\n`)).toEqual([[], [], [3]])
  })

  it('are refused where the table ends before the file does, and take no number', () => {
    const rows = [row({ A: 1 }, { after: 2 }), row({ A: 2 }), row({ A: 3 }, { after: 9 }), row({ A: 4 })]
    expect(appendedRecords(bytes, known, rows, noColumns)).toEqual({
      filled: [],
      records: [
        { row: 4, writes: [{ row: 4, column: 1, value: 2 }] },
        { row: 5, writes: [{ row: 5, column: 1, value: 4 }] },
      ],
      refused: [
        { where: 'A3', reason: 'no-room-below-table', value: '' },
        { where: 'A10', reason: 'no-room-below-table', value: '' },
      ],
    })
  })

  it('may be none, and may be the first of a file', () => {
    expect(appendedRecords(bytes, known, [], noColumns)).toEqual({ filled: [], records: [], refused: [] })
    expect(appendedRecords(Buffer.from(''), [], [row({ A: 1 }, { after: 0 })], noColumns).records).toEqual([
      { row: 1, writes: [{ row: 1, column: 1, value: 1 }] },
    ])
  })
})

/** How the text ends its lines, and whether it ends with a line end. */
function ends(text: string, encoding: TextEncoding = 'utf-8'): readonly [string, boolean] {
  const bytes =
    encoding === 'utf-16be'
      ? Buffer.from(text, 'utf16le').swap16()
      : Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8')
  const records = csvRecords(bytes, encoding, ',')
  return [lineEnd(bytes, records), endsWithLineEnd(bytes, records)]
}

describe('the end of a line', () => {
  it.each<[string, string, boolean]>([
    ['a,b\nc,d\n', '\n', true],
    ['a,b\r\nc,d\r\n', '\r\n', true],
    ['a,b\rc,d\r', '\r', true],
    ['a,b\nc,d', '\n', false],
    ['a,b\r\nc,d', '\r\n', false],
    ['a,b\rc', '\r', false],
    // As the first record has it, whatever the others have.
    ['a\r\nb\nc\n', '\r\n', true],
    ['a\nb\r\nc', '\n', false],
    ['a\rb\r\n', '\r', true],
    ['a\r\rb', '\r', false],
    ['a\n\r\n', '\n', true],
    ['"a\r\nb",c\nd', '\n', false],
    ['a,"b\n"\r\nc,d,e,f\r\n', '\r\n', true],
    ['a', '\n', false],
    ['a,b,c', '\n', false],
    ['a,"b\r', '\n', false],
    ['\r\n', '\r\n', true],
    ['', '\n', false],
  ])('in %j is %j', (text, end, closed) => {
    expect(ends(text)).toEqual([end, closed])
  })

  it.each<TextEncoding>(['utf-16le', 'utf-16be'])('is found in %s', (encoding) => {
    expect(ends('\ufeffa,b\r\nc,d\r\n', encoding)).toEqual(['\r\n', true])
    expect(ends('\ufeffa,b\nc,d', encoding)).toEqual(['\n', false])
    expect(ends('\ufeffa,b\rc,d\r', encoding)).toEqual(['\r', true])
  })
})
