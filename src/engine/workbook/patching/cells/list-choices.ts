import { type CellRange, textAt } from '../../../../domain/table/sheet-grid.ts'
import type { Choices } from '../../../../domain/write-back/column-dialect.ts'
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  type XmlElement,
} from '../../../ooxml/xml/xml-outline.ts'
import { decodeText } from '../../../ooxml/xml/xml-text.ts'
import {
  contains,
  parseRange,
  parseRanges,
  parseReference,
  type SheetReference,
} from '../../cells/cell-range.ts'
import { type LoadedWorkbook, sheetContent } from '../../reading/loaded-workbook.ts'
import type { SheetLayout } from './sheet-layout.ts'

/** A drop-down of the agency's: the cells it is for and where its choices come from. */
interface ListRule {
  readonly ranges: readonly CellRange[]
  readonly formula: string
}

/** What the drop-downs of a sheet offer, cell by cell. */
export function choicesOn(
  opened: LoadedWorkbook,
  sheet: string,
  layout: SheetLayout,
): (row: number, column: number) => Choices {
  const rules = listRules(layout)
  const known = new Map<string, Choices>()
  return (row, column) => {
    const rule = rules.find(({ ranges }) => ranges.some((range) => contains(range, row, column)))
    if (rule === undefined) return 'anything'
    const choices = known.get(rule.formula) ?? choicesFrom(opened, sheet, rule.formula)
    known.set(rule.formula, choices)
    return choices
  }
}

function listRules(layout: SheetLayout): readonly ListRule[] {
  const text = (element: XmlElement | null) =>
    element === null ? '' : decodeText(layout.bytes, element.openEnd, element.closeStart)
  const list = childOf(layout.root, 'dataValidations')
  const plain = (list === null ? [] : childrenOf(list, 'dataValidation')).map((rule) => ({
    rule,
    sqref: attributeOf(rule, 'sqref') ?? '',
    formula: text(childOf(rule, 'formula1')),
  }))
  const extensions = childOf(layout.root, 'extLst')
  const newer = extensions === null ? [] : descendantsOf(extensions, 'dataValidation')
  const extended = newer.map((rule) => {
    const formula = childOf(rule, 'formula1')
    return {
      rule,
      sqref: text(childOf(rule, 'sqref')),
      formula: text(formula === null ? null : childOf(formula, 'f')),
    }
  })
  return [...plain, ...extended]
    .filter(({ rule }) => attributeOf(rule, 'type') === 'list')
    .map(({ sqref, formula }) => ({ ranges: parseRanges(sqref) ?? [], formula: formula.trim() }))
}

function choicesFrom(opened: LoadedWorkbook, sheet: string, formula: string): Choices {
  const literal = /^"(.*)"$/s.exec(formula)?.[1]
  if (literal !== undefined) {
    return literal
      .replaceAll('""', '"')
      .split(',')
      .map((choice) => choice.trim())
  }
  const reference = referenceIn(opened, sheet, formula)
  return reference === null ? 'unreadable' : textsIn(opened, reference)
}

/** The range that a formula is, or that a name in it stands for. */
function referenceIn(opened: LoadedWorkbook, sheet: string, formula: string): SheetReference | null {
  const range = parseRange(formula.replace(/^=/, ''))
  if (range !== null) return { sheet, range }
  const named = opened.package.definedNames.find(({ name }) => name.toLowerCase() === formula.toLowerCase())
  return parseReference(named?.refersTo ?? formula)
}

function textsIn(opened: LoadedWorkbook, { sheet, range }: SheetReference): Choices {
  const part = opened.package.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())
  if (part === undefined || part.kind !== 'worksheet') return 'unreadable'
  const content = sheetContent(opened, part.entry)
  if (!content.ok) return 'unreadable'
  return content.value.rows
    .filter(({ row }) => row >= range.firstRow && row <= range.lastRow)
    .flatMap((row) => {
      const texts: string[] = []
      for (let column = range.firstColumn; column <= range.lastColumn; column += 1) {
        const text = textAt(row, column)
        if (text !== '') texts.push(text)
        if (column > (row.columns.at(-1) ?? 0)) break
      }
      return texts
    })
}
