import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../src/engine/workbook/reading/read-csv.ts'

function read(bytes: Buffer | string) {
  const result = readCsv(Buffer.from(bytes as string))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const texts = (bytes: Buffer | string) => read(bytes).rows.map((row) => row.texts)

describe('delimited text', () => {
  it('keeps line breaks, delimiters and doubled quotes inside quotes', () => {
    const { rows } = read('a,b\r\n"1\r\n2","x, ""y"""\r\nlast,end')
    expect(rows.map(({ row, texts: cells }) => [row, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1\n2', 'x, "y"'],
      [3, 'last', 'end'],
    ])
  })

  it('finds the delimiter that splits every line alike, whatever commas the words hold', () => {
    const rows = ['Roads', 'Rails', 'Ports', 'Parks'].map((name) => `${name};Counts, sums, and more;1,5`)
    expect(read(['Dataset;Description;Size', ...rows].join('\n')).delimiter).toBe(';')
  })

  it.each([',', ';', '\t', '|'])('finds the delimiter %j by itself', (delimiter) => {
    const lines = [
      ['Name', 'Notes, if any', 'Owner'],
      ['A', 'b; c', 'D'],
      ['E', '', 'F'],
    ]
    const text = lines.map((line) => line.map((value) => `"${value}"`).join(delimiter)).join('\n')
    expect(read(text).delimiter).toBe(delimiter)
    expect(texts(text)[0]).toEqual(['Name', 'Notes, if any', 'Owner'])
  })

  it('is not misled by commas in the numbers of a text split by semicolons', () => {
    expect(texts('Rows;Size\n1,5;2,6\n3,4;5,6\n')).toEqual([
      ['Rows', 'Size'],
      ['1,5', '2,6'],
      ['3,4', '5,6'],
    ])
  })

  it('obeys the line sep= and does not take it for data', () => {
    expect(read('sep=;\na;b,c\n').rows).toMatchObject([{ row: 2, texts: ['a', 'b,c'] }])
  })

  it('reads UTF-8, UTF-16 and Windows-1252', () => {
    const text = 'Größe,“é”\n1,2\n'
    const windows = Buffer.from('Gr\xf6\xdfe,\x93\xe9\x94\n1,2\n', 'latin1')
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [text, `\uFEFF${text}`, little, Buffer.from(little).swap16(), windows]) {
      expect(texts(bytes as Buffer)).toEqual([
        ['Größe', '“é”'],
        ['1', '2'],
      ])
    }
  })

  it('does not lose every accent for a few bytes that are no UTF-8', () => {
    const broken = Buffer.concat([Buffer.from('Café,Größe\nñandú,'), Buffer.from([0xff])])
    expect(texts(broken)).toEqual([
      ['Café', 'Größe'],
      ['ñandú', '\ufffd'],
    ])
    const cut = Buffer.from('Naïve,Café,Größe,Señor,Façade').subarray(0, -1)
    expect(texts(cut)[0]?.slice(0, 2)).toEqual(['Naïve', 'Café'])
  })

  it('takes CR alone for a line end, skips blank records and keeps their numbers', () => {
    expect(read('a,b\r\r,\rc,d').rows.map(({ row }) => row)).toEqual([1, 4])
  })

  it('ends for a quote that never closes', () => {
    expect(texts('a,"b\nc,d')).toEqual([['a', 'b\nc,d']])
  })

  it('refuses bytes that are no text', () => {
    const noise = Buffer.from(Array.from({ length: 200 }, (_, index) => index % 7))
    expect(readCsv(noise)).toMatchObject({ ok: false, error: { code: 'file-kind-not-read' } })
  })
})

describe('what a value of a text file is', () => {
  it.each([
    ['number', ['1', ' 12 ', '-1', '+1.5', '1,234.5', '.5', '12%', '\t7']],
    ['date', ['2026-11-29', ' 2026-11-29 ', '2026-11-29T10:30:00Z', '2026-11-29 10:30:00.5']],
    ['boolean', ['true', 'FALSE', ' True ']],
    [
      'text',
      [
        'a',
        '1a',
        'a1',
        '1 2',
        '1%%',
        '%',
        '--1',
        '1.',
        '-',
        '2026-1-29',
        'x 2026-11-29',
        '2026-11-29x',
        '12026-11-29',
        '2026-11-29T',
        '2026-11-29 Z',
        'truely',
        'untrue',
      ],
    ],
  ] as const)('is a %s by how it is written', (kind, values) => {
    const { rows } = read(values.map((value) => `"${value}",end`).join('\n'))
    expect(rows.map(({ kinds, texts: [text] }) => [text, kinds[0]])).toEqual(
      values.map((value) => [value, kind]),
    )
  })

  it('is nothing where it is blank, and stands in its own column', () => {
    const [row] = read('"a", ,,"  ",b\n').rows
    expect(row).toMatchObject({ row: 1, columns: [1, 5], texts: ['a', 'b'] })
  })
})

describe('the delimiter', () => {
  const chosen = (lines: readonly string[]) => read(lines.join('\n')).delimiter

  it('is the comma where nothing splits anything', () => {
    expect(chosen(['one', 'two'])).toBe(',')
    expect(chosen([])).toBe(',')
  })

  it('is told by lines with something in them: blank ones count for nothing', () => {
    expect(chosen(['a;b', '', '', '', '', 'c;d', 'e,;f'])).toBe(';')
  })

  it('is the one most lines agree on, not the one a single long line has most of', () => {
    expect(chosen(['a,b,c,d,e,f,g', 'h;i', 'j;k', 'l;m', 'n;o'])).toBe(';')
    expect(chosen(['x;1', 'a,b,c', 'd,e,f', 'g,h,i'])).toBe(',')
  })

  it('is told by evenness before the number of fields, from four lines on', () => {
    expect(chosen(['a;b,c,d', 'e;f,g', 'h;i,j,k,l', 'm;n,o'])).toBe(';')
    expect(chosen(['a;b,c,d', 'e;f,g,h', 'i;j,k,l'])).toBe(',')
  })

  it('is looked for in the first fifty lines alone', () => {
    const first = Array.from({ length: 50 }, (_, index) => `${index};x`)
    const others = Array.from({ length: 500 }, () => 'a,b,c,d,e,f,g,h')
    expect(chosen([...first, ...others])).toBe(';')
  })

  it('named in the first line is one only there, on a line of its own', () => {
    expect(read('a\nsep=;\nb;c\n').rows).toHaveLength(3)
    expect(read('"sep=|"\r\na|b,c\r\n')).toMatchObject({ delimiter: '|', rows: [{ row: 2 }] })
  })
})

it('bytes that are no text are no file that is read', () => {
  expect(readCsv(Buffer.alloc(64, 1))).toEqual({
    ok: false,
    error: { code: 'file-kind-not-read', kind: 'unknown' },
  })
})

it('an open quote takes all that follows, and what stands behind a closed one belongs to its value', () => {
  expect(texts('a,"b\nc')).toEqual([['a', 'b\nc']])
  expect(texts('"a"x,b\r"c" ,d')).toEqual([
    ['ax', 'b'],
    ['c ', 'd'],
  ])
})
