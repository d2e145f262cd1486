import type { IContext, IXmlableObject } from 'docx'
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Cell, Column, TableBlock } from '../../../domain/plan-document.ts'
import { colours, styleIds } from './design.ts'
import { runsOf } from './runs.ts'

/** Tables with at most so many rows are not broken over pages. */
const longestKept = 10
const rowForSigning = { value: 760, rule: HeightRule.ATLEAST }
const cellMargins = { top: 40, bottom: 40, left: 90, right: 90 }
const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.line }
const navyLine = { ...thin, color: colours.navy }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** A table as wide as the text, its header row marked and repeated, no row broken over a page. */
export function tableOf(block: TableBlock, width: number): Table {
  const widths = columnWidths(block.columns, width)
  const isKept = block.rows.length <= longestKept
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: cellMargins,
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    borders: {
      top: thin,
      bottom: thin,
      left: none,
      right: none,
      insideHorizontal: thin,
      insideVertical: none,
    },
    rows: [
      headerRow(block.columns, widths),
      ...block.rows.map((row, index) => bodyRow(block, row, widths, isKept && index < block.rows.length - 1)),
    ],
  })
  return withDescription(table, block)
}

function headerRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          shading: { fill: colours.navy },
          borders: { left: navyLine, right: navyLine },
          verticalAlign: VerticalAlignTable.BOTTOM,
          children: [
            new Paragraph({
              style: styleIds.tableHeading,
              children: [new TextRun(column.heading)],
              ...alignmentOf(column),
            }),
          ],
        }),
    ),
  })
}

function bodyRow(
  { columns, tallRows }: TableBlock,
  row: readonly Cell[],
  widths: readonly number[],
  keepNext: boolean,
): TableRow {
  return new TableRow({
    cantSplit: true,
    keepNext,
    ...(tallRows === true ? { height: rowForSigning } : {}),
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          ...(tallRows === true ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
          children: (row[index] ?? [[]]).map(
            (line) =>
              new Paragraph({
                style: styleIds.tableText,
                children: runsOf(line),
                ...alignmentOf(column),
              }),
          ),
        }),
    ),
  })
}

function alignmentOf({ figures }: Column) {
  return figures === true ? { alignment: AlignmentType.RIGHT } : {}
}

/** Whole twips that add up to the table's width. */
function columnWidths(columns: readonly Column[], width: number): number[] {
  const widths = columns.map(({ share }) => Math.floor(share * width))
  const rest = width - widths.reduce((sum, each) => sum + each, 0)
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each))
}

/**
 * The title and description a screen reader announces. The library has no option for them, so they are added to
 * the table's properties as it is written, where the schema wants them: last.
 */
function withDescription(table: Table, { caption, description }: TableBlock): Table {
  const prepare = table.prepForXml.bind(table)
  table.prepForXml = (context: IContext) => {
    const prepared = prepare(context)
    const properties = tableProperties(prepared)
    properties?.push(textValue('w:tblCaption', caption), textValue('w:tblDescription', description))
    return prepared
  }
  return table
}

function tableProperties(prepared: IXmlableObject | undefined): IXmlableObject[] | undefined {
  const content: unknown = prepared?.['w:tbl']
  if (!Array.isArray(content)) return undefined
  const holder: unknown = content.find(
    (part) => typeof part === 'object' && part !== null && 'w:tblPr' in part,
  )
  const properties: unknown = (holder as IXmlableObject | undefined)?.['w:tblPr']
  return Array.isArray(properties) ? properties : undefined
}

function textValue(name: string, value: string): IXmlableObject {
  return { [name]: { _attr: { 'w:val': value } } }
}
