import type { CalendarDate } from '../calendar-date.ts'
import { inWords } from '../calendar-date.ts'
import type { Plan, PlanDetails } from '../plan.ts'
import type { ReferenceData } from '../reference-data.ts'
import type { Block, Cover, DocumentProperties } from './document-model.ts'
import { bold, cell, columns, counted, inFigures, oneLine } from './wording.ts'

const defaultTitle = 'Open Data Access Plan'
const sampleNotice = 'Sample plan: the agency and its data are made up.'

export function properties(plan: Plan): DocumentProperties {
  const { agencyName, period } = plan.details
  return {
    title: titleOf(plan.details),
    creator: oneLine(agencyName),
    subject: [defaultTitle, oneLine(period)].filter((part) => part !== '').join(', '),
    description: `Made from ${counted(plan.datasets.length, 'dataset')} of the agency’s data inventory.`,
    keywords: 'open data, open data access plan, Connecticut',
    language: 'en-US',
  }
}

export function cover({ details, reference, isSample }: Plan, preparedOn: CalendarDate): Cover {
  const officer = personOf(details.officerName, details.officerTitle)
  const law = citationTitle(reference, 'plan-duty')
  const lines = [
    officer === '' ? '' : `Agency Data Officer: ${officer}`,
    `Prepared ${inWords(preparedOn)}`,
    law === '' ? '' : `Under ${law}`,
  ]
  return {
    agency: oneLine(details.agencyName),
    title: titleOf(details),
    period: oneLine(details.period),
    notice: isSample ? sampleNotice : '',
    lines: lines.filter((line) => line !== ''),
  }
}

/** Who and what stands behind the document; only what is known has a row. */
export function documentControl(plan: Plan, preparedOn: CalendarDate): readonly Block[] {
  const { details, inventory } = plan
  const rows: readonly (readonly [label: string, value: string])[] = [
    ['Agency', details.agencyName],
    ['Period', details.period],
    ['Agency Data Officer', personOf(details.officerName, details.officerTitle)],
    ['Contact', details.officerEmail],
    ['Department head', personOf(details.headName, details.headTitle)],
    ['Prepared', inWords(preparedOn)],
    ['Reviewed with the Open Data Coordinator', inWords(details.reviewedOn)],
    ['Inventory', `${inventory.fileName}, sheet ${inventory.sheet}`],
    ['Datasets', inFigures(plan.datasets.length)],
    ['Fingerprint of the inventory (SHA-256)', inventory.sha256],
  ]
  return [
    { kind: 'heading', level: 1, text: 'Document control', numbered: false },
    {
      kind: 'table',
      caption: 'Document control',
      description: 'Who this plan is by, when it was prepared, and the inventory it was made from.',
      columns: columns(['Item', 0.27], ['Entry', 0.73]),
      rows: rows
        .filter(([, value]) => oneLine(value) !== '')
        .map(([label, value]) => [[[bold(label)]], cell(value)]),
    },
  ]
}

/** `J. Rivera, Chief Analyst`; whichever of the two is known. */
export function personOf(name: string, title: string): string {
  return [oneLine(name), oneLine(title)].filter((part) => part !== '').join(', ')
}

function titleOf({ planTitle }: PlanDetails): string {
  return oneLine(planTitle) || defaultTitle
}

/** A citation's title by the id the document knows it by, '' if the reference data have none. */
function citationTitle({ citations }: ReferenceData, id: string): string {
  return oneLine(citations.entries.find((citation) => citation.id === id)?.title ?? '')
}
