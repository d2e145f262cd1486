import fc from 'fast-check'
import { columnLetter } from '../../src/domain/table/sheet-grid.ts'
import { writeZip } from '../../src/engine/ooxml/zip/zip-writer.ts'

export type CellValue = string | number | boolean
export interface GeneratedCell {
  readonly row: number
  readonly column: number
  readonly value: CellValue
}
export interface GeneratedSheet {
  readonly name: string
  readonly cells: readonly GeneratedCell[]
}

/** How a producer writes: everything here may differ without changing what the workbook says. */
export interface WrittenHow {
  readonly strict: boolean
  readonly prefix: '' | 'x:' | 'main:'
  readonly strings: 'shared' | 'inline' | 'formula' | 'runs'
  readonly references: 'all' | 'rows' | 'none'
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'utf-16le'
  readonly quote: '"' | "'"
  readonly between: '' | '\n' | ' <!-- c --> '
  readonly backwards: boolean
  readonly stored: boolean
}

export const writtenHow: fc.Arbitrary<WrittenHow> = fc.record({
  strict: fc.boolean(),
  prefix: fc.constantFrom('', 'x:', 'main:'),
  strings: fc.constantFrom('shared', 'inline', 'formula', 'runs'),
  references: fc.constantFrom('all', 'rows', 'none'),
  encoding: fc.constantFrom('utf-8', 'utf-8-mark', 'utf-16le'),
  quote: fc.constantFrom('"', "'"),
  between: fc.constantFrom('', '\n', ' <!-- c --> '),
  backwards: fc.boolean(),
  stored: fc.boolean(),
})

/** Text as cells hold it: any character that XML can carry, but not only white space. */
export const cellText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('<', '&', '>', '"', "'", ']', '_', 'x', '0', 'D', ' ', '\n', '\t', 'é', '😀'),
      maxLength: 20,
    }),
    fc.constantFrom('_x000D_', 'a_x0041_b', ']]>', '&amp;', '<![CDATA[', '007', '1E5', 'TRUE', '  padded  '),
  )
  .map((text) =>
    text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (found) => (found === '\n' || found === '\t' ? found : '')),
  )
  .filter((text) => text.trim() !== '')

const cellNumber = fc.oneof(
  fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((cents) => cents / 100),
)

export const sheets: fc.Arbitrary<readonly GeneratedSheet[]> = fc
  .array(
    fc.uniqueArray(
      fc.record({
        row: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_048_576 })),
        column: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 16_384 })),
        value: fc.oneof(cellText, cellNumber, fc.boolean()),
      }),
      { selector: ({ row, column }) => row * 20_000 + column, maxLength: 30 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map((cells, index) => ({
      name: `Sheet ${index + 1}`,
      cells: [...cells].sort((a, b) => a.row - b.row || a.column - b.column),
    })),
  )

const transitional = 'http://schemas.openxmlformats.org'
const strictBase = 'http://purl.oclc.org/ooxml'

