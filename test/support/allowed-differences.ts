import { columnNumber } from '../../src/domain/table/sheet-grid.ts'

/** What may differ in a worksheet: cells that were written, rows that were not there, and what spans the table. */
export interface AllowedCells {
  readonly cells: ReadonlySet<string>
  readonly newRows: ReadonlySet<number>
}

/**
 * A worksheet's text without anything that the rules let differ, found by its own means and not by the patcher's:
 * the original and the update must come out as the same text.
 */
export function sheetRemainder(xml: string, { cells, newRows }: AllowedCells): string {
  const name = (local: string) => `(?:[\\w.-]+:)?${local}`
  const rows = new RegExp(`<(${name('row')})\\b([^>]*?)(?:/>|>(.*?)</\\1>)`, 'gs')
  const oneCell = new RegExp(`<(${name('c')})\\b([^>]*?)(?:/>|>.*?</\\1>)`, 'gs')
  let previous = 0
  const data = xml.replace(rows, (_whole, tag: string, attributes: string, content: string | undefined) => {
    const given = /\br\s*=\s*["'](\d+)["']/.exec(attributes)?.[1]
    const number = given === undefined ? previous + 1 : Number(given)
    previous = number
    if (newRows.has(number)) return ''
    let column = 0
    const rest = (content ?? '').replace(oneCell, (cell: string, _tag: string, cellAttributes: string) => {
      const reference = /\br\s*=\s*["']([A-Za-z]+)(\d+)["']/.exec(cellAttributes)
      column = reference?.[1] === undefined ? column + 1 : columnNumber(reference[1])
      return cells.has(`${column},${number}`) ? '' : cell
    })
    const kept = attributes.replace(/\s+spans\s*=\s*(["'])[^"']*\1/, '')
    return `<${tag}${kept}>${rest}</${tag}>`
  })
  return data
    .replace(new RegExp(`<(${name('sheetData')})\\b[^>]*/>`), '<$1></$1>')
    .replace(new RegExp(`<${name('dimension')}\\b[^>]*>`), '')
    .replace(new RegExp(`<(${name('cols')})\\b[^>]*>.*?</\\1>`, 's'), '')
    .replace(new RegExp(`<(${name('dataValidations')})\\b[^>]*>.*?</\\1>`, 'gs'), '')
    .replace(new RegExp(`(<${name('conditionalFormatting')}\\b[^>]*?) sqref="[^"]*"`, 'g'), '$1')
    .replace(new RegExp(`(<${name('autoFilter')}\\b[^>]*?) ref="[^"]*"`), '$1')
    .replace(/<xm:sqref>[^<]*<\/xm:sqref>/g, '')
}

/** The workbook's part without the marks, what spans the table, the added sheets and the order to calculate. */
export function workbookRemainder(xml: string, addedSheets: readonly string[]): string {
  const names = /<((?:\w+:)?definedName)\b([^>]*)>[^<]*<\/\1>/g
  const ours = /\bname="(?:ODAP|_xlnm\._FilterDatabase|_xlnm\.Print_Area)/
  return xml
    .replace(names, (whole: string, _tag: string, attributes: string) => (ours.test(attributes) ? '' : whole))
    .replace(/<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"[^>]*>/g, (whole: string, sheet: string) =>
      addedSheets.includes(sheet) ? '' : whole,
    )
    .replace(/<((?:\w+:)?definedNames)>\s*<\/\1>/, '')
    .replace(/<(?:\w+:)?definedNames\s*\/>/, '')
    .replace(/ fullCalcOnLoad="(?:1|true|0|false)"/, '')
    .replace(/<(?:\w+:)?calcPr\s*\/>/, '')
}

/** The styles without what stands at the end of the formats and fonts; `null` when a known one was moved or changed. */
export function stylesAreLonger(before: string, after: string): boolean {
  return ['cellXfs', 'fonts'].every((local) => {
    const list = new RegExp(`<((?:\\w+:)?${local})\\b[^>]*>(.*?)</\\1>`, 's')
    return (list.exec(after)?.[2] ?? '').startsWith(list.exec(before)?.[2] ?? '')
  })
}

export function stylesRemainder(xml: string): string {
  return xml.replace(/<((?:\w+:)?(?:cellXfs|fonts))\b[^>]*>.*?<\/\1>/gs, '')
}

/** An Excel table's part without its size and its list of columns, which may only get longer. */
export function tableRemainder(xml: string): string {
  return xml
    .replace(/(<(?:\w+:)?(?:table|autoFilter)\b[^>]*?) ref="[^"]*"/g, '$1')
    .replace(/<((?:\w+:)?tableColumns)\b[^>]*>.*?<\/\1>/s, '')
}
