import { describe, expect, it } from 'vitest'
import { placeFor } from '../../../../../src/engine/workbook/patching/cells/sheet-layout.ts'
import { sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

describe('the place of an element', () => {
  /** What stands where the element would go. */
  const behindPlace = (local: string, xml: { before?: string; behind?: string }) => {
    const layout = sheetLayoutOf(xml)
    return /^<\/?[\w:]+/.exec(layout.bytes.toString('utf8', placeFor(layout, local)))?.[0]
  }

  it.each([
    ['sheetPr', '<dimension', '<dimension/>', ''],
    ['sheetPr', '<sheetData', '', ''],
    ['cols', '<sheetData', '<sheetPr/><sheetFormatPr/>', ''],
    ['dataValidations', '<hyperlinks', '', '<mergeCells/><hyperlinks/><pageSetup/>'],
    ['dataValidations', '<extLst', '', '<conditionalFormatting/><conditionalFormatting/><extLst/>'],
    ['dataValidations', '</worksheet', '', '<conditionalFormatting/>'],
    ['conditionalFormatting', '<dataValidations', '', '<conditionalFormatting/><dataValidations/>'],
    ['mergeCells', '<pageMargins', '', '<mergeCells/><pageMargins/>'],
    ['tableParts', '</worksheet', '', '<legacyDrawing/>'],
    // Where a newer program's wrapper holds an element, it counts as that; a stranger counts as nothing.
    [
      'hyperlinks',
      '<n:AlternateContent',
      '',
      '<n:AlternateContent><n:Choice><controls/></n:Choice></n:AlternateContent>',
    ],
    [
      'tableParts',
      '</worksheet',
      '',
      '<n:AlternateContent><n:Choice><controls/></n:Choice></n:AlternateContent>',
    ],
    ['hyperlinks', '<n:two', '', '<n:two><mergeCells/><drawing/></n:two><extLst/>'],
    ['sheetPr', '<dimension', '<n:stranger/><dimension/>', ''],
    ['sheetPr', '<sheetData', '<n:stranger/>', ''],
    ['hyperlinks', '<drawing', '', '<n:stranger/><drawing/>'],
  ])('%s is in front of %s', (local, next, before, behind) => {
    expect(behindPlace(local, { before, behind })).toBe(next)
  })

  it('is in the order that the schema gives, each in front of the next', () => {
    const order = (
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges ' +
      'scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
      'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties ' +
      'cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls ' +
      'webPublishItems tableParts extLst'
    ).split(' ')
    const element = (local: string) => `<${local}/>`
    const data = order.indexOf('sheetData')
    const full = {
      before: order.slice(0, data).map(element).join(''),
      behind: order
        .slice(data + 1)
        .map(element)
        .join(''),
    }
    expect(order.map((local) => behindPlace(local, full))).toEqual([
      ...order.slice(1).map((local) => `<${local}`),
      '</worksheet',
    ])
  })
})
