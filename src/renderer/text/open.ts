import type { InventoryField } from '../../domain/inventory-field.ts'
import type { SkipReason } from '../../domain/inventory-table.ts'
import { count, figure, firstOf, listed, shortened } from './counted.ts'

/** What the values of a column are, by the field they give away. */
const valueReasons: { readonly [Field in InventoryField]?: string } = {
  title: 'a name of its own in every row',
  description: 'a long text of its own in every row',
  url: 'its values are web addresses',
  contact: 'its values are e-mail addresses',
  'update-frequency': 'its values say how often',
}

type LeftOutReason = SkipReason | 'blank'

const leftOutReasons: { readonly [Reason in LeftOutReason]: string } = {
  blank: 'blank',
  total: 'a total',
  note: 'a note',
  'repeated-header': 'the headings once more',
  section: 'a heading between datasets',
  explanation: 'how to fill in the columns',
  unnamed: 'too little for a dataset',
  'other-table': 'part of another table',
  outside: 'outside the table',
}

export const open = {
  title: 'Is this your inventory?',
  titleReading: 'Looking for your inventory',
  titleFailed: 'Nothing was imported',
  titleCorrect: 'Where is your inventory?',
  correct: 'Choose its sheet, and the row with the headings: click its number, or type it.',
  found: (sheet: string, further: number) =>
    `We found a table on sheet “${sheet}”${further === 0 ? '' : ` and take ${count(further, 'more sheet')} with it`}. Check the outline and the columns, then import.`,
  reading: (name: string) => `Reading ${name}…`,
  importing: (datasets: number) => `Importing ${count(datasets, 'dataset')}…`,
  cancel: 'Cancel',
  cancelled: 'Cancelled. Nothing was imported.',
  chooseAnother: 'Choose another file',
  sheet: 'Sheet',
  hiddenSheet: (name: string) => `${name} (hidden)`,
  headerRow: 'Headings in row',
  headerRows: 'Rows of headings',
  headingHandle: 'Heading row',
  headingsIn: (first: number, last: number) =>
    first === last ? `Headings in row ${last}` : `Headings in rows ${first} to ${last}`,
  headingHint: 'Drag it to the row with the headings, or use the arrow keys',
  previewOf: (sheet: string) => `Preview of sheet “${sheet}”`,
  row: (row: number) => `Row ${figure(row)}`,
  cell: (letter: string, row: number, sheet: string) => `Cell ${letter}${row} of “${sheet}”`,
  onSheet: (sheet: string, place: string) => `${sheet} – ${place}`,
  hiddenColumn: (cell: string, heading: string) =>
    `${cell.replace(/\d+$/, '')} (${heading === '' ? 'no heading' : shortened(heading)})`,
  noteOn: (cell: string, note: string) => `${cell}: “${shortened(note)}”`,
  leftOutRows: (first: number, last: number, reason: LeftOutReason) =>
    first === last
      ? `Row ${figure(first)}: ${leftOutReasons[reason]}`
      : `Rows ${figure(first)} to ${figure(last)}: ${leftOutReasons[reason]}`,
  backToHeadings: (row: number) => `Back to the headings in row ${row}`,
  takeAsHeading: (row: number) => `Use row ${row} as the headings`,
  rowColumn: 'Row',
  rowsShown: (first: number, last: number, all: number) =>
    first === 1 && last >= all
      ? all === 1
        ? 'The sheet has only this row'
        : `All ${count(all, 'row')} of the sheet`
      : `Rows ${figure(first)} to ${figure(last)} of ${figure(all)}`,
  earlierRows: 'Earlier rows',
  laterRows: 'Later rows',
  columns: 'What each column holds',
  columnsUsed: (used: number, total: number, shared: number) =>
    `${used} of ${total} used${shared === 0 ? '' : ` · ${count(shared, 'field')} from several columns`}`,
  showColumn: (letter: string) => `Show column ${letter} on the sheet`,
  remembered: 'Read as you confirmed it last time for these headings.',
  rememberedLeft: 'You confirmed these headings before, and have changed something now.',
  useRemembered: 'Read as last time',
  useGuess: 'Use the program’s own guess instead',
  fieldOption: (field: string, letters: readonly string[]) =>
    letters.length === 0 ? field : `${field} (column ${listed(letters)} too)`,
  addField: (letter: string, header: string) => `Read column ${letter}, ${header}, as a second field too`,
  alsoReadAs: (letter: string, header: string) => `Column ${letter}, ${header}, is also read as`,
  nothingMore: 'Nothing more',
  joined: (field: string, letters: readonly string[], example: string) =>
    `Joined with column ${listed(letters)} into ${field}${example === '' ? '.' : `: “${shortened(example)}”`}`,
  onlyColumn: (letter: string, field: string) => `Take only column ${letter} as ${field}`,
  contested: (field: string, letter: string) =>
    `Looks like ${field} too, which is read from column ${letter}.`,
  insteadOf: (letter: string, holder: string) => `Take ${letter} instead of ${holder}`,
  joinWith: (holder: string) => `Join it with ${holder}`,
  readAsFor: (letter: string, header: string) => `Column ${letter}, ${header}, is read as`,
  noHeading: 'no heading',
  notUsed: 'Not used',
  keptAsIs: 'Not used; it comes back as it is',
  chosenByYou: 'Chosen by you',
  reasons: {
    heading: 'the heading says so',
    'heading-in-part': 'part of the heading says so',
    remembered: 'As you confirmed it last time',
    none: 'Nothing fits; it comes back as it is',
  },
  /** What gave a field away where its heading says nothing. */
  byValues: (field: InventoryField) => valueReasons[field] ?? 'the values look like it',
  confidence: { high: 'Sure', medium: 'Fairly sure', low: 'A guess' },
  noSamples: 'empty column',
  alsoTake: 'Also take',
  allSheets: (number: number) => `All ${count(number, 'sheet')} with the same columns`,
  furtherSheet: (sheet: string, datasets: number) => `${sheet} (${count(datasets, 'dataset')})`,
  frequencies: 'Words that mean two things',
  frequenciesOpen: (open: number) =>
    open === 0
      ? 'All answered, for all rows at once'
      : `${count(open, 'question')} for all rows at once; ${open === 1 ? 'it' : 'they'} can wait`,
  frequencyMeans: (spellings: readonly string[], rows: number) =>
    `In ${count(rows, 'row')} the inventory says ${listed(spellings.map((word) => `“${word}”`))}. That means`,
  frequencyMeaning: (interval: string, value: string) => `${interval} (${value})`,
  frequencyLater: 'Decide later',
  otherFrequencies: (known: number, unknown: number) =>
    [
      ...(known === 0 ? [] : [`${count(known, 'other word')} put into the state’s words`]),
      ...(unknown === 0 ? [] : [`${count(unknown, 'word')} kept as written`]),
    ].join(', '),
  frequencyReadAs: (word: string, value: string, rows: number) =>
    `“${word}” is ${value} (${count(rows, 'row')})`,
  frequencyKept: (word: string, rows: number) => `“${word}” stays as it is (${count(rows, 'row')})`,
  account: 'Where every row went',
  accountRows: (rows: number) => `${count(rows, 'row')} in all`,
  accountParts: {
    datasets: (number: number) => count(number, 'dataset'),
    above: (number: number) => `${count(number, 'row')} above the headings`,
    header: (number: number) => count(number, 'heading row'),
    blank: (number: number) => count(number, 'blank row'),
  },
  skipCounts: {
    total: (number: number) => count(number, 'total'),
    note: (number: number) => count(number, 'note'),
    'repeated-header': (number: number) => count(number, 'repeated heading row'),
    section: (number: number) => count(number, 'heading between datasets', 'headings between datasets'),
    explanation: (number: number) => count(number, 'row on how to fill it in', 'rows on how to fill it in'),
    unnamed: (number: number) => count(number, 'row without a name', 'rows without a name'),
    'other-table': (number: number) => count(number, 'row of another table', 'rows of another table'),
    outside: (number: number) => count(number, 'row outside the table', 'rows outside the table'),
  },
  skippedRows: (number: number) =>
    number === 1 ? 'See the row that was left out' : `See the ${count(number, 'row')} that were left out`,
  moreSkipped: (number: number) => `and ${count(number, 'more row')}`,
  notices: {
    macros: 'This workbook has macros. They come back untouched, and they are never run here.',
    signed: 'This workbook is digitally signed. Any change, ours too, ends the signature’s validity.',
    'external-links':
      'This workbook links to other files. The links come back untouched, and the values last stored are used.',
    lostSheets: (sheets: readonly string[]) =>
      `This file is damaged: ${firstOf(sheets.map((sheet) => `“${sheet}”`))} ${sheets.length === 1 ? 'is a sheet' : 'are sheets'} of it whose cells are gone. The other sheets were read. Let Excel repair the file first if you need ${sheets.length === 1 ? 'it' : 'them'}.`,
    'lost-formats':
      'This file is damaged: it has lost its formats, so dates show as plain numbers. Let Excel open and repair it, and choose that file.',
    protectedSheet: (sheet: string) =>
      `Sheet “${sheet}” is protected. Before the workbook is saved you are asked whether its cells may be written.`,
    headingsLikeData:
      'The row read as headings looks like a dataset. If the table has no headings, add a row of them in Excel and open it again:',
    errorCells: (number: number) =>
      `${count(number, 'cell')} of the table ${number === 1 ? 'shows' : 'show'} an error such as #N/A:`,
    untitled: (number: number) => `${count(number, 'dataset')} without a title:`,
    hiddenRows: (number: number) =>
      `${count(number, 'hidden row')} ${number === 1 ? 'is' : 'are'} read as well:`,
    filteredRows: (number: number) =>
      `${count(number, 'row')} that a filter leaves out of sight ${number === 1 ? 'is' : 'are'} read as well:`,
    hiddenColumns: (number: number) =>
      `${count(number, 'column')} of the table ${number === 1 ? 'is' : 'are'} hidden in Excel and read as well. See whether what ${number === 1 ? 'it holds' : 'they hold'} belongs in the plan:`,
    cellNotes: (number: number) =>
      `${count(number, 'note')} on cells of the table ${number === 1 ? 'stays' : 'stay'} in the workbook, and ${number === 1 ? 'is' : 'are'} not read into the plan:`,
    hiddenSheets: (sheets: readonly string[]) =>
      `${count(sheets.length, 'sheet')} ${sheets.length === 1 ? 'is' : 'are'} hidden in Excel and not read: ${firstOf(sheets.map((sheet) => `“${sheet}”`))}. Choose ${sheets.length === 1 ? 'it' : 'one'} under “Sheet” to look at it.`,
    planAdditions: (datasets: number, values: number) => {
      const parts = [
        ...(datasets === 0 ? [] : [count(datasets, 'dataset')]),
        ...(values === 0 ? [] : [count(values, 'answer')]),
      ]
      return `An earlier plan left ${parts.join(' and ')} on “Plan additions”. They are read back too.`
    },
    'no-title-column': 'No column is read as the title. Choose one, so that every dataset has a name.',
  },
  morePlaces: (number: number) => `and ${figure(number)} more`,
  noticesLabel: 'Good to know',
  planHeadings: {
    title: (letters: readonly string[]) =>
      letters.length === 1
        ? `Is column ${letters[0]} an earlier plan’s, or your own?`
        : `Are columns ${letters.join(', ')} an earlier plan’s, or your own?`,
    explained: 'The headings look like this program’s; the file does not say for certain.',
    take: 'An earlier plan’s: read the answers back, and update them when the inventory is given back',
    leave: 'Our own: leave them as they are',
    unanswered: 'Say above whose these columns are.',
  },
  safe: 'Your file is not changed. The plan keeps a copy of it.',
  import: (datasets: number) => `Import ${count(datasets, 'dataset')}`,
  titleNeeded: 'Choose the column that holds the title first.',
  again: 'Try again',
} as const
