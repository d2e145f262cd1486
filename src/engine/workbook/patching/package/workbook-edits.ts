import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import { namespaces, strictRelationships, strictSheet } from '../../../ooxml/xml/xml-namespaces.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  setAttribute,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { escapeAttribute, escapeMarkup } from '../../../ooxml/xml/xml-writing.ts'
import { absoluteRange, formatRange, parseReference, sheetInFormula } from '../../cells/cell-range.ts'
import { downTo, type Growth } from '../sheet/grown-ranges.ts'
import type { WritablePart } from '../writable-part.ts'

/** A name of the whole workbook that people do not see, and what it refers to. */
export interface HiddenName {
  readonly name: string
  readonly refersTo: string
}

export interface NewSheet {
  readonly name: string
  readonly hidden: boolean
  /** The relationship from the workbook to the sheet's part. */
  readonly relationship: string
}

interface GrownFilter {
  readonly sheet: string
  readonly before: CellRange
  readonly after: CellRange
}

export interface WorkbookPartChanges {
  readonly names: readonly HiddenName[]
  readonly sheets: readonly NewSheet[]
  /** The sheets whose filters grew, and from where to where. */
  readonly filters: readonly GrownFilter[]
  /** Tables that grew: a print area that ended with one goes on to its new edges. */
  readonly growths: readonly { readonly sheet: string; readonly growth: Growth }[]
  readonly recalculate: boolean
}

/** In the order the schema asks for. */
const elementOrder = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]

export function workbookEdits(part: WritablePart, changes: WorkbookPartChanges): readonly ByteEdit[] {
  return [
    ...sheetEdits(part.root, changes.sheets),
    ...nameEdits(part, changes),
    ...(changes.recalculate ? [recalculation(part.root)] : []),
  ]
}

function insertInOrder(root: XmlElement, local: string, text: string): ByteEdit {
  const wanted = elementOrder.indexOf(local)
  const next = root.children.find((child) => elementOrder.indexOf(child.local) > wanted)
  const at = next?.start ?? root.closeStart
  return { start: at, end: at, text }
}

function recalculation(root: XmlElement): ByteEdit {
  const calculation = childOf(root, 'calcPr')
  if (calculation !== null) return setAttribute(calculation, 'fullCalcOnLoad', '1')
  return insertInOrder(root, 'calcPr', `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`)
}

function sheetEdits(root: XmlElement, added: readonly NewSheet[]): readonly ByteEdit[] {
  const list = childOf(root, 'sheets')
  if (list === null || added.length === 0) return []
  const known = childrenOf(list, 'sheet')
  const highest = Math.max(0, ...known.map((sheet) => Number(attributeOf(sheet, 'sheetId') ?? 0)))
  const { prefix, declaration } = relationshipPrefix(root)
  const xml = added.map((sheet, index) => {
    const state = sheet.hidden ? ' state="hidden"' : ''
    const link = `${prefix}:id="${sheet.relationship}"`
    return `<${prefixOf(root)}sheet${declaration} name="${escapeAttribute(sheet.name)}" sheetId="${highest + index + 1}"${state} ${link}/>`
  })
  return [appendInto(list, xml.join(''))]
}

/** The prefix the root declares for relationships, or one declared on the element itself. */
function relationshipPrefix(root: XmlElement): { readonly prefix: string; readonly declaration: string } {
  const declared = root.attributes.find(
    ({ name, value }) =>
      name.startsWith('xmlns:') && (value === namespaces.relationships || value === strictRelationships),
  )
  if (declared !== undefined) return { prefix: declared.local, declaration: '' }
  const isStrict = root.attributes.some(({ value }) => value === strictSheet)
  return {
    prefix: 'r',
    declaration: ` xmlns:r="${isStrict ? strictRelationships : namespaces.relationships}"`,
  }
}

function nameEdits(part: WritablePart, changes: WorkbookPartChanges): readonly ByteEdit[] {
  const { root } = part
  const list = childOf(root, 'definedNames')
  const known = list === null ? [] : childrenOf(list, 'definedName')
  const prefix = prefixOf(root)
  const edits: ByteEdit[] = []
  const added: string[] = []
  for (const { name, refersTo } of changes.names) {
    const found = known.find((element) => isWorkbookName(element, name))
    if (found === undefined) {
      added.push(
        `<${prefix}definedName name="${escapeAttribute(name)}" hidden="1">${escapeMarkup(refersTo)}</${prefix}definedName>`,
      )
    } else if (textOf(part.bytes, found) !== refersTo) edits.push(replacedText(found, refersTo))
  }
  for (const filter of changes.filters) edits.push(...filterName(part, known, filter))
  for (const { sheet, growth } of changes.growths) edits.push(...printArea(part, known, sheet, growth))
  if (added.length === 0) return edits
  const xml = added.join('')
  if (list !== null) return [...edits, appendInto(list, xml)]
  return [
    ...edits,
    insertInOrder(root, 'definedNames', `<${prefix}definedNames>${xml}</${prefix}definedNames>`),
  ]
}

function isWorkbookName(element: XmlElement, name: string): boolean {
  const same = attributeOf(element, 'name')?.toLowerCase() === name.toLowerCase()
  return same && attributeOf(element, 'localSheetId') === null
}

function textOf(bytes: Buffer, element: XmlElement): string {
  return bytes
    .toString('utf8', element.openEnd, element.closeStart)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function replacedText(element: XmlElement, text: string): ByteEdit {
  if (element.empty) return appendInto(element, escapeMarkup(text))
  return { start: element.openEnd, end: element.closeStart, text: escapeMarkup(text) }
}

/** Excel keeps a filter's range a second time, as a hidden name; the two must say the same. */
function filterName(
  part: WritablePart,
  known: readonly XmlElement[],
  filter: GrownFilter,
): readonly ByteEdit[] {
  const found = known.find(
    (element) =>
      attributeOf(element, 'name') === '_xlnm._FilterDatabase' &&
      sameRange(textOf(part.bytes, element), filter.sheet, filter.before),
  )
  if (found === undefined) return []
  return [replacedText(found, `${sheetInFormula(filter.sheet)}!${absoluteRange(filter.after)}`)]
}

function printArea(
  part: WritablePart,
  known: readonly XmlElement[],
  sheet: string,
  growth: Growth,
): readonly ByteEdit[] {
  return known.flatMap((element) => {
    if (attributeOf(element, 'name') !== '_xlnm.Print_Area') return []
    const reference = parseReference(textOf(part.bytes, element))
    if (reference === null || reference.sheet.toLowerCase() !== sheet.toLowerCase()) return []
    const { range: before } = reference
    const wider = before.lastColumn === growth.table.lastColumn ? growth.columns : 0
    const range = { ...downTo(growth, before), lastColumn: before.lastColumn + wider }
    if (formatRange(range) === formatRange(before)) return []
    return [replacedText(element, `${sheetInFormula(reference.sheet)}!${absoluteRange(range)}`)]
  })
}

function sameRange(formula: string, sheet: string, range: CellRange): boolean {
  const reference = parseReference(formula)
  if (reference === null || reference.sheet.toLowerCase() !== sheet.toLowerCase()) return false
  return formatRange(reference.range) === formatRange(range)
}

/** Where a name of the whole workbook points at; null when there is none, or it lost its cell. */
export function referenceOf(part: WritablePart, name: string): ReturnType<typeof parseReference> {
  const list = childOf(part.root, 'definedNames')
  const found = list?.children.find((element) => isWorkbookName(element, name))
  return found === undefined ? null : parseReference(textOf(part.bytes, found))
}
