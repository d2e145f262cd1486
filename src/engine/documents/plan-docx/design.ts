import type { IPropertiesOptions } from 'docx'
import { AlignmentType, convertInchesToTwip, LevelFormat, LineRuleType, PageOrientation } from 'docx'

/** How the Word plan looks. All text colours have a contrast of at least 4.5:1 on white. */
export const colours = {
  navy: '12395B',
  text: '1F2933',
  quiet: '55606B',
  link: '0F5A9C',
  line: 'C3CCD5',
  bar: '2B6CA3',
  onNavy: 'FFFFFF',
} as const

/** The page in twips (twentieths of a point): US Letter. */
const letter = { short: convertInchesToTwip(8.5), long: convertInchesToTwip(11) }
const margins = { portrait: convertInchesToTwip(1), landscape: convertInchesToTwip(0.75) }

export type Orientation = keyof typeof margins

export function textWidth(orientation: Orientation): number {
  const paper = orientation === 'portrait' ? letter.short : letter.long
  return paper - 2 * margins[orientation]
}

export function pageOf(orientation: Orientation) {
  const margin = margins[orientation]
  return {
    size: {
      width: letter.short,
      height: letter.long,
      orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: { top: margin, bottom: margin, left: margin, right: margin, header: 500, footer: 500 },
  }
}

/** Ids of the styles that are ours; headings, title, caption and lists are Word's own. */
export const styleIds = {
  agency: 'CoverAgency',
  period: 'CoverPeriod',
  coverLine: 'CoverLine',
  contentsTitle: 'ContentsTitle',
  tableText: 'TableText',
  tableHeading: 'TableHeading',
  footer: 'PlanFooter',
  gap: 'TableGap',
} as const

export const lists = { headings: 'headings', bullets: 'bullets', steps: 'steps' } as const

const font = 'Calibri'

export function styles(language: string): NonNullable<IPropertiesOptions['styles']> {
  return {
    default: {
      document: {
        run: { font, size: 21, color: colours.text, language: { value: language } },
        paragraph: { spacing: { after: 120, ...lines(1.1) } },
      },
      title: {
        run: { font, size: 64, bold: true, color: colours.navy },
        paragraph: { spacing: { before: 0, after: 200, ...lines(1) } },
      },
      heading1: {
        run: { font, size: 32, bold: true, color: colours.navy },
        paragraph: { spacing: { before: 440, after: 140 }, keepNext: true, keepLines: true },
      },
      heading2: {
        run: { font, size: 25, bold: true, color: colours.navy },
        paragraph: { spacing: { before: 300, after: 100 }, keepNext: true, keepLines: true },
      },
      caption: {
        run: { font, size: 18, bold: true, color: colours.quiet },
        paragraph: { spacing: { before: 200, after: 80 } },
      },
      hyperlink: { run: { color: colours.link, underline: { type: 'single' } } },
    },
    paragraphStyles: [
      style(styleIds.agency, 'Cover agency', { size: 30, color: colours.navy }, { after: 160 }),
      style(styleIds.period, 'Cover period', { size: 32, color: colours.quiet }, { after: 0 }),
      style(styleIds.coverLine, 'Cover line', { size: 22, color: colours.quiet }, { after: 80 }),
      style(styleIds.contentsTitle, 'Contents title', heading1Run, { after: 200 }),
      style(styleIds.tableText, 'Table text', { size: 18 }, { before: 30, after: 30, ...lines(1) }),
      style(
        styleIds.tableHeading,
        'Table heading',
        { size: 18, bold: true, color: colours.onNavy },
        { before: 50, after: 50, ...lines(1) },
      ),
      style(styleIds.footer, 'Plan footer', { size: 17, color: colours.quiet }, { after: 0 }),
      style(styleIds.gap, 'Table gap', { size: 8 }, { after: 60, ...lines(1) }),
      style('TOC1', 'toc 1', { bold: true, color: colours.navy }, { before: 100, after: 30 }),
      {
        ...style('TOC2', 'toc 2', {}, { after: 20 }),
        paragraph: { indent: { left: 260 }, spacing: { after: 20 } },
      },
    ],
  }
}

/** Line height in lines. The rule is always written: without it LibreOffice cuts charts to the height of a line. */
function lines(count: number) {
  return { line: Math.round(240 * count), lineRule: LineRuleType.AUTO }
}

const heading1Run = { size: 32, bold: true, color: colours.navy } as const

interface Spacing {
  readonly before?: number
  readonly after: number
  readonly line?: number
  readonly lineRule?: typeof LineRuleType.AUTO
}

function style(
  id: string,
  name: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly color?: string },
  spacing: Spacing,
) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: { spacing } }
}

/** Numbered headings, bullets and steps as real lists. */
export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: lists.headings,
      levels: [
        listLevel(0, LevelFormat.DECIMAL, '%1', { left: 560, hanging: 560 }),
        listLevel(1, LevelFormat.DECIMAL, '%1.%2', { left: 680, hanging: 680 }),
      ],
    },
    {
      reference: lists.bullets,
      levels: [listLevel(0, LevelFormat.BULLET, '•', { left: 420, hanging: 260 })],
    },
    {
      reference: lists.steps,
      levels: [listLevel(0, LevelFormat.DECIMAL, '%1.', { left: 420, hanging: 320 })],
    },
  ],
}

function listLevel(
  level: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  indent: { readonly left: number; readonly hanging: number },
) {
  return { level, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } }
}
