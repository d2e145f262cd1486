import type { SourceRow, SourceRows } from '../../../domain/table/inventory-table.ts'
import type { GridRow, SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { linksByRow, rowTexts } from '../../../domain/table/source-rows.ts'

/**
 * Some rows on their way from the worker to the engine. Texts that come again in it are written once: most words of
 * an inventory do, and every text costs time and memory on both sides.
 */
export interface RowChunk {
  readonly kind: 'rows'
  readonly sheet: string
  readonly letters: readonly string[]
  readonly rows: Uint32Array<ArrayBuffer>
  /** All texts one behind the other: one long text crosses to the engine many times faster than many short ones. */
  readonly text: string
  /** Where each text ends in it; the first is empty. */
  readonly ends: Uint32Array<ArrayBuffer>
  /** For every row, for every letter, which of the texts; 0 for none. */
  readonly places: Uint32Array<ArrayBuffer>
  /** By row number, where there are any. */
  readonly links: ReadonlyMap<number, NonNullable<SourceRow['links']>>
}

const rowsInChunk = 2_048
const charactersInChunk = 16_000_000

/**
 * Hands the rows over in chunks, so that the engine takes in one while the worker makes the next. Answers how many
 * characters that were, and stops where they are more than `most`.
 */
export function sendRows(
  grid: SheetGrid,
  rows: readonly GridRow[],
  letters: readonly string[],
  most: number,
  send: (chunk: RowChunk) => void,
): number {
  const textsOf = rowTexts(grid, letters)
  const allLinks = linksByRow(grid, letters)
  let characters = 0
  for (let start = 0, end = 0; start < rows.length && characters <= most; start = end) {
    const own = endOfChunk(rows, start)
    end = own.end
    characters += own.characters
    const part = rows.slice(start, end)
    const { texts, places } = collectTexts(part.map(textsOf), letters.length)
    const numbers = Uint32Array.from(part, ({ row }) => row)
    const links = new Map(
      part.flatMap(({ row }) => {
        const own = allLinks.get(row)
        return own === undefined ? [] : [[row, own] as const]
      }),
    )
    const ends = endsOf(texts)
    send({
      kind: 'rows',
      sheet: grid.name,
      letters,
      rows: numbers,
      text: texts.join(''),
      ends,
      places,
      links,
    })
  }
  return characters
}

/** So many rows, or fewer where they are long. */
function endOfChunk(
  rows: readonly GridRow[],
  start: number,
): { readonly end: number; readonly characters: number } {
  let characters = 0
  let different = 0
  let last = ''
  let end = start
  while (end < rows.length && end - start < rowsInChunk && different < charactersInChunk) {
    for (const text of rows[end]?.texts ?? []) {
      characters += text.length
      if (text !== last) different += text.length
      last = text
    }
    end += 1
  }
  return { end, characters }
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

function endsOf(texts: readonly string[]): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(texts.length)
  let end = 0
  for (let index = 0; index < texts.length; index += 1) {
    end += texts[index]?.length ?? 0
    ends[index] = end
  }
  return ends
}

/** What may change hands with the chunk instead of being copied. */
export function transferable({ rows, ends, places }: RowChunk): readonly ArrayBuffer[] {
  return [rows.buffer, ends.buffer, places.buffer]
}

/** The rows of all chunks, each made when it is asked for: as objects they take many times the memory. */
export function sourceRows(chunks: readonly RowChunk[]): SourceRows {
  return {
    length: chunks.reduce((sum, { rows }) => sum + rows.length, 0),
    *[Symbol.iterator]() {
      for (const chunk of chunks) yield* receivedRows(chunk)
    },
  }
}

function receivedRows(chunk: RowChunk): readonly SourceRow[] {
  const { sheet, letters, rows, places, links } = chunk
  const texts = textsOf(chunk)
  const width = letters.length
  let cells: { [letter: string]: string } = {}
  return Array.from(rows, (row, index) => {
    const offset = index * width
    // A copy of an object with the same letters takes half the time of a new one that grows letter by letter.
    cells = index > 0 && filledAlike(places, offset - width, offset, width) ? { ...cells } : {}
    for (let letter = 0; letter < width; letter += 1) {
      const place = places[offset + letter] ?? 0
      if (place !== 0) cells[letters[letter] ?? ''] = texts[place] ?? ''
    }
    const own = links.get(row)
    return own === undefined ? { sheet, row, cells } : { sheet, row, cells, links: own }
  })
}

function textsOf({ text, ends }: RowChunk): readonly string[] {
  let start = 0
  return Array.from(ends, (end) => {
    const own = text.slice(start, end)
    start = end
    return own
  })
}

function filledAlike(places: Uint32Array, one: number, other: number, width: number): boolean {
  for (let letter = 0; letter < width; letter += 1) {
    if ((places[one + letter] === 0) !== (places[other + letter] === 0)) return false
  }
  return true
}
