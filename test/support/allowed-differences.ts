import { columnNumber } from '../../src/domain/table/sheet-grid.ts'
import { canonicalRanges, type Strips } from './canonical-ranges.ts'

/** What may differ in a worksheet: cells that were written, and whole new rows and columns with what spans them. */
export interface AllowedCells {
  readonly cells: ReadonlySet<string>
  readonly newRows: ReadonlySet<number>
  readonly newColumns: ReadonlySet<number>
}

const name = (local: string) => `(?:[\\w.-]+:)?${local}`

/**
 * A worksheet's text without anything that the rules let differ, found by its own means and not by the patcher's:
 * the original and the update must come out as the same text.
 */
export function sheetRemainder(xml: string, allowed: AllowedCells): string {
  const strips = { columns: allowed.newColumns, rows: allowed.newRows }
  const withRanges = (text: string, local: string, key: string) =>
    text.replace(
      new RegExp(`(<${name(local)}\\b[^>]*?\\s${key}=)"([^"]*)"`, 'g'),
      (_whole, start: string, sqref: string) => `${start}"${canonicalRanges(sqref, strips)}"`,
    )
  let rest = cellsRemainder(xml, allowed)
    .replace(new RegExp(`<(${name('sheetData')})\\b[^>]*/>`), '<$1></$1>')
    .replace(new RegExp(`<${name('dimension')}\\b[^>]*>`), '')
    .replace(new RegExp(`<(${name('cols')})\\b[^>]*>.*?</\\1>`, 's'), (cols) => colsRemainder(cols, strips))
  rest = withRanges(rest, 'conditionalFormatting', 'sqref')
  rest = withRanges(rest, 'autoFilter', 'ref')
  rest = withRanges(rest, 'dataValidation', 'sqref')
  rest = rest.replace(
    /<xm:sqref>([^<]*)<\/xm:sqref>/g,
    (_whole, sqref: string) => `<xm:sqref>${canonicalRanges(sqref, strips)}</xm:sqref>`,
  )
  return withoutEmptyRules(rest)
}

function cellsRemainder(xml: string, { cells, newRows }: AllowedCells): string {
  const rows = new RegExp(`<(${name('row')})\\b([^>]*?)(?:/>|>(.*?)</\\1>)`, 'gs')
  const oneCell = new RegExp(`<(${name('c')})\\b([^>]*?)(?:/>|>.*?</\\1>)`, 'gs')
  let previous = 0
  return xml.replace(rows, (_whole, tag: string, attributes: string, content: string | undefined) => {
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
}

/** Columns one by one as far as they differ, so that it does not matter how their ranges are cut; '' for none. */
function colsRemainder(cols: string, { columns }: Strips): string {
  const spans: { readonly from: number; readonly to: number; readonly look: string }[] = []
  for (const [, attributes = ''] of cols.matchAll(new RegExp(`<${name('col')}\\b([^>]*?)/?>`, 'g'))) {
    const pairs = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)]
    const values = new Map(pairs.map(([, key = '', value = '']) => [key, value]))
    const [from, to] = [Number(values.get('min')), Number(values.get('max'))]
    const look = [...values].filter(([key]) => key !== 'min' && key !== 'max').map((pair) => pair.join('='))
    let start = from
    for (const column of [...columns].sort((a, b) => a - b)) {
      if (column < start || column > to) continue
      if (column > start) spans.push({ from: start, to: column - 1, look: look.sort().join(' ') })
      start = column + 1
    }
    if (start <= to) spans.push({ from: start, to, look: look.sort().join(' ') })
  }
  return spans.length === 0
    ? ''
    : `<cols>${spans.map(({ from, to, look }) => `${from}-${to} ${look}`).join(';')}</cols>`
}

/** Rules for new cells only are ours, or gave way to ours; a list of none of the others is as good as no list. */
function withoutEmptyRules(xml: string): string {
  const rule = new RegExp(`<(${name('dataValidation')})\\b[^>]*?\\ssqref=""[^>]*?(?:/>|>.*?</\\1>)`, 'gs')
  const list = new RegExp(`<(${name('dataValidations')})\\b([^>]*)>(.*?)</\\1>`, 'gs')
  return xml.replace(list, (_whole, tag: string, attributes: string, rules: string) => {
    const kept = rules.replace(rule, '')
    return kept.trim() === '' ? '' : `<${tag}${attributes.replace(/ count="\d+"/, '')}>${kept}</${tag}>`
  })
}

/** The workbook's part without the marks, what spans the table, the added sheets and the order to calculate. */
export function workbookRemainder(
  xml: string,
  { addedSheets, strips }: { readonly addedSheets: readonly string[]; readonly strips: Strips },
): string {
  const names = /<((?:\w+:)?definedName)\b([^>]*)>([^<]*)<\/\1>/g
  return xml
    .replace(names, (whole: string, tag: string, attributes: string, formula: string) => {
      if (/\bname="ODAP/.test(attributes)) return ''
      if (!/\bname="_xlnm\.(?:_FilterDatabase|Print_Area)"/.test(attributes)) return whole
      const place = /^(.*!)([^!,]*)$/.exec(formula)
      const range = canonicalRanges(place?.[2] ?? '', strips)
      return `<${tag}${attributes}>${place === null ? formula : `${place[1]?.replaceAll("'", '')}${range}`}</${tag}>`
    })
    .replace(/<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"[^>]*>/g, (whole: string, sheet: string) =>
      addedSheets.includes(sheet) ? '' : whole,
    )
    .replace(/<((?:\w+:)?definedNames)>\s*<\/\1>/, '')
    .replace(/<(?:\w+:)?definedNames\s*\/>/, '')
    .replace(/ fullCalcOnLoad="(?:1|true|0|false)"/, '')
    .replace(/<(?:\w+:)?calcPr\s*\/>/, '')
}

/** Whether the items of these lists are all there as they were, with new ones only behind them. */
export function listsAreLonger(before: string, after: string, lists: readonly string[]): boolean {
  return lists.every((local) => {
    const list = new RegExp(`<((?:\\w+:)?${local})\\b[^>]*>(.*?)</\\1>`, 's')
    return (list.exec(after)?.[2] ?? '').startsWith(list.exec(before)?.[2] ?? '')
  })
}

export function stylesRemainder(xml: string): string {
  return xml.replace(/<((?:\w+:)?(?:cellXfs|fonts))\b[^>]*>.*?<\/\1>/gs, '')
}

/** An Excel table's part without its size and its list of columns, which may only get longer. */
export function tableRemainder(xml: string, strips: Strips): string {
  return xml
    .replace(
      /(<(?:\w+:)?(?:table|autoFilter)\b[^>]*? ref=)"([^"]*)"/g,
      (_whole, start: string, range: string) => `${start}"${canonicalRanges(range, strips)}"`,
    )
    .replace(/<((?:\w+:)?tableColumns)\b[^>]*>.*?<\/\1>/s, '')
}
