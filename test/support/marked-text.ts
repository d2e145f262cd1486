import type {
  Block,
  Cell,
  ChartBlock,
  PlanDocument,
  Run,
  TableBlock,
} from '../../src/domain/plan-document.ts'

/**
 * Blocks of the plan document with everything that shows marked in the text, for tests that compare whole sections:
 * `**bold**`, `_quiet_`, `[text](address)`, one line for each heading, paragraph, item of a list and row of a table.
 */
export function markedLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOfBlock)
}

/** The parts of a document, each after a line that says which way round its pages are held. */
export function markedParts(parts: PlanDocument['parts']): readonly string[] {
  return parts.flatMap(({ orientation, blocks }) => [`(${orientation})`, ...markedLines(blocks)])
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}${block.numbered ? '' : ' (without a number)'}`]
    case 'paragraph':
      return [marked(block.runs)]
    case 'list':
      return block.items.map((runs, index) => `${block.ordered ? `${index + 1}.` : '-'} ${marked(runs)}`)
    case 'table':
      return linesOfTable(block)
    case 'chart':
      return linesOfChart(block)
    default:
      throw new Error(`no such block: ${JSON.stringify(block)}`)
  }
}

function linesOfTable({ caption, description, columns, rows, tallRows }: TableBlock): readonly string[] {
  const headings = columns.map(({ heading, figures }) => (figures ? `${heading} (figures)` : heading))
  return [
    `Table: ${caption}${tallRows ? ' (tall rows)' : ''}`,
    `Described: ${description}`,
    row(headings),
    ...rows.map((cells) => row(cells.map(markedCell))),
  ]
}

function linesOfChart({ caption, shape, categories, series, altText }: ChartBlock): readonly string[] {
  const values = categories.map((category, index) => `${category}: ${series.values[index]}`)
  return [`Chart: ${caption} (${shape})`, `Described: ${altText}`, `${series.name}: ${values.join(' | ')}`]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function markedCell(cell: Cell): string {
  return cell.map(marked).join(' / ')
}

function marked(runs: readonly Run[]): string {
  return runs.map(markedRun).join('')
}

function markedRun({ text, bold, quiet, url }: Run): string {
  const said = bold ? `**${text}**` : quiet ? `_${text}_` : text
  return url === undefined ? said : `[${said}](${url})`
}
