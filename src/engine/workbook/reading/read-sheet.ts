import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import {
  type CellKind,
  type CellRange,
  type ColumnSpan,
  cellKey,
  type DeclaredTable,
  type GridRow,
} from '../../../domain/table/sheet-grid.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import {
  advance,
  attributeIndex,
  attributeText,
  scanXml,
  skipElement,
  tokenText,
  type XmlScanner,
} from '../../ooxml/xml/xml-scan.ts'
import { decodeText } from '../../ooxml/xml/xml-text.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { parseRange, readCellPlace, readWholeNumber } from '../cells/cell-reference.ts'
import { shownText } from '../cells/cell-text.ts'
import type { NumberFormat } from '../cells/number-format.ts'
import { canonicalNumberText, numberText } from '../cells/number-text.ts'
import { isInlineText, isSharedString, type OnPlainCell, readPlainCells } from '../cells/plain-cells.ts'
import { isoDateText } from '../cells/serial-date.ts'
import { limits } from '../limits.ts'
import { readRichText } from '../package/shared-strings.ts'
import { isTrue } from '../package/workbook-part.ts'
import { linkInFormula, readLink, resolveLinks } from './sheet-links.ts'
import { type CellDictionary, excessOf, newReading, type SheetReading } from './sheet-reading.ts'
import { collectCell, collectedRows } from './sheet-rows.ts'
import { readSheetTables } from './sheet-tables.ts'

export interface SheetContent {
  readonly rows: readonly GridRow[]
  readonly merges: readonly CellRange[]
  readonly tables: readonly DeclaredTable[]
  /** See SheetGrid. */
  readonly links: ReadonlyMap<number, string>
  readonly hiddenColumns: readonly ColumnSpan[]
  readonly filter: CellRange | null
  readonly protected: boolean
}

/** So many bytes apart it is told how far the reading is. */
const tellEvery = 1024 * 1024

const general: NumberFormat = { kind: 'general' }

export function readSheet(
  archive: ZipArchive,
  entry: ZipEntry,
  dictionary: CellDictionary,
  onBytes: (bytes: number) => void = () => {},
): Result<SheetContent, WorkbookProblem> {
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const read = readToEnd(opened.value, dictionary, onBytes)
  if (!read.ok) return read
  const reading = read.value
  const tables = readSheetTables(archive, entry)
  if (!tables.ok) return tables
  const links = resolveLinks(archive, entry, reading.links, reading.formulaLinks)
  if (!links.ok) return links
  const { merges, hiddenColumns, isFiltered } = reading
  return ok({
    rows: collectedRows(reading.collector),
    merges,
    tables: tables.value,
    links: links.value,
    hiddenColumns,
    filter: isFiltered ? reading.filter : null,
    protected: reading.protected,
  })
}

/** What the cells of a sheet's part hold, which must be UTF-8. */
export function readCells(
  bytes: Buffer,
  dictionary: CellDictionary,
): Result<readonly GridRow[], WorkbookProblem> {
  const read = readToEnd(scanXml(bytes), dictionary, () => {})
  return read.ok ? ok(collectedRows(read.value.collector)) : read
}

function readToEnd(
  scanner: XmlScanner,
  dictionary: CellDictionary,
  onBytes: (bytes: number) => void,
): Result<SheetReading, WorkbookProblem> {
  const reading = newReading(scanner, dictionary)
  reading.onPlain = plainCellKeeper(reading)
  while (advance(scanner)) {
    if (scanner.token !== 'open') continue
    if (scanner.depth === 2) topElement(reading)
    else if (scanner.depth === 3 && scanner.local === 'row') startRow(reading, onBytes)
    else if (scanner.depth === 4 && scanner.local === 'c') readUnusual(reading)
    else if (scanner.depth === 3) partElement(reading)
    const excess = reading.excess ?? excessOf(reading)
    if (excess !== null) return err({ code: 'workbook-too-complex', what: excess })
  }
  if (scanner.fault !== null) return err(xmlProblem(scanner.fault))
  return reading.isDamaged ? err({ code: 'file-damaged' }) : ok(reading)
}

