import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import type { CellKind, GridRow } from '../../../domain/table/sheet-grid.ts'
import { decodeTextFile, type TextEncoding } from '../../encoding/text-encoding.ts'
import { visibleText } from '../cells/cell-text.ts'
import { limits } from '../limits.ts'
import { collectCell, collectedRows, newRowCollector, type RowCollector } from './sheet-rows.ts'

export interface DelimitedText {
  readonly rows: readonly GridRow[]
  readonly encoding: TextEncoding
  readonly delimiter: string
}

const delimiters = [',', ';', '\t', '|'] as const

/** Records become rows: record 1 is row 1, however many lines its quoted values take. */
export function readCsv(bytes: Buffer): Result<DelimitedText, WorkbookProblem> {
  const decoded = decodeTextFile(bytes)
  if (decoded === null) return err({ code: 'file-kind-not-read', kind: 'unknown' })
  const { text, encoding } = decoded
  // Excel's own first line that names the delimiter.
  const named = /^"?sep=(.)"?\r?\n/.exec(text)
  const delimiter = named?.[1] ?? sniffDelimiter(text)
  const collector = newRowCollector()
  for (const { row, values } of records(text, delimiter)) {
    if (row > limits.rows) return err({ code: 'workbook-too-complex', what: 'rows' })
    if (values.length > limits.columns) return err({ code: 'workbook-too-complex', what: 'columns' })
    if (named !== null && row === 1) continue
    if (values.some((value) => value.length > limits.cellCharacters))
      return err({ code: 'workbook-too-complex', what: 'cell-length' })
    collectRow(collector, row, values)
    if (collector.cells > limits.cells) return err({ code: 'workbook-too-complex', what: 'cells' })
  }
  return ok({ rows: collectedRows(collector), encoding, delimiter })
}

/** Of fewer records it says little that they agree. */
const leastToAgree = 4

/** The delimiter that splits the first records most evenly into most fields. */
function sniffDelimiter(text: string): string {
  let best = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const widths: number[] = []
    for (const { values } of records(text.slice(0, 65_536), delimiter)) {
      if (values.length > 1 || values[0] !== '') widths.push(values.length)
      if (widths.length >= 50) break
    }
    const most = Math.max(...widths, 1)
    if (most === 1) continue
    const usual = commonest(widths.filter((width) => width > 1))
    const agreeing = widths.filter((width) => width === usual).length / widths.length
    // Evenness counts most: commas in the words and numbers of a text split by semicolons make more fields, but
    // uneven ones, and hardly ever as many in every line.
    const score = (agreeing === 1 && widths.length >= leastToAgree ? 2 : agreeing ** 2) * Math.min(usual, 20)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 1
}

interface CsvRecord {
  readonly row: number
  readonly values: readonly string[]
}

/** A quote opens a quoted value only at its start; inside it two quotes are one, and line ends are text. */
function* records(text: string, delimiter: string): Generator<CsvRecord> {
  let position = 0
  let row = 1
  let values: string[] = []
  while (position < text.length) {
    let value: string
    if (text[position] === '"') {
      const end = quotedEnd(text, position)
      value = text.slice(position + 1, end).replaceAll('""', '"')
      position = end + 1
      const rest = plainEnd(text, position, delimiter)
      value += text.slice(position, rest)
      position = rest
    } else {
      const end = plainEnd(text, position, delimiter)
      value = text.slice(position, end)
      position = end
    }
    values.push(value)
    if (text[position] === delimiter) {
      position += 1
      if (position < text.length) continue
      values.push('')
    }
    if (text[position] === '\r' && text[position + 1] === '\n') position += 1
    position += 1
    yield { row, values }
    row += 1
    values = []
  }
}

function quotedEnd(text: string, start: number): number {
  let position = start + 1
  for (;;) {
    const quote = text.indexOf('"', position)
    if (quote === -1) return text.length
    if (text[quote + 1] !== '"') return quote
    position = quote + 2
  }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let position = start
  while (position < text.length) {
    const character = text[position]
    if (character === delimiter || character === '\n' || character === '\r') return position
    position += 1
  }
  return position
}

function collectRow(collector: RowCollector, row: number, values: readonly string[]): void {
  for (let index = 0; index < values.length; index += 1) {
    const text = visibleText(values[index] ?? '')
    if (text.trim() !== '') collectCell(collector, row, false, index + 1, text, kindOf(text))
  }
}

function kindOf(text: string): CellKind {
  if (/^\s*[-+]?[\d.,]*\d%?\s*$/.test(text)) return 'number'
  if (/^\d{4}-\d{2}-\d{2}([T ][\d:.]+Z?)?$/.test(text.trim())) return 'date'
  return /^(true|false)$/i.test(text.trim()) ? 'boolean' : 'text'
}
