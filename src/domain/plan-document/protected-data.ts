import { releaseRouteLabels } from '../labels.ts'
import type { Block } from './document-model.ts'
import type { GroupedPlan } from './grouped-plan.ts'
import { nameCell } from './grouped-plan.ts'
import { columns, counted, givenCell, heading, paragraph } from './wording.ts'

export function protectedData({ releasable }: GroupedPlan): readonly Block[] {
  const title = heading(1, 'Protected data and how it will be opened')
  if (releasable.length === 0) {
    return [
      title,
      paragraph('No protected dataset has been identified yet that could be released in another form.'),
    ]
  }
  return [
    title,
    paragraph(
      `${counted(releasable.length, 'dataset holds', 'datasets hold')} protected data and can be made public in another form. Before publication the data are transformed by the route shown, and the person named checks that nothing protected gets out.`,
    ),
    {
      kind: 'table',
      caption: 'Protected datasets that can be released',
      description:
        'For each protected dataset the legal basis of its protection, how it will be released, the rule for hiding small numbers, and who checks it.',
      columns: columns(
        ['Dataset', 0.26],
        ['Legal basis', 0.2],
        ['Release route', 0.14],
        ['Suppression rule', 0.24],
        ['Checked by', 0.16],
      ),
      rows: releasable.map((dataset) => {
        const { legalBasis, releaseRoute, suppressionRule, checkedBy } = dataset.identification
        return [
          nameCell(dataset),
          givenCell(legalBasis),
          givenCell(releaseRoute === null ? '' : releaseRouteLabels[releaseRoute]),
          givenCell(suppressionRule),
          givenCell(checkedBy),
        ]
      }),
    },
  ]
}
