import { ok, type Result } from '../../../../domain/result.ts'
import type {
  AddedColumn,
  TablePlace,
  WorkbookChanges,
} from '../../../../domain/write-back/workbook-changes.ts'
import { parseRange, type SheetReference } from '../../cells/cell-range.ts'
import type { SheetPart } from '../../package/package.ts'
import type { LoadedWorkbook } from '../../reading/loaded-workbook.ts'
import { valueText } from '../cells/cell-values.ts'
import { correctedCellsOn } from '../cells/corrected-cells.ts'
import { readSheetLayout } from '../cells/sheet-layout.ts'
import { type PatchedSheet, patchSheet } from '../sheet/patch-sheet.ts'
import { readRelatedRanges } from '../sheet/table-part.ts'
import { notWritten, type PatchFailure, readWritableText } from '../writable-part.ts'
import type { OwnSheets } from './own-sheet-places.ts'
import { type TouchedSheet, type TouchedSheets, tableOn, type Work } from './patch-work.ts'
import { referenceOf } from './workbook-edits.ts'

export function patchSheets(work: Work, own: OwnSheets): Result<TouchedSheets, PatchFailure> {
  const { changes, opened } = work
  const { cells, columns, rows } = changes
  const partOf = new Map(
    [...cells, ...columns, ...rows].map(({ sheet }) => [sheet, sheetNamed(opened, sheet)] as const),
  )
  const lost = ({ sheet }: { readonly sheet: string }) => partOf.get(sheet) === undefined
  const sheets: TouchedSheet[] = []
  for (const part of new Set(partOf.values())) {
    if (part === undefined) continue
    // Names that differ in letter case only mean the same sheet.
    const here = ({ sheet }: { readonly sheet: string }) => partOf.get(sheet) === part
    const patch = patchOneSheet(work, own, part, {
      ...changes,
      cells: cells.filter(here),
      columns: columns.filter(here),
      rows: rows.filter(here),
    })
    if (!patch.ok) return patch
    sheets.push({ part, patch: patch.value })
  }
  const unplaced = {
    columns: columns.filter(lost),
    rows: rows.filter(lost).map((added) => ({ added, row: added.after + 1 })),
  }
  const refusedCells = cells.filter(lost).map(({ sheet, cell, value }) => {
    return { where: `${sheet}!${cell}`, reason: 'sheet-not-found' as const, value: valueText(value) }
  })
  const headings = [
    ...unplaced.columns.map(({ header }) => header),
    ...new Set(unplaced.rows.map(({ added, row }) => `${added.sheet}!A${row}`)),
  ]
  const others = headings.map((where) => ({ where, reason: 'sheet-not-found' as const, value: '' }))
  return ok({ sheets, unplaced, refusedCells, refused: [...refusedCells, ...others] })
}

function sheetNamed(opened: LoadedWorkbook, name: string): SheetPart | undefined {
  const worksheets = opened.package.sheets.filter((sheet) => sheet.kind === 'worksheet')
  const folded = name.toLowerCase()
  return (
    worksheets.find((sheet) => sheet.name === name) ??
    worksheets.find((sheet) => sheet.name.toLowerCase() === folded)
  )
}

function patchOneSheet(
  work: Work,
  own: OwnSheets,
  part: SheetPart,
  changes: WorkbookChanges,
): Result<PatchedSheet, PatchFailure> {
  const { opened, workbookPart } = work
  const text = readWritableText(opened.archive, part.entry)
  if (!text.ok) return text
  const table = tableOn(changes, part.name)
  const lastRow = Math.max(table.lastRow, table.headerRow)
  const layout = readSheetLayout(text.value.bytes, {
    from: table.headerRow,
    to: lastRow + changes.rows.length,
  })
  if (layout === 'not-a-worksheet') return notWritten(part.entry.name)
  if (layout === 'rows-out-of-order') return notWritten(`order of the rows in ${part.entry.name}`)
  const related = readRelatedRanges(opened.archive, part.entry)
  if (!related.ok) return related
  const corrected = correctedCellsOn(opened, part, layout, table, changes.cells)
  if (!corrected.ok) return corrected
  return ok(
    patchSheet({
      sheet: part.name,
      text: text.value,
      layout,
      related: related.value,
      styles: work.styles?.book ?? null,
      date1904: opened.package.date1904,
      writeProtected: changes.writeProtected === true,
      cells: corrected.value.cells,
      refusedCells: corrected.value.refused,
      table,
      columns: changes.columns,
      rows: changes.rows,
      marked: (column) =>
        column.at === undefined
          ? onSheet(referenceOf(workbookPart, column.mark), part.name)
          : byLetter(column.sheet, column.at, table),
      choicesOf: (column) => choicesOf(own, column),
    }),
  )
}

function onSheet(reference: SheetReference | null, sheet: string): SheetReference | null {
  return reference !== null && reference.sheet.toLowerCase() === sheet.toLowerCase() ? reference : null
}

function byLetter(sheet: string, at: string | null, { headerRow }: TablePlace): SheetReference | null {
  const range = at === null ? null : parseRange(`${at}${headerRow}`)
  return range === null ? null : { sheet, range }
}

function choicesOf({ lists, listSheet }: OwnSheets, column: AddedColumn): string | null {
  const formula = lists.formulaOf(column, listSheet?.sheet.name ?? '')
  return formula !== null && !formula.startsWith('"') && listSheet === null ? null : formula
}
