import type { Noticing, PlantedFault } from './planted-fault.ts'

function onPage(file: string, test: string): Noticing {
  return { file: `test/renderer/${file}`, test }
}

const inTable = (test: string) => onPage('ui/dataset-table.test.tsx', test)
const ofHeadings = (test: string) => onPage('steps/open/choosing-the-table.test.tsx', test)
const ofColumns = (test: string) => onPage('steps/columns.test.tsx', test)

/** The table of datasets, and the ways through the open screen. */
export const pageTableFaults: readonly PlantedFault[] = [
  {
    promise: 'Only rows that are seen are ticked',
    fault: 'the box above all rows ticks those that the search hides',
    file: 'src/renderer/ui/dataset-grid.tsx',
    find: "selectAll: 'filtered'",
    plant: "selectAll: 'all'",
    noticedBy: inTable('the box above all rows ticks those that the search shows, and no others'),
  },
  {
    promise: 'What is worked on stays in sight',
    fault: 'the answered dataset leaves the table under the eyes of whoever answered',
    file: 'src/renderer/ui/dataset-table.tsx',
    find: 'isOpen(row) || row.id === kept)',
    plant: 'isOpen(row))',
    noticedBy: inTable('what is worked on stays when its answer takes it out'),
  },
  {
    promise: 'A sorted table stays sorted',
    fault: 'a row whose answer changes stays where it was',
    file: 'src/renderer/ui/grid-rows.ts',
    find: '&& !isSorted(api)',
    plant: '',
    noticedBy: inTable('and moves where the table is sorted by it'),
  },
  {
    promise: 'A search shows what matches it now',
    fault: 'a row that changed is not searched again',
    file: 'src/renderer/ui/grid-rows.ts',
    find: '!isSearching && ',
    plant: '',
    noticedBy: inTable('a row that a change makes match or not match'),
  },
  {
    promise: 'Columns are sorted by what they mean',
    fault: 'the lowest place comes last',
    file: 'src/renderer/ui/dataset-grid.tsx',
    find: '? a - b :',
    plant: '? b - a :',
    noticedBy: inTable('a column is sorted by what it means, up and then down'),
  },
  {
    promise: 'Enter in a note is a new line',
    fault: 'it goes on to the next dataset',
    file: 'src/renderer/ui/choice-list.tsx',
    find: "'button, a, input, textarea, select,",
    plant: "'button, a, input, select,",
    noticedBy: onPage('ui/choices.test.tsx', 'Enter goes on where it does nothing else'),
  },
  {
    promise: 'A cell can be made empty',
    fault: 'the words that were taken out come back',
    file: 'src/renderer/ui/correct-inventory.tsx',
    find: '(typed[field] ?? dataset.facts[field]).trim()',
    plant: '(typed[field] || dataset.facts[field]).trim()',
    noticedBy: onPage('ui/correct-inventory.test.tsx', 'a cell that is to be empty is sent as that'),
  },
  {
    promise: 'What was said of the plan’s headings stays said',
    fault: 'moving the heading row forgets it',
    file: 'src/renderer/steps/open/inspecting.ts',
    find: '        ...(choice?.planHeadings !== undefined && { planHeadings: choice.planHeadings }),\n',
    plant: '',
    noticedBy: ofHeadings('what was said of the plan’s headings stays said'),
  },
  {
    promise: 'A dragging that is broken off changes nothing',
    fault: 'the headings are shown where they were dragged',
    file: 'src/renderer/steps/open/heading-handle.tsx',
    find: 'grabbedAt.current = null\n          onDrag(null)',
    plant: 'grabbedAt.current = null',
    noticedBy: ofHeadings('not where the dragging is broken off'),
  },
  {
    promise: 'A protected sheet is told of beforehand',
    fault: 'that of a further sheet is not',
    file: 'src/renderer/steps/open/notice-list.tsx',
    find: '[sheet, ...further.map((part) => part.sheet)].includes(notice.sheet)',
    plant: 'notice.sheet === sheet',
    noticedBy: ofHeadings('is told of every sheet that the table is on'),
  },
  {
    promise: 'A column is read as all that was chosen for it',
    fault: 'a field that comes to it takes the place of the others',
    file: 'src/renderer/steps/open/column-choices.ts',
    find: 'withFields(next, letter, [...fields, field])',
    plant: 'withFields(next, letter, [field])',
    noticedBy: onPage('steps/open/column-choices.test.ts', 'comes to a column that is read as others'),
  },
  {
    promise: 'A file that is dropped beside its place is still taken',
    fault: 'the browser opens it in the program’s place',
    file: 'src/renderer/steps/start/drop-zone.tsx',
    find: "on('dragover', (event) => {\n      event.preventDefault()",
    plant: "on('dragover', (event) => {",
    noticedBy: onPage('steps/start/opening-plans.test.tsx', 'the browser does not open it itself'),
  },
  {
    promise: 'What stands open is counted whole',
    fault: 'details that are not named are not counted either',
    file: 'src/renderer/steps/deliver/gap-words.ts',
    find: 'const left = all - mostNamed',
    plant: 'const left = all - names.length',
    noticedBy: onPage('steps/deliver/gap-words.test.ts', 'of many empty details and counts the rest'),
  },
  {
    promise: 'What has no date comes last',
    fault: 'it comes before the first date',
    file: 'src/renderer/steps/publish/publish-columns.tsx',
    find: "commitment.targetDate || '9999'",
    plant: 'commitment.targetDate',
    noticedBy: ofColumns('what has a date is sorted by it'),
  },
  {
    promise: 'What is not rated is not first',
    fault: 'it stands before the highest rank',
    file: 'src/renderer/steps/prioritize/prioritize-columns.tsx',
    find: 'candidate.rank ?? afterAll',
    plant: 'candidate.rank ?? 0',
    noticedBy: ofColumns('the rank counts up'),
  },
  {
    promise: 'A backup made by hand is in the list',
    fault: 'it is there only after the panel was closed and opened',
    file: 'src/renderer/history/backups.tsx',
    find: '            readAgain()\n',
    plant: '',
    noticedBy: onPage('history/backups.test.tsx', 'a backup that is made by hand is said to be'),
  },
  {
    promise: 'Older history stands below newer',
    fault: 'the third page takes the place of the second',
    file: 'src/renderer/history/reading-history.ts',
    find: '[...pages.entries, ...entries]',
    plant: '[...first.entries, ...entries]',
    noticedBy: onPage('history/reading-history.test.tsx', 'page after page is read below the one before'),
  },
  {
    promise: 'A rating of nothing is a rating',
    fault: 'history says it was left open',
    file: 'src/domain/action-in-words.ts',
    find: "String(value ?? 'open')",
    plant: "String(value || 'open')",
    noticedBy: {
      file: 'test/domain/action-in-words.test.ts',
      test: 'of prioritize.rate with {"criterion":"demand","value":0}',
    },
  },
  {
    promise: 'A reason that is typed is not lost to a rating',
    fault: 'the rating is saved with the reason as it was before',
    file: 'src/renderer/steps/prioritize/criterion-rating.tsx',
    find: 'void save({ ...rating, value })',
    plant: 'void save({ ...ratingOn(dataset.priority.ratings, criterion), value })',
    noticedBy: {
      file: 'test/renderer/steps/prioritize/ranking.test.tsx',
      test: 'a reason that is left for a rating goes with it',
    },
  },
  {
    promise: 'Another dataset begins at its top',
    fault: 'it begins in the middle, where the one before was left',
    file: 'src/renderer/steps/identify/dataset-identification.tsx',
    find: '<Card key={dataset.id} label={text.identify.card}>',
    plant: '<Card label={text.identify.card}>',
    noticedBy: {
      file: 'test/e2e/table.e2e.ts',
      test: 'another dataset begins at the top of its card',
      host: 'browser',
    },
  },
]