function topElement(reading: SheetReading): void {
  const { scanner } = reading
  if (scanner.local === 'sheetProtection') reading.protected = isTrue(attributeText(scanner, 'sheet'))
  else if (scanner.local === 'autoFilter') reading.filter = parseRange(attributeText(scanner, 'ref') ?? '')
  // What extensions hold repeats the names of cells and rows with other meanings.
  else if (scanner.local === 'extLst') skipElement(scanner)
}

/** What stands in a part of the sheet other than its rows. */
function partElement(reading: SheetReading): void {
  const { scanner } = reading
  switch (scanner.local) {
    case 'mergeCell':
      return readMerge(reading)
    case 'hyperlink':
      reading.links.push(readLink(scanner))
      return
    case 'col':
      return readColumns(reading)
    case 'filterColumn':
      reading.isFiltered ||= !scanner.empty
  }
}

/** Columns of no width are as hidden as those that say so. */
function readColumns({ scanner, hiddenColumns }: SheetReading): void {
  const width = attributeText(scanner, 'width')
  if (!isTrue(attributeText(scanner, 'hidden')) && (width === null || Number(width) !== 0)) return
  const first = Number(attributeText(scanner, 'min'))
  const last = Number(attributeText(scanner, 'max'))
  if (first >= 1 && last >= first) hiddenColumns.push({ first, last })
}

function readMerge(reading: SheetReading): void {
  const range = parseRange(attributeText(reading.scanner, 'ref') ?? '')
  if (range !== null) reading.merges.push(range)
}

function startRow(reading: SheetReading, onBytes: (bytes: number) => void): void {
  const { scanner } = reading
  if (scanner.start - reading.told >= tellEvery) {
    reading.told = scanner.start
    onBytes(scanner.start)
  }
  const index = attributeIndex(scanner, 'r')
  const given =
    index === -1
      ? -1
      : readWholeNumber(scanner.bytes, scanner.valueStarts[index] ?? 0, scanner.valueEnds[index] ?? 0)
  reading.row = given > 0 && given <= limits.rows ? given : reading.row + 1
  reading.rowHidden = isTrue(attributeText(scanner, 'hidden'))
  reading.column = 0
  if (!scanner.empty) plainCells(reading)
}

/** The cells from here on up to the first that is written in an unusual way. */
function plainCells({ scanner, plain, onPlain }: SheetReading): void {
  if (scanner.name.prefix !== '') return
  scanner.end = readPlainCells(scanner.bytes, scanner.end, plain, onPlain)
}

/** Made once for each sheet: one made anew for every row is not compiled into the loop that calls it. */
function plainCellKeeper(reading: SheetReading): OnPlainCell {
  const { scanner, dictionary, window } = reading
  const { bytes } = scanner
  return (row, column, style, type, start, end) => {
    reading.column = column
    if (start === end) return
    if (isInlineText(type)) {
      keep(reading, row, shownText(decodeText(bytes, start, end)), 'text')
      return
    }
    if (isSharedString(type)) {
      const index = readWholeNumber(bytes, start, end)
      keepShared(reading, row, index)
      return
    }
    const format = dictionary.formats[style] ?? general
    const text = format.kind === 'general' ? canonicalNumberText(window, start, end) : null
    if (text === null) keepNumber(reading, row, bytes.toString('latin1', start, end), format)
    else keep(reading, row, text, 'number')
  }
}

/** An unusual cell and the usual ones behind it. */
function readUnusual(reading: SheetReading): void {
  readCell(reading)
  if (!reading.scanner.empty) plainCells(reading)
}

