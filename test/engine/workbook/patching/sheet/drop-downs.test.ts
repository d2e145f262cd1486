import { describe, expect, it } from 'vitest'
import type { CellRange } from '../../../../../src/domain/table/sheet-grid.ts'
import { applyEdits } from '../../../../../src/engine/ooxml/xml/byte-edits.ts'
import { parseRange } from '../../../../../src/engine/workbook/cells/cell-range.ts'
import {
  readSheetLayout,
  type SheetLayout,
} from '../../../../../src/engine/workbook/patching/cells/sheet-layout.ts'
import {
  literalList,
  patchValidations,
} from '../../../../../src/engine/workbook/patching/sheet/drop-downs.ts'
import type { Growth } from '../../../../../src/engine/workbook/patching/sheet/grown-ranges.ts'
import { sheetLayoutOf, sheetNamespace } from '../../../../support/sheet-layout-of.ts'

function range(text: string): CellRange {
  const parsed = parseRange(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

/** A table from A1 to F9 that stays as it is, and the same with three rows more. */
const still: Growth = { table: range('A1:F9'), columns: 0, lastRow: 9, edges: [9] }
const growing: Growth = { ...still, lastRow: 12 }

const dropDown = (cells: string, formula = '"x,y"') => ({ range: range(cells), formula })
const ours = (sqref: string, formula = '"x,y"', prefix = '') =>
  `<${prefix}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${sqref}">` +
  `<${prefix}formula1>${formula}</${prefix}formula1></${prefix}dataValidation>`
const theirs = (sqref: string, inside = '<formula1>5</formula1>') =>
  `<dataValidation type="whole" sqref="${sqref}">${inside}</dataValidation>`
const newer = (...sqrefs: readonly string[]) =>
  `<extLst><n:dataValidations>${sqrefs.map((sqref) => `<n:dataValidation><n:sqref>${sqref}</n:sqref></n:dataValidation>`).join('')}</n:dataValidations></extLst>`
const list = (count: number, ...rules: readonly string[]) =>
  `<dataValidations count="${count}">${rules.join('')}</dataValidations>`

function afterPatch(layout: SheetLayout, cells: readonly ReturnType<typeof dropDown>[], growth: Growth) {
  const { edits, unplaced } = patchValidations(layout, cells, growth)
  const text = applyEdits(layout.bytes, edits).toString('utf8')
  const [, behind = ''] = text.split(/<(?:\w:)?sheetData\/>|<\/sheetData>/)
  return {
    xml: behind.replace(/<\/(?:\w:)?worksheet>$/, ''),
    unplaced: unplaced.map(({ formula }) => formula),
  }
}

const patchedXml = (behind: string, cells: readonly ReturnType<typeof dropDown>[], growth = still) =>
  afterPatch(sheetLayoutOf({ behind }), cells, growth)

describe('choices as a list in the rule itself', () => {
  it.each([
    [['Yes', 'No'], '"Yes,No"'],
    [['As is; not changed', '5 % or more'], '"As is; not changed,5 % or more"'],
    [['x'.repeat(255)], `"${'x'.repeat(255)}"`],
    [['x'.repeat(127), 'y'.repeat(127)], `"${'x'.repeat(127)},${'y'.repeat(127)}"`],
    [[], '""'],
  ])('%j', (choices, expected) => {
    expect(literalList(choices)).toBe(expected)
  })

  it.each([
    [['x'.repeat(256)]],
    [['x'.repeat(128), 'y'.repeat(127)]],
    [['a', 'b, c']],
    [['say "x"', 'b']],
    [['a\nb']],
    [['a\rb']],
    [['a', ' b']],
    [['a ', 'b']],
    [['a', '']],
    [['', 'b']],
  ])('are not written that way where Excel would cut or split them: %j', (choices) => {
    expect(literalList(choices)).toBeNull()
  })
})

describe('drop-downs of ours', () => {
  it('are the sheet’s only rules where it has none, in their place', () => {
    const added = patchedXml('<mergeCells/><hyperlinks/>', [
      dropDown('G2:G9', '"R&D,a<b"'),
      dropDown('H2', 'Lists!$A$1:$A$3'),
    ])
    const rules = ours('G2:G9', '"R&amp;D,a&lt;b"') + ours('H2', 'Lists!$A$1:$A$3')
    expect(added).toEqual({ xml: `<mergeCells/>${list(2, rules)}<hyperlinks/>`, unplaced: [] })
  })

  it('join the rules that are there', () => {
    const known = theirs('A2:A9')
    const added = patchedXml(list(1, known), [dropDown('G2:G9'), dropDown('H2:H9')])
    expect(added).toEqual({ xml: list(3, known, ours('G2:G9'), ours('H2:H9')), unplaced: [] })
    expect(patchedXml('<dataValidations/>', [dropDown('G2')]).xml).toBe(list(1, ours('G2')))
  })

  it('speak the part’s own dialect', () => {
    const xml = `<x:worksheet xmlns:x="${sheetNamespace}"><x:sheetData/></x:worksheet>`
    const layout = readSheetLayout(Buffer.from(xml), { from: 1, to: 0 })
    if (typeof layout === 'string') throw new Error(layout)
    expect(afterPatch(layout, [dropDown('G2')], still).xml).toBe(
      `<x:dataValidations count="1">${ours('G2', '"x,y"', 'x:')}</x:dataValidations>`,
    )
  })

  it('may be none, which leaves the sheet as it is', () => {
    const layouts = ['', list(2, theirs('A2:A9'), theirs('nonsense')), newer('A2:A9'), newer('nonsense')]
    expect(layouts.map((behind) => patchValidations(sheetLayoutOf({ behind }), [], still).edits)).toEqual([
      [],
      [],
      [],
      [],
    ])
  })
})

describe('a rule of the agency’s', () => {
  it.each([
    ['beside them stays', 'A2:A9', 'A2:A9'],
    ['around them gives them up', 'F2:H9', 'F2:F9 H2:H9'],
    ['reaching into them keeps the rest', 'C2:C9 G5:G20', 'C2:C9 G10:G20'],
    ['of several ranges keeps the others', 'G2:G9 A2', 'A2'],
  ])('%s', (_, sqref, rest) => {
    const xml = list(2, theirs(rest), ours('G2:G9'))
    expect(patchedXml(list(1, theirs(sqref)), [dropDown('G2:G9')])).toEqual({ xml, unplaced: [] })
  })

  it('for nothing but their cells goes', () => {
    const rules = list(3, theirs('G2:G9'), theirs('A2'), theirs('H3:H4'))
    const added = patchedXml(rules, [dropDown('G2:G9'), dropDown('H2:H9')])
    expect(added).toEqual({ xml: list(3, theirs('A2'), ours('G2:G9'), ours('H2:H9')), unplaced: [] })
  })

  it.each([
    ['its first cell stays', 'F2:G9', '<formula1>F2</formula1>', 'F2:F9'],
    ['its first range stays', 'A1 G2:H9', '<formula1>A1</formula1>', 'A1 H2:H9'],
    ['its formula means the same everywhere', 'G2:H9', '<formula1>$A$1</formula1>', 'H2:H9'],
    ['it has no formula', 'G2:H9', '', 'H2:H9'],
    ['nothing of it is theirs', 'A2:B9', '<formula1>A2</formula1>', 'A2:B9'],
  ])('may be cut where %s', (_, sqref, inside, rest) => {
    const added = patchedXml(list(1, theirs(sqref, inside)), [dropDown('G2:G9')])
    expect(added).toEqual({ xml: list(2, theirs(rest, inside), ours('G2:G9')), unplaced: [] })
  })

  it('that is read from its first cell goes where all of it is theirs', () => {
    const added = patchedXml(list(1, theirs('G2:G9', '<formula1>G2</formula1>')), [dropDown('G2:G9')])
    expect(added).toEqual({ xml: list(1, ours('G2:G9')), unplaced: [] })
  })

  it.each([
    ['its formula would move to another column', theirs('G2:H9', '<formula1>G2</formula1>')],
    ['its formula would move to another row', theirs('G2:G20', '<formula1>G2</formula1>')],
    ['its second formula would move', theirs('G2:H9', '<formula1>1</formula1><formula2>G2</formula2>')],
    ['its first range would go', theirs('G2:G9 A1', '<formula1>G2</formula1>')],
    ['its first range would be cut', theirs('G5:H9 A1', '<formula1>G5</formula1>')],
    ['nobody knows its cells', theirs('nonsense')],
    ['it names no cells', '<dataValidation type="whole"/>'],
  ])('stays, and ours is not placed, where %s', (_, rule) => {
    const rules = list(1, rule)
    const dropDowns = [dropDown('G2:G9', '"not placed"')]
    expect(patchedXml(rules, dropDowns)).toEqual({ xml: rules, unplaced: ['"not placed"'] })
  })

  it('stands in the way of one drop-down only', () => {
    const rule = theirs('G2:H9', '<formula1>G2</formula1>')
    const added = patchedXml(list(1, rule), [dropDown('G2:G9', '"no"'), dropDown('K2:K9', '"yes"')])
    expect(added).toEqual({ xml: list(2, rule, ours('K2:K9', '"yes"')), unplaced: ['"no"'] })
  })

  it('for newer programs is not cut', () => {
    const rules = newer('A2 F2:G9')
    expect(patchedXml(rules, [dropDown('G9:G12', '"no"'), dropDown('H2', '"yes"')])).toEqual({
      xml: list(1, ours('H2', '"yes"')) + rules,
      unplaced: ['"no"'],
    })
    const unknown = newer('A2', 'nonsense')
    expect(patchedXml(unknown, [dropDown('K2', '"no"')])).toEqual({ xml: unknown, unplaced: ['"no"'] })
  })
})

describe('where the table grows', () => {
  it('rules that end with it go down', () => {
    const rules = (...sqrefs: readonly string[]) => list(4, ...sqrefs.map((sqref) => theirs(sqref)))
    const before = rules('A2:A9', 'B2:B8', 'C2:C9 D1:D9', 'Z2:Z9')
    const after = rules('A2:A12', 'B2:B8', 'C2:C12 D1:D12', 'Z2:Z9')
    expect(patchedXml(before, [], growing)).toEqual({ xml: after, unplaced: [] })
  })

  it('rules for newer programs go down too', () => {
    const before = list(1, theirs('A2:A9')) + newer('B2:B9', 'C2:C3')
    const after = list(1, theirs('A2:A12')) + newer('B2:B12', 'C2:C3')
    expect(patchedXml(before, [], growing).xml).toBe(after)
  })

  it('rules stay where the cells below have one already', () => {
    const before = list(2, theirs('A2:A9'), theirs('A11')) + newer('B2:B9', 'B10')
    expect(patchedXml(before, [], growing).xml).toBe(before)
    const mixed = list(1, theirs('A2:A9')) + newer('A12')
    expect(patchedXml(mixed, [], growing).xml).toBe(mixed)
  })

  it('rules whose cells nobody knows stay, and the others go down', () => {
    const before = list(2, theirs('nonsense'), theirs('A2:A9')) + newer('nonsense', 'B2:B9')
    const after = list(2, theirs('nonsense'), theirs('A2:A12')) + newer('nonsense', 'B2:B9')
    expect(patchedXml(before, [], growing)).toEqual({ xml: after, unplaced: [] })
  })

  it('what a rule covers afterwards counts', () => {
    const taken = newer('F2:F9')
    expect(patchedXml(taken, [dropDown('F10:F12', '"no"')], growing)).toEqual({
      xml: newer('F2:F12'),
      unplaced: ['"no"'],
    })
    expect(patchedXml(list(1, theirs('F2:F9')), [dropDown('F11:F12')], growing)).toEqual({
      xml: list(2, theirs('F2:F10'), ours('F11:F12')),
      unplaced: [],
    })
  })
})
