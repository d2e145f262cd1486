import { describe, expect, it } from 'vitest'
import { limits } from '../../../../../src/engine/workbook/limits.ts'
import { withoutEqualCells } from '../../../../../src/engine/workbook/patching/check/equal-cells.ts'

const sheet = (rows: string, behind = '<tail/>') =>
  Buffer.from(`<worksheet><head/><sheetData>${rows}</sheetData>${behind}</worksheet>`)
const a = '<c r="A1"><v>1</v></c>'
const b = '<c r="B1"><v>2</v></c>'
const c = '<c r="C1"><v>3</v></c>'
const row = (cells: string, more = '') => `<row r="1"${more}>${cells}</row>`

/** What is left of both, between their `sheetData`; null where both are to be read whole. */
function left(before: string, after: string) {
  const rest = withoutEqualCells(sheet(before), sheet(after))
  if (rest === null) return null
  const inside = (bytes: Buffer) => /<sheetData>(.*)<\/sheetData>/s.exec(bytes.toString())?.[1]
  return [inside(rest.before), inside(rest.after)]
}

/** The columns of row 1 that are left out, up to D. */
const columnsLeftOut = (before: string, after: string) => {
  const rest = withoutEqualCells(sheet(before), sheet(after))
  return [1, 2, 3, 4].filter((column) => rest?.leftOut(1, column))
}

describe('rows that are the same', () => {
  it('are left out whole, with everything around them kept', () => {
    const same = `${row(a + b)}\n<row r="2"/> <row r="3"><c r="A3"/></row>`
    const rest = withoutEqualCells(sheet(same), sheet(same, '<other/>'))
    expect(rest?.before.toString()).toBe('<worksheet><head/><sheetData></sheetData><tail/></worksheet>')
    expect(rest?.after.toString()).toBe('<worksheet><head/><sheetData></sheetData><other/></worksheet>')
    expect([1, 2].map((column) => rest?.leftOut(1, column))).toEqual([true, true])
    expect(rest?.leftOut(1, 3)).toBe(false)
    expect(rest?.leftOut(2, 1)).toBe(false)
    expect(rest?.leftOut(3, 1)).toBe(true)
    expect(rest?.leftOut(4, 1)).toBe(false)
  })

  it('are kept on the side that alone has them', () => {
    const three = [
      '<row r="1"><c r="A1"/></row>',
      '<row r="2"><c r="A2"/></row>',
      '<row r="4"><c r="A4"/></row>',
    ]
    const all = three.join('')
    expect(left(all, three[1] ?? '')).toEqual([`${three[0]}${three[2]}`, ''])
    expect(left(three[1] ?? '', all)).toEqual(['', `${three[0]}${three[2]}`])
    expect(left(`${three[0]}${three[1]}`, `${three[2]}`)).toEqual([`${three[0]}${three[1]}`, three[2]])
    expect(left('<row r="1"/><row r="5"/>', '<row r="3"/>')).toEqual([
      '<row r="1"/><row r="5"/>',
      '<row r="3"/>',
    ])
  })

  it('are kept where what is said of the row differs, though not their cells', () => {
    expect(left(row(a + b, ' ht="15"'), row(a + b, ' ht="16"'))).toEqual([
      row('', ' ht="15"'),
      row('', ' ht="16"'),
    ])
    expect(left(row(a, ' s="1"'), row(a, ' s="10"'))).toEqual([row('', ' s="1"'), row('', ' s="10"')])
  })
})

