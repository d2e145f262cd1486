import type {
  AddedColumn,
  AddedRow,
  AddedSheet,
  Refusal,
  WorkbookChanges,
} from '../../src/domain/write-back/workbook-changes.ts'
import {
  type OwnSheets,
  placeOwnSheets,
} from '../../src/engine/workbook/patching/package/own-sheet-places.ts'
import {
  startWork,
  type TouchedSheet,
  type TouchedSheets,
  type Work,
} from '../../src/engine/workbook/patching/package/patch-work.ts'
import { makeWorkbook, rowsXml } from './make-workbook.ts'
import { noChanges } from './patch-sample.ts'
import { loadedWorkbook } from './sheet-layout-of.ts'

const unlocked = loadedWorkbook(workbook(''))
export const locked = loadedWorkbook(workbook('<workbookProtection lockStructure="1"/>'))

function workbook(properties: string): Buffer {
  return makeWorkbook({
    properties,
    sheets: [
      { name: 'Inventory', xml: rowsXml([['ID']]) },
      { name: 'Earlier', xml: rowsXml([['Head', 'ings']]) },
      { name: 'Marked', xml: rowsXml([['Whatever']]) },
      { name: 'Below', xml: rowsXml([[null], ['Head', 'ings']]) },
      { name: 'Blank', xml: '<sheetData/>' },
    ],
    names:
      '<definedNames><definedName name="ODAPSHEET_Marked" hidden="1">Marked!$A$1</definedName></definedNames>',
  })
}

export function workOf(changes: Partial<WorkbookChanges>, opened = unlocked): Work {
  const work = startWork(opened, { ...noChanges, ...changes })
  if (!work.ok) throw new Error(work.error.code)
  return work.value
}

export const ownSheet = (
  name: string,
  rows: AddedSheet['rows'] = [['x']],
  header = ['Head', 'ings'],
): AddedSheet => ({
  name,
  header,
  widths: [9],
  rows,
})

/** Of every sheet: its name, its earlier self, whether it is hidden. */
export const told = ({ placed }: OwnSheets) =>
  placed.map((one) => [one.sheet.name, one.earlier?.name ?? null, one.sheet.hidden])
export const rowsOn = ({ placed }: OwnSheets, name: string) =>
  placed.find((one) => one.sheet.name === name)?.sheet.rows

export const structureLocked = (where: string): Refusal => ({ where, reason: 'structure-locked', value: '' })
export const tooLong = 'x'.repeat(32_768)

export const none: OwnSheets = placeOwnSheets(workOf({}))
export const unplacedRow = (after: number, values: AddedRow['values']) => ({
  added: { sheet: 'Inventory', after, values },
  row: after + 1,
})

interface Touch {
  readonly columns?: readonly AddedColumn[]
  readonly rows?: readonly ReturnType<typeof unplacedRow>[]
  readonly refusedCells?: readonly Refusal[]
}

export function touched(sheets: readonly Touch[], elsewhere: Touch = {}): TouchedSheets {
  const unplaced = ({ columns = [], rows = [] }: Touch) => ({ columns, rows })
  return {
    sheets: sheets.map(
      (one) =>
        ({
          part: { name: 'Inventory' },
          patch: {
            unplaced: unplaced(one),
            refusedCells: one.refusedCells ?? [],
            placed: [],
            placedRows: [],
            written: [],
          },
        }) as unknown as TouchedSheet,
    ),
    unplaced: unplaced(elsewhere),
    refusedCells: elsewhere.refusedCells ?? [],
    refused: [],
  }
}
