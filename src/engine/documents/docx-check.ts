import type { Block, PlanDocument } from '../../domain/plan-document.ts'
import type { Result } from '../../domain/result.ts'
import { err, ok } from '../../domain/result.ts'
import { attributeOf, childrenOf, descendantsOf } from '../ooxml/xml/xml-outline.ts'
import { partKey, readEntry, readZip, type ZipEntry } from '../ooxml/zip/zip-directory.ts'
import { brokenReference } from './docx-check/references.ts'
import { readStrictly, textOf, type XmlPart } from './docx-check/strict-xml.ts'

/** Why a document that was just written must not be handed over; `what` names the part or the heading. */
export interface DocxProblem {
  readonly code: 'document-check-failed'
  readonly what: string
}

const mainPart = 'word/document.xml'
const requiredParts = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/core.xml',
  mainPart,
  'word/_rels/document.xml.rels',
  'word/styles.xml',
  'word/numbering.xml',
  'word/settings.xml',
] as const

/**
 * Opens a written document again, before the program says that it is saved: every part is there, inflates to its
 * checksum and is well-formed, everything it refers to exists, links lead to the web alone, and it has the plan's headings and tables in order.
 */
export function checkDocx(bytes: Uint8Array, plan: PlanDocument): Result<{ parts: number }, DocxProblem> {
  const archive = readZip(bytes)
  if (!archive.ok) return failed(archive.error.code)
  const { entries, byKey } = archive.value
  const missing = requiredParts.find((name) => !byKey.has(partKey(name)))
  if (missing !== undefined) return failed(missing)

  const parts = new Map<ZipEntry, XmlPart>()
  for (const entry of entries) {
    const content = readEntry(archive.value, entry)
    if (!content.ok) return failed(entry.name)
    if (!/\.(xml|rels)$/.test(entry.name)) continue
    const part = readStrictly(content.value)
    if (!part.ok) return failed(`${entry.name}: ${part.error}`)
    parts.set(entry, part.value)
  }
  const broken = brokenReference(archive.value, parts)
  if (broken !== null) return failed(broken)

  const main = [...parts].find(([{ name }]) => name === mainPart)
  const fault = main === undefined ? mainPart : differenceFromPlan(main[1], plan)
  return fault === null ? ok({ parts: entries.length }) : failed(fault)
}

function failed(what: string): Result<never, DocxProblem> {
  return err({ code: 'document-check-failed', what })
}

function differenceFromPlan(main: XmlPart, plan: PlanDocument): string | null {
  const blocks = plan.parts.flatMap((part) => part.blocks)
  const expected = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const found = headingsOf(main)
  const wrong = expected.find((text, index) => found[index] !== text)
  if (wrong !== undefined) return wrong
  if (found.length !== expected.length) return found[expected.length] ?? ''
  return differentTable(main, blocks)
}

/** The table that is lost, or has not the rows it should have, or no header that is repeated on every page. */
function differentTable({ elements }: XmlPart, blocks: readonly Block[]): string | null {
  const wanted = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  const found = elements.filter(({ name }) => name.qualified === 'w:tbl')
  const wrong = wanted.find(({ rows }, index) => {
    const table = found[index]
    if (table === undefined) return true
    return (
      childrenOf(table, 'tr').length !== rows.length + 1 || descendantsOf(table, 'tblHeader').length !== 1
    )
  })
  if (wrong !== undefined) return wrong.caption
  return found.length === wanted.length ? null : 'tables'
}

/** The texts of the paragraphs with a heading style, in order. */
function headingsOf(main: XmlPart): readonly string[] {
  return main.elements
    .filter(({ name }) => name.qualified === 'w:p')
    .filter((paragraph) => {
      const style = descendantsOf(paragraph, 'pStyle')[0]
      return style !== undefined && /^Heading[1-9]$/.test(attributeOf(style, 'w:val') ?? '')
    })
    .map((paragraph) => textOf(main, paragraph))
}
