import { columnLetter } from '../../../../domain/table/sheet-grid.ts'
import type { AddedSheet, WritableValue } from '../../../../domain/write-back/workbook-changes.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import { namespaces, strictSheet } from '../../../ooxml/xml/xml-namespaces.ts'
import { appendInto, prefixOf } from '../../../ooxml/xml/xml-outline.ts'
import { cellName } from '../../cells/cell-range.ts'
import { cellXml, storedValue, styleNeed } from '../cells/cell-values.ts'
import type { SheetLayout } from '../cells/sheet-layout.ts'
import { headingStyle, type StyleBook, wrappedStyle } from '../cells/style-book.ts'
import { wideDimension } from '../sheet/grown-ranges.ts'

/** A sheet of ours and the part it becomes. */
export interface OwnSheet extends AddedSheet {
  readonly hidden: boolean
}

export interface OwnSheetDialect {
  readonly strict: boolean
  readonly date1904: boolean
  readonly styles: StyleBook | null
}

/** A simple worksheet: headings in bold that stay in view, and rows of text that wrap. */
export function ownSheetXml(sheet: OwnSheet, dialect: OwnSheetDialect): string {
  const { styles } = dialect
  const heading = styles === null ? 0 : headingStyle(styles)
  const headings = sheet.header.map((text, index) => cell(1, index + 1, text, heading, dialect))
  const rows = sheet.rows.map((values, index) => {
    const number = index + 2
    const cells = values.map((value, column) =>
      cell(number, column + 1, value, bodyStyle(value, dialect), dialect),
    )
    return `<row r="${number}">${cells.join('')}</row>`
  })
  const namespace = dialect.strict ? strictSheet : namespaces.sheet
  const width = Math.max(1, sheet.header.length, ...sheet.rows.map((row) => row.length))
  const cols = sheet.widths.map(
    (characters, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${characters}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${columnLetter(width)}${sheet.rows.length + 1}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`,
    `<sheetData><row r="1">${headings.join('')}</row>${rows.join('')}</sheetData>`,
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    '<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

/** The same rows below what stands on an earlier sheet of ours; nothing of that is touched. */
export function rowsBelow(
  layout: SheetLayout,
  { rows }: OwnSheet,
  dialect: OwnSheetDialect,
): readonly ByteEdit[] {
  if (rows.length === 0) return []
  const prefix = prefixOf(layout.root)
  const last = layout.rows.at(-1)?.number ?? 0
  const written = rows.map((values, index) => {
    const number = last + index + 1
    const cells = values.map((value, column) =>
      cell(number, column + 1, value, bodyStyle(value, dialect), dialect, prefix),
    )
    return `<${prefix}row r="${number}">${cells.join('')}</${prefix}row>`
  })
  const width = Math.max(1, ...rows.map((row) => row.length))
  return [
    appendInto(layout.sheetData, written.join('')),
    ...wideDimension(layout, [
      { row: last + 1, column: 1 },
      { row: last + rows.length, column: width },
    ]),
  ]
}

function bodyStyle(value: WritableValue, { styles, date1904 }: OwnSheetDialect): number {
  return styles === null ? 0 : wrappedStyle(styles, styleNeed(storedValue(value, date1904, true), 'plain'))
}

function cell(
  row: number,
  column: number,
  value: WritableValue,
  style: number,
  dialect: OwnSheetDialect,
  prefix = '',
): string {
  return cellXml(
    prefix,
    cellName(row, column),
    style,
    storedValue(value, dialect.date1904, dialect.styles !== null),
  )
}
