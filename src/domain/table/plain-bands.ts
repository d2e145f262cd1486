import { fieldHits } from './field-hits.ts'
import type { GridRow, SheetGrid } from './sheet-grid.ts'

const longestPlainBand = 400
/** `Agency:` in front of its value, not a band over columns. */
const label = /^.{1,40}:\s*$/

/** Bands and headings begin with a capital and end without a stop; notes written across cells do not. */
export function readsLikeProse(band: GridRow): boolean {
  const prose = band.texts.filter((text) => /^\p{Ll}/u.test(text) || /[.,;]$/.test(text.trim()))
  return prose.length > band.texts.length / 2
}

/** What stands above a table says of whom and of when it is; bands say what their columns hold. */
const titleWords =
  /\b(as of|version|draft|revised|updated|prepared|printed|fiscal year|fy ?\d+|(19|20)\d\d)\b|\b(inventory|catalog(ue)?|register|list) (of|for)\b|^(\S+ )+(inventory|catalog(ue)?)$|\b(department|office|agency|bureau|division|board|commission|council|state|city|county|university) of\b/i
const yearAlone = /^\s*((S?FY|fiscal year|calendar year|year)\s*)?(19|20)\d\d([-–/]\d{2,4})?\s*$/i
const longestTitle = 100
/** So many of the columns have to lie under bands. */
const leastCovered = 0.65

/**
 * Bands that were never merged: each stands over the first of its columns, or over every one of them. They either
 * complete headings that the row leaves out, or at least two of them span several columns each.
 */
export function isPlainBand(grid: SheetGrid, band: GridRow, row: GridRow): boolean {
  if (band.columns.length < 2 || band.columns.length > row.columns.length + 2) return false
  if (band.kinds.some((kind) => kind !== 'text') || row.kinds.some((kind) => kind !== 'text')) return false
  if (band.texts.some((text) => text.length > longestPlainBand || label.test(text))) return false
  if (row.columns.length < 3 || readsLikeProse(band)) return false
  if (band.texts.some(isTitle)) return false
  const own = new Set(row.columns)
  const last = row.columns.at(-1) ?? 0
  const starts = band.columns.filter((_, index) => band.texts[index] !== band.texts[index - 1])
  const spans = starts.map((column, index) => {
    const next = starts[index + 1] ?? last + 1
    return row.columns.filter((other) => other >= column && other < next).length
  })
  const wide = spans.filter((span) => span >= 2).length
  const completing = band.columns.filter((column) => !own.has(column) && isUsedBelow(grid, row, column))
  if (completing.length >= 1 && wide >= 1) return true
  const covered = spans.reduce((sum, span) => sum + span, 0)
  const least = row.columns.length * leastCovered
  if (wide < 2 || covered < least || !band.columns.every((column) => own.has(column))) return false
  return !row.texts.some(isValue) && !comesAgainInPart(grid, row)
}

/** Questions of a survey are bands, whatever words they hold. */
function isTitle(text: string): boolean {
  if (text.length > longestTitle || text.endsWith('?')) return false
  return titleWords.test(text) && !yearAlone.test(text)
}

const longestPlainHeading = 120
const sentence = /^.{25,}[.;]\s*$/s
const rowsCompared = 10
const leastAgain = 2

/** Sentences and addresses are what stands below headings. */
function isValue(text: string): boolean {
  return text.length > longestPlainHeading || sentence.test(text) || /^https?:|\S@\S/.test(text)
}

/** Values come again below, headings only all together. */
function comesAgainInPart(grid: SheetGrid, row: GridRow): boolean {
  const own = new Map(row.columns.map((column, cell) => [column, row.texts[cell]]))
  const start = grid.rows.indexOf(row) + 1
  return grid.rows.slice(start, start + rowsCompared).some(({ columns, texts }) => {
    const again = columns.filter((column, cell) => own.get(column) === texts[cell])
    // One heading may be one of its column's values, as in `Public`.
    return again.length >= leastAgain && again.length < own.size
  })
}

const longestPiece = 25
const leastShared = 2
const leastGain = 0.7

/** Headings cut in two, one row above the other: `Update` and `Frequency` say more together than either alone. */
export function isWrapped(above: GridRow, row: GridRow): boolean {
  const isPiece = ({ texts, kinds }: GridRow) =>
    kinds.every((kind) => kind === 'text') && texts.every((text) => text.length <= longestPiece)
  if (above.columns.length < 3 || !isPiece(above) || !isPiece(row)) return false
  const lower = new Map(row.columns.map((column, cell) => [column, row.texts[cell] ?? '']))
  const shared = above.columns.filter((column) => lower.has(column)).length
  if (shared < leastShared || shared < lower.size) return false
  const joined = above.columns.map((column, cell) => `${above.texts[cell] ?? ''} ${lower.get(column) ?? ''}`)
  return fieldHits(joined) >= Math.max(fieldHits(above.texts), fieldHits(row.texts)) + leastGain
}

function isUsedBelow(grid: SheetGrid, row: GridRow, column: number): boolean {
  const index = grid.rows.indexOf(row)
  return grid.rows.slice(index + 1, index + 6).some((below) => below.columns.includes(column))
}