export function writeWorkbook(workbook: readonly GeneratedSheet[], how: WrittenHow): Buffer {
  const main = how.strict ? `${strictBase}/spreadsheetml/main` : `${transitional}/spreadsheetml/2006/main`
  const office = how.strict
    ? `${strictBase}/officeDocument/relationships`
    : `${transitional}/officeDocument/2006/relationships`
  const { prefix: p } = how
  const namespace = p === '' ? `xmlns="${main}"` : `xmlns:${p.slice(0, -1)}="${main}"`
  const words: string[] = []
  const part = (xml: string) => encoded(xml, how)
  const relations = (list: readonly (readonly [string, string])[]) =>
    part(
      `<Relationships xmlns="${transitional}/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    )
  const sheetParts = workbook.map(({ cells }) =>
    part(
      `<${p}worksheet ${namespace}><${p}sheetData>${rowsXml(cells, how, words)}</${p}sheetData></${p}worksheet>`,
    ),
  )
  const list = workbook.map(
    ({ name }, index) => `<${p}sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  )
  const sharedStrings = words.map(
    (word) => `<${p}si><${p}t xml:space="preserve">${escaped(word)}</${p}t></${p}si>`,
  )
  const entries: [string, Buffer][] = [
    [
      '[Content_Types].xml',
      part(
        `<Types xmlns="${transitional}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
      ),
    ],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      part(
        `<${p}workbook ${namespace} xmlns:r="${office}"><${p}sheets>${list.join('')}</${p}sheets></${p}workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...workbook.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/sharedStrings.xml', part(`<${p}sst ${namespace}>${sharedStrings.join('')}</${p}sst>`)],
    ...sheetParts.map((content, index): [string, Buffer] => [`xl/worksheets/sheet${index + 1}.xml`, content]),
  ]
  return writeZip(entries.map(([name, content]) => ({ name, content })))
}

function rowsXml(cells: readonly GeneratedCell[], how: WrittenHow, words: string[]): string {
  const byRow = new Map<number, GeneratedCell[]>()
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell])
  const { prefix: p, references } = how
  // Without references what comes next to what can only be said by rows and cells that are empty.
  const counted = references === 'none' && cells.every(({ row, column }) => row <= 40 && column <= 40)
  const rows: string[] = []
  let next = 1
  for (const [row, list] of byRow) {
    if (counted) for (; next < row; next += 1) rows.push(`<${p}row/>`)
    next = row + 1
    rows.push(`<${p}row${counted ? '' : ` r="${row}"`}>${cellsXml(list, how, words, counted)}</${p}row>`)
  }
  return (how.backwards && !counted ? rows.reverse() : rows).join(how.between)
}

function cellsXml(
  cells: readonly GeneratedCell[],
  how: WrittenHow,
  words: string[],
  counted: boolean,
): string {
  const found: string[] = []
  let next = 1
  for (const { row, column, value } of cells) {
    if (counted) for (; next < column; next += 1) found.push(`<${how.prefix}c/>`)
    next = column + 1
    found.push(cellXml(counted ? '' : ` r="${columnLetter(column)}${row}"`, value, how, words))
  }
  return found.join(how.between)
}

function cellXml(
  reference: string,
  value: CellValue,
  { prefix: p, strings }: WrittenHow,
  words: string[],
): string {
  const cell = (type: string, content: string) => `<${p}c${reference}${type}>${content}</${p}c>`
  if (typeof value === 'number') return cell('', `<${p}v>${value}</${p}v>`)
  if (typeof value === 'boolean') return cell(' t="b"', `<${p}v>${value ? 1 : 0}</${p}v>`)
  const text = (part: string) => `<${p}t xml:space="preserve">${escaped(part)}</${p}t>`
  if (strings === 'shared') return cell(' t="s"', `<${p}v>${words.push(value) - 1}</${p}v>`)
  if (strings === 'formula')
    return cell(' t="str"', `<${p}f>A1&amp;B1</${p}f><${p}v>${escaped(value)}</${p}v>`)
  if (strings === 'inline') return cell(' t="inlineStr"', `<${p}is>${text(value)}</${p}is>`)
  const characters = [...value]
  const half = Math.floor(characters.length / 2)
  const runs = [characters.slice(0, half), characters.slice(half)]
    .map((run) => run.join(''))
    .filter((run) => run !== '')
    .map((run) => `<${p}r><${p}rPr><${p}b/></${p}rPr>${text(run)}</${p}r>`)
  const reading = `<${p}rPh sb="0" eb="1">${text('read aloud')}</${p}rPh>`
  // An escape that falls into two runs is no escape; such texts are written in one.
  return cell(
    ' t="inlineStr"',
    `<${p}is>${value.includes('_') ? text(value) : runs.join('')}${reading}</${p}is>`,
  )
}

function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function encoded(xml: string, { encoding, quote }: WrittenHow): Buffer {
  const declared = `<?xml version="1.0" encoding="${encoding === 'utf-16le' ? 'UTF-16' : 'UTF-8'}"?>${xml}`
  const quoted = quote === '"' ? declared : declared.replace(/="([^"<>]*)"/g, "='$1'")
  if (encoding === 'utf-8') return Buffer.from(quoted)
  return encoding === 'utf-8-mark'
    ? Buffer.from(`\ufeff${quoted}`)
    : Buffer.from(`\ufeff${quoted}`, 'utf16le')
}
