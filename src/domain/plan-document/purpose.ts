import { highValueLabels, opennessLabels } from '../labels.ts'
import type { OpennessProperty } from '../vocabulary.ts'
import { highValueGrounds, opennessProperties } from '../vocabulary.ts'
import type { Block } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { bold, bullets, counted, heading, oneLine, paragraph, sentence } from './wording.ts'

const opennessMeanings: { readonly [Name in OpennessProperty]: string } = {
  free: 'Anyone can download, index and search them without a fee.',
  'machine-readable': 'A program can read and process them as they are.',
  unrestricted: 'Nothing limits what they may be used for.',
  'finest-detail': 'They are not summarized further than law or practice requires.',
  described: 'Users learn what the data mean, where their limits lie and how to process them.',
}

export function purpose(view: GroupedPlan): readonly Block[] {
  return [
    heading(1, 'Purpose and legal basis'),
    paragraph(
      'This plan sets out how the agency will publish its data as open data: data that are public, and protected data that can be made public once they are aggregated or redacted.',
    ),
    ...legalBasis(view),
    heading(2, 'What open data are'),
    paragraph('As the law defines them, open data have five properties:'),
    bullets(
      opennessProperties.map((property) => [
        bold(sentence(opennessLabels[property])),
        { text: ` ${opennessMeanings[property]}` },
      ]),
    ),
    ...highValue(view),
    heading(2, 'Dates and reasons'),
    paragraph(
      'The plan gives target dates, update frequencies and reasons because that is good practice and lets progress be followed. They are the agency’s own commitments. They are not presented here as deadlines or duties set by statute.',
    ),
  ]
}

/** The law as the reference data sum it up, so that a change of law needs no new program. */
function legalBasis({ plan }: GroupedPlan): readonly Block[] {
  const { entries } = plan.reference.citations
  if (entries.length === 0) return []
  return [
    heading(2, 'Legal basis'),
    bullets(
      entries.map(({ title, text }) => [bold(oneLine(title)), { text: ` ${sentence(oneLine(text))}` }]),
    ),
    paragraph('These are summaries. The text of the law in force prevails.'),
  ]
}

/** Only the grounds somebody chose: the department head determines them, this document only records. */
function highValue({ plan }: GroupedPlan): readonly Block[] {
  const marked = plan.datasets.filter(({ identification }) => identification.highValueGrounds.length > 0)
  if (marked.length === 0) return []
  const used = highValueGrounds.filter((ground) =>
    marked.some(({ identification }) => identification.highValueGrounds.includes(ground)),
  )
  return [
    heading(2, 'High value data'),
    paragraph(
      `Whether data are high value is for the department head to determine. ${counted(marked.length, 'dataset is', 'datasets are')} recorded with at least one ground; the appendix shows which. The grounds recorded are:`,
    ),
    bullets(used.map((ground) => [bold(`${ground}.`), { text: ` ${highValueLabels[ground]}` }])),
  ]
}
