import type { ColumnMapping, SkipReason, TableChoice } from '../inventory-table.ts'
import { type CellRange, columnNumber, type GridRow, type SheetGrid } from './sheet-grid.ts'
import { overlaps } from './table-bands.ts'

/** What is known of a table when its rows are judged. */
export interface RowJudge {
  readonly headerRow: number
  /** How many rows below the headings hold something. */
  readonly rows: number
  readonly headers: ReadonlyMap<number, string>
  /** How many columns have a heading. */
  readonly labelled: number
  readonly title: number | null
  readonly numbering: number | null
  readonly wideMerges: readonly CellRange[]
  /** The median number of cells in a row that has a title, or in any row where no column is the title. */
  readonly usual: number
  /** What untitled rows hold besides their number when several hold the same: the defaults of prepared rows. */
  readonly defaults: ReadonlySet<string>
  /** Whether a single row calls itself an example; where several do, they are what the list holds. */
  readonly hasOneExample: boolean
  /** The share of the first rows whose title is all in capitals. */
  readonly capitals: number
}

export interface RowCell {
  readonly column: number
  readonly text: string
}

/** With fewer cells in a row, a lone cell says nothing. */
export const leastUsual = 3

export function newRowJudge(
  grid: SheetGrid,
  choice: TableChoice,
  columns: readonly ColumnMapping[],
  below: readonly GridRow[],
): RowJudge {
  const columnOf = (field: string) => {
    const mapping = columns.find((column) => column.field === field)
    return mapping === undefined ? null : columnNumber(mapping.letter)
  }
  const headers = new Map(columns.map((column) => [columnNumber(column.letter), column.header]))
  const title = columnOf('title')
  const numbering = columnOf('inventory-number')
  const titled = title === null ? below : below.filter(({ columns }) => columns.includes(title))
  const counts = cellCounts(titled.length === 0 ? below : titled, headers).filter((count) => count > 0)
  return {
    headerRow: choice.headerRow,
    rows: below.length,
    headers,
    labelled: [...headers.values()].filter((header) => header !== '').length,
    title,
    numbering,
    wideMerges: grid.merges.filter((merge) => merge.lastColumn - merge.firstColumn >= 2),
    usual: median(counts),
    defaults: defaultsIn(below, title, numbering),
    hasOneExample: below.filter(({ texts }) => exampleInFront.test(texts[0] ?? '')).length === 1,
    capitals: shareOfCapitals(below.slice(0, rowsOfCapitals), title),
  }
}

const rowsOfDefaults = 3

function defaultsIn(
  rows: readonly GridRow[],
  title: number | null,
  numbering: number | null,
): ReadonlySet<string> {
  if (title === null) return new Set()
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (row.columns.includes(title)) continue
    const words = wordsBesides(row, numbering)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([words, count]) => (count >= rowsOfDefaults ? [words] : [])))
}

function wordsBesides({ columns, texts }: GridRow, numbering: number | null): string {
  return columns.flatMap((column, index) => (column === numbering ? [] : [column, texts[index]])).join('\n')
}

/** How many cells of the table each row fills; rows filled alike share their list of columns. */
function cellCounts(rows: readonly GridRow[], headers: ReadonlyMap<number, string>): readonly number[] {
  let list: readonly number[] = []
  let count = 0
  return rows.map(({ columns }) => {
    if (columns !== list) {
      list = columns
      count = columns.filter((column) => headers.has(column)).length
    }
    return count
  })
}

const rowsOfCapitals = 1_000

function shareOfCapitals(rows: readonly GridRow[], title: number | null): number {
  if (title === null) return 0
  const titles = rows.flatMap(({ columns, texts }) => {
    const text = columns.length > 1 ? texts[columns.indexOf(title)] : undefined
    return text === undefined ? [] : [text]
  })
  return titles.filter(isCapitals).length / Math.max(titles.length, 1)
}

