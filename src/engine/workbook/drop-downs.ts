import type { CellRange } from '../../domain/sheet-grid.ts'
import type { ByteEdit } from './byte-edits.ts'
import { formatRanges, overlaps, parseRanges, subtract } from './cell-range.ts'
import { placeFor, type SheetLayout } from './sheet-layout.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  prefixOf,
  replaceElement,
  setAttribute,
  type XmlElement,
} from './xml-outline.ts'
import { escapeAttribute, escapeMarkup } from './xml-writing.ts'

/** A drop-down for one range; `formula` is a literal list in quotes or a range on another sheet. */
export interface DropDown {
  readonly range: CellRange
  readonly formula: string
}

const longestLiteral = 255

/** The choices as a literal list; null when Excel would cut it or split it in the wrong places. */
export function literalList(choices: readonly string[]): string | null {
  const list = choices.join(',')
  const plain = choices.every(
    (choice) => choice.trim() === choice && choice !== '' && !/[",\r\n]/.test(choice),
  )
  return plain && list.length <= longestLiteral ? `"${list}"` : null
}

export interface DropDownPatch {
  readonly edits: readonly ByteEdit[]
  /** Those that found rules of the agency's in their place which cannot be cut to make room. */
  readonly unplaced: readonly DropDown[]
}

/** Adds drop-downs. Rules that reach into their cells give those cells up: no cell may lie in two. */
export function addDropDowns(layout: SheetLayout, dropDowns: readonly DropDown[]): DropDownPatch {
  const list = childOf(layout.root, 'dataValidations')
  const rules = list === null ? [] : childrenOf(list, 'dataValidation')
  const extended = extendedRanges(layout)
  const unplaced = dropDowns.filter(
    ({ range }) =>
      extended === null ||
      extended.some((other) => overlaps(other, range)) ||
      rules.some((rule) => !yields(layout.bytes, rule, range)),
  )
  const added = dropDowns.filter((dropDown) => !unplaced.includes(dropDown))
  if (added.length === 0) return { edits: [], unplaced }
  const prefix = prefixOf(layout.root)
  const xml = added.map((dropDown) => ruleXml(prefix, dropDown)).join('')
  if (list === null) {
    const at = placeFor(layout, 'dataValidations')
    const text = `<${prefix}dataValidations count="${added.length}">${xml}</${prefix}dataValidations>`
    return { edits: [{ start: at, end: at, text }], unplaced }
  }
  const cuts = rules.map((rule) => cutRule(rule, added))
  const gone = cuts.filter((cut) => cut?.text === '').length
  const count = String(rules.length - gone + added.length)
  const edits = [
    setAttribute(list, 'count', count),
    ...cuts.filter((cut) => cut !== null),
    appendInto(list, xml),
  ]
  return { edits, unplaced }
}

function ruleXml(prefix: string, { range, formula }: DropDown): string {
  const sqref = formatRanges([range])
  const open = `<${prefix}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${sqref}">`
  return `${open}<${prefix}formula1>${escapeMarkup(formula)}</${prefix}formula1></${prefix}dataValidation>`
}

function rangesOf(rule: XmlElement): readonly CellRange[] | null {
  return parseRanges(attributeOf(rule, 'sqref') ?? '')
}

/** Whether cells can be taken from a rule: its formulas are read from its top-left cell, which must stay. */
function yields(bytes: Buffer, rule: XmlElement, range: CellRange): boolean {
  const ranges = rangesOf(rule)
  if (ranges === null) return false
  if (!ranges.some((one) => overlaps(one, range))) return true
  const rest = ranges.flatMap((one) => subtract(one, range))
  if (rest.length === 0 || !rule.children.some((formula) => readsFromCell(bytes, formula))) return true
  const [first, kept] = [ranges[0], rest[0]]
  return (
    first !== undefined &&
    kept !== undefined &&
    first.firstColumn === kept.firstColumn &&
    first.firstRow === kept.firstRow
  )
}

/** A reference without a dollar sign moves with the cell. */
function readsFromCell(bytes: Buffer, formula: XmlElement): boolean {
  const text = bytes.toString('utf8', formula.openEnd, formula.closeStart).replace(/("|&quot;).*?\1/g, '')
  return /(?<![$\w.])[A-Za-z]{1,3}\$?\d+(?![\w(])|\$[A-Za-z]{1,3}\d/.test(text)
}

/** The rule without the cells of the drop-downs; null when it holds none of them. */
function cutRule(rule: XmlElement, dropDowns: readonly DropDown[]): ByteEdit | null {
  const ranges = rangesOf(rule) ?? []
  if (!dropDowns.some(({ range }) => ranges.some((one) => overlaps(one, range)))) return null
  let rest = ranges
  for (const { range } of dropDowns) rest = rest.flatMap((one) => subtract(one, range))
  if (rest.length === 0) return replaceElement(rule, '')
  return setAttribute(rule, 'sqref', escapeAttribute(formatRanges(rest)))
}

/** Where the rules stand that older Excels do not know; null when one is not understood. */
function extendedRanges(layout: SheetLayout): readonly CellRange[] | null {
  const extensions = childOf(layout.root, 'extLst')
  if (extensions === null) return []
  const ranges: CellRange[] = []
  for (const rule of descendantsOf(extensions, 'dataValidation')) {
    const sqref = childOf(rule, 'sqref')
    const found =
      sqref === null ? null : parseRanges(layout.bytes.toString('utf8', sqref.openEnd, sqref.closeStart))
    if (found === null) return null
    ranges.push(...found)
  }
  return ranges
}
