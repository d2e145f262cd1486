import type { ParagraphChild } from 'docx'
import { ExternalHyperlink, TextRun } from 'docx'
import type { Run } from '../../../domain/plan-document.ts'
import { colours } from './design.ts'

export function runsOf(runs: readonly Run[]): ParagraphChild[] {
  return runs.map(runOf)
}

function runOf({ text, bold, quiet, url }: Run): ParagraphChild {
  const weight = bold === true ? { bold } : {}
  if (url !== undefined) {
    return new ExternalHyperlink({
      link: url,
      children: [new TextRun({ text, style: 'Hyperlink', ...weight })],
    })
  }
  return new TextRun({ text, ...weight, ...(quiet === true ? { color: colours.quiet } : {}) })
}
