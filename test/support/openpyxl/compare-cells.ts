import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { columnLetter, rowAt, type SheetGrid, textAt } from '../../../src/domain/table/sheet-grid.ts'
import { openWorkbook } from '../../../src/engine/workbook/reading/open-workbook.ts'

/** A cell on which this reader and openpyxl do not agree; `kind` groups differences that have one explanation. */
export interface CellDifference {
  readonly file: string
  readonly sheet: string
  readonly cell: string
  readonly kind: DifferenceKind
  readonly ours: string
  readonly theirs: string
}

export type DifferenceKind =
  | 'only-ours'
  | 'only-theirs'
  | 'sheet-only-theirs'
  | 'text'
  | 'number'
  | 'boolean'
  | 'date'
  | 'not-opened-by-us'

export interface Comparison {
  readonly compared: number
  readonly cells: number
  readonly differences: readonly CellDifference[]
}

type TheirCell = readonly [row: number, column: number, kind: string, text: string]
interface TheirFile {
  readonly file: string
  readonly problem?: string
  readonly sheets?: readonly { readonly name: string; readonly cells: readonly TheirCell[] }[]
}

/** The Python that has openpyxl; null where there is none. */
export function pythonWithOpenpyxl(): string | null {
  for (const python of [process.env['ODAP_PYTHON'], 'python3', 'python', '/usr/bin/python3']) {
    if (python === undefined) continue
    try {
      execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' })
      return python
    } catch {
      // Not this one.
    }
  }
  return null
}

/** Compares every cell of the files that openpyxl opens. */
export function compareWithOpenpyxl(python: string, files: readonly string[], root: string): Comparison {
  const script = join(import.meta.dirname, 'cell-values.py')
  const differences: CellDifference[] = []
  let compared = 0
  let cells = 0
  for (const file of files) {
    const line = execFileSync(python, [script, file], { encoding: 'utf8', maxBuffer: 1024 ** 3 })
    const theirs = JSON.parse(line) as TheirFile
    if (theirs.sheets === undefined || theirs.sheets.length === 0) continue
    compared += 1
    cells += theirs.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0)
    differences.push(...compareFile(file, file.slice(root.length + 1), theirs))
  }
  return { compared, cells, differences }
}

function compareFile(path: string, file: string, theirs: TheirFile): readonly CellDifference[] {
  const opened = openWorkbook(readFileSync(path), basename(path))
  if (!opened.ok) {
    return [{ file, sheet: '', cell: '', kind: 'not-opened-by-us', ours: opened.error.code, theirs: '' }]
  }
  return (theirs.sheets ?? []).flatMap(({ name, cells }): readonly CellDifference[] => {
    const grid = opened.value.grids.find((sheet) => sheet.name === name)
    if (grid !== undefined) return compareSheet(file, grid, cells)
    return cells.length === 0
      ? []
      : [{ file, sheet: name, cell: '', kind: 'sheet-only-theirs', ours: '', theirs: '' }]
  })
}

function compareSheet(file: string, grid: SheetGrid, cells: readonly TheirCell[]): readonly CellDifference[] {
  const differences: CellDifference[] = []
  const seen = new Set<string>()
  for (const [row, column, kind, text] of cells) {
    const cell = `${columnLetter(column)}${row}`
    seen.add(cell)
    const ours = textAt(rowAt(grid, row), column)
    const difference = differenceOf(ours, kind, text)
    if (difference !== null) {
      differences.push({ file, sheet: grid.name, cell, kind: difference, ours, theirs: `${kind} ${text}` })
    }
  }
  for (const { row, columns, texts } of grid.rows) {
    for (const [index, column] of columns.entries()) {
      const cell = `${columnLetter(column)}${row}`
      if (seen.has(cell)) continue
      const ours = texts[index] ?? ''
      differences.push({ file, sheet: grid.name, cell, kind: 'only-ours', ours, theirs: '' })
    }
  }
  return differences
}

function differenceOf(ours: string, kind: string, theirs: string): DifferenceKind | null {
  // White space alone shows nothing, so it is no value to us.
  if (ours === '') return kind === 'text' && theirs.trim() === '' ? null : 'only-theirs'
  switch (kind) {
    case 'number':
      return sameNumber(ours, Number(theirs)) ? null : 'number'
    case 'boolean':
      return ours === theirs ? null : 'boolean'
    case 'date':
      return sameDate(ours, theirs) ? null : 'date'
    case 'time':
      return sameDate(ours, theirs) ? null : 'date'
    case 'duration':
      return sameDuration(ours, Number(theirs)) ? null : 'date'
    default:
      return ours === theirs.replace(/\r\n?/g, '\n') ? null : 'text'
  }
}

/** The number that is shown, which may be rounded and dressed: `$1,234.50`, `12.5%`, `(3)`. */
function sameNumber(shown: string, value: number): boolean {
  const percent = shown.includes('%')
  const negative = shown.includes('-') || /^\(.*\)$/.test(shown.trim())
  const match = /\d[\d,]*(?:\.\d+)?(?:E[+-]\d+)?|\.\d+/i.exec(shown)
  if (match === null) return value === 0 && /^\s*-\s*$/.test(shown)
  const digits = match[0].replaceAll(',', '')
  const decimals = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0
  const exponent = Number(/E([+-]\d+)/i.exec(digits)?.[1] ?? 0)
  const number = (Number(digits) * (negative ? -1 : 1)) / (percent ? 100 : 1)
  const rounding = 0.5000001 * 10 ** (exponent - decimals - (percent ? 2 : 0))
  return Math.abs(number - value) <= rounding + Math.abs(value) * 1e-14
}

/** Days and times as shown, which leave out midnight, seconds that are 0, and fractions of seconds. */
function sameDate(shown: string, theirs: string): boolean {
  const whole = (text: string) => {
    const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})?\s*(\d{2}:\d{2}.*)?$/.exec(text.trim()) ?? []
    return { date, time }
  }
  const [a, b] = [whole(shown), whole(theirs)]
  if (a.date !== '' && b.date !== '' && a.date !== b.date) return false
  if (a.date === '' && a.time === '') return false
  return a.time === '' || Math.abs(seconds(a.time) - seconds(b.time)) <= 0.5
}

function sameDuration(shown: string, theirs: number): boolean {
  return Math.abs(seconds(shown) - theirs) <= 0.5
}

function seconds(time: string): number {
  const [hours = 0, minutes = 0, rest = 0] = time.split(':').map(Number)
  return hours * 3_600 + minutes * 60 + rest
}
