import { count, figure } from './counted.ts'
import { glossary } from './glossary.ts'
import { stepNames } from './step-names.ts'

const programName = 'Open Data Access Planner'

export const app = {
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
} as const

export const recovery = {
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
} as const

export const crash = {
  title: 'This page stopped because of a mistake in the program.',
  safe: 'Everything that was saved is still in the plan.',
  reload: 'Load the page again',
} as const

export const rail = {
  label: 'Steps of the plan',
  heading: 'Your plan',
  home: 'Start',
  details: 'Plan details',
  history: 'History',
  help: 'Help and words',
  progress: (done: number, total: number) => `${figure(done)} of ${figure(total)}`,
  done: 'done',
  steps: stepNames,
} as const

export const help = {
  title: 'Help and words',
  intro:
    'The plan follows five steps, in any order and with as many breaks as you like. Everything is saved as you go, and everything can be undone.',
  words: 'What the words mean',
  keys: 'Keys',
  glossary: glossary.map(({ word, meaning }) => [word, meaning] as const),
  shortcuts: [
    ['Ctrl+Z, Ctrl+Y', 'Undo and redo'],
    ['Ctrl+H', 'History and backups'],
    ['1, 2, 3 …', 'Choose the answer with that number'],
    ['Enter', 'Next unanswered dataset, from the table'],
    ['↑ ↓', 'Move through the table'],
    ['Space', 'Select the row, to answer several at once'],
    ['Esc', 'Take back what you typed in a field'],
  ] as readonly (readonly [string, string])[],
} as const
