import type { PlanDocument } from '../../domain/plan-document.ts'
import type { Result } from '../../domain/result.ts'
import { err, ok } from '../../domain/result.ts'
import { readPackage } from './docx-check/package-reader.ts'
import { firstXmlFault, textOf } from './docx-check/xml.ts'

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
 * checksum and is well-formed, everything it refers to exists, and it has the plan's headings and tables in order.
 */
export function checkDocx(bytes: Uint8Array, plan: PlanDocument): Result<{ parts: number }, DocxProblem> {
  const parts = readPackage(bytes)
  if (!parts.ok) return failed(parts.error)
  const missing = requiredParts.find((name) => !parts.value.has(name))
  if (missing !== undefined) return failed(missing)

  for (const [name, content] of parts.value) {
    const fault = /\.(xml|rels)$/.test(name) ? firstXmlFault(content.toString('utf8')) : null
    if (fault !== null) return failed(`${name}: ${fault}`)
  }
  const dangling = danglingTarget(parts.value)
  if (dangling !== null) return failed(dangling)

  const fault = differenceFromPlan(parts.value.get(mainPart)?.toString('utf8') ?? '', plan)
  return fault === null ? ok({ parts: parts.value.size }) : failed(fault)
}

function failed(what: string): Result<never, DocxProblem> {
  return err({ code: 'document-check-failed', what })
}

/** A part the main part refers to and the package does not have. */
function danglingTarget(parts: ReadonlyMap<string, Buffer>): string | null {
  const relations = parts.get('word/_rels/document.xml.rels')?.toString('utf8') ?? ''
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (relation.includes('TargetMode="External"')) continue
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? ''
    const part = target.startsWith('/') ? target.slice(1) : `word/${target}`
    if (!parts.has(part)) return part
  }
  return null
}

function differenceFromPlan(xml: string, plan: PlanDocument): string | null {
  const blocks = plan.parts.flatMap((part) => part.blocks)
  const expected = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const found = headingsOf(xml)
  const wrong = expected.find((text, index) => found[index] !== text)
  if (wrong !== undefined) return wrong
  if (found.length !== expected.length) return found[expected.length] ?? ''
  const tables = blocks.filter(({ kind }) => kind === 'table').length
  return (xml.match(/<w:tblHeader\/>/g) ?? []).length === tables ? null : 'table headers'
}

/** The texts of the paragraphs with a heading style, in order. */
function headingsOf(xml: string): readonly string[] {
  return xml
    .split('<w:p>')
    .filter((paragraph) => /<w:pStyle w:val="Heading[1-9]"\/>/.test(paragraph))
    .map((paragraph) => textOf(paragraph.slice(0, paragraph.indexOf('</w:p>'))))
}
