import { describe, expect, it } from 'vitest'
import type { Choices } from '../../../../../src/domain/write-back/column-dialect.ts'
import { choicesOn } from '../../../../../src/engine/workbook/patching/cells/list-choices.ts'
import { makeWorkbook, rowsXml } from '../../../../support/make-workbook.ts'
import { loadedWorkbook, sheetLayoutOf } from '../../../../support/sheet-layout-of.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageUri = 'http://schemas.openxmlformats.org/package/2006/relationships'

const sheetNames = ['Inventory', 'Lists', 'Chart', 'Broken']
const opened = loadedWorkbook(
  makeWorkbook({
    sheets: [
      { name: 'Inventory', xml: rowsXml([['Head'], ['a1'], ['a2'], ['a3'], ['a4']]) },
      {
        name: 'Lists',
        xml: rowsXml([
          ['One', 'Two', 'Three', 'Four', 'Five'],
          ['Six', null, 'Eight', null, null],
          [null, null, null, null, null],
          [7, null, null, null, null],
        ]),
      },
      { name: 'Chart', xml: rowsXml([['never offered']]) },
      { name: 'Broken', xml: '<sheetData><row r="1">' },
    ],
    names:
      '<definedNames><definedName name="Other">Lists!$A$4</definedName>' +
      '<definedName name="Departments">Lists!$A$1:$A$2</definedName>' +
      '<definedName name="Lost">#REF!$A$1</definedName></definedNames>',
    parts: {
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageUri}">${sheetNames
        .map((name, index) => {
          const kind = name === 'Chart' ? 'chartsheet' : 'worksheet'
          return `<Relationship Id="s${index + 1}" Type="${office}/${kind}" Target="worksheets/sheet${index + 1}.xml"/>`
        })
        .join('')}</Relationships>`,
    },
  }),
)

function choicesBehind(xml: string): (row: number, column: number) => Choices {
  return choicesOn(opened, 'Inventory', sheetLayoutOf({ behind: xml }))
}

const list = (sqref: string, formula: string) =>
  `<dataValidation type="list" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`
const newerList = (sqref: string, formula: string) =>
  `<n:dataValidation type="list"><n:formula1><n:f>${formula}</n:f></n:formula1><n:sqref>${sqref}</n:sqref></n:dataValidation>`
const plain = (...rules: readonly string[]) => `<dataValidations>${rules.join('')}</dataValidations>`
const newer = (...rules: readonly string[]) =>
  `<extLst><ext><n:dataValidations>${rules.join('')}</n:dataValidations></ext></extLst>`

/** What the drop-down of A1 with this formula offers. */
const offered = (formula: string) => choicesBehind(plain(list('A1', formula)))(1, 1)

describe('a cell takes', () => {
  it('anything on a sheet without drop-downs', () => {
    expect(choicesBehind('')(1, 1)).toBe('anything')
    expect(choicesBehind(plain())(1, 1)).toBe('anything')
    expect(choicesBehind('<extLst/>')(1, 1)).toBe('anything')
  })

  it('what the drop-down offers that is for it, in whichever of its ranges it lies', () => {
    const choices = choicesBehind(plain(list('B2:B3 D5', '"x,y"'), list('B4', '"z"')))
    expect(choices(2, 2)).toEqual(['x', 'y'])
    expect(choices(3, 2)).toEqual(['x', 'y'])
    expect(choices(5, 4)).toEqual(['x', 'y'])
    expect(choices(4, 2)).toEqual(['z'])
    expect(choices(1, 2)).toBe('anything')
    expect(choices(3, 3)).toBe('anything')
    expect(choices(5, 5)).toBe('anything')
  })

  it('what the drop-downs of newer programs offer, with their ranges in an element', () => {
    const choices = choicesBehind(plain(list('A1', '"old"')) + newer(newerList('B2 C3:C4', '"new,er"')))
    expect(choices(1, 1)).toEqual(['old'])
    expect(choices(2, 2)).toEqual(['new', 'er'])
    expect(choices(4, 3)).toEqual(['new', 'er'])
    expect(choices(3, 2)).toBe('anything')
  })

  it('what the first of two drop-downs offers, and of the two ways to write them the older', () => {
    const twice = plain(list('A1:A2', '"first"'), list('A2:A3', '"second"'))
    const choices = choicesBehind(twice + newer(newerList('A3:A4', '"third"')))
    expect([1, 2, 3, 4].map((row) => choices(row, 1))).toEqual([['first'], ['first'], ['second'], ['third']])
  })

  it('anything where a rule is no drop-down', () => {
    const whole = '<dataValidation type="whole" sqref="A1"><formula1>"x"</formula1></dataValidation>'
    const untyped = '<dataValidation sqref="A2"><formula1>"x"</formula1></dataValidation>'
    const newerWhole =
      '<n:dataValidation type="whole"><n:formula1><n:f>"x"</n:f></n:formula1><n:sqref>A3</n:sqref></n:dataValidation>'
    const choices = choicesBehind(plain(whole, untyped) + newer(newerWhole))
    expect([1, 2, 3].map((row) => choices(row, 1))).toEqual(['anything', 'anything', 'anything'])
  })

  it('anything where it cannot be told which cells a drop-down is for', () => {
    const nowhere = '<dataValidation type="list"><formula1>"x"</formula1></dataValidation>'
    const newerNowhere =
      '<n:dataValidation type="list"><n:formula1><n:f>"x"</n:f></n:formula1></n:dataValidation>'
    const choices = choicesBehind(plain(list('nonsense A1', '"x"'), nowhere) + newer(newerNowhere))
    expect(choices(1, 1)).toBe('anything')
  })

  it('what cannot be read where a drop-down says nothing of its choices', () => {
    const choices = choicesBehind(
      plain('<dataValidation type="list" sqref="A1"/>') +
        newer(
          '<n:dataValidation type="list"><n:sqref>A2</n:sqref></n:dataValidation>',
          '<n:dataValidation type="list"><n:formula1/><n:sqref>A3</n:sqref></n:dataValidation>',
        ),
    )
    expect([1, 2, 3].map((row) => choices(row, 1))).toEqual(['unreadable', 'unreadable', 'unreadable'])
  })

  it('choices that are looked up once for all cells of one list', () => {
    const choices = choicesBehind(plain(list('A1:A2', 'Departments'), list('B1', 'Departments')))
    expect(choices(1, 1)).toEqual(['One', 'Six'])
    expect(choices(2, 1)).toBe(choices(1, 1))
    expect(choices(1, 2)).toBe(choices(1, 1))
  })
})

describe('a list written out', () => {
  it.each([
    ['"Yes,No"', ['Yes', 'No']],
    ['  \n "Yes, No ,  Perhaps so"\n ', ['Yes', 'No', 'Perhaps so']],
    ['"Yes"', ['Yes']],
    ['"5"" pipe,""both"""', ['5" pipe', '"both"']],
    ['&quot;R&amp;D,a &lt; b&quot;', ['R&D', 'a < b']],
    ['"a,\nb"', ['a', 'b']],
    ['""', ['']],
  ])('%s', (formula, choices) => {
    expect(offered(formula)).toEqual(choices)
  })

  it.each(['A1&amp;"b"', '"a"&amp;A1', 'IF(A1="x","a","b")', '"a', 'a"'])(
    'is none when computed: %s',
    (formula) => {
      expect(offered(formula)).toBe('unreadable')
    },
  )
})

describe('a list in cells', () => {
  it.each([
    ['of the sheet itself', '$A$2:$A$4', ['a1', 'a2', 'a3']],
    ['with an equals sign', '=A3:A4', ['a2', 'a3']],
    ['of one cell', 'A5', ['a4']],
    ['of a whole column', '$A:$A', ['Head', 'a1', 'a2', 'a3', 'a4']],
    ['of another sheet', 'Lists!$A$1:$A$4', ['One', 'Six', '7']],
    ['of another sheet in other letters', "=' LISTS'!$A$1", 'unreadable'],
    ['of another sheet in capitals', "='LISTS'!$A$1", ['One']],
    ['of another sheet in small letters', 'lists!$B$1', ['Two']],
    ['along a row', 'Lists!$A$1:$E$1', ['One', 'Two', 'Three', 'Four', 'Five']],
    ['along part of a row', 'Lists!$B$1:$D$1', ['Two', 'Three', 'Four']],
    ['with empty cells between', 'Lists!$A$2:$E$4', ['Six', 'Eight', '7']],
    ['beyond the last cell', 'Lists!$F$1:$XFD$9', []],
    ['of rows without cells', 'Lists!$A$3:$E$3', []],
    ['under a name', 'Departments', ['One', 'Six']],
    ['under a name in other letters', 'departMENTS', ['One', 'Six']],
    ['under the first of the names', 'other', ['7']],
  ])('%s', (_, formula, choices) => {
    expect(offered(formula)).toEqual(choices)
  })

  it.each([
    ['a name that nobody gave', 'Nobody'],
    ['a name that lost its cells', 'Lost'],
    ['a comparison', 'A=1'],
    ['a function', 'INDIRECT(A1)'],
    ['a sheet that is not there', 'Elsewhere!$A$1'],
    ['a sheet without cells', 'Chart!$A$1'],
    ['a sheet that cannot be read', 'Broken!$A$1'],
  ])('is unreadable: %s', (_, formula) => {
    expect(offered(formula)).toBe('unreadable')
  })
})
