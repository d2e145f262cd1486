import { describe, expect, it } from 'vitest'
import {
  namespaces,
  strictRelationships,
  strictSheet,
} from '../../../../../src/engine/ooxml/xml/xml-namespaces.ts'
import { outlineXml } from '../../../../../src/engine/ooxml/xml/xml-outline.ts'
import type { ZipEntry } from '../../../../../src/engine/ooxml/zip/zip-directory.ts'
import {
  referenceOf,
  type WorkbookPartChanges,
  workbookEdits,
} from '../../../../../src/engine/workbook/patching/package/workbook-edits.ts'
import { editedBytes, type WritablePart } from '../../../../../src/engine/workbook/patching/writable-part.ts'

const nothing: WorkbookPartChanges = { names: [], sheets: [], filters: [], growths: [], recalculate: false }

function partOf(xml: string): WritablePart {
  const bytes = Buffer.from(xml)
  const root = outlineXml(bytes)
  if (root === null) throw new Error(`not well-formed: ${xml}`)
  return { bytes, encoding: 'utf-8', root, entry: {} as ZipEntry }
}

const edited = (xml: string, changes: Partial<WorkbookPartChanges>) => {
  const part = partOf(xml)
  return editedBytes(part, workbookEdits(part, { ...nothing, ...changes })).toString()
}

const sheets = '<sheets><sheet sheetId="4"/><sheet sheetId="2"/></sheets>'
const added = { name: 'Plan & more', hidden: false, relationship: 'rId9' }
const range = (firstRow: number, lastRow: number, lastColumn = 3) => ({
  firstRow,
  lastRow,
  firstColumn: 1,
  lastColumn,
})

it('nothing to change changes no byte', () => {
  const xml = `<workbook>${sheets}<definedNames><definedName name="a">S!$A$1</definedName></definedNames></workbook>`
  expect(workbookEdits(partOf(xml), nothing)).toEqual([])
  expect(edited('<workbook/>', { sheets: [] })).toBe('<workbook/>')
})

describe('new sheets', () => {
  it('come last, under numbers that nobody has, by the prefix that the workbook declares', () => {
    const root = `<workbook xmlns:rel="${namespaces.relationships}" xmlns:x="other">`
    expect(
      edited(`${root}${sheets}</workbook>`, { sheets: [added, { ...added, name: 'B', hidden: true }] }),
    ).toBe(
      `${root}<sheets><sheet sheetId="4"/><sheet sheetId="2"/>` +
        '<sheet name="Plan &amp; more" sheetId="5" rel:id="rId9"/>' +
        '<sheet name="B" sheetId="6" state="hidden" rel:id="rId9"/></sheets></workbook>',
    )
  })

  it.each([
    ['', namespaces.relationships],
    [` xmlns="${namespaces.sheet}" note="${namespaces.relationships}"`, namespaces.relationships],
    [` xmlns="${strictSheet}"`, strictRelationships],
    [` xmlns:a="other" xmlns="${strictSheet}"`, strictRelationships],
  ])('say themselves what their prefix stands for where the workbook (%s) does not', (root, meant) => {
    expect(edited(`<workbook${root}><sheets/></workbook>`, { sheets: [added] })).toContain(
      `<sheet xmlns:r="${meant}" name="Plan &amp; more" sheetId="1" r:id="rId9"/></sheets>`,
    )
  })

  it('use the prefix that a strict workbook declares', () => {
    const root = `<workbook xmlns="${strictSheet}" xmlns:r="${strictRelationships}">`
    expect(edited(`${root}<sheets/></workbook>`, { sheets: [added] })).toContain(
      '<sheet name="Plan &amp; more" sheetId="1" r:id="rId9"/>',
    )
  })

  it('go nowhere where no sheets are listed', () => {
    expect(edited('<workbook></workbook>', { sheets: [added] })).toBe('<workbook></workbook>')
  })
})

describe('recalculation', () => {
  it('is asked for where it stands already, and else in the order that the schema asks for', () => {
    expect(edited('<workbook><calcPr calcId="1"/></workbook>', { recalculate: true })).toBe(
      '<workbook><calcPr fullCalcOnLoad="1" calcId="1"/></workbook>',
    )
    expect(
      edited(`<workbook>${sheets}<definedNames/><oleSize/><extLst/></workbook>`, { recalculate: true }),
    ).toBe(`<workbook>${sheets}<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize/><extLst/></workbook>`)
    expect(edited('<x:workbook xmlns:x="a"><x:sheets/></x:workbook>', { recalculate: true })).toBe(
      '<x:workbook xmlns:x="a"><x:sheets/><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
    )
  })
})

