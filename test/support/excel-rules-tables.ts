import { checkCount, repeated } from './excel-rules-package.ts'
import { type Area, areasOverlap, parseArea, type SheetFacts } from './excel-rules-sheet.ts'
import { attribute, child, children, type XmlNode } from './xml-tree.ts'

export interface TableFacts {
  readonly name: string
  readonly root: XmlNode
  readonly sheet: SheetFacts
}

export function tableFacts(name: string, root: XmlNode, sheet: SheetFacts): TableFacts {
  return { name, root, sheet }
}

export function checkTables(tables: readonly TableFacts[], faults: string[]): void {
  const names = tables.map(({ root }) => attribute(root, 'displayName').toLowerCase())
  for (const name of repeated(names)) faults.push(`tables: ${name} twice`)
  for (const id of repeated(tables.map(({ root }) => attribute(root, 'id'))))
    faults.push(`tables: id ${id} twice`)
  for (const table of tables) checkTable(table, faults)
  for (const table of tables) checkAround(table, faults)
  for (const [index, table] of tables.entries()) {
    const area = parseArea(attribute(table.root, 'ref'))
    const before = tables.slice(0, index).filter((one) => one.sheet === table.sheet)
    const others = before.map((one) => parseArea(attribute(one.root, 'ref')))
    if (area !== null && others.some((other) => other !== null && areasOverlap(area, other))) {
      faults.push(`${table.name}: overlaps another table`)
    }
  }
}

/** A table and a merge, or a table and the sheet's own filter, cannot share a cell. */
function checkAround({ name, root, sheet }: TableFacts, faults: string[]): void {
  const area = parseArea(attribute(root, 'ref'))
  const merges = children(child(sheet.root, 'mergeCells'), 'mergeCell')
  const filter = child(sheet.root, 'autoFilter')
  for (const other of [...merges, ...(filter === undefined ? [] : [filter])]) {
    const taken = parseArea(attribute(other, 'ref'))
    if (area !== null && taken !== null && areasOverlap(area, taken))
      faults.push(`${name}: in a ${other.local} ${attribute(other, 'ref')}`)
  }
}

function checkTable({ name, root, sheet }: TableFacts, faults: string[]): void {
  const area = parseArea(attribute(root, 'ref'))
  if (area === null) {
    faults.push(`${name}: ref ${attribute(root, 'ref')}`)
    return
  }
  const list = child(root, 'tableColumns')
  checkCount(name, list, faults)
  const columns = children(list, 'tableColumn')
  if (columns.length !== area.right - area.left + 1)
    faults.push(`${name}: ${columns.length} columns in ${attribute(root, 'ref')}`)
  for (const id of repeated(columns.map((one) => attribute(one, 'id'))))
    faults.push(`${name}: column id ${id} twice`)
  const names = columns.map((one) => attribute(one, 'name'))
  for (const one of repeated(names.map((text) => text.toLowerCase())))
    faults.push(`${name}: column ${one} twice`)
  if (attribute(root, 'headerRowCount') !== '0') checkHeadings(name, names, area, sheet, faults)
  const filter = child(root, 'autoFilter')
  const filtered = filter === undefined ? null : parseArea(attribute(filter, 'ref'))
  if (
    filtered !== null &&
    (filtered.left !== area.left || filtered.right !== area.right || filtered.top !== area.top)
  ) {
    faults.push(`${name}: filter ${attribute(filter, 'ref')} in ${attribute(root, 'ref')}`)
  }
}

function checkHeadings(
  name: string,
  columns: readonly string[],
  area: Area,
  sheet: SheetFacts,
  faults: string[],
): void {
  for (const [index, column] of columns.entries()) {
    const cell = `${letters(area.left + index)}${area.top}`
    const text = sheet.strings.get(cell)
    if (text === undefined) faults.push(`${name}: heading ${cell} is no string`)
    else if (spoken(text) !== spoken(column))
      faults.push(`${name}: heading ${cell} is ${text}, the column ${column}`)
  }
}

/** Cells and tables spell line breaks differently and mean the same. */
function spoken(text: string): string {
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
}

function letters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
}
