// Writes a workbook of the given size row by row, as Excel would: shared strings, numbers, dates, styles.
import { writeFileSync } from 'node:fs'
import { writeZip } from '../src/engine/ooxml/zip/zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const headings = [
  'Inventory ID',
  'Dataset Name',
  'Description',
  'Agency',
  'Division',
  'Data Owner',
  'Contact Email',
  'Source System',
  'Category',
  'Data Classification',
  'Legal Basis',
  'File Format',
  'Update Frequency',
  'Temporal Coverage',
  'Published',
  'URL',
  'FOI Requests',
  'Shared With',
  'Planned Release Date',
  'Notes',
]

const pools = {
  Agency: ['Department of Transportation', 'Department of Public Health', 'Department of Labor'],
  Division: ['Finance', 'Operations', 'Bureau of Highways', 'Planning & Research'],
  Category: ['Government', 'Transportation', 'Education', 'Public Safety'],
  'Data Classification': ['Public', 'Protected', 'Public after redaction'],
  'File Format': ['CSV', 'XLSX', 'Oracle', 'PDF'],
  'Update Frequency': ['Annually', 'Monthly', 'Quarterly', 'Daily'],
  Published: ['Yes', 'No'],
}

/**
 * @param {string} path
 * @param {number} rows
 * @param {number} columns
 */
export function makeWorkbook(path, rows, columns) {
  const strings = new StringTable()
  const header = Array.from(
    { length: columns },
    (_, index) => headings[index] ?? `Further column ${index + 1}`,
  )
  const letters = header.map((_, index) => letterOf(index + 1))
  const sheet = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}"><sheetData>`,
  ]
  sheet.push(
    `<row r="1">${header.map((text, at) => stringCell(letters[at], 1, strings.idOf(text))).join('')}</row>`,
  )
  for (let row = 2; row <= rows + 1; row += 1) {
    const cells = header.map((heading, at) => cell(letters[at], row, at, heading, strings))
    sheet.push(`<row r="${row}" spans="1:${columns}">${cells.join('')}</row>`)
  }
  sheet.push('</sheetData></worksheet>')
  const parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Inventory" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': strings.xml(),
    'xl/worksheets/sheet1.xml': Buffer.from(sheet.join('')),
  }
  const entries = Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) }))
  writeFileSync(path, writeZip(entries))
}

/** A third of the columns are words that come again, a third numbers and dates, a third texts of their own. */
function cell(letter, row, at, heading, strings) {
  const pool = pools[heading]
  if (pool !== undefined) return stringCell(letter, row, strings.idOf(pool[(row * 7 + at) % pool.length]))
  if (heading === 'Inventory ID') return `<c r="${letter}${row}"><v>${row - 1}</v></c>`
  if (heading === 'Planned Release Date')
    return `<c r="${letter}${row}" s="1"><v>${45_000 + (row % 2_000)}</v></c>`
  if (heading === 'URL')
    return stringCell(letter, row, strings.idOf(`https://data.ct.gov/d/${row.toString(36)}-ab`))
  if (heading === 'Dataset Name')
    return stringCell(letter, row, strings.idOf(`Dataset ${row} of the inventory`))
  if (heading === 'Description') {
    return stringCell(
      letter,
      row,
      strings.idOf(`What dataset ${row} holds, by town & year, in <plain> words.`),
    )
  }
  if (at % 3 === 0) return `<c r="${letter}${row}"><v>${(row * (at + 1)) / 8}</v></c>`
  return stringCell(letter, row, strings.idOf(`Value ${(row * (at + 3)) % 5_000} of column ${at + 1}`))
}

function stringCell(letter, row, id) {
  return `<c r="${letter}${row}" t="s"><v>${id}</v></c>`
}

class StringTable {
  ids = new Map()

  idOf(text) {
    const known = this.ids.get(text)
    if (known !== undefined) return known
    this.ids.set(text, this.ids.size)
    return this.ids.size - 1
  }

  xml() {
    const items = [...this.ids.keys()].map(
      (text) => `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`,
    )
    return Buffer.from(`<sst xmlns="${main}" uniqueCount="${items.length}">${items.join('')}</sst>`)
  }
}

function contentTypes() {
  const override = (part, type) => `<Override PartName="/${part}" ContentType="${types}.${type}+xml"/>`
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}` +
    `${override('xl/worksheets/sheet1.xml', 'worksheet')}${override('xl/sharedStrings.xml', 'sharedStrings')}${override('xl/styles.xml', 'styles')}</Types>`
  )
}

function relationships(list) {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`
}

function letterOf(column) {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
}
