import { expect, it } from 'vitest'
import type { AddedSheet, WorkbookChanges } from '../../../../../src/domain/write-back/workbook-changes.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import { changesWith, column, data } from '../../../../support/patch-inventory.ts'
import { partText, patched } from '../../../../support/patch-sample.ts'

const formula = '<sheetData><row r="1"><c r="A1"><f>SUM(Inventory!A2:A3)</f><v>3</v></c></row></sheetData>'
const plain = rowsXml([['Nothing to work out']])
const calculated = data.replace('<v>1</v>', '<f>2-1</f><v>1</v>')
const plan: AddedSheet = { name: 'Plan', header: ['Title'], widths: [20], rows: [['Roads']] }
const ours =
  '<definedNames><definedName name="ODAPSHEET_Plan" hidden="1">Plan!$A$1</definedName></definedNames>'

function asksToRecalculate(
  sheets: Readonly<Record<string, string>>,
  changes: Partial<WorkbookChanges>,
  names?: string,
): boolean {
  const workbook = makeWorkbook({
    sheets: Object.entries(sheets).map(([name, xml]) => ({ name, xml })),
    ...(names !== undefined && { names }),
  })
  const { bytes } = patched(workbook, { ...changesWith([]), ...changes })
  return partText(bytes, 'xl/workbook.xml').includes('fullCalcOnLoad="1"')
}

const corrected = { cells: [{ sheet: 'Inventory', cell: 'C2', value: 'changed' }] }

it.each<[string, boolean, Readonly<Record<string, string>>, Partial<WorkbookChanges>, string?]>([
  ['no formula anywhere', false, { Inventory: data, Other: plain }, corrected],
  ['a formula on another sheet', true, { Inventory: data, Other: formula }, corrected],
  ['a formula on the last of several', true, { Inventory: data, Other: plain, Last: formula }, corrected],
  ['a formula on the sheet itself', true, { Inventory: calculated, Other: plain }, corrected],
  ['columns of ours beside formulas', true, { Inventory: calculated }, { columns: [column('One')] }],
  ['a new sheet alone', false, { Inventory: data, Other: formula }, { sheets: [plan] }],
  ['a formula on a sheet of ours', true, { Inventory: data, Plan: formula }, corrected, ours],
])('with %s, Excel is asked to work everything out again: %s', (_, isAsked, sheets, changes, names) => {
  expect(asksToRecalculate(sheets, changes, names)).toBe(isAsked)
})
