import { err, ok, type Result } from '../../../../domain/result.ts'
import { columnLetter, columnNumber, firstIndexFrom, textAt } from '../../../../domain/table/sheet-grid.ts'
import type {
  AddedColumn,
  PatchWarning,
  Refusal,
  WorkbookChanges,
  WritableValue,
} from '../../../../domain/write-back/workbook-changes.ts'
import { encodeText } from '../../../encoding/encode-text.ts'
import { decodeTextFile, type TextEncoding } from '../../../encoding/text-encoding.ts'
import { cellName, parseCell } from '../../cells/cell-range.ts'
import { visibleText } from '../../cells/cell-text.ts'
import { type DelimitedText, readCsv } from '../../reading/read-csv.ts'
import { valueText } from '../cells/cell-values.ts'
import { type CorrectedCells, inOwnDialect } from '../cells/corrected-cells.ts'
import { compareWorkbooks } from '../check/compare-workbooks.ts'
import type { PatchedWorkbook } from '../patched-workbook.ts'
import { notWritten, type PatchFailure } from '../writable-part.ts'
import type { CsvWrite } from './csv-records.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { type AppendedRecords, appendedRecords, endsWithLineEnd, lineEnd } from './csv-rows.ts'

interface Dialect {
  readonly encoding: TextEncoding
  readonly delimiter: string
}

interface BinaryEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The same text with the changed fields and the new columns, in its own encoding, delimiter and manner of quoting. */
export function patchCsv(original: Buffer, changes: WorkbookChanges): Result<PatchedWorkbook, PatchFailure> {
  const bytes = changes.asUtf8 === true ? asUtf8(original) : original
  const read = readCsv(bytes)
  if (!read.ok) return read
  const { encoding, delimiter } = read.value
  if (delimiter.charCodeAt(0) > 127) return notWritten(`delimiter ${delimiter}`)
  const records = csvRecords(bytes, encoding, delimiter)
  const { known, refused } = cellWrites(records, inCsvDialect(changes, read.value))
  const columns = placeColumns(bytes, records, changes)
  const columnOf = new Map(columns.placed.map(({ mark, column }) => [mark, column]))
  const appended = appendedRecords(bytes, records, changes.rows, columnOf)
  const inRecords = [
    ...known,
    ...columns.writes,
    ...appended.filled.flatMap((record) => record.writes),
  ].filter((write) => !saysAlready(read.value, records, write))
  const writes = [...inRecords, ...appended.records.flatMap((record) => record.writes)]
  const dialect = { encoding, delimiter }
  const edits = [...editsOf(records, inRecords, dialect), ...appendEdits(bytes, records, appended, dialect)]
  const updated = applied(bytes, edits, encoding)
  if (!updated.ok) return updated
  const comparison = compareWorkbooks(original, updated.value)
  if (!comparison.ok) return comparison
  const changed = comparison.value.changed.flatMap(({ cells }) => cells)
  const wrong = wrongFields(writes, changed, updated.value)
  if (wrong !== null) return err({ code: 'workbook-check-failed', what: wrong })
  return ok({
    bytes: updated.value,
    report: {
      changedCells: known.length,
      addedColumns: columns.placed.map(({ header, column }) => ({ header, letter: columnLetter(column) })),
      addedRows: [...appended.filled, ...appended.records].map(({ row }) => ({ sheet: '', row })),
      addedSheets: [],
      refused: [
        ...refused,
        ...appended.refused,
        ...[...changes.sheets, ...(changes.changeLog === undefined ? [] : [changes.changeLog])].map(
          ({ name }) => ({
            where: name,
            reason: 'not-in-this-format' as const,
            value: '',
          }),
        ),
      ],
      warnings: [
        ...(bytes.equals(original) ? [] : [{ where: '', code: 'encoding-changed' as const }]),
        ...writes.flatMap(formulaWarning),
      ],
      comparison: comparison.value,
    },
  })
}

