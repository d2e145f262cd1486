import type { SourceRow, SourceRows } from '../../../domain/inventory-table.ts'
import type { GridRow, SheetGrid } from '../../../domain/table/sheet-grid.ts'
import { linksByRow, rowTexts } from '../../../domain/table/source-rows.ts'

/**
 * Some rows on their way from the worker to the engine. Texts that come again in it are sent once: most words of an
 * inventory do, and every text costs time and memory on both sides.
 */
export interface RowChunk {
  readonly kind: 'rows'
  readonly sheet: string
  readonly letters: readonly string[]
  readonly rows: Uint32Array<ArrayBuffer>
  /** The first is empty. */
  readonly texts: readonly string[]
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
  for (let start = 0; start < rows.length && characters <= most; ) {
    const collected = collectRows(rows, start, letters.length, textsOf)
    characters += collected.characters
    const part = rows.slice(start, collected.end)
    start = collected.end
    send({
      kind: 'rows',
      sheet: grid.name,
      letters,
      rows: Uint32Array.from(part, ({ row }) => row),
      texts: collected.texts,
      places: collected.places,
      links: linksOf(part, allLinks),
    })
  }
  return characters
}

function linksOf(rows: readonly GridRow[], allLinks: RowChunk['links']): RowChunk['links'] {
  if (allLinks.size === 0) return allLinks
  return new Map(
    rows.flatMap(({ row }) => {
      const own = allLinks.get(row)
      return own === undefined ? [] : [[row, own] as const]
    }),
  )
}

interface CollectedRows {
  /** Behind the last of the rows. */
  readonly end: number
  readonly texts: readonly string[]
  readonly places: Uint32Array<ArrayBuffer>
  /** In all cells, those of texts that come again too. */
  readonly characters: number
}

/** A column with more distinct texts than this in a chunk is not looked through for texts that come again. */
const mostDistinct = 128

/** As many rows as a chunk holds, or fewer where they are long. */
function collectRows(
  rows: readonly GridRow[],
  start: number,
  width: number,
  textsOf: (row: GridRow) => readonly string[],
): CollectedRows {
  const last = Math.min(rows.length, start + rowsInChunk)
  const texts: string[] = ['']
  const known = Array.from({ length: width }, () => new Map<string, number>())
  const places = new Uint32Array((last - start) * width)
  let characters = 0
  let different = 0
  let end = start
  for (let at = 0; end < last && different < charactersInChunk; end += 1) {
    const row = rows[end]
    if (row === undefined) break
    const own = textsOf(row)
    for (let column = 0; column < width; column += 1, at += 1) {
      const text = own[column] ?? ''
      if (text === '') continue
      characters += text.length
      const place = knownPlace(known[column], text, texts.length)
      places[at] = place
      if (place < texts.length) continue
      texts.push(text)
      different += text.length
    }
  }
  return { end, texts, places: end === last ? places : places.slice(0, (end - start) * width), characters }
}

/** Where a text stands already; `next` where it does not. */
function knownPlace(known: Map<string, number> | undefined, text: string, next: number): number {
  if (known === undefined || known.size > mostDistinct) return next
  const place = known.get(text)
  if (place === undefined) known.set(text, next)
  return place ?? next
}

/** What may change hands with the chunk instead of being copied. */
export function transferable({ rows, places }: RowChunk): readonly ArrayBuffer[] {
  return [rows.buffer, places.buffer]
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

function receivedRows({ sheet, letters, rows, texts, places, links }: RowChunk): readonly SourceRow[] {
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

function filledAlike(places: Uint32Array, one: number, other: number, width: number): boolean {
  for (let letter = 0; letter < width; letter += 1) {
    if ((places[one + letter] === 0) !== (places[other + letter] === 0)) return false
  }
  return true
}
