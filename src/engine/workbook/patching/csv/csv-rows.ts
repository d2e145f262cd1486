import { columnNumber } from '../../../../domain/table/sheet-grid.ts'
import type { AddedRow, Refusal } from '../../../../domain/write-back/workbook-changes.ts'
import { cellName } from '../../cells/cell-range.ts'
import type { CsvRecord, CsvWrite } from './csv-records.ts'

/** Rows for the end of a text file, as fields by record. */
export interface AppendedRecords {
  readonly records: readonly { readonly row: number; readonly writes: readonly CsvWrite[] }[]
  readonly refused: readonly Refusal[]
}

/** New records stand behind the last one only: nothing in the file moves. */
export function appendedRecords(
  known: readonly CsvRecord[],
  rows: readonly AddedRow[],
  columnOf: ReadonlyMap<string, number>,
): AppendedRecords {
  const fits = rows.filter(({ after }) => after === known.length)
  const records = fits.map(({ values, planValues = {} }, index) => {
    const row = known.length + index + 1
    const own = Object.entries(values).map(([letter, value]) => ({
      row,
      column: columnNumber(letter),
      value,
    }))
    const plan = Object.entries(planValues).flatMap(([mark, value]) => {
      const column = columnOf.get(mark)
      return column === undefined ? [] : [{ row, column, value }]
    })
    return { row, writes: [...own, ...plan] }
  })
  const refused = rows
    .filter((row) => !fits.includes(row))
    .map(({ after }) => ({
      where: cellName(after + 1, 1),
      reason: 'no-room-below-table' as const,
      value: '',
    }))
  return { records, refused }
}

/** How the file ends its lines, by its first record. */
export function lineEnd(bytes: Buffer, [first]: readonly CsvRecord[]): string {
  const end = first?.fields.at(-1)?.end ?? bytes.length
  const behind = bytes.toString('latin1', end, end + 4).replaceAll('\0', '')
  return /^(\r\n|\r|\n)/.exec(behind)?.[0] ?? '\n'
}

export function endsWithLineEnd(bytes: Buffer, records: readonly CsvRecord[]): boolean {
  return (records.at(-1)?.fields.at(-1)?.end ?? 0) < bytes.length
}
