import type { InventoryTable, SheetPreview, TableChoice } from '../../../domain/table/inventory-table.ts'

/** What is outlined on the sheet: the headings, and the table where there is one. */
export interface Outline {
  readonly headerRow: number
  readonly headerRows: number
  readonly lastRow: number
  readonly letters: readonly string[]
}

/** null where no headings are known. */
export function outlineOf(
  table: InventoryTable | null,
  choice: TableChoice,
  { letters }: SheetPreview,
): Outline | null {
  if (table !== null) {
    const { headerRow, headerRows, lastRow, columns } = table
    return { headerRow, headerRows, lastRow, letters: columns.map(({ letter }) => letter) }
  }
  const { headerRow, headerRows } = choice
  return headerRow === 0 ? null : { headerRow, headerRows, lastRow: headerRow, letters }
}

/** The outline with the heading row elsewhere, before anybody knows what the table is then. */
export function outlineAt(outline: Outline, headerRow: number): Outline {
  const lastRow = Math.max(outline.lastRow, headerRow)
  return { ...outline, headerRow, headerRows: Math.min(outline.headerRows, headerRow), lastRow }
}

/** Which edges of the outline a cell lies on. */
export interface CellOutline {
  readonly isInside: boolean
  readonly isHeader: boolean
  readonly top: boolean
  readonly bottom: boolean
  readonly left: boolean
  readonly right: boolean
}

export function cellOutline(outline: Outline | null, row: number, letter: string): CellOutline {
  const firstHeader = outline === null ? 0 : outline.headerRow - outline.headerRows + 1
  const isInside =
    outline !== null &&
    row >= firstHeader &&
    row <= Math.max(outline.lastRow, outline.headerRow) &&
    outline.letters.includes(letter)
  return {
    isInside,
    isHeader: isInside && row <= outline.headerRow,
    top: isInside && row === firstHeader,
    bottom: isInside && row === Math.max(outline.lastRow, outline.headerRow),
    left: isInside && letter === outline.letters[0],
    right: isInside && letter === outline.letters.at(-1),
  }
}
