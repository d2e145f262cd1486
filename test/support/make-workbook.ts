import { zipByHand } from './zip-by-hand.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface SheetToMake {
  readonly name: string
  readonly state?: string
  /** What stands inside `worksheet`; see `rowsXml`. */
  readonly xml: string
}

export interface WorkbookToMake {
  readonly sheets: readonly SheetToMake[]
  readonly sharedStrings?: string
  readonly styles?: string
  /** Children of `workbook` in front of and behind its sheets. */
  readonly properties?: string
  readonly names?: string
  /** Replaces or adds parts by name. */
  readonly parts?: Readonly<Record<string, string | Buffer>>
}

/** A small workbook from XML written by hand, so that a test can say exactly what the reader meets. */
export function makeWorkbook(workbook: WorkbookToMake): Buffer {
  const parts = new Map<string, string | Buffer>([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships([['office', `${office}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(workbook)],
  ])
  for (const [index, sheet] of workbook.sheets.entries()) {
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${main}">${sheet.xml}</worksheet>`)
  }
  if (workbook.sharedStrings !== undefined) {
    parts.set('xl/sharedStrings.xml', `<sst xmlns="${main}">${workbook.sharedStrings}</sst>`)
  }
  if (workbook.styles !== undefined) {
    parts.set('xl/styles.xml', `<styleSheet xmlns="${main}">${workbook.styles}</styleSheet>`)
  }
  for (const [name, content] of Object.entries(workbook.parts ?? {})) parts.set(name, content)
  return zipByHand(new Map([...parts].map(([name, content]) => [name, Buffer.from(content as string)])))
}

/** Rows of inline strings and numbers from A1 on; `null` leaves a cell out. */
export function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
  const xml = rows.map(
    (cells, index) => `<row r="${index + 1}">${cells.map(cellXml(index + 1)).join('')}</row>`,
  )
  return `<sheetData>${xml.join('')}</sheetData>`
}

function cellXml(row: number) {
  return (value: string | number | null, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row}`
    if (value === null) return ''
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  }
}

function contentTypes(): string {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return (
    `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/></Types>`
  )
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  const uri = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `<Relationships xmlns="${uri}">${items.join('')}</Relationships>`
}

function workbookXml(workbook: WorkbookToMake): string {
  const sheets = workbook.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}">${workbook.properties ?? ''}` +
    `<sheets>${sheets.join('')}</sheets>${workbook.names ?? ''}</workbook>`
  )
}

function workbookRelationships({ sheets, sharedStrings, styles }: WorkbookToMake): string {
  const list: [string, string, string][] = sheets.map((_, index) => [
    `s${index + 1}`,
    `${office}/worksheet`,
    `worksheets/sheet${index + 1}.xml`,
  ])
  if (sharedStrings !== undefined) list.push(['strings', `${office}/sharedStrings`, 'sharedStrings.xml'])
  if (styles !== undefined) list.push(['styles', `${office}/styles`, 'styles.xml'])
  return relationships(list)
}
