import type { PlanChange, PlanView } from '../../../src/contract/views.ts'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { undecided } from '../../../src/domain/dataset.ts'
import type { Facts } from '../../../src/domain/inventory-field.ts'
import { noFacts } from '../../../src/domain/inventory-field.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { nothingChosen } from '../../../src/domain/plan.ts'

export function aDataset(id: string, position: number, facts: Partial<Facts> = {}): Dataset {
  return {
    id,
    position,
    source: { sheet: 'Inventory', row: position + 5 },
    facts: { ...noFacts, title: `Dataset ${id}`, ...facts },
    ...undecided,
  }
}

const titles = [
  ['Licenses issued', 'Licensing', 'All professional licenses with type, town and date of issue.'],
  ['Complaint register', 'Licensing', 'Complaints received, with outcome.'],
  ['Inspection results', 'Field Unit', 'Outcome of every inspection.'],
  ['Grants awarded', 'Finance', 'Recipient, amount, program and date of every grant since 2015.'],
  ['Vendor payments and purchase orders by fiscal year', 'Finance', ''],
  ['Case load by town', 'Research', 'Open cases at the end of each month.'],
  ['Call center wait times', 'Operations', ''],
] as const

export function aPlan(datasets = 58): Plan {
  return {
    id: 'plan-1',
    details: {
      agencyName: '',
      planTitle: '',
      period: '',
      officerName: '',
      officerTitle: '',
      officerEmail: '',
      headName: '',
      headTitle: '',
      reviewedOn: '',
    },
    criteria: guidanceCriteria,
    delivery: nothingChosen,
    inventory: {
      fileName: 'DES inventory 2027.xlsx',
      size: 1,
      sha256: '',
      sheet: 'Inventory',
      headerRow: 4,
      holds: [],
    },
    frequencyAnswers: [],
    isSample: false,
    datasets: Array.from({ length: datasets }, (_, index) => {
      const [title, unit, description] = titles[index % titles.length] ?? titles[0]
      return aDataset(`d${index}`, index, {
        title: index < titles.length ? title : `${title} ${Math.floor(index / titles.length) + 1}`,
        unit,
        description,
        agency: 'Department of Example Services',
        'inventory-number': `DES-${String(index + 1).padStart(3, '0')}`,
        'update-frequency': 'Quarterly',
        'source-system': 'CORE-CT',
      })
    }),
    ideas: [],
    reference: noReference,
  }
}

const nothing = { source: '', asOf: '2026-01-01', entries: [] }
const noReference: Plan['reference'] = {
  categories: nothing,
  updateFrequencies: nothing,
  stateGoals: nothing,
  suppressionRules: nothing,
  citations: nothing,
  contacts: nothing,
  links: nothing,
}

export function aView(plan: Plan = aPlan(3), revision = 1): PlanView {
  return {
    plan,
    moreDatasets: [],
    revision,
    savedAt: '2026-11-22T15:42:07.000Z',
    history: { undo: null, redo: null },
    submission: null,
    readOnly: null,
    isDamaged: false,
  }
}

export function aChange(revision: number, changed: Partial<PlanChange> = {}): PlanChange {
  return {
    revision,
    savedAt: '2026-11-22T15:43:00.000Z',
    history: { undo: 'Set availability', redo: null },
    submission: null,
    details: null,
    criteria: null,
    delivery: null,
    datasets: [],
    moreDatasets: [],
    removedDatasets: [],
    ideas: [],
    removedIdeas: [],
    ...changed,
  }
}