describe('cells that are the same', () => {
  it('are left out up to the first that differs', () => {
    const other = '<c r="B1"><v>9</v></c>'
    expect(left(row(a + b + c), row(a + other + c))).toEqual([row(b + c), row(other + c)])
    expect(columnsLeftOut(row(a + b + c), row(a + other + c))).toEqual([1])
  })

  it('are left out where cells came behind them', () => {
    expect(left(row(a), row(a + b))).toEqual([row(''), row(b)])
    expect(columnsLeftOut(row(a), row(a + b))).toEqual([1])
  })

  it('are left out but for the last where cells went from behind them', () => {
    expect(left(row(a + b + c), row(a + b))).toEqual([row(b + c), row(b)])
    expect(columnsLeftOut(row(a + b + c), row(a + b))).toEqual([1])
  })

  it('are kept where one came in front of them', () => {
    expect(left(row(b), row(a + b))).toEqual([row(b), row(a + b)])
    expect(columnsLeftOut(row(b), row(a + b))).toEqual([])
  })

  it('are kept where the row had none, or has none', () => {
    expect(left(row(''), row(a))).toEqual([row(''), row(a)])
    expect(left('<row r="1"/>', row(a))).toEqual(['<row r="1"/>', row(a)])
    expect(columnsLeftOut('<row r="1"/>', '<row r="1"/>')).toEqual([])
  })

  it('are kept from the last one whose end the other only begins like', () => {
    const longer = '<c r="B1"><v>23</v></c>'
    expect(left(row(a + b), row(a + longer))).toEqual([row(b), row(longer)])
    expect(left(row(a), row('<c r="A1"><v>1</v></c></c>'))).toEqual([
      row(a),
      row('<c r="A1"><v>1</v></c></c>'),
    ])
  })

  it('are kept where the next one does not say where it is', () => {
    const nowhere = '<c><v>9</v></c>'
    expect(left(row(a + b), row(a + nowhere))).toEqual([row(a + b), row(a + nowhere)])
    expect(left(row(a + nowhere), row(a + b))).toEqual([row(a + nowhere), row(a + b)])
    expect(left(row(a), row(a + nowhere))).toEqual([row(a), row(a + nowhere)])
    const odd = '<c r="1B"><v>9</v></c>'
    expect(left(row(a + b + c), row(a + odd + c))).toEqual([row(a + b + c), row(a + odd + c)])
  })

  it('are kept where they do not say where they are themselves', () => {
    const nowhere = '<c><v>9</v></c>'
    expect(left(row(nowhere + b), row(nowhere + c))).toEqual([row(nowhere + b), row(nowhere + c)])
    expect(columnsLeftOut(row(nowhere), row(nowhere))).toEqual([])
  })

  it('may be as far out as a sheet goes', () => {
    const far = '<c r="XFD1"/>'
    const rest = withoutEqualCells(sheet(row(far)), sheet(row(far)))
    expect(rest?.leftOut(1, limits.columns)).toBe(true)
    expect(rest?.leftOut(1, limits.columns + 1)).toBe(false)
    const last = `<row r="${limits.rows}"><c r="XFD${limits.rows}"/></row>`
    expect(withoutEqualCells(sheet(last), sheet(last))?.leftOut(limits.rows, limits.columns)).toBe(true)
  })
})

describe('sheets that are read whole', () => {
  it.each([
    ['a comment anywhere', '<row r="1"/>', '<!-- x -->'],
    ['CDATA anywhere', '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>', ''],
    ['no rows at all', '', ''],
    ['a row without a number', '<row r="1"/><row/>', ''],
    ['a row with another attribute first', '<row s="1" r="1"/>', ''],
    ['a row 0', '<row r="0"/>', ''],
    ['a row whose number is none', '<row r="1x"/>', ''],
    ['the same row twice', '<row r="1"/><row r="1"/>', ''],
    ['rows that go back', '<row r="2"/><row r="1"/>', ''],
    ['a row further down than a sheet goes', `<row r="${limits.rows + 1}"/>`, ''],
    ['text between its rows', '<row r="1"/>x<row r="2"/>', ''],
    ['another element between its rows', '<row r="1"/><x/><row r="2"/>', ''],
    ['a row that never ends', '<row r="1"><c r="A1"/>', ''],
  ])('are those with %s', (_, rows, behind) => {
    const [odd, good] = [sheet(rows, behind), sheet('<row r="1"/>')]
    expect(withoutEqualCells(odd, odd)).toBeNull()
    expect(withoutEqualCells(good, odd)).toBeNull()
    expect(withoutEqualCells(odd, good)).toBeNull()
  })

  it.each(['<row r="1"', '<row r="1" x', '<row r="', '<row r="1"/>', '<row r="1"><c r="A1"/></ro'])(
    'are those that end in the middle: %s',
    (rows) => {
      const cut = Buffer.from(`<worksheet><sheetData>${rows}`)
      expect(withoutEqualCells(cut, cut)).toBeNull()
    },
  )

  it('are not those with exclamation marks in their texts, or white space between their rows', () => {
    expect(left('\n\t<row r="1"/>\r\n <row r="2"/>\n', '<row r="1"/><row r="2"/>')).not.toBeNull()
    const loud = row('<c r="A1" t="inlineStr"><is><t>Now! www. row></t></is></c>')
    expect(left(loud, loud)).toEqual(['', ''])
  })
})