/** From the `open` of a `c` to its `close`. */
function readCell(reading: SheetReading): void {
  const { scanner, place } = reading
  const { bytes, valueStarts, valueEnds } = scanner
  let style = 0
  let type = 'n'
  place.row = 0
  place.column = 0
  for (let index = 0; index < scanner.attributeCount; index += 1) {
    const start = valueStarts[index] ?? 0
    const end = valueEnds[index] ?? 0
    const name = scanner.attributeNames[index]?.qualified
    // Twice it is no XML; the first is what the comparison of sheets goes by.
    if (name === 'r' && place.row === 0) readCellPlace(bytes, start, end, place)
    else if (name === 's') style = readWholeNumber(bytes, start, end)
    else if (name === 't')
      type = end - start === 1 ? oneLetterType(bytes[start]) : bytes.toString('latin1', start, end)
  }
  reading.column = place.column > 0 ? place.column : reading.column + 1
  const row = place.row > 0 ? place.row : reading.row
  if (scanner.empty) return
  const { depth } = scanner
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === depth)) {
    if (scanner.token !== 'open') continue
    if (scanner.local === 'v') readValue(reading, row, type, style)
    else if (scanner.local === 'is') keep(reading, row, shownText(readRichText(scanner)), 'text')
    else if (scanner.local === 'f' && !scanner.empty) readFormula(reading, row)
    else if (!scanner.empty) skipElement(scanner)
  }
}

/** Formulas are not computed; only what a link in one leads to is read. */
function readFormula(reading: SheetReading, row: number): void {
  const { scanner } = reading
  const { depth } = scanner
  let formula = ''
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === depth)) {
    if (scanner.token === 'text' || scanner.token === 'cdata') formula += tokenText(scanner)
  }
  const target = linkInFormula(formula)
  if (target !== null) reading.formulaLinks.set(cellKey(row, reading.column), target)
}

function oneLetterType(letter: number | undefined): string {
  if (letter === 0x73) return 's'
  if (letter === 0x62) return 'b'
  if (letter === 0x65) return 'e'
  return letter === 0x64 ? 'd' : 'n'
}

/** From the `open` of a `v`: its text is all in one piece but for CDATA and comments. */
function readValue(reading: SheetReading, row: number, type: string, style: number): void {
  const { scanner, dictionary } = reading
  const { depth } = scanner
  let raw = ''
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === depth)) {
    if (scanner.token === 'text' || scanner.token === 'cdata') raw += tokenText(scanner)
  }
  if (raw === '') return
  if (type === 's') keepShared(reading, row, Number(raw))
  else if (type === 'str' || type === 'inlineStr') keep(reading, row, shownText(raw), 'text')
  else if (type === 'b') keep(reading, row, isTrue(raw.trim()) ? 'TRUE' : 'FALSE', 'boolean')
  else if (type === 'd') keep(reading, row, isoDateText(raw), 'date')
  else if (type === 'e') keep(reading, row, raw.trim(), 'error')
  else keepNumber(reading, row, raw, dictionary.formats[style] ?? general)
}

/** Where the words of a cell are nowhere in the file, something of it is lost. */
function keepShared(reading: SheetReading, row: number, index: number): void {
  const text = reading.dictionary.strings(index)
  if (text === null) reading.isDamaged = true
  else keep(reading, row, text, 'text')
}

function keepNumber(reading: SheetReading, row: number, raw: string, format: NumberFormat): void {
  if (raw.trim() === '') return
  const value = Number(raw)
  if (Number.isFinite(value)) {
    const text = numberText(value, format, reading.dictionary.date1904)
    keep(reading, row, text, format.kind === 'date' ? 'date' : 'number')
  } else {
    // Some producers write text where a number is announced; it is shown as it stands.
    keep(reading, row, shownText(raw), 'text')
  }
}

function keep(reading: SheetReading, row: number, text: string, kind: CellKind): void {
  const first = text.charCodeAt(0)
  // Letters and digits need no closer look; this runs for every cell.
  if ((Number.isNaN(first) || first <= 0x20 || first > 0x7e) && text.trim() === '') return
  if (text.length > limits.cellCharacters) reading.excess = 'cell-length'
  collectCell(reading.collector, row, reading.rowHidden, reading.column, text, kind)
}
