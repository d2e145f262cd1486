import { columnNumber } from '../../src/domain/table/sheet-grid.ts'

/** Whole columns and rows that a comparison of ranges does not look at. */
export interface Strips {
  readonly columns: ReadonlySet<number>
  readonly rows: ReadonlySet<number>
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const [lastColumn, lastRow] = [16_384, 1_048_576]

/**
 * The cells of some blank-separated ranges outside the strips, written in one way however the ranges cut them up: two
 * lists mean the same cells when they come out as the same text. Text that is no list of ranges comes back as it is.
 */
export function canonicalRanges(sqref: string, strips: Strips): string {
  const boxes = sqref.trim().split(/\s+/).map(boxOf)
  if (boxes.includes(null)) return sqref
  const known = boxes.filter((box) => box !== null)
  const edges = new Set(known.flatMap(({ top, bottom }) => [top, bottom + 1]))
  for (const row of strips.rows) edges.add(row).add(row + 1)
  const rows = [...edges].sort((a, b) => a - b)
  const bands: { readonly top: number; readonly spans: string }[] = []
  for (const top of rows) {
    const here = known.filter((box) => box.top <= top && box.bottom >= top)
    const spans = strips.rows.has(top) ? '' : spansOf(here, strips.columns)
    if (spans !== (bands.at(-1)?.spans ?? '')) bands.push({ top, spans })
  }
  return bands.map(({ top, spans }) => `${top}:${spans}`).join(' ')
}

/** The columns of boxes in one row, merged and in order. */
function spansOf(boxes: readonly Box[], without: ReadonlySet<number>): string {
  const edges = new Set(boxes.flatMap(({ left, right }) => [left, right + 1]))
  for (const column of without) edges.add(column).add(column + 1)
  const spans: string[] = []
  let open = 0
  for (const left of [...edges].sort((a, b) => a - b)) {
    const covered = !without.has(left) && boxes.some((box) => box.left <= left && box.right >= left)
    if (covered && open === 0) open = left
    if (!covered && open > 0) {
      spans.push(`${open}-${left - 1}`)
      open = 0
    }
  }
  return spans.join('+')
}

function boxOf(range: string): Box | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(range)
  if (match === null || range === '') return null
  const [, from = '', top = '', to = from, bottom = top] = match
  return {
    left: from === '' ? 1 : columnNumber(from),
    top: top === '' ? 1 : Number(top),
    right: to === '' ? lastColumn : columnNumber(to),
    bottom: bottom === '' ? lastRow : Number(bottom),
  }
}
