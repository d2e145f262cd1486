import type { AddedColumn, WorkbookChanges } from '../../src/domain/write-back/workbook-changes.ts'
import { makeWorkbook, rowsXml, type SheetToMake, type WorkbookToMake } from './make-workbook.ts'
import { partText, patched } from './patch-sample.ts'

export const sheet = 'xl/worksheets/sheet1.xml'
/** A heading row and two datasets, from A1 to C3. */
export const data = rowsXml([
  ['ID', 'Title', 'Notes'],
  [1, 'First', 'a'],
  [2, 'Second', 'b'],
])
const styles =
  '<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="3" fontId="0" fillId="0"/>' +
  '<xf numFmtId="0" fontId="0"><protection locked="0"/></xf></cellXfs>'

export function column(name: string, more: Partial<AddedColumn> = {}): AddedColumn {
  return {
    sheet: 'Inventory',
    mark: `ODAP_${name.replace(/\W/g, '_')}`,
    header: name,
    width: 15,
    values: { 2: 'x', 3: 'y' },
    ...more,
  }
}

export function changesWith(columns: readonly AddedColumn[]): WorkbookChanges {
  const table = { sheet: 'Inventory', headerRow: 1, lastRow: 3, letters: ['A', 'B', 'C'] }
  return { tables: [table], rows: [], cells: [], columns, sheets: [] }
}

export function inventory(xml: string, more: Partial<WorkbookToMake> = {}): Buffer {
  const made: SheetToMake = { name: 'Inventory', xml }
  return makeWorkbook({ sheets: [made], styles, ...more })
}

export function patchedSheet(original: Buffer, columns: readonly AddedColumn[]): string {
  const { bytes } = patched(original, changesWith(columns))
  return partText(bytes, sheet)
}
