import type { SheetState, WorkbookFormat, WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { contentTypeOf, readContentTypes } from '../../ooxml/parts/content-types.ts'
import { type Relationship, readRelationships } from '../../ooxml/parts/relationships.ts'
import type { ZipArchive, ZipEntry } from '../../ooxml/zip/zip-directory.ts'
import { documentKind } from './document-kind.ts'
import { type DefinedName, readWorkbookPart, type WorkbookPart } from './workbook-part.ts'

export interface SheetPart {
  readonly name: string
  readonly state: SheetState
  /** Worksheets have cells; chart, dialog and macro sheets are only known by name. */
  readonly kind: 'worksheet' | 'other'
  readonly entry: ZipEntry
}

/** A workbook's parts, found by content types and relationships, never by their names. */
export interface WorkbookPackage {
  readonly archive: ZipArchive
  readonly format: WorkbookFormat
  readonly workbook: ZipEntry
  readonly sheets: readonly SheetPart[]
  /** Sheets the workbook names whose part is not in the file. */
  readonly lostSheets: readonly string[]
  readonly sharedStrings: ZipEntry | null
  readonly styles: ZipEntry | null
  /** Whether the workbook names a part of styles that is not in the file. */
  readonly stylesLost: boolean
  readonly date1904: boolean
  readonly structureLocked: boolean
  readonly definedNames: readonly DefinedName[]
  readonly macros: boolean
  readonly signed: boolean
  readonly externalLinks: boolean
}

export function readPackage(archive: ZipArchive): Result<WorkbookPackage, WorkbookProblem> {
  const main = findMainPart(archive)
  if (!main.ok) return main
  const { workbook, format, signed } = main.value
  const relationships = readRelationships(archive, workbook)
  if (!relationships.ok) return relationships
  const part = readWorkbookPart(archive, workbook)
  if (!part.ok) return part
  const sheets = sheetParts(part.value, relationships.value)
  const lostSheets = part.value.sheets
    .map(({ name }) => name)
    .filter((name) => !sheets.some((sheet) => sheet.name === name))
  if (sheets.length === 0) {
    return err({ code: lostSheets.length === 0 ? 'workbook-has-no-sheets' : 'file-damaged' })
  }
  const find = (type: string) =>
    relationships.value.find((relationship) => relationship.type === type && relationship.target !== null)
      ?.target ?? null
  return ok({
    archive,
    format,
    workbook,
    sheets,
    lostSheets,
    sharedStrings: find('sharedStrings'),
    styles: find('styles'),
    stylesLost: relationships.value.some(({ type, target }) => type === 'styles' && target === null),
    date1904: part.value.date1904,
    structureLocked: part.value.structureLocked,
    definedNames: part.value.definedNames,
    macros: find('vbaProject') !== null,
    signed,
    externalLinks: find('externalLink') !== null,
  })
}

interface MainPart {
  readonly workbook: ZipEntry
  readonly format: WorkbookFormat
  readonly signed: boolean
}

function findMainPart(archive: ZipArchive): Result<MainPart, WorkbookProblem> {
  const types = readContentTypes(archive)
  if (!types.ok) return types
  const relationships = readRelationships(archive, null)
  if (!relationships.ok) return relationships
  const typed = (entry: ZipEntry) => documentKind(contentTypeOf(types.value, entry))
  const related = relationships.value.find((relationship) => relationship.type === 'officeDocument')?.target
  const workbook =
    related ?? archive.entries.find((entry) => typed(entry) !== null) ?? archive.byKey.get('xl/workbook.xml')
  if (workbook === undefined) return err(notAWorkbook(archive))
  const kind = typed(workbook) ?? kindByName(workbook)
  if (kind === null) return err(notAWorkbook(archive))
  if ('refused' in kind) return err({ code: 'file-kind-not-read', kind: kind.refused })
  const signed = relationships.value.some((relationship) => relationship.type === 'origin')
  return ok({ workbook, format: kind.format, signed })
}

/** Producers that leave the content types out still name the part after what it is. */
function kindByName(workbook: ZipEntry): { readonly format: WorkbookFormat } | null {
  return /workbook\.xml$/i.test(workbook.name) ? { format: 'xlsx' } : null
}

function notAWorkbook(archive: ZipArchive): WorkbookProblem {
  const workbookParts = archive.entries.some((entry) => /^xl[\\/]/i.test(entry.name))
  return workbookParts ? { code: 'file-damaged' } : { code: 'file-kind-not-read', kind: zipKind(archive) }
}

function zipKind(archive: ZipArchive): string {
  const mimetype = archive.byKey.get('mimetype')
  if (mimetype !== undefined && mimetype.method === 0) {
    const type = archive.bytes.toString('latin1', mimetype.dataStart, mimetype.dataEnd)
    if (type.includes('opendocument.spreadsheet')) return 'ods'
    if (type.includes('opendocument.text')) return 'odt'
  }
  if (archive.byKey.has('content.xml') && archive.byKey.has('meta-inf/manifest.xml')) return 'ods'
  if (archive.byKey.has('index/document.iwa')) return 'numbers'
  return 'zip'
}

function sheetParts(part: WorkbookPart, relationships: readonly Relationship[]): readonly SheetPart[] {
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const sheets: SheetPart[] = []
  for (const { name, state, relationship } of part.sheets) {
    const found = byId.get(relationship)
    if (found === undefined || found.target === null) continue
    sheets.push({
      name,
      state,
      kind: found.type === 'worksheet' ? 'worksheet' : 'other',
      entry: found.target,
    })
  }
  return sheets
}
