import type { FileChild } from 'docx'
import { BorderStyle, HeadingLevel, Paragraph, TextRun } from 'docx'
import type { Cover } from '../../../domain/plan-document.ts'
import { colours, styleIds } from './design.ts'

/** Space above the first and below the last line of the title, in twips. */
const aboveTitle = 3400
const belowTitle = 2600

/** The first page: agency, title and period, and below a line who, when and under which law. */
export function coverPage({ agency, title, period, notice, lines }: Cover): readonly FileChild[] {
  const above = agency === '' ? [] : [{ text: agency, style: styleIds.agency }]
  const below = period === '' ? [] : [{ text: period, style: styleIds.period }]
  return [
    ...above.map(
      ({ text, style }) =>
        new Paragraph({ style, spacing: { before: aboveTitle }, children: [new TextRun(text)] }),
    ),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      ...(agency === '' ? { spacing: { before: aboveTitle } } : {}),
      children: [new TextRun(title)],
    }),
    ...below.map(({ text, style }) => new Paragraph({ style, children: [new TextRun(text)] })),
    ...[notice, ...lines].filter((text) => text !== '').map(detail),
  ]
}

function detail(text: string, index: number): Paragraph {
  const line = { style: BorderStyle.SINGLE, size: 12, color: colours.navy, space: 14 }
  return new Paragraph({
    style: styleIds.coverLine,
    children: [new TextRun(text)],
    ...(index === 0 ? { border: { top: line }, spacing: { before: belowTitle } } : {}),
  })
}
