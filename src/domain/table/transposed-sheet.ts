import { matchHeading } from '../mapping/mapping.ts'
import type { SheetGrid } from './sheet-grid.ts'

const rowsLookedAt = 40
const leastFields = 4
const surely = 0.72
const longestHeading = 80

/** Whether headings run down the first used column and the datasets stand beside them, one to a column. */
export function isTransposed(grid: SheetGrid): boolean {
  const rows = grid.rows.slice(0, rowsLookedAt)
  const first = Math.min(...rows.map(({ columns }) => columns[0] ?? Number.POSITIVE_INFINITY))
  const labels = rows.flatMap(({ columns, texts }) => {
    const text = texts[0] ?? ''
    return columns[0] === first && columns.length >= 2 && text.length <= longestHeading ? [text] : []
  })
  const fields = new Set<string>()
  let named = 0
  for (const label of labels) {
    const best = matchHeading(label).toSorted((a, b) => b.score - a.score)[0]
    if (best === undefined || best.score < surely) continue
    fields.add(best.field)
    named += 1
  }
  return fields.size >= leastFields && fields.has('title') && named >= labels.length / 2
}
