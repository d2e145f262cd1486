import { describe, expect, it } from 'vitest'
import { holdsFormulas, movesWithCell } from '../../../../../src/engine/workbook/patching/cells/formulas.ts'
import { makeWorkbook } from '../../../../support/make-workbook.ts'
import { loadedWorkbook, sheetNamespace } from '../../../../support/sheet-layout-of.ts'

/** Of a part with these bytes; `damage` is done to the file before it is looked at. */
function ofPart(content: string | Buffer, damage = (_file: Buffer, _at: number) => {}): boolean | string {
  const part = 'xl/worksheets/sheet1.xml'
  const { archive, package: parts } = loadedWorkbook(
    makeWorkbook({ sheets: [{ name: 'S', xml: '' }], parts: { [part]: content } }),
  )
  const [sheet] = parts.sheets
  if (sheet === undefined) throw new Error('no sheet')
  damage(archive.bytes, sheet.entry.dataStart)
  const result = holdsFormulas(archive, sheet.entry)
  return result.ok ? result.value : result.error.code
}

const sheetOf = (cell: string) =>
  `<worksheet xmlns="${sheetNamespace}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`
const prefixed = (prefix: string, cell: string) =>
  `<?xml version="1.0"?>\n<${prefix}:worksheet xmlns:${prefix}="${sheetNamespace}"><${prefix}:sheetData>${cell}</${prefix}:sheetData></${prefix}:worksheet>`

describe('a sheet has formulas', () => {
  it.each([
    ['in the usual form', sheetOf('<c r="A1"><f>1+1</f><v>2</v></c>'), true],
    ['with attributes', sheetOf('<c r="A1"><f t="shared" si="0">1</f></c>'), true],
    ['in short', sheetOf('<c r="A1"><f/></c>'), true],
    ['with attributes on a line of their own', sheetOf('<c r="A1"><f\n t="shared" si="0">1</f></c>'), true],
    ['with attributes behind a carriage return', sheetOf('<c r="A1"><f\r\n t="shared" si="0"/></c>'), true],
    ['with attributes behind a tab', sheetOf('<c r="A1"><f\tt="shared" si="0"/></c>'), true],
    ['not where none is', sheetOf('<c r="A1"><v>2</v></c>'), false],
    ['not where a tag only begins like one', sheetOf('<c r="A1"><foo>1</foo></c>'), false],
    ['not where a text says f', sheetOf('<c r="A1" t="inlineStr"><is><t>f &lt;f></t></is></c>'), false],
    ['not for a formula of another kind', sheetOf('<other:f xmlns:other="urn:x">1</other:f>'), false],
    ['not where the sheet has no opening tag to speak of', '<other/>', false],
    ['with a sheet that has no attributes', '<worksheet><f>1</f></worksheet>', true],
    ['with a prefix', prefixed('x', '<x:c r="A1"><x:f>1+1</x:f></x:c>'), true],
    ['with a longer prefix', prefixed('ns-1.a', '<ns-1.a:f/>'), true],
    ['with a prefix and a sheet without attributes', '<x:worksheet><x:f >1</x:f></x:worksheet>', true],
    ['with a prefix, but of other elements', prefixed('x', '<y:f xmlns:y="urn:x">1</y:f>'), false],
    ['with a prefix that formulas do not have', prefixed('x', '<f>1</f>'), false],
  ])('%s', (_, content, expected) => {
    expect(ofPart(content)).toBe(expected)
  })

  it.each<[string, BufferEncoding]>([
    ['UTF-8', 'utf8'],
    ['UTF-16', 'utf16le'],
  ])('in %s', (_, encoding) => {
    expect(ofPart(Buffer.from(`\ufeff${sheetOf('<c r="A1"><f>1</f></c>')}`, encoding))).toBe(true)
    expect(ofPart(Buffer.from(`\ufeff${prefixed('x', '<x:f>1</x:f>')}`, encoding))).toBe(true)
    expect(ofPart(Buffer.from(`\ufeff${sheetOf('<c r="A1"/>')}`, encoding))).toBe(false)
  })

  it('by their tags in a part whose encoding nobody knows', () => {
    expect(ofPart(`<?xml version="1.0" encoding="ebcdic"?>${sheetOf('<f>1</f>')}`)).toBe(true)
    expect(ofPart(`<?xml version="1.0" encoding="ebcdic"?>${sheetOf('<v>1</v>')}`)).toBe(false)
  })
})

it('of a damaged part nobody can tell', () => {
  const damaged = ofPart(sheetOf('<f>1</f>'), (file, at) => file.fill(0xff, at, at + 8))
  expect(damaged).toBe('file-damaged')
})

describe('a formula moves with its cell', () => {
  it.each([
    'A1',
    'A12',
    'ABC1234567',
    'xfd9',
    'SUM(A1)',
    'A1+2',
    '2*B3',
    'A$1',
    '$A1',
    '$AB1',
    '$ABC1',
    '$A$1:B2',
    'Sheet1!A1',
    "'My sheet'!A1",
    '[1]Data!C5',
    'IF(A1="x","y")',
    '&quot;x&quot;&amp;A1',
    '"x"&A1&"y"',
    'Table1[Cost]*A2',
    'Table1[Cost]*Table1[Rate]+$B2',
  ])('%s', (formula) => {
    expect(movesWithCell(formula)).toBe(true)
  })

  it.each([
    '',
    '1+1',
    '$A$1',
    '$AB$12:$ABC$1234567',
    'Sheet1!$A$1',
    "'Data'!$C$5",
    'LOG10(2)',
    'ATAN2(1,2)',
    'Rate2024',
    'Q1_total',
    'x.A1',
    '_A1',
    'ABCD1',
    '1E5',
    'TODAY()',
    '"A1"',
    '"A1"&"B2"',
    '"see A1 and $B2"',
    '&quot;see A1&quot;',
    'IF($A$1="A1","B2","")',
    'Table1[Cost]',
    'Table1[Q1]',
    'Table1[[#This Row],[Q1]]',
    'SUM(Table1[[#This Row],[Q1]:[Q4]])',
  ])('unless it means the same everywhere: %s', (formula) => {
    expect(movesWithCell(formula)).toBe(false)
  })
})
