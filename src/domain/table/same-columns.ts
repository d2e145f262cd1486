import { headingWords } from '../mapping/heading-words.ts'
import { buildPart, type FoundTable, type TablePart } from './build-table.ts'
import { columnNumber, type SheetGrid } from './sheet-grid.ts'
import { labelsAt } from './table-bands.ts'
import { findHeader } from './table-header.ts'

const leastColumns = 2

/** The other visible sheets on which the table goes on: the same headings in the same columns, and datasets below. */
export function findSameColumns(found: FoundTable, grids: readonly SheetGrid[]): readonly TablePart[] {
  const { columns, headerRow, headerRows } = found.table
  const wanted = columns.flatMap(({ letter, header }): readonly (readonly [number, string])[] =>
    header === '' ? [] : [[columnNumber(letter), comparable(header)]],
  )
  if (wanted.length < leastColumns) return []
  return grids.flatMap((grid) => {
    if (grid.name === found.grid.name || grid.state !== 'visible') return []
    const own = findHeader(grid)
    // Most such sheets are copies of one template, with the headings in the same rows.
    const places = [{ headerRow, headerRows }, ...(own === null ? [] : [own])]
    const place = places.find((rows) => hasHeadings(grid, rows.headerRow, rows.headerRows, wanted))
    if (place === undefined) return []
    const choice = { sheet: grid.name, headerRow: place.headerRow, headerRows: place.headerRows }
    const part = buildPart(grid, choice, columns)
    return part.sheet.datasets === 0 ? [] : [part]
  })
}

function hasHeadings(
  grid: SheetGrid,
  headerRow: number,
  headerRows: number,
  wanted: readonly (readonly [column: number, heading: string])[],
): boolean {
  const labels = new Map(labelsAt(grid, headerRow, headerRows).map(({ column, header }) => [column, header]))
  return wanted.every(([column, heading]) => comparable(labels.get(column) ?? '') === heading)
}

function comparable(header: string): string {
  return headingWords(header).join(' ')
}
