import type { CellRange } from '../../../../domain/table/sheet-grid.ts'
import type { ByteEdit } from '../../../ooxml/xml/byte-edits.ts'
import {
  appendInto,
  attributeOf,
  childOf,
  childrenOf,
  prefixOf,
  replaceElement,
  setAttribute,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { escapeAttribute, escapeMarkup } from '../../../ooxml/xml/xml-writing.ts'
import { formatRanges, overlaps, parseRanges, subtract } from '../../cells/cell-range.ts'
import { movesWithCell } from '../cells/formulas.ts'
import { placeFor, type SheetLayout } from '../cells/sheet-layout.ts'
import { extendedPlaces, type Growth, grownList, validated } from './grown-ranges.ts'

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

/**
 * Lets the agency's rules go down with the table and adds drop-downs of ours. Rules that reach into the cells of
 * these give them up: no cell may lie in two.
 */
export function patchValidations(
  layout: SheetLayout,
  dropDowns: readonly DropDown[],
  growth: Growth,
): DropDownPatch {
  const list = childOf(layout.root, 'dataValidations')
  const rules = list === null ? [] : childrenOf(list, 'dataValidation')
  const extended = extendedRanges(layout)
  const plain = rules.flatMap((rule) => rangesOf(rule) ?? [])
  const grow = validated(growth, [...plain, ...(extended ?? [])])
  const unplaced = dropDowns.filter(
    ({ range }) =>
      extended === null ||
      extended.some((other) => overlaps(grow(other), range)) ||
      rules.some((rule) => !yields(layout.bytes, rule, range, grow)),
  )
  const added = dropDowns.filter((dropDown) => !unplaced.includes(dropDown))
  const changed = rules.map((rule) => changedRule(rule, added, grow)).filter((edit) => edit !== null)
  const edits = [...changed, ...(extended === null ? [] : grownExtended(layout, grow))]
  if (added.length === 0) return { edits, unplaced }
  const prefix = prefixOf(layout.root)
  const xml = added.map((dropDown) => ruleXml(prefix, dropDown)).join('')
  if (list === null) {
    const at = placeFor(layout, 'dataValidations')
    const text = `<${prefix}dataValidations count="${added.length}">${xml}</${prefix}dataValidations>`
    return { edits: [...edits, { start: at, end: at, text }], unplaced }
  }
  const gone = changed.filter((edit) => edit.text === '').length
  const count = String(rules.length - gone + added.length)
  return { edits: [setAttribute(list, 'count', count), ...edits, appendInto(list, xml)], unplaced }
}

type Grow = (range: CellRange) => CellRange

function ruleXml(prefix: string, { range, formula }: DropDown): string {
  const sqref = formatRanges([range])
  const open = `<${prefix}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${sqref}">`
  return `${open}<${prefix}formula1>${escapeMarkup(formula)}</${prefix}formula1></${prefix}dataValidation>`
}

function rangesOf(rule: XmlElement): readonly CellRange[] | null {
  return parseRanges(attributeOf(rule, 'sqref') ?? '')
}

/** Whether cells can be taken from a rule: its formulas are read from its top-left cell, which must stay. */
function yields(bytes: Buffer, rule: XmlElement, range: CellRange, grow: Grow): boolean {
  const ranges = rangesOf(rule)?.map(grow)
  if (ranges === undefined) return false
  const rest = ranges.flatMap((one) => subtract(one, range))
  if (rest.length === 0 || !rule.children.some((formula) => readsFromCell(bytes, formula))) return true
  const [first, kept] = [ranges[0], rest[0]]
  return first?.firstColumn === kept?.firstColumn && first?.firstRow === kept?.firstRow
}

function readsFromCell(bytes: Buffer, formula: XmlElement): boolean {
  return movesWithCell(bytes.toString('utf8', formula.openEnd, formula.closeStart))
}

/** The rule with its new rows and without the cells of the drop-downs; null when neither changes it. */
function changedRule(rule: XmlElement, dropDowns: readonly DropDown[], grow: Grow): ByteEdit | null {
  const ranges = rangesOf(rule)
  if (ranges === null) return null
  let rest = ranges.map(grow)
  for (const { range } of dropDowns) rest = rest.flatMap((one) => subtract(one, range))
  if (rest.length === 0) return replaceElement(rule, '')
  const sqref = formatRanges(rest)
  return sqref === formatRanges(ranges) ? null : setAttribute(rule, 'sqref', escapeAttribute(sqref))
}

function grownExtended(layout: SheetLayout, grow: Grow): readonly ByteEdit[] {
  return extendedPlaces(layout, 'dataValidation').flatMap((place) => {
    const sqref = grownList(layout.bytes.toString('utf8', place.openEnd, place.closeStart), grow)
    return sqref === null ? [] : [{ start: place.openEnd, end: place.closeStart, text: sqref }]
  })
}

/** What the rules cover that older Excels do not know; null when one is not understood. */
function extendedRanges(layout: SheetLayout): readonly CellRange[] | null {
  const found = extendedPlaces(layout, 'dataValidation').map((place) =>
    parseRanges(layout.bytes.toString('utf8', place.openEnd, place.closeStart)),
  )
  return found.includes(null) ? null : found.flatMap((ranges) => ranges ?? [])
}
