import type { PlanMark, WorkbookProblem } from '../../../../domain/inventory-table.ts'
import { ok, type Result } from '../../../../domain/result.ts'
import { type CellKind, columnNumber, type SheetGrid } from '../../../../domain/table/sheet-grid.ts'
import { judgedMarks } from '../../../../domain/write-back/plan-headings.ts'
import type { WritableValue } from '../../../../domain/write-back/workbook-changes.ts'
import { namespaces } from '../../../ooxml/xml/xml-namespaces.ts'
import { escapeAttribute, escapeMarkup } from '../../../ooxml/xml/xml-writing.ts'
import { writeZip } from '../../../ooxml/zip/zip-writer.ts'
import { absoluteRange, cellName, sheetInFormula } from '../../cells/cell-range.ts'
import { openWorkbook } from '../../reading/open-workbook.ts'
import { cellXml, storedValue } from '../cells/cell-values.ts'

/**
 * A new workbook with the texts, numbers and days of another, each in its own cell, for one that can be read but not
 * added to. Looks, formulas and all else stay behind; the marks of the plan's columns come along.
 */
export function plainWorkbook(bytes: Buffer): Result<Buffer, WorkbookProblem> {
  const opened = openWorkbook(bytes, 'inventory.xlsx')
  if (!opened.ok) return opened
  const { grids, named } = opened.value
  const marks = judgedMarks(grids, named).believed
  const sheets = grids.map((_, index) => `worksheets/sheet${index + 1}.xml`)
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(grids, marks)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([...sheets.map((part) => ['worksheet', part] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', styles],
    ...grids.map((grid, index) => [`xl/${sheets[index]}`, sheetXml(grid)] as const),
  ]
  return ok(writeZip(parts.map(([name, xml]) => ({ name, content: Buffer.from(`${declaration}${xml}`) }))))
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const openPackage = 'http://schemas.openxmlformats.org/package/2006'
const dayStyle = 1
const styles =
  `<styleSheet xmlns="${namespaces.sheet}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>'

function contentTypes(sheets: readonly string[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${spreadsheet}.${type}+xml"/>`
  return (
    `<Types xmlns="${openPackage}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}` +
    `${sheets.map((part) => override(part, 'worksheet')).join('')}${override('styles.xml', 'styles')}</Types>`
  )
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${namespaces.relationships}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${openPackage}/relationships">${items.join('')}</Relationships>`
}

function workbookXml(grids: readonly SheetGrid[], marks: readonly PlanMark[]): string {
  const sheets = grids.map(({ name, state }, index) => {
    const hidden = state === 'visible' ? '' : ' state="hidden"'
    return `<sheet name="${escapeAttribute(name)}" sheetId="${index + 1}"${hidden} r:id="rId${index + 1}"/>`
  })
  const names = marks.map(({ name, sheet, letter, headerRow: row }) => {
    const column = columnNumber(letter)
    const cell = absoluteRange({ firstRow: row, lastRow: row, firstColumn: column, lastColumn: column })
    const formula = escapeMarkup(`${sheetInFormula(sheet)}!${cell}`)
    return `<definedName name="${escapeAttribute(name)}" hidden="1">${formula}</definedName>`
  })
  const definedNames = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
  return `<workbook xmlns="${namespaces.sheet}" xmlns:r="${namespaces.relationships}"><sheets>${sheets.join('')}</sheets>${definedNames}</workbook>`
}

function sheetXml({ rows }: SheetGrid): string {
  const written = rows.map(({ row, columns, texts, kinds }) => {
    const cells = columns.map((column, index) => {
      const value = storedValue(plainValue(texts[index] ?? '', kinds[index] ?? 'text'), false, true)
      return cellXml('', cellName(row, column), value.kind === 'day' ? dayStyle : 0, value)
    })
    return `<row r="${row}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${namespaces.sheet}"><sheetFormatPr defaultColWidth="20" defaultRowHeight="15"/><sheetData>${written.join('')}</sheetData></worksheet>`
}

/** What a cell shows, as a value where it is plainly one: a number that is shown dressed stays as it is shown. */
function plainValue(text: string, kind: CellKind): WritableValue {
  if (kind === 'number' && String(Number(text)) === text) return Number(text)
  if (kind === 'boolean') return text === 'TRUE'
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return { date: text }
  return text
}
