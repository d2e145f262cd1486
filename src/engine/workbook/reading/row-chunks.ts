import type { SourceRow } from '../../../domain/table/inventory-table.ts'
import type { GridRow, SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { linksByRow, rowTexts, toSourceRow } from '../../../domain/table/source-rows.ts'

/**
 * Some rows on their way from the worker to the engine. Texts that come again in it are written once: most words of
 * an inventory do, and every text costs time and memory on both sides.
 */
export interface RowChunk {
  readonly kind: 'rows'
  readonly sheet: string
  readonly letters: readonly string[]
  readonly rows: Uint32Array<ArrayBuffer>
  readonly texts: readonly string[]
  /** For every row, for every letter, the place in `texts`. */
  readonly places: Uint32Array<ArrayBuffer>
  /** By row number, where there are any. */
  readonly links: ReadonlyMap<number, NonNullable<SourceRow['links']>>
}

const rowsInChunk = 2_048

/** Hands the rows over in chunks, so that the engine takes in one while the worker makes the next. */
export function sendRows(
  grid: SheetGrid,
  rows: readonly GridRow[],
  letters: readonly string[],
  send: (chunk: RowChunk) => void,
): void {
  const textsOf = rowTexts(grid, letters)
  const allLinks = linksByRow(grid, letters)
  for (let start = 0; start < rows.length; start += rowsInChunk) {
    const part = rows.slice(start, start + rowsInChunk)
    const { texts, places } = collectTexts(part.map(textsOf), letters.length)
    const numbers = Uint32Array.from(part, ({ row }) => row)
    const links = new Map(
      part.flatMap(({ row }) => {
        const own = allLinks.get(row)
        return own === undefined ? [] : [[row, own] as const]
      }),
    )
    send({ kind: 'rows', sheet: grid.name, letters, rows: numbers, texts, places, links })
  }
}

interface CollectedTexts {
  readonly texts: readonly string[]
  readonly places: Uint32Array<ArrayBuffer>
}

/** A column with more distinct texts than this in a chunk is not looked through for texts that come again. */
const mostDistinct = 128

function collectTexts(rows: readonly (readonly string[])[], columns: number): CollectedTexts {
  const texts: string[] = ['']
  const places = new Uint32Array(rows.length * columns)
  for (let column = 0; column < columns; column += 1) {
    const known = new Map<string, number>()
    let at = column
    for (const row of rows) {
      const text = row[column] ?? ''
      if (text !== '') places[at] = placeOf(text, texts, known)
      at += columns
    }
  }
  return { texts, places }
}

function placeOf(text: string, texts: string[], known: Map<string, number>): number {
  if (known.size > mostDistinct) return texts.push(text) - 1
  const place = known.get(text)
  if (place !== undefined) return place
  known.set(text, texts.length)
  return texts.push(text) - 1
}

export function receivedRows(chunk: RowChunk): readonly SourceRow[] {
  const { sheet, letters, rows, texts, places, links } = chunk
  const rowOf: string[] = letters.map(() => '')
  return Array.from(rows, (row, index) => {
    const offset = index * letters.length
    for (let place = 0; place < letters.length; place += 1)
      rowOf[place] = texts[places[offset + place] ?? 0] ?? ''
    const sourceRow = toSourceRow(sheet, row, letters, rowOf)
    const own = links.get(row)
    return own === undefined ? sourceRow : { ...sourceRow, links: own }
  })
}
