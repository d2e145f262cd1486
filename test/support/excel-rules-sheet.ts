import { checkCount, checkOrder } from './excel-rules-package.ts'
import { allText, attribute, child, children, type XmlNode } from './xml-tree.ts'

export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface SheetFacts {
  readonly name: string
  readonly root: XmlNode
  /** Text of string cells by address, to hold against the names of table columns. */
  readonly strings: ReadonlyMap<string, string>
  readonly formulas: ReadonlySet<string>
}

const order =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  )
const cellTypes = new Set(['', 'b', 'd', 'e', 'inlineStr', 'n', 's', 'str'])

export function parseArea(reference: string): Area | null {
  const match = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(reference)
  if (match === null || reference === '') return null
  const [, from = '', top = '', to = from, bottom = top] = match
  return {
    left: from === '' ? 1 : columnOf(from),
    top: top === '' ? 1 : Number(top),
    right: to === '' ? 16384 : columnOf(to),
    bottom: bottom === '' ? 1048576 : Number(bottom),
  }
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

export function areasOverlap(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom
}

export function sheetFacts(name: string, root: XmlNode, shared: readonly string[]): SheetFacts {
  const strings = new Map<string, string>()
  const formulas = new Set<string>()
  for (const row of children(child(root, 'sheetData'), 'row')) {
    for (const cell of children(row, 'c')) {
      const at = attribute(cell, 'r')
      if (child(cell, 'f') !== undefined) formulas.add(at)
      const type = attribute(cell, 't')
      const value = child(cell, 'v')?.text ?? ''
      if (type === 's') strings.set(at, shared[Number(value)] ?? '')
      if (type === 'str') strings.set(at, value)
      const inline = child(cell, 'is')
      if (type === 'inlineStr' && inline !== undefined) strings.set(at, allText(inline))
    }
  }
  return { name, root, strings, formulas }
}

export function checkSheet(sheet: SheetFacts, styles: number, strings: number, faults: string[]): void {
  const { name, root } = sheet
  checkOrder(name, root, order, faults)
  for (const local of ['cols', 'mergeCells', 'dataValidations', 'tableParts', 'hyperlinks']) {
    if (child(root, local)?.children.length === 0) faults.push(`${name}: <${local}> is empty`)
  }
  checkRows(name, root, styles, strings, faults)
  checkColumns(name, children(child(root, 'cols'), 'col'), styles, faults)
  checkCount(name, child(root, 'mergeCells'), faults)
  checkCount(name, child(root, 'tableParts'), faults)
  checkCount(name, child(root, 'dataValidations'), faults)
  const merges = children(child(root, 'mergeCells'), 'mergeCell').map((one) => [attribute(one, 'ref')])
  checkAreas(`${name}: merges`, merges, faults)
  const rules = children(child(root, 'dataValidations'), 'dataValidation')
  const extended = rulesInExtensions(root)
  const sqrefs = [...rules.map((one) => attribute(one, 'sqref')), ...extended]
  checkAreas(
    `${name}: validations`,
    sqrefs.map((sqref) => sqref.trim().split(/\s+/)),
    faults,
  )
  for (const rule of rules) {
    const list = child(rule, 'formula1')?.text ?? ''
    if (list.startsWith('"') && list.length > 257) faults.push(`${name}: literal list of ${list.length}`)
  }
  for (const format of children(root, 'conditionalFormatting')) {
    const areas = attribute(format, 'sqref').trim().split(/\s+/)
    if (areas.some((area) => parseArea(area) === null)) faults.push(`${name}: sqref ${areas.join(' ')}`)
  }
}

function rulesInExtensions(root: XmlNode): readonly string[] {
  const find = (node: XmlNode): readonly string[] => {
    if (node.local === 'dataValidation') return [child(node, 'sqref')?.text ?? '']
    return node.children.flatMap(find)
  }
  const extensions = child(root, 'extLst')
  return extensions === undefined ? [] : find(extensions)
}

function checkRows(name: string, root: XmlNode, styles: number, strings: number, faults: string[]): void {
  let previousRow = 0
  for (const row of children(child(root, 'sheetData'), 'row')) {
    const number = Number(row.attributes.get('r') ?? previousRow + 1)
    if (number <= previousRow) faults.push(`${name}: row ${number} behind ${previousRow}`)
    previousRow = number
    checkStyle(`${name} row ${number}`, row, styles, faults)
    let previous = 0
    for (const cell of children(row, 'c')) {
      const at = attribute(cell, 'r')
      const area = at === '' ? null : parseArea(at)
      const column = area?.left ?? previous + 1
      if (area !== null && area.top !== number) faults.push(`${name}: ${at} in row ${number}`)
      if (column <= previous) faults.push(`${name}: ${at} out of order`)
      if (column > 16_384 || number > 1_048_576) faults.push(`${name}: ${at} beyond the sheet`)
      previous = column
      checkCell(`${name} ${at}`, cell, styles, strings, faults)
    }
    const spans = /^(\d+):(\d+)$/.exec(attribute(row, 'spans'))
    if (spans !== null && previous > Number(spans[2])) faults.push(`${name}: row ${number} beyond its spans`)
  }
}

function checkCell(where: string, cell: XmlNode, styles: number, strings: number, faults: string[]): void {
  checkStyle(where, cell, styles, faults)
  const type = attribute(cell, 't')
  const value = child(cell, 'v')?.text ?? ''
  if (!cellTypes.has(type)) faults.push(`${where}: type ${type}`)
  if (type === 's' && !(Number(value) < strings)) faults.push(`${where}: shared string ${value}`)
  if ((type === '' || type === 'n') && value.trim() !== '' && !Number.isFinite(Number(value))) {
    faults.push(`${where}: number ${value}`)
  }
  if (child(cell, 'is') !== undefined && type !== 'inlineStr')
    faults.push(`${where}: inline text in type ${type}`)
  const text = child(cell, 'is')
  if (text !== undefined && allText(text).length > 32_767) faults.push(`${where}: text too long`)
}

function checkStyle(where: string, node: XmlNode, styles: number, faults: string[]): void {
  const style = Number(node.attributes.get('s') ?? node.attributes.get('style') ?? 0)
  if (style > 0 && style >= styles) faults.push(`${where}: style ${style} of ${styles}`)
}

function checkColumns(name: string, columns: readonly XmlNode[], styles: number, faults: string[]): void {
  let reached = 0
  for (const column of columns) {
    const [from, to] = [Number(attribute(column, 'min')), Number(attribute(column, 'max'))]
    if (from <= reached || to < from || to > 16384) faults.push(`${name}: columns ${from} to ${to}`)
    reached = Math.max(reached, to)
    checkStyle(`${name} columns ${from} to ${to}`, column, styles, faults)
  }
}

function checkAreas(what: string, groups: readonly (readonly string[])[], faults: string[]): void {
  const areas: Area[] = []
  for (const reference of groups.flat()) {
    const area = parseArea(reference)
    if (area === null) faults.push(`${what}: ${reference}`)
    else if (areas.some((other) => areasOverlap(area, other))) faults.push(`${what}: ${reference} overlaps`)
    else areas.push(area)
  }
}
