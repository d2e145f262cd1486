import { count } from './counted.ts'

export const details = {
  title: 'Who is this plan for?',
  subtitle: (missing: number) =>
    missing === 0
      ? 'Everything is filled in. You can change it at any time.'
      : `${count(missing, 'field')} still empty. All of it can wait; what is empty shows as a gap before you send the plan.`,
  you: 'You',
  yourName: 'Your name',
  yourNameHint: 'Asked once on this computer. It goes with every change you make.',
  plan: 'The plan',
  officer: 'Agency Data Officer',
  head: 'Department head',
  coordinator: 'Open Data Coordinator',
  fields: {
    agencyName: 'Agency',
    planTitle: 'Title of the plan',
    period: 'Period',
    officerName: 'Officer’s name',
    officerTitle: 'Officer’s job title',
    officerEmail: 'Officer’s e-mail',
    headName: 'Head’s name',
    headTitle: 'Head’s job title',
    reviewedOn: 'Reviewed together on',
  },
  hints: {
    period: 'For example 2027, or July 2026 to June 2027',
    reviewedOn: 'The day you went through the list with the Open Data Coordinator',
  },
  usualTitle: 'Open Data Access Plan',
  go: 'Go on to Review',
  note: 'These go on the cover and the approval page of the Word plan.',
  coordinatorNote:
    'The guidance asks agencies to go through the list of datasets with the state’s Open Data Coordinator before setting priorities.',
  inventory: 'Your inventory',
  inventoryFacts: (name: string, sheet: string, datasets: number) =>
    `${name}, sheet “${sheet}”, ${count(datasets, 'dataset')}`,
} as const
