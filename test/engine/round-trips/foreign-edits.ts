import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import excel from 'exceljs'
import { read, utils, type WorkBook, write } from 'xlsx'
import type { RandomNumbers } from '../../support/random-numbers.ts'

/** Something that people or other programs do to an inventory between two plans; rows and columns are counted from 1. */
export type ForeignEdit =
  | { readonly kind: 'insert-column' | 'delete-column'; readonly at: number }
  | { readonly kind: 'insert-row' | 'delete-row'; readonly at: number }
  | { readonly kind: 'type'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'swap-rows'; readonly one: number; readonly other: number }

export interface Editor {
  readonly name: string
  readonly edit: (bytes: Buffer, edits: readonly ForeignEdit[]) => Promise<Buffer>
  readonly end: () => void
}

const sheetName = 'Inventory'

/** Words that are no answer, answers in other letters, days as other programs write them, and nothing. */
const typed = [
  'Public after redaction of names',
  'ON PORTAL',
  'not public',
  'TBD',
  '6/15/2027',
  'Spring 2027',
  '15.06.2027',
  '2',
  '7',
  'Now',
  'Yes',
  'x',
]

/** Some edits of a sheet with headings in `headerRow`, as big as `columns` by `rows`. */
export function randomEdits(
  random: RandomNumbers,
  {
    headerRow,
    rows,
    columns,
  }: { readonly headerRow: number; readonly rows: number; readonly columns: number },
): readonly ForeignEdit[] {
  const row = () => headerRow + 1 + random.below(Math.max(1, rows))
  const column = () => 1 + random.below(columns)
  return Array.from({ length: random.below(5) }, (): ForeignEdit => {
    switch (random.below(8)) {
      case 0:
        return { kind: 'insert-column', at: 1 + random.below(columns + 1) }
      case 1:
        return { kind: 'delete-column', at: column() }
      case 2:
        return { kind: 'insert-row', at: row() }
      case 3:
        return { kind: 'delete-row', at: row() }
      case 4:
        return { kind: 'swap-rows', one: row(), other: row() }
      case 5:
        return {
          kind: 'type',
          row: headerRow,
          column: column(),
          text: random.oneOf(['Remarks', 'Plan: Steward']),
        }
      default:
        return { kind: 'type', row: row(), column: column(), text: random.oneOf(typed) }
    }
  })
}

export const exceljs: Editor = {
  name: 'exceljs',
  edit: async (bytes, edits) => {
    const workbook = new excel.Workbook()
    await workbook.xlsx.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    )
    const sheet = workbook.getWorksheet(sheetName)
    if (sheet === undefined) throw new Error('There is no inventory')
    for (const edit of edits) editSheet(sheet, edit)
    return Buffer.from(await workbook.xlsx.writeBuffer())
  },
  end: () => undefined,
}

function editSheet(sheet: excel.Worksheet, edit: ForeignEdit): void {
  switch (edit.kind) {
    case 'insert-column':
      sheet.spliceColumns(edit.at, 0, [])
      return
    case 'delete-column':
      sheet.spliceColumns(edit.at, 1)
      return
    case 'insert-row':
      sheet.spliceRows(edit.at, 0, [])
      return
    case 'delete-row':
      sheet.spliceRows(edit.at, 1)
      return
    case 'swap-rows': {
      const [one, other] = [sheet.getRow(edit.one).values, sheet.getRow(edit.other).values]
      sheet.getRow(edit.one).values = other
      sheet.getRow(edit.other).values = one
      return
    }
    case 'type':
      sheet.getCell(edit.row, edit.column).value = edit.text
  }
}

/** It knows cells and names alone: sheets are made anew from their values, names stay where they pointed. */
export const sheetJs: Editor = {
  name: 'SheetJS',
  edit: async (bytes, edits) => {
    const workbook: WorkBook = read(bytes, { cellDates: true, cellNF: true })
    const sheet = workbook.Sheets[sheetName]
    if (sheet === undefined) throw new Error('There is no inventory')
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true, range: 0 })
    const cells = rows.map((row) => Array.from(row, (value) => value ?? null))
    for (const edit of edits) editRows(cells, edit)
    workbook.Sheets[sheetName] = utils.aoa_to_sheet(cells, { cellDates: true })
    return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  },
  end: () => undefined,
}

function editRows(rows: unknown[][], edit: ForeignEdit): void {
  switch (edit.kind) {
    case 'insert-column':
      for (const row of rows) row.splice(edit.at - 1, 0, null)
      return
    case 'delete-column':
      for (const row of rows) row.splice(edit.at - 1, 1)
      return
    case 'insert-row':
      rows.splice(edit.at - 1, 0, [])
      return
    case 'delete-row':
      rows.splice(edit.at - 1, 1)
      return
    case 'swap-rows': {
      const [one, other] = [rows[edit.one - 1] ?? [], rows[edit.other - 1] ?? []]
      rows[edit.one - 1] = other
      rows[edit.other - 1] = one
      return
    }
    case 'type': {
      while (rows.length < edit.row) rows.push([])
      const row = rows[edit.row - 1] ?? []
      while (row.length < edit.column) row.push(null)
      row[edit.column - 1] = edit.text
    }
  }
}

/** One process for all edits: starting Python takes longer than they do. */
export function openpyxl(python: string, folder: string): Editor {
  const script = join(import.meta.dirname, '..', '..', 'support', 'openpyxl', 'edit-workbooks.py')
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const path = join(folder, 'edited.xlsx')
  return {
    name: 'openpyxl',
    edit: async (bytes, edits) => {
      writeFileSync(path, bytes)
      child.stdin.write(`${JSON.stringify({ path, sheet: sheetName, edits })}\n`)
      const { value, done } = await answers.next()
      if (done === true || value !== 'done') throw new Error(`openpyxl said ${value}`)
      return readFileSync(path)
    },
    end: () => child.stdin.end(),
  }
}