/** Why a row is no dataset; null when it is one. Notes at the end are told only from the whole table. */
export function reasonToSkip(judge: RowJudge, row: GridRow): SkipReason | null {
  if (isPlainDataset(judge, row)) return null
  const cells = cellsOf(judge, row)
  const [only] = cells
  if (only === undefined) return 'outside'
  if (isRepeatedHeader(judge, cells)) return 'repeated-header'
  if (isTotal(judge, cells)) return 'total'
  if (isExplanation(judge, row, cells)) return 'explanation'
  if (cells.length === 1 && isNoteBetween(judge, only)) return 'note'
  if (cells.length === 1 && isSection(judge, row, only)) return 'section'
  if (isPlaceholder(judge, cells)) return 'unnamed'
  if (judge.title === null || cells.some(({ column }) => column === judge.title)) return null
  if (judge.defaults.has(wordsBesides(row, judge.numbering))) return 'unnamed'
  if (judge.usual < leastUsual) return null
  // A number or a default in a prepared but unused row is no dataset yet.
  return cells.filter(({ column }) => column !== judge.numbering).length >= 2 ? null : 'unnamed'
}

/**
 * Nearly every row is one, so it is told without looking at more than its first cells: a dataset is named, does not
 * begin like a total, and has more cells unlike their headings than headings that come again may have.
 */
function isPlainDataset(judge: RowJudge, { row, columns, texts }: GridRow): boolean {
  if (row - judge.headerRow <= rowsThatMayExplain) return false
  const title = columns.indexOf(judge.title ?? 0)
  if (title === -1 || placeholder.test((texts[title] ?? '').trim())) return false
  const first = columns.findIndex((column) => judge.headers.has(column))
  if (totalWords.test((texts[first] ?? '').trim())) return false
  const enough = Math.max(2, Math.floor(columns.length * (1 - repeatedShare)) + 1)
  let others = 0
  for (let index = first; index < columns.length && others < enough; index += 1) {
    const header = judge.headers.get(columns[index] ?? 0)
    if (header !== undefined && !resembles(header, texts[index] ?? '')) others += 1
  }
  return others === enough
}

/**
 * Whether a cell may repeat its heading; written apart from the exact comparison because it runs for every row. Blanks
 * and line breaks are written otherwise in headings, so no more is compared than has none in its middle.
 */
function resembles(header: string, text: string): boolean {
  return header.endsWith(text.slice(-2).trim())
}

export function cellsOf(judge: RowJudge, row: GridRow): readonly RowCell[] {
  return row.columns
    .map((column, index) => ({ column, text: row.texts[index] ?? '' }))
    .filter(({ column }) => judge.headers.has(column))
}

/** So many of a row's cells are their headings where the headings come again. */
const repeatedShare = 0.95

function isRepeatedHeader(judge: RowJudge, cells: readonly RowCell[]): boolean {
  const same = cells.filter(({ column, text }) => {
    const header = judge.headers.get(column) ?? ''
    const shown = text.replace(/\s+/g, ' ').trim()
    return header === shown || header.endsWith(` / ${shown}`)
  })
  return (
    same.length >= 2 && same.length >= judge.labelled * 0.6 && same.length >= cells.length * repeatedShare
  )
}

