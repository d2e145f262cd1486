import type { CalendarDate } from './calendar-date.ts'
import type { Plan } from './plan.ts'
import { appendices } from './plan-document/appendices.ts'
import { approvals } from './plan-document/approvals.ts'
import type { Block, DocumentPart, PlanDocument } from './plan-document/document-model.ts'
import { cover, documentControl, properties } from './plan-document/front-matter.ts'
import type { GroupedPlan } from './plan-document/grouped-plan.ts'
import { grouped } from './plan-document/grouped-plan.ts'
import { maintenance } from './plan-document/maintenance.ts'
import { measures } from './plan-document/measures.ts'
import { method } from './plan-document/method.ts'
import { notPlanned } from './plan-document/not-planned.ts'
import { planned } from './plan-document/planned.ts'
import { protectedData } from './plan-document/protected-data.ts'
import { published } from './plan-document/published.ts'
import { purpose } from './plan-document/purpose.ts'
import { summary } from './plan-document/summary.ts'

export type * from './plan-document/document-model.ts'

/**
 * The Word plan as data. What nobody has said is left out, or marked as not yet given where a blank would
 * mislead; nothing here stands in for an answer.
 */
export function planDocument(plan: Plan, preparedOn: CalendarDate): PlanDocument {
  return {
    properties: properties(plan),
    preparedOn,
    cover: cover(plan, preparedOn),
    parts: documentParts(grouped(plan), preparedOn),
  }
}

export function documentParts(view: GroupedPlan, preparedOn: CalendarDate): readonly DocumentPart[] {
  const portrait = (...sections: readonly (readonly Block[])[]): DocumentPart => ({
    orientation: 'portrait',
    blocks: sections.flat(),
  })
  return [
    portrait(
      documentControl(view.plan, preparedOn),
      summary(view),
      purpose(view),
      method(view),
      published(view),
    ),
    ...planned(view),
    portrait(protectedData(view), notPlanned(view), maintenance(view), measures(view), approvals(view)),
    ...appendices(view),
  ]
}
