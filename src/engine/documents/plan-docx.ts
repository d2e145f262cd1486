import type { FileChild, ISectionOptions } from 'docx'
import {
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import type { DocumentPart, PlanDocument } from '../../domain/plan-document.ts'
import { fileChildren } from './plan-docx/blocks.ts'
import { coverPage } from './plan-docx/cover-page.ts'
import type { Orientation } from './plan-docx/design.ts'
import { numbering, pageOf, styleIds, styles, textWidth } from './plan-docx/design.ts'
import { pageNumbersFor } from './plan-docx/page-numbers.ts'

/**
 * The plan as a Word document: contents and captions are filled in and nothing is left for Word to update, so it
 * opens without a question. The contents of a very large plan go without page numbers.
 */
export async function writePlanDocx(plan: PlanDocument): Promise<Uint8Array> {
  const { properties, cover } = plan
  const file = new Document({
    title: properties.title,
    subject: properties.subject,
    creator: properties.creator,
    lastModifiedBy: properties.creator,
    description: properties.description,
    keywords: properties.keywords,
    styles: styles(properties.language),
    numbering,
    pageNumbers: pageNumbersFor(plan),
    sections: [
      { properties: { page: pageOf('portrait') }, children: [...coverPage(cover)] },
      {
        properties: { page: pageOf('portrait') },
        footers: { default: footer(plan, 'portrait') },
        children: [...contents()],
      },
      ...sectionsOf(plan),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** Parts held the same way round share a section, so that only a turn of the page starts a new one. */
function sectionsOf(plan: PlanDocument): readonly ISectionOptions[] {
  const turned: { orientation: Orientation; parts: DocumentPart[] }[] = []
  for (const part of plan.parts) {
    const last = turned[turned.length - 1]
    if (last?.orientation === part.orientation) last.parts.push(part)
    else turned.push({ orientation: part.orientation, parts: [part] })
  }
  return turned.map(({ orientation, parts }): ISectionOptions => {
    const blocks = parts.flatMap((part) => part.blocks)
    const children = fileChildren(blocks, textWidth(orientation))
    return {
      properties: { page: pageOf(orientation) },
      footers: { default: footer(plan, orientation) },
      children: [...children],
    }
  })
}

function contents(): readonly FileChild[] {
  return [
    new Paragraph({ style: styleIds.contentsTitle, children: [new TextRun('Contents')] }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
  ]
}

function footer({ properties }: PlanDocument, orientation: Orientation): Footer {
  const name = [properties.creator, properties.title].filter((part) => part !== '').join(' · ')
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.footer,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(orientation) }],
        children: [
          new TextRun({
            children: [name, new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })
}