const pageLine = /^page \d+( (of|\/) \d+)?$|^\(?continued\)?\.*$/i
const placeholder = /^(n\/?a|not applicable|none|-+|\.+|\(?(select|choose|pick)\b.*)$/i

const noteBetween = /^(notes?\s*:|please note\b|\*+\s*note\b|n\.?b\.?:)/i

function isNoteBetween({ usual }: RowJudge, { text }: RowCell): boolean {
  return pageLine.test(text.trim()) || (usual >= leastUsual && noteBetween.test(text.trim()))
}

/** A prepared row in which every cell says that there is nothing yet. */
function isPlaceholder(judge: RowJudge, cells: readonly RowCell[]): boolean {
  const telling = cells.filter(({ column }) => column !== judge.numbering)
  return telling.length > 1 && telling.every(({ text }) => placeholder.test(text.trim()))
}

const totalWords =
  /^(grand\s*|sub[\s-]*)?totals?\b|^(sum|count|average)\s*[:=]?\s*[\d,.]*$|^all( datasets)?$/i

/** "Total" in front and nothing but numbers behind it. */
function isTotal(judge: RowJudge, cells: readonly RowCell[]): boolean {
  const [first, ...rest] = cells
  if (first === undefined || !totalWords.test(first.text.trim())) return false
  if (
    judge.usual >= leastUsual &&
    cells.length >= judge.usual &&
    rest.some(({ text }) => /\p{L}/u.test(text))
  )
    return false
  return rest.every(({ text }) => !/\p{L}{3}/u.test(text))
}

const rowsThatMayExplain = 3
const explainingShare = 0.6
const howToFillIn =
  /^[([{<]?\s*(mandatory|optional|required|recommended|conditional|not required|if (applicable|any|known)|e\.g\.|ex\.|for example|(example|sample)\s*[:-]|please\b|enter\b|select\b|choose\b|pick\b|provide\b|describe\b|specify\b|indicate\b|identify\b|state (the|whether|if)\b|use (the|a|one)\b|type (the|a|an|in)\b|name of\b|(a |one )?(short|brief|full|official) |list (of|the|all|any)\b|drop[- ]?down|free[- ]?text|yes ?(\/|or) ?no|y ?(\/|or) ?n\b|yyyy|mm ?\/ ?dd|dd ?\/ ?mm|(who|what|when|where|why|how|which|is|does|can)\b.*\?)/i
/** In front of a row that only shows how. */
const exampleMark = /^[([{<*]?\s*(example|sample|e\.g\.|ex\.?)( row| entry| only)?\s*[)\]}>*:]*$/i
const exampleInFront = /^[([{<*]?\s*example\s*[)\]}>*:-]/i
const cellTypes = /^(text|string|number|numeric|integer|date|boolean|url|email|list|varchar|memo)\b.{0,20}$/i

/** Right below the headings: how to fill the columns in, their kinds, or their numbers. */
function isExplanation(judge: RowJudge, row: GridRow, cells: readonly RowCell[]): boolean {
  if (row.row - judge.headerRow > rowsThatMayExplain || cells.length < Math.max(2, judge.labelled / 2))
    return false
  const explaining = cells.filter(({ text }) => howToFillIn.test(text.trim()) || cellTypes.test(text.trim()))
  const first = cells[0]?.text.trim() ?? ''
  const isExample = exampleMark.test(first) || (judge.hasOneExample && exampleInFront.test(first))
  if (explaining.length >= cells.length * explainingShare || isExample) return true
  return (
    cells.length >= leastUsual && judge.rows > rowsThatMayExplain && (isCounting(cells) || isLettering(cells))
  )
}

function isCounting(cells: readonly RowCell[]): boolean {
  return cells.every(({ text }, index) => text.replace(/[().]/g, '').trim() === String(index + 1))
}

function isLettering(cells: readonly RowCell[]): boolean {
  return cells.every(
    ({ text }, index) => /^\(?[a-z]\)?$/i.test(text) && text.toUpperCase().includes(letterOf(index)),
  )
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

const unitInFront =
  /^(section|part|chapter|category|group|theme|division|bureau|department|office|branch|unit|program|agency|commission|board)\b(?!.*\b(list|data|dataset|database|report|survey|records?|inventory|directory|files?)\b)/i

/** A heading for the rows below it, written within the table. */
function isSection(judge: RowJudge, row: GridRow, only: RowCell): boolean {
  if (judge.wideMerges.some((merge) => overlaps(merge, row.row, only.column))) return true
  if (judge.usual < leastUsual || only.column !== Math.min(...judge.headers.keys())) return false
  const text = only.text.trim()
  if (text.length > 80 || !/\p{L}{3}/u.test(text)) return false
  // Where the names of datasets stand elsewhere, words in the first column alone are no dataset.
  if (judge.title !== null && judge.title !== only.column) return true
  return text.endsWith(':') || unitInFront.test(text) || (isCapitals(text) && judge.capitals < 0.2)
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text)
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