/** The same text in UTF-8, with the mark by which Excel knows it. */
function asUtf8(bytes: Buffer): Buffer {
  const decoded = decodeTextFile(bytes)
  if (decoded === null || decoded.encoding.startsWith('utf-8')) return bytes
  return Buffer.from(`\ufeff${decoded.text}`, 'utf8')
}

/** A text file has no drop-downs and no links: how a column writes, its other fields show. */
function inCsvDialect({ cells, tables: [table] }: WorkbookChanges, { rows }: DelimitedText): CorrectedCells {
  const whole = { headerRow: 0, lastRow: Number.POSITIVE_INFINITY }
  return inOwnDialect(cells, {
    rows,
    table: table ?? whole,
    choicesAt: () => 'anything',
    isLinked: () => false,
    merges: [],
  })
}

function cellWrites(records: readonly CsvRecord[], own: CorrectedCells) {
  const known: CsvWrite[] = []
  const refused: Refusal[] = [...own.refused]
  for (const { cell, value } of own.cells) {
    const place = parseCell(cell)
    if (place === null) throw new RangeError(`No cell is called ${cell}.`)
    if (records[place.row - 1] === undefined) {
      refused.push({ where: cell, reason: 'not-in-this-format', value: valueText(value) })
    } else known.push({ ...place, value })
  }
  return { known, refused }
}

/** A field that says what it shall say keeps its bytes, whatever they are. */
function saysAlready({ rows }: DelimitedText, records: readonly CsvRecord[], write: CsvWrite): boolean {
  const { row, column, value } = write
  if ((records[row - 1]?.fields.length ?? 0) < column) return false
  const index = firstIndexFrom(rows, row)
  return textAt(rows[index]?.row === row ? rows[index] : undefined, column) === visible(value)
}

/**
 * New columns stand behind the widest record of the table; its shorter records are filled up to there. Those an earlier
 * export wrote are updated where they are.
 */
function placeColumns(
  bytes: Buffer,
  records: readonly CsvRecord[],
  { tables: [table], columns }: WorkbookChanges,
) {
  if (table === undefined || columns.length === 0) return { writes: [], placed: [] }
  const inTable = records.slice(table.headerRow - 1, Math.max(table.lastRow, table.headerRow))
  const width = Math.max(0, ...inTable.map(({ fields }) => fields.length))
  const fresh = columns.filter(({ at = null }) => at === null)
  const updated = columns.flatMap(({ at = null, values, ...added }) =>
    at === null ? [] : [{ added, values, column: columnNumber(at) }],
  )
  const placed = fresh.map((added, index) => ({ added, column: width + index + 1 }))
  const updates = updated.flatMap(({ values, column }) =>
    Object.entries(values).map(([row, value]) => ({ row: Number(row), column, value })),
  )
  const writes = inTable.flatMap((record, index) => {
    const row = table.headerRow + index
    const empty = isBlank(bytes, record) && fresh.every(({ values }) => (values[row] ?? null) === null)
    return empty
      ? []
      : placed.map(({ added, column }) => ({ row, column, value: columnValue(added, row, table.headerRow) }))
  })
  return {
    writes: [...updates, ...writes],
    placed: [...updated, ...placed].map(({ added, column }) => ({
      header: added.header,
      mark: added.mark,
      column,
    })),
  }
}

function columnValue(added: AddedColumn, row: number, headerRow: number): WritableValue {
  return row === headerRow ? added.header : (added.values[row] ?? null)
}

function isBlank(bytes: Buffer, { fields }: CsvRecord): boolean {
  return (
    fields.length < 2 && fields.every(({ start, end }) => bytes.toString('latin1', start, end).trim() === '')
  )
}

