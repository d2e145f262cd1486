import { count, figure } from './counted.ts'

export const table = {
  search: 'Search datasets',
  searchPlaceholder: 'Search',
  showing: 'Show',
  notAnswered: 'Not answered',
  all: 'All',
  open: (label: string, number: number) => `${label} ${figure(number)}`,
  selected: (number: number) => `${count(number, 'dataset')} selected`,
  clearSelection: 'Clear selection',
  shown: (number: number) => `${count(number, 'dataset')} shown`,
  noMatch: 'Nothing matches this search.',
  allAnswered: 'Nothing left to answer here.',
  empty: 'No datasets here yet.',
  selectRow: 'Select this dataset',
  selectAll: 'Select all datasets shown',
} as const

export const progress = {
  readingDatasets: (datasets: number) => `Reading ${count(datasets, 'dataset')}…`,
  share: (done: number, total: number) => `${Math.floor((100 * done) / total)} %`,
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
} as const

export const field = {
  failed: 'Not saved yet. Press Enter to try again.',
  incomplete: 'This date is not complete, so it is not saved.',
  take: (value: string) => `Use “${value}”`,
} as const

export const dataset = {
  workbookWords: (label: string, words: string) => `The workbook says of ${label.toLowerCase()}: “${words}”`,
  workbookWordsStay: 'These words stay in the workbook until you decide it.',
  place: (row: number, sheet: string) => `row ${row} of ${sheet}`,
  added: 'added during the work',
  facts: 'What the inventory says',
  nothingSaid: 'The inventory says nothing more about this dataset.',
  none: 'Choose a dataset in the table.',
  history: 'History of this dataset',
} as const

export const correct = {
  open: 'Correct the inventory',
  title: 'Correct the inventory',
  intro:
    'What you change here changes your own cells when the workbook is given back, written the way their columns write. Until then your file stays as it is, and Undo takes it back.',
  introAdded: 'This dataset was added during the work. What you say here goes into its new row.',
  reason: 'Why',
  reasonHint: 'Optional. It goes on the sheet “Plan changes”, where you ask for one.',
  save: 'Save the corrections',
} as const

export const guidance = {
  label: 'Guidance',
} as const
