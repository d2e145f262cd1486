import type { SheetState, WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { namespaces } from '../../ooxml/xml/xml-namespaces.ts'
import { openXmlPart, xmlProblem } from '../../ooxml/xml/xml-part.ts'
import {
  advance,
  attributeText,
  attributeTextIn,
  skipElement,
  tokenText,
  type XmlScanner,
} from '../../ooxml/xml/xml-scan.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { limits } from '../limits.ts'

/** A defined name as the workbook part has it. */
export interface DefinedName {
  readonly name: string
  readonly refersTo: string
  /** Which sheet it belongs to, counted from 0 in the workbook's order; null for the whole workbook. */
  readonly localSheet: number | null
  readonly hidden: boolean
}

export interface WorkbookPart {
  readonly sheets: readonly {
    readonly name: string
    readonly state: SheetState
    readonly relationship: string
  }[]
  readonly definedNames: readonly DefinedName[]
  readonly date1904: boolean
  readonly structureLocked: boolean
}

export function readWorkbookPart(
  archive: ZipArchive,
  entry: ZipEntry,
): Result<WorkbookPart, WorkbookProblem> {
  const opened = openXmlPart(archive, entry)
  if (!opened.ok) return opened
  const scanner = opened.value
  const sheets: WorkbookPart['sheets'][number][] = []
  const definedNames: DefinedName[] = []
  let date1904 = false
  let structureLocked = false
  while (advance(scanner)) {
    if (scanner.token !== 'open') continue
    if (definedNames.length > limits.definedNames)
      return err({ code: 'workbook-too-complex', what: 'defined-names' })
    switch (scanner.local) {
      case 'sheet':
        if (scanner.depth === 3) sheets.push(sheet(scanner))
        break
      case 'workbookPr':
        date1904 = isTrue(attributeText(scanner, 'date1904'))
        break
      case 'workbookProtection':
        structureLocked = isTrue(attributeText(scanner, 'lockStructure'))
        break
      // Extensions have a workbookPr of their own.
      case 'extLst':
        skipElement(scanner)
        break
      case 'definedName':
        definedNames.push(definedName(scanner))
        break
    }
  }
  if (scanner.fault !== null) return err(xmlProblem(scanner.fault))
  if (sheets.length > limits.sheets) return err({ code: 'workbook-too-complex', what: 'sheets' })
  return ok({ sheets, definedNames, date1904, structureLocked })
}

function sheet(scanner: XmlScanner): WorkbookPart['sheets'][number] {
  const state = attributeText(scanner, 'state')
  return {
    name: attributeText(scanner, 'name') ?? '',
    state: state === 'hidden' ? 'hidden' : state === 'veryHidden' ? 'very-hidden' : 'visible',
    relationship: attributeTextIn(scanner, namespaces.relationships, 'id') ?? '',
  }
}

function definedName(scanner: XmlScanner): DefinedName {
  const name = attributeText(scanner, 'name') ?? ''
  const localSheet = attributeText(scanner, 'localSheetId')
  const hidden = isTrue(attributeText(scanner, 'hidden'))
  const { depth } = scanner
  let refersTo = ''
  while (advance(scanner) && !(scanner.token === 'close' && scanner.depth === depth)) {
    if (scanner.token === 'text' || scanner.token === 'cdata') refersTo += tokenText(scanner)
  }
  return { name, refersTo, localSheet: localSheet === null ? null : Number(localSheet), hidden }
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