function editsOf(
  records: readonly CsvRecord[],
  writes: readonly CsvWrite[],
  dialect: Dialect,
): readonly BinaryEdit[] {
  const rows = new Map<number, Map<number, CsvWrite>>()
  for (const write of writes) {
    const row = rows.get(write.row) ?? new Map<number, CsvWrite>()
    rows.set(write.row, row.set(write.column, write))
  }
  return [...rows].flatMap(([number, inRow]) => {
    const fields = records[number - 1]?.fields ?? []
    const allQuoted = fields.length > 0 && fields.every((field) => field.quoted)
    const edits: BinaryEdit[] = []
    let behind = ''
    let next = fields.length + 1
    for (const { column, value } of [...inRow.values()].sort((a, b) => a.column - b.column)) {
      const field = fields[column - 1]
      const text = fieldText(valueText(value), field?.quoted ?? allQuoted, dialect.delimiter)
      if (field !== undefined) edits.push({ start: field.start, end: field.end, text })
      else {
        behind += dialect.delimiter.repeat(column - next + 1) + text
        next = column + 1
      }
    }
    const end = fields.at(-1)?.end ?? 0
    return behind === '' ? edits : [...edits, { start: end, end, text: behind }]
  })
}

function appendEdits(
  bytes: Buffer,
  records: readonly CsvRecord[],
  appended: AppendedRecords,
  { delimiter }: Dialect,
): readonly BinaryEdit[] {
  if (appended.records.length === 0) return []
  const end = lineEnd(bytes, records)
  const width = records.at(-1)?.fields.length ?? 0
  const allQuoted = records.at(-1)?.fields.every(({ quoted }) => quoted) ?? false
  const lines = appended.records.map(({ writes }) => {
    const values = new Map(writes.map(({ column, value }) => [column, value]))
    const fields = Array.from({ length: Math.max(width, ...values.keys()) }, (_, index) =>
      fieldText(valueText(values.get(index + 1) ?? null), allQuoted, delimiter),
    )
    return fields.join(delimiter)
  })
  const text = lines.join(end)
  const at = bytes.length
  return [{ start: at, end: at, text: endsWithLineEnd(bytes, records) ? text + end : end + text }]
}

/** Quotes stand where they stood, where the text needs them, and where it could be taken for a formula. */
function fieldText(text: string, quoted: boolean, delimiter: string): string {
  const needed = text.includes(delimiter) || /["\r\n]|^[\s=+\-@]|\s$/.test(text)
  return (quoted && text !== '') || needed ? `"${text.replaceAll('"', '""')}"` : text
}

function formulaWarning({ row, column, value }: CsvWrite): readonly PatchWarning[] {
  if (typeof value !== 'string' || !/^[=+\-@\t\r]/.test(value)) return []
  return [{ where: cellName(row, column), code: 'reads-like-a-formula' }]
}

function applied(
  bytes: Buffer,
  edits: readonly BinaryEdit[],
  encoding: TextEncoding,
): Result<Buffer, PatchFailure> {
  const chunks: Buffer[] = []
  let position = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const text = encodeText(edit.text, encoding)
    if (text === null) return err({ code: 'encoding-cannot-hold', text: edit.text, encoding })
    chunks.push(bytes.subarray(position, edit.start), text)
    position = edit.end
  }
  chunks.push(bytes.subarray(position))
  return ok(Buffer.concat(chunks))
}

/** Null when the text read again has every new value, and no other field differs. */
function wrongFields(
  writes: readonly CsvWrite[],
  changed: readonly { readonly cell: string; readonly after: string }[],
  updated: Buffer,
): string | null {
  const wanted = new Map(writes.map((write) => [cellName(write.row, write.column), visible(write.value)]))
  const stray = changed.find(({ cell, after }) => wanted.get(cell) !== after)
  if (stray !== undefined) return stray.cell
  const read = readCsv(updated)
  if (!read.ok) return read.error.code
  const texts = new Map(
    read.value.rows.flatMap(({ row, columns, texts: shown }) =>
      columns.map((column, index) => [cellName(row, column), shown[index] ?? '']),
    ),
  )
  const missing = [...wanted].find(([cell, text]) => (texts.get(cell) ?? '') !== text)
  return missing?.[0] ?? null
}

function visible(value: WritableValue): string {
  const text = visibleText(valueText(value))
  return text.trim() === '' ? '' : text
}