describe('hidden names', () => {
  const mark = { name: 'ODAP_one', refersTo: "'It''s <A>'!$A$1" }
  const written = '<definedName name="ODAP_one" hidden="1">\'It\'\'s &lt;A&gt;\'!$A$1</definedName>'

  it('stand behind those that are there, or in a list of their own in its place', () => {
    const before = '<definedNames><definedName name="a">S!$A$1</definedName>'
    expect(edited(`<workbook>${before}</definedNames></workbook>`, { names: [mark] })).toBe(
      `<workbook>${before}${written}</definedNames></workbook>`,
    )
    expect(edited(`<workbook>${sheets}<calcPr/></workbook>`, { names: [mark] })).toBe(
      `<workbook>${sheets}<definedNames>${written}</definedNames><calcPr/></workbook>`,
    )
  })

  it.each([
    ["'It''s &lt;A&gt;'!$A$1", false],
    ['&apos;It&apos;&apos;s &lt;A&gt;&apos;!$A$1', false],
    ["'It''s &lt;A&gt;'!$B$1", true],
    ['', true],
  ])('that are there and say %s are rewritten: %s', (says, isRewritten) => {
    const xml = (text: string) =>
      `<workbook><definedNames><definedName name="odap_ONE">${text}</definedName></definedNames></workbook>`
    expect(edited(xml(says), { names: [mark] })).toBe(isRewritten ? xml("'It''s &lt;A&gt;'!$A$1") : xml(says))
  })

  it('of one sheet alone are other names', () => {
    const local = '<definedName name="ODAP_one" localSheetId="0">S!$Z$1</definedName><definedName/>'
    const xml = `<workbook><definedNames>${local}</definedNames></workbook>`
    expect(edited(xml, { names: [mark] })).toBe(
      `<workbook><definedNames>${local}${written}</definedNames></workbook>`,
    )
    expect(referenceOf(partOf(xml), 'ODAP_one')).toBeNull()
    expect(referenceOf(partOf('<workbook/>'), 'ODAP_one')).toBeNull()
  })

  it('that are empty get their text', () => {
    expect(
      edited('<workbook><definedNames><definedName name="ODAP_one"/></definedNames></workbook>', {
        names: [mark],
      }),
    ).toContain("<definedName name=\"ODAP_one\">'It''s &lt;A&gt;'!$A$1</definedName>")
  })

  it('lead where they say, whatever the spelling of their text', () => {
    const xml = `<workbook><definedNames><definedName name="m">&apos;A &amp; B&apos;!$C$7</definedName></definedNames></workbook>`
    expect(referenceOf(partOf(xml), 'M')).toEqual({
      sheet: 'A & B',
      range: { firstRow: 7, lastRow: 7, firstColumn: 3, lastColumn: 3 },
    })
  })
})

describe('what spans the table', () => {
  const named = (name: string, says: string) => `<definedName name="${name}">${says}</definedName>`
  const workbook = (...names: readonly string[]) =>
    `<workbook><definedNames>${names.join('')}</definedNames></workbook>`
  const growth = { table: range(1, 9), columns: 2, lastRow: 11, edges: [9] }
  const grown = { filters: [{ sheet: 'My data', before: range(1, 9), after: range(1, 11, 5) }] }

  it('a filter’s second range follows the first, of that sheet and that range alone', () => {
    const filter = (says: string) => named('_xlnm._FilterDatabase', says)
    const others = [
      named('Mine', "'My data'!$A$1:$C$9"),
      filter("'My data'!$A$1:$C$8"),
      filter('Other!$A$1:$C$9'),
      filter('#REF!'),
    ]
    expect(edited(workbook(...others, filter("'MY DATA'!$A$1:$C$9")), grown)).toBe(
      workbook(...others, filter("'My data'!$A$1:$E$11")),
    )
    expect(edited(workbook(...others), grown)).toBe(workbook(...others))
  })

  it('a print area that ends with the table goes on to its new edges, on that sheet alone', () => {
    const area = (says: string) => named('_xlnm.Print_Area', says)
    const growths = [{ sheet: 'My data', growth }]
    const others = [
      area('Other!$A$1:$C$9'),
      area('#REF!'),
      area("'My data'!$A$1:$B$4"),
      named('Mine', "'My data'!$A$1:$C$9"),
    ]
    expect(edited(workbook(...others, area("'my data'!$A$1:$C$9")), { growths })).toBe(
      workbook(...others, area("'my data'!$A$1:$E$11")),
    )
    expect(workbookEdits(partOf(workbook(...others)), { ...nothing, growths })).toEqual([])
    expect(edited(workbook(area("'My data'!$A$1:$B$9")), { growths })).toBe(
      workbook(area("'My data'!$A$1:$B$11")),
    )
  })
})
