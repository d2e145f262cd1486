import type { Block } from './document-model.ts'
import { personOf } from './front-matter.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { bold, cell, columns, heading, paragraph } from './wording.ts'

/** Room for two signatures. A name nobody gave leaves room to write it. */
export function approvals({ plan }: GroupedPlan): readonly Block[] {
  const { officerName, officerTitle, headName, headTitle } = plan.details
  return [
    heading(1, 'Approvals'),
    paragraph('Signed for the agency:'),
    {
      kind: 'table',
      caption: 'Approvals',
      description: 'Two lines to sign: the Agency Data Officer and the department head.',
      columns: columns(['Role', 0.22], ['Name and title', 0.3], ['Signature', 0.3], ['Date', 0.18]),
      rows: [
        [[[bold('Agency Data Officer')]], cell(personOf(officerName, officerTitle)), cell(''), cell('')],
        [[[bold('Department head')]], cell(personOf(headName, headTitle)), cell(''), cell('')],
      ],
      tallRows: true,
    },
  ]
}
