/** Every word a person reads on the page, by screen. What the closed lists are called is in domain/labels.ts. */

import type { InventoryField } from '../domain/inventory-field.ts'
import type { SkipReason } from '../domain/table/inventory-table.ts'
import type { Step } from '../domain/vocabulary.ts'

/** `1,204`: large numbers are easier to read with a comma. */
const figures = new Intl.NumberFormat('en-US')

function figure(number: number): string {
  return figures.format(number)
}

/** `1 dataset`, `58 datasets`, `1,204 rows`: a number never stands without its unit. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`
}

/** `A`, `A and B`, `A, B and C`. */
function listed(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1) ?? ''].filter((part) => part !== '').join(' and ')
}

/** The first five, and how many there are besides. */
function firstOf(words: readonly string[]): string {
  return words.length <= 6 ? listed(words) : `${words.slice(0, 5).join(', ')} and ${words.length - 5} more`
}

function shortened(words: string): string {
  return words.length > 90 ? `${words.slice(0, 88)}…` : words
}

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

const stepNames = {
  review: { name: 'Review', question: 'What is already public?' },
  brainstorm: { name: 'Brainstorm', question: 'What else is needed?' },
  identify: { name: 'Identify', question: 'What could be open?' },
  prioritize: { name: 'Prioritize', question: 'What comes first?' },
  publish: { name: 'Publish', question: 'When, and who?' },
  deliver: { name: 'Deliver', question: 'Workbook and Word plan' },
} as const

const programName = 'Open Data Access Planner'

