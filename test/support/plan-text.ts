import type { Block, Cell, PlanDocument, TableBlock } from '../../src/domain/plan-document.ts'

/** The plan document's content, read as a reader would. */

export function blocksOf(document: PlanDocument): readonly Block[] {
  return document.parts.flatMap(({ blocks }) => blocks)
}

export function headingsOf(document: PlanDocument): readonly string[] {
  return blocksOf(document).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
}

export function cellText(cell: Cell): string {
  return cell.map((line) => line.map(({ text }) => text).join('')).join(' / ')
}

export function rowsOf(table: TableBlock): readonly (readonly string[])[] {
  return table.rows.map((row) => row.map(cellText))
}

/** The table with this caption; a test asks only for tables that must be there. */
export function tableOf(document: PlanDocument, caption: string): TableBlock {
  const table = blocksOf(document).find((block) => block.kind === 'table' && block.caption === caption)
  if (table?.kind !== 'table') throw new Error(`no table "${caption}"`)
  return table
}

export function hasTable(document: PlanDocument, caption: string): boolean {
  return blocksOf(document).some((block) => block.kind === 'table' && block.caption === caption)
}

/** The blocks below a heading, up to the next one of its level or above. */
export function sectionOf(document: PlanDocument, title: string): readonly Block[] {
  const blocks = blocksOf(document)
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text === title)
  const head = blocks[start]
  if (head?.kind !== 'heading') throw new Error(`no section "${title}"`)
  const length = blocks
    .slice(start + 1)
    .findIndex((block) => block.kind === 'heading' && block.level <= head.level)
  return blocks.slice(start + 1, length === -1 ? undefined : start + 1 + length)
}

/** Every text of the document, a line each. */
export function textOf(document: PlanDocument): string {
  const { cover, properties } = document
  return [
    ...Object.values(properties),
    cover.agency,
    cover.title,
    cover.period,
    cover.notice,
    ...cover.lines,
    ...blocksOf(document).flatMap(linesOf),
  ].join('\n')
}

export function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')]
    case 'list':
      return block.items.map((runs) => runs.map(({ text }) => text).join(''))
    case 'table':
      return [
        block.caption,
        block.description,
        ...block.columns.map(({ heading }) => heading),
        ...rowsOf(block).flat(),
      ]
    case 'chart':
      return [block.caption, block.altText, ...block.categories]
  }
}
