import { columnNumber } from '../../../../domain/table/sheet-grid.ts'
import type { AddedRow, Refusal } from '../../../../domain/write-back/workbook-changes.ts'
import { cellName } from '../../cells/cell-range.ts'
import type { CsvRecord, CsvWrite } from './csv-records.ts'

interface WrittenRecord {
  readonly row: number
  readonly writes: readonly CsvWrite[]
}

/** Rows of a text file, as fields by record. */
export interface AppendedRecords {
  /** Those that go into blank records below the table. */
  readonly filled: readonly WrittenRecord[]
  /** Those for the end of the file. */
  readonly records: readonly WrittenRecord[]
  readonly refused: readonly Refusal[]
}

/** New rows go into the blank records below the table, and then behind the last record: nothing moves. */
export function appendedRecords(
  bytes: Buffer,
  known: readonly CsvRecord[],
  rows: readonly AddedRow[],
  columnOf: ReadonlyMap<string, number>,
): AppendedRecords {
  const written: WrittenRecord[] = []
  const refused: Refusal[] = []
  for (const [after, group] of Map.groupBy(rows, (row) => row.after)) {
    if (isFreeBelow(bytes, known, after)) {
      written.push(...group.map((added, index) => recordOf(added, after + index + 1, columnOf)))
    } else {
      const where = cellName(after + 1, 1)
      refused.push(...group.map(() => ({ where, reason: 'no-room-below-table' as const, value: '' })))
    }
  }
  const isInside = ({ row }: WrittenRecord) => row <= known.length
  return {
    filled: written.filter(isInside),
    records: written.filter((record) => !isInside(record)),
    refused,
  }
}

/** Whether nothing but blank records follows the one with this number: what stands below a table keeps its distance. */
function isFreeBelow(bytes: Buffer, known: readonly CsvRecord[], after: number): boolean {
  return after <= known.length && known.slice(after).every((record) => isBlankRecord(bytes, record))
}

function recordOf(
  { values, planValues = {} }: AddedRow,
  row: number,
  columnOf: ReadonlyMap<string, number>,
): WrittenRecord {
  const own = Object.entries(values).map(([letter, value]) => ({ row, column: columnNumber(letter), value }))
  const plan = Object.entries(planValues).flatMap(([mark, value]) => {
    const column = columnOf.get(mark)
    return column === undefined ? [] : [{ row, column, value }]
  })
  return { row, writes: [...own, ...plan] }
}

/** Fields of nothing, or of spaces. */
function isBlankRecord(bytes: Buffer, { fields }: CsvRecord): boolean {
  return fields.every(({ start, end }) => /^["\s\0]*$/.test(bytes.toString('latin1', start, end)))
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
