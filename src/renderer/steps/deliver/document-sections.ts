import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { Plan } from '../../../domain/plan.ts'
import { appendices } from '../../../domain/plan-document/appendices.ts'
import type { GroupedPlan } from '../../../domain/plan-document/grouped-plan.ts'
import { grouped } from '../../../domain/plan-document/grouped-plan.ts'
import { maintenance } from '../../../domain/plan-document/maintenance.ts'
import { notPlanned } from '../../../domain/plan-document/not-planned.ts'
import { planned } from '../../../domain/plan-document/planned.ts'
import { protectedData } from '../../../domain/plan-document/protected-data.ts'
import { published } from '../../../domain/plan-document/published.ts'
import type { Block } from '../../../domain/plan-document.ts'
import { documentParts } from '../../../domain/plan-document.ts'

/** A section of the Word plan; `datasets` is null where it is not about single datasets. */
export interface DocumentSection {
  readonly heading: string
  readonly datasets: number | null
}

/** The sections as the document itself has them, with how many datasets those that list datasets are about. */
export function documentSections(plan: Plan, today: CalendarDate): readonly DocumentSection[] {
  const view = grouped(plan)
  const short = shortened(view)
  const numbers = new Map<string | undefined, number>([
    [titleOf(published(short)), view.published.length + view.publicReports.length],
    [titleOf(planned(short).flatMap(({ blocks }) => blocks)), view.planned.length],
    [titleOf(protectedData(short)), view.releasable.length],
    [titleOf(notPlanned(short)), view.declined.length + view.withheld.length + view.undetermined.length],
    [titleOf(maintenance(short)), view.published.length],
    [titleOf(appendices(short).flatMap(({ blocks }) => blocks)), plan.datasets.length],
  ])
  return documentParts(short, today)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => titleOf([block]) ?? [])
    .map((heading) => ({ heading, datasets: numbers.get(heading) ?? null }))
}

/** At most one dataset in every group: the headings are the same, and the tables are most of the document. */
function shortened(view: GroupedPlan): GroupedPlan {
  const first = <Item>(items: readonly Item[]) => items.slice(0, 1)
  return {
    plan: { ...view.plan, datasets: first(view.plan.datasets) },
    candidates: first(view.candidates),
    planned: first(view.planned),
    declined: first(view.declined),
    unplaced: first(view.unplaced),
    published: first(view.published),
    publicReports: first(view.publicReports),
    releasable: first(view.releasable),
    withheld: first(view.withheld),
    undetermined: first(view.undetermined),
  }
}

function titleOf(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) if (block.kind === 'heading' && block.level === 1) return block.text
  return undefined
}
