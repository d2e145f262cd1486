import type { InventoryTable, SheetPreview, TableChoice } from '../../../domain/inventory-table.ts'

/** What is outlined on the sheet: the headings, and the table where there is one. */
export interface Outline {
  readonly headerRow: number
  readonly headerRows: number
  readonly lastRow: number
  readonly letters: readonly string[]
}

/** Of the part of the workbook on screen; null where no headings are known there. */
export function outlineOf(
  table: InventoryTable | null,
  choice: TableChoice,
  { sheet, letters }: SheetPreview,
): Outline | null {
  if (table !== null) {
    const part = [table, ...table.further].find((one) => one.sheet === sheet)
    if (part === undefined) return null
    const { headerRow, headerRows, lastRow } = part
    return { headerRow, headerRows, lastRow, letters: table.columns.map(({ letter }) => letter) }
  }
  const { headerRow, headerRows } = choice
  return headerRow === 0 || choice.sheet !== sheet
    ? null
    : { headerRow, headerRows, lastRow: headerRow, letters }
}

/** The outline with the headings elsewhere, before anybody knows what the table is then. */
export function outlineAt(outline: Outline, headerRow: number, headerRows = outline.headerRows): Outline {
  const lastRow = Math.max(outline.lastRow, headerRow)
  return { ...outline, headerRow, headerRows: Math.min(headerRows, headerRow), lastRow }
}

/** The first of the rows with headings. */
export function topRow({ headerRow, headerRows }: Pick<Outline, 'headerRow' | 'headerRows'>): number {
  return headerRow - headerRows + 1
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
  const firstHeader = outline === null ? 0 : topRow(outline)
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

/** Whether a row looks the same under both outlines. */
export function sameInRow(one: Outline | null, other: Outline | null, row: number): boolean {
  if (one === null || other === null) return one === other
  if (one.letters.join() !== other.letters.join()) return false
  // Along a row only the letters make a difference, and they are the same.
  const [letter = ''] = one.letters
  const [before, now] = [cellOutline(one, row, letter), cellOutline(other, row, letter)]
  return (Object.keys(before) as (keyof CellOutline)[]).every((key) => before[key] === now[key])
}
