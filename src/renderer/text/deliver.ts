import { count, figure } from './counted.ts'

export const deliver = {
  title: 'Is everything ready to send?',
  subtitle: 'Two files for submission, both made from your plan. Nothing is typed twice.',
  saveBoth: 'Save both files…',
  savePlanFile: 'Save the plan file…',
  submission: {
    mark: 'Mark as submitted…',
    markAgain: 'Mark as submitted again…',
    title: 'Mark the plan as submitted',
    explanation:
      'Nothing is sent from here: this notes that you sent the plan in, and keeps it as it is now for good, under History, Backups. You can go on working, and undo takes the mark back.',
    on: 'Submitted on',
    toCome: 'That day is still to come.',
    how: 'To whom or how (optional)',
    howHint: 'For example: E-mail to the Open Data Coordinator',
    action: 'Mark as submitted',
    submitted: (day: string) => `Submitted ${day}`,
    same: 'The plan has not changed since.',
    changed: 'The plan has changed since. What was submitted is kept under History, Backups.',
  },
  savedNote: 'The lines above say what became of each file.',
  note: 'The plan file carries the whole plan to another computer; it is not for submission.',
  before: 'Before you send',
  gaps: (number: number) => (number === 0 ? 'no gaps' : count(number, 'gap')),
  gapsHint:
    'Nothing here stops you from saving. In the files, what is open is left blank or marked “not yet given”.',
  noGaps: 'Nothing is open. The plan is complete.',
  gapList: 'What stands open',
  rightList: 'What is all right',
  goTo: (place: string) => `Go to ${place}`,
  gap: {
    details: (number: number) =>
      number === 1 ? 'One plan detail is empty' : `${number} plan details are empty`,
    'not-reviewed': (number: number) =>
      `${count(number, 'dataset')} ${number === 1 ? 'has' : 'have'} no availability yet`,
    'access-undetermined': (number: number) =>
      `${count(number, 'dataset')} ${number === 1 ? 'has' : 'have'} no decision on access yet`,
    'legal-basis-missing': (number: number) =>
      `${count(number, 'protected dataset')} ${number === 1 ? 'names' : 'name'} no law`,
    'release-route-missing': (number: number) =>
      `${count(number, 'releasable dataset')} ${number === 1 ? 'has' : 'have'} no release route`,
    'ratings-open': (number: number) =>
      `${count(number, 'candidate')} ${number === 1 ? 'is' : 'are'} not rated on every criterion`,
    'reason-missing': (number: number) =>
      `${count(number, 'candidate')} ${number === 1 ? 'has' : 'have'} a rating without a reason`,
    'commitment-incomplete': (number: number) =>
      `${count(number, 'planned dataset')} ${number === 1 ? 'lacks' : 'lack'} a date, frequency or steward`,
    'upkeep-open': (number: number) =>
      `${count(number, 'published dataset')} ${number === 1 ? 'is' : 'are'} not settled: keep, update, or retire on a ground`,
    'same-date': (number: number, date: string) =>
      `All ${count(number, 'planned dataset')} share one date, ${date}`,
    'nothing-planned': 'No dataset is planned yet, so the list of what will be published is empty',
  },
  andMore: (number: number) => `and ${figure(number)} more`,
  right: {
    details: 'Every plan detail is filled in',
    review: 'Every dataset has an availability',
    access: 'Access is decided for every dataset',
    law: 'Every protected dataset names the law',
    route: 'Every releasable dataset has a release route',
    ratings: 'Every candidate is rated on every criterion',
    reasons: 'Every rating has its reason',
    commitments: 'Every planned dataset has a date, a frequency and a steward',
    upkeep: 'Every published dataset is kept, updated or retired',
  },
  document: 'Word plan',
  documentIntro: 'What it will say, section by section:',
  documentSections: 'Sections of the Word plan',
  datasets: (number: number) => count(number, 'dataset'),
  saveDocument: 'Save the Word plan…',
  workbook: 'Updated workbook',
  workbookIntro: (name: string) =>
    `A copy of ${name} with the plan’s columns to the right of yours. Every cell you did not decide on stays as it is.`,
  preview: 'See what will change',
  saveWorkbook: 'Save the workbook…',
  stale: 'The plan has changed since this was made. Save or look again to have the latest.',
  making: {
    workbook: 'Making and checking the workbook…',
    document: 'Making and checking the Word plan…',
    plan: 'Making the plan file…',
  },
  savedTo: (path: string) => `Saved to ${path}`,
  handedOver: (name: string) => `Handed to your browser’s downloads: ${name}`,
  keptAs: (path: string) => `What stood there before is kept as ${path}`,
  saveBeside: 'Save beside it',
  saveAsUtf8: 'Save it as UTF-8',
  savePlain: 'Save a plain new workbook',
  notSaved: 'Nothing was saved.',
  saveAgain: 'Save it once more when you like.',
  workbookNotMade: 'The workbook was not saved.',
  documentNotMade: 'The Word plan was not saved.',
  planNotMade: 'The plan file was not saved.',
  questions: {
    first: 'Answer the question about the workbook first.',
    protected: (sheets: readonly string[]) =>
      sheets.length === 1
        ? `Sheet “${sheets.join()}” is protected. May its cells be written?`
        : `The sheets ${sheets.map((sheet) => `“${sheet}”`).join(', ')} are protected. May their cells be written?`,
    protectedHint: 'The protection stays on either way. Your answer is remembered with the plan.',
    write: 'Yes: write the plan’s answers into it',
    keepOff: 'No: put them on a sheet of their own, “Plan additions”',
    locked: 'The workbook’s structure is locked. May a sheet be added?',
    lockedHint: 'The structure stays locked either way. Your answer is remembered with the plan.',
    add: 'Yes: add the sheet at the end',
    addNone: 'No: what would stand there is in the plan only',
    foldedColumns:
      'Add the ratings, reasons and notes behind the answers too, in columns that are folded away',
    furtherColumns: 'Add the ratings, reasons and notes behind the answers too',
    changesSheet:
      'Add a sheet “Plan changes”: for every changed cell what it was, who changed it, when and why',
  },
  report: {
    label: 'What changes in the workbook',
    cells: 'Cells written in the plan’s columns',
    correctedCells: 'Cells of yours changed',
    rows: 'Rows added below your table',
    sheets: 'Sheets added',
    sheet: (name: string, datasets: number | null) =>
      datasets === null ? name : `${name}: ${count(datasets, 'row')}`,
    column: (letter: string, header: string) => `${letter}: ${header}`,
    showColumns: (columns: number) => `${count(columns, 'column')} of the plan, right of yours`,
    proof: (same: number, changed: number) =>
      `${count(same, 'part')} of the file unchanged, byte for byte; ${figure(changed)} changed.`,
    proofOfNothing: 'Checked: the copy is identical byte for byte.',
    proofOfText: 'Everything else is unchanged: no other field of the file differs.',
    nothing:
      'Nothing is decided yet that belongs in the workbook, so it comes back exactly as you opened it.',
    seeAll: 'See every change',
    seeRefused: 'See all of them',
    dialogTitle: 'Every change in the workbook',
    search: 'Search this list',
    shown: (found: number, all: number) =>
      found === all ? count(all, 'row') : `${figure(found)} of ${count(all, 'row')}`,
    agencyTab: (number: number) => `Your cells (${figure(number)})`,
    planTab: (number: number) => `The plan’s columns (${figure(number)})`,
    rowsTab: (number: number) => `New rows (${figure(number)})`,
    refusedTab: (number: number) => `Not written (${figure(number)})`,
    partsTab: (number: number) => `Parts of the file (${figure(number)})`,
    cell: 'Cell',
    dataset: 'Dataset',
    before: 'Before',
    after: 'After',
    place: 'Belongs to',
    value: 'Value',
    why: 'Why not',
    instead: 'Where it is instead',
    insteadOnAdditions: 'Plan additions',
    insteadInPlan: 'in the plan only',
    part: 'Part',
    state: 'State',
    what: 'What changed',
    partSame: 'unchanged',
    partChanged: 'changed',
    partAdded: 'added',
    partRemoved: 'taken out',
    partBytes: 'identical, byte for byte',
    partCells: (cells: number) => count(cells, 'cell'),
    partForExcel: 'what Excel needs to find the changes',
    refused: (number: number) =>
      number === 1
        ? 'One value could not be written where it belongs'
        : `${count(number, 'value')} could not be written where they belong`,
    onAdditions: (number: number, all: number) =>
      number === all
        ? `${number === 1 ? 'It stands' : 'They stand'} on the sheet “Plan additions” at the end of the workbook instead.`
        : `${count(number, 'value')} of them ${number === 1 ? 'stands' : 'stand'} on the sheet “Plan additions” instead.`,
    inPlanOnly: (number: number, all: number) =>
      number === all
        ? `${number === 1 ? 'It is' : 'They are'} not in the workbook. The plan keeps ${number === 1 ? 'it' : 'them'}.`
        : `${count(number, 'value')} of them ${number === 1 ? 'is' : 'are'} in the plan only.`,
    refusal: (where: string, why: string) => `${where}: ${why}`,
    reasons: {
      'formula-cell': 'a formula stands there, and it stays',
      'array-formula': 'it belongs to an array formula, which stays whole',
      'inside-merge': 'it lies inside merged cells',
      'pivot-table': 'a pivot table stands there',
      'table-heading': 'formulas name the column by its heading',
      'protected-sheet': 'the sheet is protected',
      'no-room-right-of-table': 'there is no free column right of the table',
      'no-room-below-table': 'there is no free row below the table',
      'table-keeps-its-size': 'the Excel table has totals or is filled from elsewhere, so it keeps its size',
      'structure-locked': 'the workbook’s structure is locked, so no sheet can be added',
      'sheet-not-found': 'the sheet is not there',
      'text-too-long': 'the text is longer than a cell can hold',
      'sheet-out-of-order': 'the sheet’s rows are stored out of order, so its place cannot be told',
      'not-in-list': 'the column’s drop-down has no such choice',
      'linked-cell': 'a link lies behind the cell; change both in Excel',
      'shared-cell': 'the cell holds another field too, which says something else',
      'several-cells': 'several cells hold it together, and which part belongs where cannot be told',
      'not-in-this-format': 'a CSV file has no second sheet',
    },
    warnings: 'Good to know',
    warning: {
      'characters-replaced': (where: string) => `${where}: broken characters no file can hold were replaced.`,
      'plain-copy': () =>
        'This is a new workbook with what the cells of your inventory say. Colors, formulas, charts and notes are only in your own file.',
      'encoding-changed': () =>
        'The whole file is written in UTF-8 now, since its own encoding could not hold the new text. Every other field is the same.',
      'reads-like-a-formula': (where: string) =>
        `${where}: begins like a formula; a spreadsheet may take it for one.`,
      'no-drop-down': (where: string) =>
        `${where}: filled in, but without a drop-down, because rules of yours are in its place.`,
      'pivot-needs-refresh': (where: string) =>
        `${where}: a pivot table reads the inventory; press Refresh in Excel to see the new columns in it.`,
      'formula-left-out': (where: string) =>
        `${where}: left empty in a new row, because the rows above calculate it.`,
      'signature-broken': () =>
        'The workbook was digitally signed; the signature does not fit the updated copy.',
    },
  },
} as const
