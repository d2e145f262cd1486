import { readEntry, readZip } from '../../src/engine/ooxml/zip/zip-directory.ts'
import { checkPackage, type PackageView, resolveTarget } from './excel-rules-package.ts'
import { checkSheet, type SheetFacts, sheetFacts } from './excel-rules-sheet.ts'
import { checkStyles, styleCount } from './excel-rules-styles.ts'
import { checkTables, type TableFacts, tableFacts } from './excel-rules-tables.ts'
import { checkWorkbook } from './excel-rules-workbook.ts'
import { checkZip } from './excel-rules-zip.ts'
import { allText, attribute, children, parseXml, type XmlNode } from './xml-tree.ts'

/**
 * What Excel would offer to repair in a workbook, as one line each: the rules its own reader enforces, as far as
 * they are known. Other people's files break some of them already: compare with what the original has.
 */
export function excelFaults(bytes: Uint8Array): readonly string[] {
  const faults: string[] = []
  const view = readPackageView(bytes, faults)
  if (view === null) return faults
  checkPackage(view, faults)
  checkZip(bytes, faults)
  for (const [name, root] of view.parts) checkCharacters(name, root, faults)
  const workbookName = [...view.parts.keys()].find((name) => /(^|\/)workbook\d*\.xml$/i.test(name))
  const workbook = workbookName === undefined ? undefined : view.parts.get(workbookName)
  if (workbookName === undefined || workbook === undefined) return [...faults, 'package: no workbook part']
  const sheetParts = relatedParts(view, workbookName, 'worksheet')
  checkWorkbook(workbook, view.relationships.get(workbookName) ?? [], faults)
  const styles = relatedParts(view, workbookName, 'styles')[0]
  checkStyles(styles, faults)
  const shared = children(relatedParts(view, workbookName, 'sharedStrings')[0]?.root, 'si').map(allText)
  const sheets = sheetParts.map(({ name, root }) => sheetFacts(name, root, shared))
  for (const sheet of sheets) checkSheet(sheet, styleCount(styles?.root), shared.length, faults)
  const tables = sheets.flatMap((sheet) => tablesOf(view, sheet))
  checkTables(tables, faults)
  checkCalcChain(
    relatedParts(view, workbookName, 'calcChain')[0]?.root,
    workbook,
    view,
    workbookName,
    sheets,
    faults,
  )
  return faults
}

/** Faults the updated workbook has and the original had not. */
export function newFaults(original: Uint8Array, updated: Uint8Array): readonly string[] {
  const baseline = new Map<string, number>()
  for (const fault of excelFaults(original)) baseline.set(fault, (baseline.get(fault) ?? 0) + 1)
  return excelFaults(updated).filter((fault) => {
    const known = baseline.get(fault) ?? 0
    baseline.set(fault, known - 1)
    return known <= 0
  })
}

function readPackageView(bytes: Uint8Array, faults: string[]): PackageView | null {
  const archive = readZip(bytes)
  if (!archive.ok) {
    faults.push(`zip: ${archive.error.code}`)
    return null
  }
  const parts = new Map<string, XmlNode>()
  const names: string[] = []
  for (const entry of archive.value.entries) {
    if (entry.name.endsWith('/')) continue
    names.push(entry.name)
    if (!/\.(xml|rels)$/i.test(entry.name)) continue
    const content = readEntry(archive.value, entry)
    if (!content.ok) {
      faults.push(`${entry.name}: ${content.error.code}`)
      continue
    }
    try {
      parts.set(entry.name, parseXml(decoded(content.value)))
    } catch (error) {
      faults.push(`${entry.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const relationships = new Map<string, readonly XmlNode[]>()
  for (const [name, root] of parts) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(name)
    if (match !== null)
      relationships.set(`${match[1] ?? ''}${match[2] ?? ''}`, children(root, 'Relationship'))
  }
  return { names, parts, relationships }
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le')
  const isLatin = /^<\?xml[^>]*encoding="iso-8859-1"/i.test(bytes.toString('latin1', 0, 100))
  return bytes.toString(isLatin ? 'latin1' : 'utf8')
}

/** Characters that XML has no place for, written as references: every strict reader stops at them. */
function checkCharacters(name: string, node: XmlNode, faults: string[]): void {
  const texts = [node.text, ...node.attributes.values()]
  if (texts.some((text) => /[^\P{Cc}\t\n\r\u0080-\u009f\u007f]|[\ufffe\uffff]/u.test(text)))
    faults.push(`${name}: a character that is none in <${node.local}>`)
  for (const one of node.children) checkCharacters(name, one, faults)
}

function relatedParts(
  view: PackageView,
  source: string,
  type: string,
): readonly { readonly name: string; readonly root: XmlNode }[] {
  return (view.relationships.get(source) ?? []).flatMap((relationship) => {
    if (!attribute(relationship, 'Type').endsWith(`/${type}`)) return []
    const name = resolveTarget(view, source, attribute(relationship, 'Target'))
    const root = name === undefined ? undefined : view.parts.get(name)
    return name === undefined || root === undefined ? [] : [{ name, root }]
  })
}

function tablesOf(view: PackageView, sheet: SheetFacts): readonly TableFacts[] {
  return relatedParts(view, sheet.name, 'table').map(({ name, root }) => tableFacts(name, root, sheet))
}

function checkCalcChain(
  chain: XmlNode | undefined,
  workbook: XmlNode,
  view: PackageView,
  workbookName: string,
  sheets: readonly SheetFacts[],
  faults: string[],
): void {
  const list = workbook.children.find((one) => one.local === 'sheets')
  const byId = new Map(
    children(list, 'sheet').map((sheet) => {
      const id = [...sheet.attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const relationship = view.relationships.get(workbookName)?.find((one) => attribute(one, 'Id') === id)
      const part = resolveTarget(view, workbookName, attribute(relationship, 'Target'))
      return [attribute(sheet, 'sheetId'), sheets.find((one) => one.name === part)] as const
    }),
  )
  let current = ''
  for (const cell of children(chain, 'c')) {
    current = attribute(cell, 'i') || current
    const sheet = byId.get(current)
    if (sheet !== undefined && !sheet.formulas.has(attribute(cell, 'r'))) {
      faults.push(`calcChain: ${sheet.name} ${attribute(cell, 'r')} is no formula`)
    }
  }
}