export const text = {
  app: {
    name: programName,
    titleOf: (screen: string) => `${screen} – ${programName}`,
    skipToContent: 'Skip to the content',
    saved: (time: string) => `Saved ${time}`,
    saving: 'Saving…',
    typing: 'Not saved yet',
    notSaved: 'Not saved',
    notSavedYet: 'Not saved yet',
    noPlan: 'No plan open',
    openToRead: 'Open to read',
    notImported: 'Not imported yet',
    undo: 'Undo',
    redo: 'Redo',
    undoThis: (action: string) => `Undo: ${action} (Ctrl+Z)`,
    redoThis: (action: string) => `Redo: ${action} (Ctrl+Y)`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to redo',
    toDark: 'Switch to the dark theme',
    toLight: 'Switch to the light theme',
    loading: 'Getting ready…',
    close: 'Close',
    dismiss: 'Dismiss',
    cancel: 'Cancel',
    changeNotSaved: 'Your last change was not saved.',
    fileLost: 'Not saved: the plan’s file is gone',
    waits: (changes: number) => `${count(changes, 'change')} not saved yet.`,
    triesAgain: 'What you entered is kept here, and the program tries again every few seconds.',
    tryNow: 'Try now',
    giveUp: (changes: number) => (changes === 1 ? 'Give up this change' : `Give up these ${changes} changes`),
    writeAgain: 'Write the plan to the disk again',
    writingFailed: 'The plan could not be written to the disk.',
    savePlanFile: 'Save the plan file…',
    reading: 'You are reading this plan. Nothing here can be changed.',
    readingFollows: 'What is saved there shows up here by itself.',
    openForChanges: 'Open it for changes',
    makeCopy: 'Make a copy to work in',
    takenIn: (name: string) => `This computer now has its own copy of the plan in ${name}.`,
    takenInNext:
      'Your work goes into that copy, under Recent plans, and not into the file. To hand it on, save the plan file again.',
    engineRestarted: 'The program restarted its engine.',
    engineRestartedSafe:
      'Everything that was saved is still there. If you were typing just now, check that last entry.',
  },

  recovery: {
    title: 'This plan cannot be opened as it is',
    lookingUp: 'Looking for backups…',
    offer: (backups: number) =>
      backups === 1 ? 'There is one backup of it.' : `There are ${count(backups, 'backup')} of it.`,
    choose: 'Bring back the plan as it was on',
    newest: 'the newest',
    damaged: 'damaged too',
    kept: 'The file that is there now is kept, in the folder “damaged” beside your plans.',
    keptNewer:
      'The file of the newer version is kept, in the folder “damaged” beside your plans. What was done with that version is not in the backup.',
    gone: 'What was done after the backup is lost with the file.',
    bringBack: 'Bring it back',
    bringingBack: 'Bringing it back…',
    notNow: 'Not now',
    none: 'There is no backup of it on this computer.',
    noneNext: 'If you have a plan file (.odap) that you saved earlier, open that.',
    damagedBackup: 'That backup is damaged too and was not used. The next one is chosen.',
    open: {
      title: 'The file of this plan is damaged.',
      next: 'What you see stays here, but what you enter from now on may not last. Bring back a backup first.',
      backups: 'See the backups',
      heading: 'Bring back a backup of this plan',
    },
  },

  crash: {
    title: 'This page stopped because of a mistake in the program.',
    safe: 'Everything that was saved is still in the plan.',
    reload: 'Load the page again',
  },

  rail: {
    label: 'Steps of the plan',
    heading: 'Your plan',
    home: 'Start',
    details: 'Plan details',
    history: 'History',
    help: 'Help and words',
    progress: (done: number, total: number) => `${figure(done)} of ${figure(total)}`,
    done: 'done',
    steps: stepNames,
  },

  help: {
    title: 'Help and words',
    intro:
      'The plan follows five steps, in any order and with as many breaks as you like. Everything is saved as you go, and everything can be undone.',
    words: 'What the words mean',
    keys: 'Keys',
    glossary: [
      ['Inventory', 'The workbook you opened. The plan keeps a copy; the file itself is never changed.'],
      ['Dataset', 'One body of data, usually one row of the inventory, or one your team added.'],
      [
        'Availability',
        'Where a dataset stands today: on the portal, public elsewhere, in a report, or not public.',
      ],
      [
        'Access',
        'Whether the law lets a dataset be open: public, protected but releasable after a change, or protected.',
      ],
      [
        'Release route',
        'How protected data is made safe to publish: aggregated, with fields or records left out, or with anonymous identifiers.',
      ],
      [
        'Openness',
        'The five things that make data open: free, machine-readable, unrestricted, as detailed as the law permits, and described.',
      ],
      [
        'High-value grounds',
        'The law’s eight grounds, A to H, for calling data high value. Your department head decides; this program only suggests.',
      ],
      [
        'Criterion',
        'One of the five reasons to publish a dataset sooner. Each is rated 0 to 3 with a reason.',
      ],
      [
        'Tier',
        'Now, next, later or not planned. It follows the ratings until someone overrides it with a reason.',
      ],
      [
        'Commitment',
        'What the agency promises for a dataset: a date, how often it is updated, and who looks after it.',
      ],
      ['Not yet determined', 'Always a good answer. Nobody has to decide today.'],
    ] as readonly (readonly [string, string])[],
    shortcuts: [
      ['Ctrl+Z, Ctrl+Y', 'Undo and redo'],
      ['Ctrl+H', 'History and restore points'],
      ['1, 2, 3 …', 'Choose the answer with that number'],
      ['Enter', 'Next unanswered dataset, from the table'],
      ['↑ ↓', 'Move through the table'],
      ['Space', 'Select the row, to answer several at once'],
      ['Esc', 'Take back what you typed in a field'],
    ] as readonly (readonly [string, string])[],
  },

  table: {
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
  },

  progress: {
    readingDatasets: (datasets: number) => `Reading ${count(datasets, 'dataset')}…`,
    share: (done: number, total: number) => `${Math.floor((100 * done) / total)} %`,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
  },

  field: {
    failed: 'Not saved yet. Press Enter to try again.',
    incomplete: 'This date is not complete, so it is not saved.',
    take: (value: string) => `Use “${value}”`,
  },

  dataset: {
    place: (row: number, sheet: string) => `row ${row} of ${sheet}`,
    added: 'added during the work',
    facts: 'What the inventory says',
    nothingSaid: 'The inventory says nothing more about this dataset.',
    none: 'Choose a dataset in the table.',
    history: 'History of this dataset',
  },

  history: {
    title: 'History',
    tabs: { actions: 'What was done', points: 'Restore points' },
    tabsLabel: 'History and restore points',
    intro: 'Every change to the plan, the newest first. You can go back to any of them.',
    introReading: 'Every change to the plan, the newest first.',
    ofDataset: (name: string) => `Only what changed “${name}”`,
    ofAll: 'Show everything',
    today: (day: string) => `Today, ${day}`,
    yesterday: (day: string) => `Yesterday, ${day}`,
    byNobody: 'no name given',
    here: 'The plan stands here',
    undone: 'Undone',
    takenBack: 'Taken back',
    nothing: 'Nothing was done yet.',
    nothingOfDataset: 'Nothing was changed in this dataset yet.',
    reading: 'Looking up the history…',
    older: 'Show older actions',
    reason: (reason: string) => `Reason: ${reason}`,
    changesOf: (what: string) => `What changed: ${what}`,
    lookingUp: 'Looking up what changed…',
    noFields: 'Nothing that is shown as a field.',
    imported: 'This is where the plan began.',
    columns: { what: 'What', before: 'Before', after: 'After' },
    empty: 'empty',
    added: 'added',
    removed: 'removed',
    planItself: 'Plan',
    moreThings: (number: number) => `and ${count(number, 'more change')} of the same action`,
    goBack: 'Go back to here…',
    goBackTitle: 'Go back to here?',
    goBackTo: (when: string) =>
      `The plan will be as it was on ${when}, right after this action. What was done since is taken back.`,
    goBackSafe: 'Nothing is lost: going back is itself an action, and you can undo it.',
    goBackYes: 'Go back',
    cancel: 'Cancel',
    wentBack: 'The plan is back there. Undo brings back what was there before.',
    failed: 'That did not work.',
    points: {
      intro:
        'The program keeps the plan as it was while you work, and before anything big. Make one yourself before you try something out.',
      introReading: 'The plan as it was, kept while people work and before anything big.',
      name: 'Name of a restore point',
      nameHint: 'For example: before the meeting with the commissioner',
      make: 'Keep the plan as it is now',
      made: (name: string) => `Kept as “${name}”.`,
      list: 'Restore points',
      none: 'There are none yet. The first comes by itself after a while of work.',
      kinds: {
        automatic: 'Made by itself',
        before: 'Made by itself',
        'by-hand': 'Made by you',
        submitted: 'Kept for good',
      },
      automatic: 'Automatic backup',
      size: (kilobytes: number) => `${figure(kilobytes)} KB`,
      compare: 'Compare…',
      compareWith: (name: string, when: string) => `Compare with ${name}, ${when}`,
      comparing: 'Comparing…',
      same: 'The plan is the same today. Restoring would change nothing.',
      wouldChange: 'Restoring it would change:',
      datasets: {
        changed: (number: number) => `${count(number, 'dataset')} changed back`,
        broughtBack: (number: number) => `${count(number, 'dataset')} brought back`,
        takenAway: (number: number) => `${count(number, 'dataset')} taken out`,
      },
      ideas: {
        changed: (number: number) => `${count(number, 'card')} of the board changed back`,
        broughtBack: (number: number) => `${count(number, 'card')} of the board brought back`,
        takenAway: (number: number) => `${count(number, 'card')} of the board taken out`,
      },
      details: 'the plan’s details or its weights',
      titles: (counts: string, titles: readonly string[], all: number) =>
        `${counts}: ${titles.map((title) => `“${title}”`).join(', ')}${all > titles.length ? ` and ${all - titles.length} more` : ''}`,
      restore: 'Restore',
      safe: 'You can undo it.',
      restored: 'Restored. Undo brings back what was there before.',
    },
    export: {
      heading: 'The whole plan as one file',
      words:
        'A plan file (.odap) holds the plan, its history and your workbook. Open it on another computer with a double click.',
      save: 'Save the plan file…',
      saved: (where: string) => `Saved to ${where}`,
      handedOver: (name: string) => `Handed to your browser’s downloads: ${name}`,
    },
  },

  correct: {
    open: 'Correct the inventory',
    title: 'Correct the inventory',
    intro:
      'What you change here changes your own cells when the workbook is given back, written the way their columns write. Until then your file stays as it is, and Undo takes it back.',
    introAdded: 'This dataset was added during the work. What you say here goes into its new row.',
    reason: 'Why',
    reasonHint: 'Optional. It goes on the sheet “Plan changes”, where you ask for one.',
    save: 'Save the corrections',
  },

  guidance: {
    label: 'Guidance',
  },

  start: {
    title: 'Plan your agency’s open data',
    subtitle: 'Start from the Excel inventory you already have. Everything stays on this computer.',
    drop: 'Drop your inventory here',
    dropNow: 'Let go to open it',
    kinds: 'Excel (.xlsx, .xlsm) or CSV. Your file is read, never changed.',
    openInventory: 'Open an inventory…',
    openPlanFile: 'Open a plan file…',
    sample: 'Try it with a sample inventory',
    receiving: (name: string) => `Taking in ${name}…`,
    receivingAny: 'Taking in the file…',
    opening: 'Opening the plan…',
    recent: 'Recent plans',
    lookingUp: 'Looking for your plans…',
    problems: {
      'plan-not-found': 'The file is gone',
      'not-a-plan-file': 'This is not a plan file',
      'plan-newer': 'Made with a newer version of the program',
      'plan-damaged': 'Damaged: it cannot be read',
      'plan-open-elsewhere': 'Open in another window',
    },
    noRecent: 'Plans you work on will be listed here.',
    untitled: 'Plan without a title',
    isSample: 'for trying things out',
    goesOn: (step: Step | null) => (step === null ? 'All five steps done' : `Next: ${stepNames[step].name}`),
    isCopy: 'a copy',
    elsewhere: {
      title: 'This plan is open elsewhere',
      safe: 'Two people working in it at once would overwrite each other, so only one can change it.',
      read: 'Read it here',
      copy: 'Make a copy to work in',
      again: 'Try again',
      copyHint: 'A copy goes its own way: what you do in it does not come back into the plan.',
    },
    known: {
      title: 'This computer has this plan already',
      open: 'Go on with the plan of this computer',
      take: 'Open the file as a plan of its own',
    },
    changed: (when: string) => `Changed ${when}`,
    recentProgress: (done: number, total: number) => `${figure(done)} of ${figure(total)} answers`,
    howItWorks: 'How it works',
    pace: 'About an hour for 60 datasets. Stop anywhere, go on later.',
    steps: {
      review: 'Say where each dataset stands today: on the portal, in a report, or not public.',
      brainstorm: 'Collect what people ask for and what is missing.',
      identify: 'Decide what may be public, and how protected data can be.',
      prioritize: 'Rate five criteria with reasons; the order follows.',
      publish: 'Dates, stewards, and what to update or retire.',
    },
  },

  open: {
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
      'no-title-column': 'No column is read as the title. Choose one, so that every dataset has a name.',
    },
    morePlaces: (number: number) => `and ${figure(number)} more`,
    noticesLabel: 'Good to know',
    planHeadings: {
      title: (columns: number) =>
        columns === 1
          ? 'One column looks like an earlier plan’s.'
          : `${count(columns, 'column')} look like an earlier plan’s.`,
      explained: (letters: readonly string[]) =>
        `${letters.length === 1 ? 'It has the heading' : 'They have the headings'} this program writes (column${letters.length === 1 ? '' : 's'} ${letters.join(', ')}), but the file does not say that they are its own.`,
      take: 'Read the answers back into the plan, and update these columns when the inventory is given back',
    },
    safe: 'Your file is not changed. The plan keeps a copy of it.',
    import: (datasets: number) => `Import ${count(datasets, 'dataset')}`,
    titleNeeded: 'Choose the column that holds the title first.',
    again: 'Try again',
  },

  details: {
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
  },

  review: {
    title: 'Where does each dataset stand today?',
    subtitle: (done: number, total: number) =>
      done === total
        ? `All ${count(total, 'dataset')} answered`
        : `${figure(done)} of ${count(total, 'dataset')} answered · ${figure(total - done)} left`,
    table: 'Datasets and their availability',
    card: 'The chosen dataset',
    columns: { dataset: 'Dataset', unit: 'Unit', availability: 'Availability' },
    question: 'Can people get this data today?',
    hints: {
      'on-portal': 'data.ct.gov or geodata.ct.gov',
      'public-data': 'a spreadsheet or an interface on our site',
      'public-report': 'in a report, dashboard or PDF',
      'not-public': '',
      'not-yet-determined': 'come back to it',
      'cannot-determine': 'nobody can say; add a note',
    },
    publishedAt: 'Where it is published',
    publishedAtHint: 'Web address, or the name of the report',
    publishedFormat: 'In which format',
    publishedFormatHint: 'For example CSV, Excel, PDF, dashboard',
    note: 'Note',
    noteHint: 'For your team; it is not part of the Word plan',
    bulkQuestion: (number: number) => `The same answer for ${count(number, 'selected dataset')}`,
    bulkHint: 'One answer is set for all of them. Undo takes all of them back at once.',
    previous: 'Previous',
    next: 'Next unanswered',
    goOn: 'Go on to Brainstorm',
    skip: 'Skip for now',
    allDone: 'Every dataset has an answer.',
    keys: (answers: number) =>
      `Keys 1 to ${answers} answer; Enter in the table goes to the next unanswered dataset.`,
    guidance: [
      {
        heading: 'What counts as public?',
        paragraphs: [
          'Anything a resident can get today without asking: the portal, a page on your site, an annual report, a dashboard.',
          'If the numbers are only in a PDF or a chart, choose “Public, but not machine-readable”. Those are often the quickest wins.',
        ],
      },
      {
        heading: 'And what is not public yet?',
        paragraphs: [
          'Say so without worrying about the reason. Whether the law protects it is asked in step 3.',
        ],
      },
      {
        heading: 'Same answer for several?',
        paragraphs: ['Tick their boxes in the table and answer once.'],
      },
    ],
    guidanceSource: 'Open Data Access Plan Guidance, step 1. Open Data Handbook, “Identify data to publish”.',
  },

  brainstorm: {
    title: 'What else should people be able to get?',
    subtitle: (done: number, total: number) =>
      done === total
        ? `All ${count(total, 'question')} have a card`
        : `${figure(done)} of ${count(total, 'question')} have a card. A question may also rightly stay empty.`,
    raisedBy: 'Raised by',
    raisedByHint: 'Goes with every card you add now',
    showGuidance: 'Guidance',
    questions: {
      'not-yet-public': {
        question: 'What do we hold that nobody outside can get yet?',
        hint: 'Registers, systems and files that stay inside today.',
      },
      'on-portal': {
        question: 'What is already on the open data portal?',
        hint: 'On data.ct.gov or geodata.ct.gov, also if it needs care.',
      },
      'not-machine-readable': {
        question: 'What is public, but only to look at?',
        hint: 'Figures in a report, a dashboard or a PDF.',
      },
      'used-for-analysis': {
        question: 'What do we use for trends and performance?',
        hint: 'The data behind our own statistics and measures.',
      },
      'frequently-requested': {
        question: 'What do people keep asking us for?',
        hint: 'Partner agencies, residents, lawmakers, the press.',
      },
    },
    cards: (number: number) => count(number, 'card'),
    empty: 'Nothing here yet, which may be right.',
    add: 'Add a card',
    addTo: (question: string) => `Add under: ${question}`,
    newIdea: (words: string) => `New idea: “${words}”`,
    ideaGroup: 'Not in the inventory',
    datasetGroup: 'In the inventory',
    moreMatches: (number: number) => `${figure(number)} more; type to narrow it down`,
    noMatches: 'Type an idea, or part of a dataset’s name.',
    fromReview: (number: number) =>
      `Review puts ${count(number, 'dataset')} here; the list offers them first.`,
    idea: 'Idea',
    dataset: 'Dataset',
    by: (name: string) => `Raised by ${name}`,
    byNobody: 'Nobody named',
    cardActions: (words: string) => `More for “${words}”`,
    edit: 'Edit…',
    remove: 'Remove from the board',
    makeDataset: 'Make it a dataset…',
    editTitle: 'Edit this card',
    cardText: 'The idea',
    save: 'Save',
    makeTitle: 'Make this idea a dataset',
    makeIntro:
      'It joins the plan like any row of the inventory, and the next steps ask about it. Your inventory’s own rows stay as they are.',
    datasetTitle: 'Title',
    unit: 'Unit or program',
    description: 'Description',
    descriptionHint: 'What one row stands for, and since when',
    make: 'Make it a dataset',
    next: 'Next empty question',
    goOn: 'Go on to Identify',
    keys: 'Enter adds a card and leaves the field ready for the next one. Arrow keys choose a dataset from the list.',
    guidance: [
      {
        heading: 'Why a board?',
        paragraphs: [
          'An inventory lists what systems hold. These five questions bring up what people need: things nobody listed, and things listed that matter more than they look.',
        ],
      },
      {
        heading: 'Who should be in the room?',
        paragraphs: [
          'People from different units, and whoever answers records requests and press calls. Write down who raised a card, so that you know whom to ask later.',
        ],
      },
      {
        heading: 'What becomes of a card?',
        paragraphs: [
          'A card on a dataset is a note on it. An idea only counts in the next steps once you make it a dataset; until then it stays on the board.',
        ],
      },
    ],
    guidanceSource: 'Open Data Access Plan Guidance, step 2.',
  },

  identify: {
    title: 'What could be made public, and how?',
    subtitle: (done: number, total: number) =>
      done === total
        ? `All ${count(total, 'dataset')} identified`
        : `${figure(done)} of ${count(total, 'dataset')} identified · ${figure(total - done)} left`,
    table: 'Datasets and their access',
    card: 'The chosen dataset',
    columns: { dataset: 'Dataset', classification: 'Classification', access: 'Access' },
    accessInTable: {
      public: 'Public',
      'protected-releasable': 'Releasable',
      protected: 'Protected',
      undetermined: 'Undetermined',
    },
    telling: 'What the inventory says of its protection',
    nothingTelling: 'The inventory names no classification, legal basis or contact.',
    rest: 'What else the inventory says',
    question: 'May this data be made public?',
    hints: {
      public: 'no law protects any of it',
      'protected-releasable': 'totals or a redacted copy may go out',
      protected: 'no version of it may go out',
      undetermined: 'come back to it, or ask counsel',
    },
    stillNeeded: (missing: readonly ('access' | 'legal-basis' | 'release-route')[]) => {
      const names = { access: 'access', 'legal-basis': 'legal basis', 'release-route': 'release route' }
      return `Still needed: ${missing.map((one) => names[one]).join(', ')}`
    },
    complete: 'Nothing more is needed here.',
    legalBasis: 'Legal basis of the protection',
    legalBasisHint: 'The statute or agreement, for example CGS Sec. 1-210(b)(2)',
    releaseRoute: 'How it can be released',
    routeNames: {
      'as-is': 'As is',
      aggregate: 'Aggregate: publish counts or totals',
      'redact-fields': 'Redact fields: leave columns out',
      'remove-records': 'Remove records: leave rows out',
      'anonymous-identifiers': 'Anonymous identifiers: replace names and numbers',
    },
    open: 'Not yet determined',
    openShort: 'Not yet',
    suppressionRule: 'Suppression rule',
    suppressionHint: 'When a count is too small to show',
    suppressionSource: 'The rules offered are examples, not statewide rules. Ask your privacy counsel.',
    checkedBy: 'Who checks it before release',
    checkedByHint: 'A name or an office, for example the privacy counsel',
    theyDiffer: 'They differ now. What you type here replaces all of them.',
    openness: 'Is it open data?',
    determined: (done: number, total: number) => `${figure(done)} of ${figure(total)} determined`,
    grounds: 'High-value grounds',
    groundsChosen: (number: number) => (number === 0 ? 'none ticked' : `${number} ticked`),
    groundsHint:
      'Your department head determines these; one ground is enough. Tick what has been determined.',
    bulkQuestion: (number: number) => `The same answer for ${count(number, 'selected dataset')}`,
    bulkHint: 'One answer is set for all of them. Undo takes all of them back at once.',
    previous: 'Previous',
    next: 'Next unanswered',
    goOn: 'Go on to Prioritize',
    allDone: 'Every dataset is identified.',
    left: (undetermined: number, incomplete: number) =>
      [
        undetermined > 0 ? `${count(undetermined, 'dataset')} undetermined` : '',
        incomplete > 0 ? `${incomplete} without a legal basis or a release route` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    guidance: [
      {
        heading: 'Protected does not mean closed',
        paragraphs: [
          'Counts by town or by year can often be public although each record is not. Then choose “Protected, releasable after a transformation” and say how.',
        ],
      },
      {
        heading: 'Not sure?',
        paragraphs: [
          'Leave it undetermined and ask the contact in the inventory. Where the law is unclear, your privacy counsel decides, not this program.',
        ],
      },
      {
        heading: 'Same answer for several?',
        paragraphs: ['Sort by classification, tick the boxes in the table and answer once.'],
      },
    ],
    guidanceSource: 'Open Data Access Plan Guidance, step 3. CGS Sec. 4-67o. Open Data Handbook.',
  },

  prioritize: {
    title: 'What should be published first?',
    subtitle: (done: number, total: number) =>
      done === total
        ? `All ${count(total, 'candidate')} placed`
        : `${figure(done)} of ${count(total, 'candidate')} placed · ${figure(total - done)} left`,
    table: 'Candidates in order of priority',
    card: 'The chosen candidate',
    columns: { rank: '#', dataset: 'Dataset', ratings: 'Ratings', score: 'Score', tier: 'Tier' },
    legend: 'Ratings from left to right: goals, focal points, demand, quality, machine-readable.',
    openFilter: 'Not fully rated',
    notRated: 'Not rated',
    setByHand: 'Set by a person',
    ratingNames: { 0: 'none', 1: 'low', 2: 'medium', 3: 'high' },
    openRating: 'Open',
    ratingInWords: (criterion: string, value: 0 | 1 | 2 | 3 | null, reason = '') => {
      const names = { 0: 'none', 1: 'low', 2: 'medium', 3: 'high' }
      const rating = value === null ? 'open' : `${value} ${names[value]}`
      return reason === '' ? `${criterion}: ${rating}` : `${criterion}: ${rating}, ${reason}`
    },
    place: (rank: number | null, score: number | null, candidates: number) =>
      rank === null || score === null
        ? 'Not rated yet, so it is listed last'
        : `Rank ${figure(rank)} of ${figure(candidates)} · score ${score.toFixed(2)} of 3`,
    scale:
      '0 none · 1 low · 2 medium · 3 high. Press 0 to 3 to rate and Enter to go on. Open ratings never count as 0.',
    meanings: {
      goals: '0 serves no goal, 3 a goal depends on it',
      'focal-points': '0 outside them, 3 right at one of them',
      demand: '0 nobody asks, 3 asked for often',
      quality: '0 large gaps or errors, 3 checked and complete',
      'machine-readable': '0 paper or pictures only, 3 clean rows and columns',
    },
    evidence: (facts: readonly string[]) => `Your inventory: ${facts.join(' · ')}`,
    reason: 'Reason',
    tier: (tier: string | null) => (tier === null ? 'Tier: not rated yet' : `Tier: ${tier}`),
    suggested: (tier: string | null) =>
      tier === null ? 'A tier is suggested with the first rating.' : `The score suggests: ${tier}`,
    moved: (who: string, when: string, reason: string) =>
      `Set by ${who === '' ? 'a person' : who}, ${when}: “${reason}”`,
    changeTier: 'Set another tier…',
    takeBack: 'Take it back',
    newTier: 'Tier instead',
    tierReason: 'Why',
    tierMissing: 'Choose a tier.',
    tierReasonMissing: 'Give the reason: the plan prints it.',
    saveTier: 'Save this tier',
    cancelTier: 'Cancel',
    weights: 'Weights',
    equalWeights: 'All equal',
    times: (weight: number) => `× ${weight}`,
    weightInWords: (weight: number) => (weight === 0 ? 'does not count' : `counts ${weight} times`),
    nothingCounts: 'Nothing counts now, so there is no order.',
    howOrdered: 'How the order comes about',
    howOrderedWords: (now: number, next: number) => [
      'The score is the average of the ratings given, each counted as often as its slider says. Open ratings are left out.',
      `From ${now} on the tier is Now, from ${next} on Next, below that Later. Equal scores share a rank.`,
      'A person may set another tier with a reason. The rank stays as it was computed.',
    ],
    together: {
      heading: 'Go through it together',
      paragraphs: ['The guidance asks you to settle the order with the state’s Open Data Coordinator.'],
    },
    stateGoals: 'Goals of the State Data Plan',
    guidanceSource: 'Open Data Access Plan Guidance, step 4.',
    noCandidates: 'No dataset is a candidate yet.',
    whatIsCandidate:
      'Candidates are datasets that are public, or releasable after a transformation, and not yet published as data.',
    ofAll: (number: number) => `Of ${count(number, 'dataset')}:`,
    notCandidates: {
      undetermined: (number: number) => `${number} with access undetermined`,
      protected: (number: number) => `${number} protected`,
      published: (number: number) => `${number} published as data already`,
    },
    goToIdentify: 'Go to Identify',
    next: 'Next open rating',
    goOn: 'Go on to Publish',
    left: (ratings: number, candidates: number, unexplained: number) =>
      [
        ratings === 0
          ? 'Every candidate has its place'
          : `${count(ratings, 'rating')} open in ${count(candidates, 'candidate')}`,
        ...(unexplained === 0 ? [] : [`${count(unexplained, 'rating')} without a reason`]),
      ].join(' · '),
  },

  publish: {
    title: 'When will it be published, and who looks after it?',
    subtitle: (done: number, total: number) => {
      if (total === 0) return 'Nothing to settle here yet'
      return done === total
        ? `All ${count(total, 'dataset')} settled`
        : `${figure(done)} of ${count(total, 'dataset')} settled · ${figure(total - done)} left`
    },
    tabs: 'Planned or already published',
    planned: (number: number) => `Planned (${figure(number)})`,
    published: (number: number) => `Already published (${figure(number)})`,
    plannedTable: 'Planned datasets, in the plan’s order',
    publishedTable: 'Datasets already published',
    card: 'The chosen dataset',
    open: 'Not settled',
    columns: {
      order: '#',
      dataset: 'Dataset',
      commitment: 'By',
      upkeep: 'Upkeep',
    },
    notGiven: 'Not yet given',
    missing: (words: readonly string[]) =>
      words.length === 1 ? `No ${words.join()}` : `${words.length} missing`,
    missingWords: { targetDate: 'date', updateFrequency: 'frequency', steward: 'steward' },
    retireWithoutGround: 'Retire: no ground',
    place: (place: number, planned: number) =>
      `number ${figure(place)} of ${figure(planned)} in the plan’s order`,
    commitmentHeading: 'The agency’s commitment',
    commitmentHint: 'A date, a frequency and a steward settle it. The rest helps whoever does it.',
    targetDate: 'Target date',
    inThePast: (date: string) => `${date}. This day is past.`,
    updateFrequency: 'Update frequency',
    updateFrequencyHint: 'Choose one, or write your own',
    inventorySays: (words: string) => `The inventory says “${words}”`,
    takeForAll: (value: string, number: number) => `Use “${value}” for all ${figure(number)}`,
    meaning: (use: string, interval: string) => `${use}, if it means ${interval}`,
    intervals: {
      continuous: 'all the time',
      hour: 'every hour',
      day: 'every day',
      weekday: 'every weekday',
      'half-week': 'twice a week',
      week: 'every week',
      'two-weeks': 'every two weeks',
      'half-month': 'twice a month',
      month: 'every month',
      'two-months': 'every two months',
      quarter: 'every quarter',
      'four-months': 'every four months',
      'half-year': 'twice a year',
      year: 'every year',
      'two-years': 'every two years',
      'five-years': 'every five years',
      decade: 'every ten years',
      'as-needed': 'whenever needed',
      never: 'never',
      other: 'something else',
    },
    steward: 'Steward',
    stewardHint: 'Answers for what the data mean',
    custodian: 'Custodian',
    custodianHint: 'Runs the system they come from',
    method: 'How it gets there',
    methodHint: 'For example a yearly upload, or a nightly export from the system',
    automation: 'Automation',
    different: 'Different answers',
    automate:
      'Updated more often than every quarter, but by hand: the handbook advises automating such updates. A scheduled export is often enough.',
    bulkHeading: (number: number) => `The same for ${count(number, 'selected dataset')}`,
    bulkHint:
      'What you fill in is set for all of them; what you leave stays as it is. Undo takes all of them back at once.',
    upkeepQuestion: 'What happens to it now?',
    bulkUpkeepQuestion: (number: number) => `What happens to the ${count(number, 'selected dataset')}?`,
    upkeepHints: {
      keep: 'it is right and current; nothing to do',
      update: 'newer data, better metadata, or both',
      retire: 'take it down, on one of the handbook’s grounds',
      'not-yet-determined': 'come back to it',
    },
    retirementGround: 'Ground for retiring it',
    retirementGroundHint: 'One is enough. Ask the State Library first whether the data must be archived.',
    chooseGround: 'Choose a ground',
    groundNeeded: 'Retiring needs a ground; without one this stays unsettled.',
    upkeepNote: 'Note',
    upkeepNoteHint: 'What is to be done, or why',
    whereNow: 'Published now',
    whereUnknown: 'where is not recorded',
    keeping: 'How it is kept current',
    previous: 'Previous',
    next: 'Next unsettled',
    toPublished: 'Go to the published ones',
    toPlanned: 'Go to the planned ones',
    goOn: 'Go on to Deliver',
    plannedNote:
      'Enter in the table goes to the next unsettled dataset. Tick several to fill them in at once.',
    publishedNote: (answers: number) =>
      `Keys 1 to ${answers} answer; Enter in the table goes to the next unsettled dataset.`,
    allDone: 'Everything here is settled.',
    emptyPlanned: {
      heading: 'No dataset is planned yet',
      review: 'Begin with Review: say where each dataset stands today.',
      identify:
        'Datasets come here when they could be made public and have a place in the order. Begin with Identify: say which may be public.',
      prioritize:
        'Some datasets could be made public, but none has a place in the order yet. Rate them, and those for now, next and later come here.',
      notPlanned:
        'Every dataset that could be made public is marked as not planned. Prioritize is where that can change.',
    },
    emptyPublished: {
      heading: 'No dataset is published as data yet',
      words:
        'Datasets come here when Review says they are on the portal, or public and machine-readable elsewhere.',
    },
    goTo: (step: string) => `Go to ${step}`,
    guidance: [
      {
        heading: 'A date people can rely on',
        paragraphs: [
          'Spread the dates: one for everything tells nobody what comes first. A date may change later; the next plan says so.',
        ],
      },
      {
        heading: 'Steward and custodian',
        paragraphs: [
          'The steward knows what the data mean and answers questions. The custodian runs the system they are kept in. One person may be both.',
        ],
      },
      {
        heading: 'Already published',
        paragraphs: [
          'Look at each once a year: keep it, update it, or retire it. Joining the years of a series is better than retiring the old ones.',
        ],
      },
    ],
    guidanceSource:
      'Open Data Access Plan Guidance, step 5. Open Data Handbook, publishing and retiring data.',
  },

  deliver: {
    title: 'Is everything ready to send?',
    subtitle: 'Two files for submission, both made from your plan. Nothing is typed twice.',
    saveBoth: 'Save both files…',
    savePlanFile: 'Save the plan file…',
    submission: {
      mark: 'Mark as submitted…',
      markAgain: 'Mark as submitted again…',
      title: 'Mark the plan as submitted',
      explanation:
        'Nothing is sent from here: this notes that you sent the plan in, and keeps it as it is now for good, under History, Restore points. You can go on working, and undo takes the mark back.',
      on: 'Submitted on',
      toCome: 'That day is still to come.',
      how: 'To whom or how (optional)',
      howHint: 'For example: E-mail to the Open Data Coordinator',
      action: 'Mark as submitted',
      submitted: (day: string) => `Submitted ${day}`,
      same: 'The plan has not changed since.',
      changed: 'The plan has changed since. What was submitted is kept under History, Restore points.',
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
      changesSheet:
        'Add a sheet “Plan changes”: for every changed cell what it was, who changed it, when and why',
    },
    report: {
      label: 'What changes in the workbook',
      cells: 'Cells written in the plan’s columns',
      ownCells: 'Cells of yours changed',
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
      ownTab: (number: number) => `Your cells (${figure(number)})`,
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
        'table-keeps-its-size':
          'the Excel table has totals or is filled from elsewhere, so it keeps its size',
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
        'characters-replaced': (where: string) =>
          `${where}: broken characters no file can hold were replaced.`,
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
  },
} as const
