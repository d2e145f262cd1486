import type { Block, PlanDocument } from '../../domain/plan-document.ts'
import type { Result } from '../../domain/result.ts'
import { err, ok } from '../../domain/result.ts'
import { readPackage } from './docx-check/package-reader.ts'
import { brokenReference } from './docx-check/references.ts'
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
 * checksum and is well-formed, everything it refers to exists, links lead to the web alone, and it has the plan's headings and tables in order.
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
  const broken = brokenReference(parts.value)
  if (broken !== null) return failed(broken)

  const fault = differenceFromPlan(parts.value.get(mainPart)?.toString('utf8') ?? '', plan)
  return fault === null ? ok({ parts: parts.value.size }) : failed(fault)
}

function failed(what: string): Result<never, DocxProblem> {
  return err({ code: 'document-check-failed', what })
}

function differenceFromPlan(xml: string, plan: PlanDocument): string | null {
  const blocks = plan.parts.flatMap((part) => part.blocks)
  const expected = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
  const found = headingsOf(xml)
  const wrong = expected.find((text, index) => found[index] !== text)
  if (wrong !== undefined) return wrong
  if (found.length !== expected.length) return found[expected.length] ?? ''
  return differentTable(xml, blocks)
}

/** The table that is lost, or has not the rows it should have, or no header that is repeated on every page. */
function differentTable(xml: string, blocks: readonly Block[]): string | null {
  const wanted = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  const found = xml.split('<w:tbl>').slice(1)
  const wrong = wanted.find(({ rows }, index) => {
    const table = found[index] ?? ''
    return count(table, '<w:tr>') !== rows.length + 1 || count(table, '<w:tblHeader/>') !== 1
  })
  if (wrong !== undefined) return wrong.caption
  return found.length === wanted.length ? null : 'tables'
}

function count(xml: string, tag: string): number {
  return xml.split(tag).length - 1
}

/** The texts of the paragraphs with a heading style, in order. */
function headingsOf(xml: string): readonly string[] {
  return xml
    .split('<w:p>')
    .filter((paragraph) => /<w:pStyle w:val="Heading[1-9]"\/>/.test(paragraph))
    .map((paragraph) => textOf(paragraph.slice(0, paragraph.indexOf('</w:p>'))))
}
