import type { FileChild } from 'docx'
import { AlignmentType, HeadingLevel, Paragraph, SequentialIdentifier, TextRun } from 'docx'
import { ChartRun } from 'docx/charts'
import type { Block, ChartBlock, TableBlock } from '../../../domain/plan-document.ts'
import { colours, lists, styleIds } from './design.ts'
import { runsOf } from './runs.ts'
import { tableOf } from './tables.ts'

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const

/** Height of a chart in pixels: a bar's, and what stands around the bars. */
const barHeight = 26
const chartFrame = 24

/** Blocks as Word's paragraphs and tables, for pages with text of this width in twips. */
export function fileChildren(blocks: readonly Block[], width: number): readonly FileChild[] {
  return blocks.flatMap((block, index) => childrenOf(block, leadsIn(block, blocks[index + 1]), width))
}

/** Whether the block announces what follows and has to stay on its page. */
function leadsIn(block: Block, next: Block | undefined): boolean {
  return block.kind === 'paragraph' && next !== undefined && ['list', 'table', 'chart'].includes(next.kind)
}

function childrenOf(block: Block, keepNext: boolean, width: number): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'paragraph':
      return [new Paragraph({ keepNext, children: runsOf(block.runs) })]
    case 'list':
      return list(block)
    case 'table':
      return [caption('Table', block.caption), tableOf(block, width), afterTable()]
    case 'chart':
      return [chart(block, width), caption('Figure', block.caption)]
  }
}

function heading({ level, text, numbered }: Extract<Block, { kind: 'heading' }>): Paragraph {
  return new Paragraph({
    heading: headingLevels[level],
    children: [new TextRun(text)],
    ...(numbered ? { numbering: { reference: lists.headings, level: level - 1 } } : {}),
  })
}

function list({ ordered, items }: Extract<Block, { kind: 'list' }>): readonly Paragraph[] {
  return items.map(
    (item, index) =>
      new Paragraph({
        numbering: {
          reference: ordered ? lists.steps : lists.bullets,
          level: 0,
          ...(ordered && index === 0 ? { restart: true } : {}),
        },
        spacing: { after: index === items.length - 1 ? 160 : 60 },
        children: runsOf(item),
      }),
  )
}

/** `Table 3. …`, counted by Word itself; a table's stands above it and stays with it. */
function caption(label: 'Table' | 'Figure', text: TableBlock['caption']): Paragraph {
  return new Paragraph({
    style: 'Caption',
    keepNext: label === 'Table',
    children: [new TextRun(`${label} `), new SequentialIdentifier(label), new TextRun(`. ${text}`)],
  })
}

/** Word joins two tables that touch. */
function afterTable(): Paragraph {
  return new Paragraph({ style: styleIds.gap, children: [] })
}

function chart({ categories, series, altText, caption: title }: ChartBlock, width: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    keepNext: true,
    children: [
      new ChartRun({
        type: 'bar',
        categories: [...categories],
        series: [{ name: series.name, values: series.values, color: colours.bar }],
        legend: false,
        gapWidth: 45,
        font: { color: colours.text },
        chartArea: { border: 'none' },
        categoryAxis: { reverseOrder: true },
        valueAxis: { visible: false, gridlines: false, minimum: 0 },
        dataLabels: { value: true },
        transformation: {
          width: Math.round((width / 1440) * 96),
          height: categories.length * barHeight + chartFrame,
        },
        altText: { name: 'Chart', title, description: altText },
      }),
    ],
  })
}
