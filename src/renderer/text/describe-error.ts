import type { AppError } from '../../contract/errors.ts'
import type { PlanHolder } from '../../domain/plan.ts'
import type { Descriptions, ErrorInWords } from './error-in-words.ts'
import { planSafe, words } from './error-in-words.ts'
import { dayAndTimeInWords } from './moments.ts'
import { readingErrors } from './reading-errors.ts'

const plansSafe = 'Your other plans and your files are as they were.'

/** One entry a code: a new code does not compile until it has its words. */
const descriptions: Descriptions = {
  ...readingErrors,

  'workbook-dialect-not-written': ({ what }) =>
    words(
      'This workbook is written in an unusual way, so nothing can be added to it safely.',
      'Your inventory was not changed, and your answers are in the plan.',
      'Save a plain new workbook: what your cells say, with the plan’s columns, but without colors, formulas and charts. Or save the inventory in Excel as an ordinary .xlsx and start from that. ' +
        `For whoever helps you: ${what}.`,
    ),
  'workbook-check-failed': ({ what }) =>
    words(
      'The updated workbook did not pass its own check.',
      'It was thrown away. Your inventory was not changed, and your answers are in the plan.',
      `Make the Word plan meanwhile, and report this with the name of the workbook and these words: ${what}.`,
    ),
  'writing-takes-too-much': ({ what }) =>
    words(
      `Making the updated workbook took more ${what} than it may, and was stopped.`,
      'Your inventory was not changed, and your answers are in the plan.',
      'Close other programs and try once more. If it happens again, copy the inventory’s sheet into a new workbook, and start from that.',
    ),
  'encoding-cannot-hold': ({ text, encoding }) =>
    words(
      `The inventory is a text file in an encoding (${encoding}) that has no place for “${text}”.`,
      'Your inventory was not changed, and your answers are in the plan.',
      'Save it as UTF-8: every field stays the same, only the way the characters are stored changes.',
    ),
  'document-check-failed': ({ what }) =>
    words(
      `The Word plan did not pass its own check: ${what}.`,
      `It was thrown away. ${planSafe}`,
      'Try once more; if it happens again, report it.',
    ),

  'other-plan-open': () =>
    words(
      'Another plan has been opened in another window.',
      'Nothing was changed in either of them.',
      'Go to Start and open this plan again.',
    ),
  'plan-has-decisions': () =>
    words('There is a plan with decisions already.', planSafe, 'Choose another folder.'),
  'reference-data-unreadable': ({ problem }) =>
    words(
      `Your own reference-data.json in the data folder cannot be read: ${problem}.`,
      planSafe,
      'Mend that file or take it away, then try again; without it the program uses its own.',
    ),
  'no-plan-open': () =>
    words('No plan is open any more.', planSafe, 'Go to Start and open the plan from the list.'),
  'plan-not-found': () =>
    words(
      'This plan is not on this computer any more.',
      plansSafe,
      'If you have its plan file (.odap), open that.',
    ),
  'plan-open-elsewhere': ({ holder }) =>
    words(
      openElsewhere(holder),
      planSafe,
      'Close it there and open it here again, or go on with one of the ways below.',
    ),
  'plan-read-only': () =>
    words(
      'You have this plan open to read.',
      'Nothing was changed.',
      'Make a copy to work in, or wait until it is closed in the other program.',
    ),
  'plan-file-lost': () =>
    words(
      'The plan’s file is no longer where it was: it has been removed, moved or replaced.',
      'The program still holds everything up to then.',
      'Write the plan to the disk again before you close the program.',
    ),
  'plan-known-already': ({ changedAt, fileChangedAt }) =>
    words(
      'This computer has this plan already.',
      changedAt === fileChangedAt
        ? `Both were last changed on ${dayAndTimeInWords(changedAt)}.`
        : `The plan here was last changed on ${dayAndTimeInWords(changedAt)}, the one in the file on ${dayAndTimeInWords(fileChangedAt)}.`,
      'Choose with which of them you want to go on.',
    ),
  'plan-damaged': () =>
    words(
      'The plan’s file is damaged: parts of it cannot be read.',
      plansSafe,
      'Open a plan file (.odap) you saved earlier, or ask for help before anything else.',
    ),
  'plan-newer': () =>
    words(
      'This plan was last used with a newer version of this program.',
      'It was not touched.',
      'Open it with that version or a later one.',
    ),
  'plan-unreleased': () =>
    words(
      'This plan was made with a trial version of this program, from before its first release.',
      'It was not touched.',
      'Open your inventory again and begin a new plan from it.',
    ),
  'not-a-plan-file': () =>
    words(
      'This is not a plan file of this program.',
      'The file was not changed.',
      'Plan files end in .odap. For an Excel inventory use “Open an inventory…”.',
    ),
  'dataset-not-found': () =>
    words('The dataset is no longer in the plan.', planSafe, 'It may have been undone. Choose another one.'),
  'criterion-not-found': () =>
    words('The plan has no such criterion.', planSafe, 'Rate the dataset on the criteria that are shown.'),
  'idea-not-found': () =>
    words('The idea is no longer on the board.', planSafe, 'It may have been undone or taken off.'),
  'idea-already-a-dataset': () =>
    words('This idea is a dataset of the plan already.', planSafe, 'Look for it in the table of datasets.'),
  'nothing-to-undo': () => words('There is nothing to undo.', planSafe, 'You can go on.'),
  'nothing-to-redo': () => words('There is nothing to redo.', planSafe, 'You can go on.'),
  'action-not-found': () =>
    words('History does not reach back to this action.', planSafe, 'Choose another one, or a backup.'),
  'backup-not-found': () =>
    words('This backup is not on this computer any more.', planSafe, 'Choose another one.'),
  'backup-damaged': () =>
    words('This backup is damaged and was not used.', 'Nothing was changed.', 'Choose another one.'),

  'disk-full': () =>
    words('The disk is full.', planSafe, 'Free some space on this computer, then do it again.'),
  'cannot-write': () =>
    words(
      'The disk could not be written to.',
      planSafe,
      'Close the file if it is open in another program, check that the folder may be written to, and try again.',
    ),
  'target-open': ({ name }) =>
    words(
      `The file “${name}” is open in Excel or another program, so it was not replaced.`,
      'Nothing was written, and what is there stays as it is.',
      'Close it there and save again, or save beside it under another name.',
    ),
  'target-read-only': ({ name }) =>
    words(
      `The file “${name}” may only be read, so it was not replaced.`,
      'Nothing was written, and what is there stays as it is.',
      'Save beside it under another name, or choose another place.',
    ),
  'target-not-downloaded': ({ name }) =>
    words(
      `Of the file “${name}” only the name is on this computer, so what it holds could not be kept.`,
      'Nothing was written, and it was not replaced.',
      'Save beside it under another name, or connect to the network and save again.',
    ),
  'folder-gone': ({ folder }) =>
    words(
      `The folder is not there: ${folder}.`,
      planSafe,
      'If it is on a drive or in the cloud, connect that and save again, or choose another place.',
    ),
  'folder-read-only': ({ folder }) =>
    words(
      `Nothing may be written into the folder ${folder}.`,
      planSafe,
      'Choose another place, such as your Documents folder.',
    ),
  'engine-gone': () =>
    words(
      'The program did not answer.',
      planSafe,
      'Wait a moment and try again. If it stays silent, close the program and start it anew.',
    ),
  'unknown-call': ({ call }) =>
    words(
      `This page and the program do not fit together (“${call}”).`,
      planSafe,
      'Close the program and start it anew.',
    ),
  'invalid-input': ({ problems }) =>
    words(
      `This was not accepted: ${problems.join('; ')}.`,
      planSafe,
      'Change what you entered, and try again.',
    ),
  'text-too-long': ({ limit }) =>
    words(
      `That text is too long: this field holds up to ${limit.toLocaleString('en-US')} characters.`,
      'It is not saved yet, but still stands where you typed it.',
      'Shorten it; it is saved when you leave the field.',
    ),
  internal: ({ incident }) =>
    words(
      'Something went wrong inside the program.',
      planSafe,
      `Try again. If it happens again, report it with the number ${incident}.`,
    ),
}

export function describeError(error: AppError): ErrorInWords {
  // The table has for each code the function of that code's error, which a compiler cannot follow through a union.
  const inWords = descriptions[error.code] as (error: AppError) => ErrorInWords
  return inWords(error)
}

/** Who has a plan open, where, since when: as far as it is known. */
export function openElsewhere(holder: PlanHolder | null): string {
  if (holder === null) return 'This plan is open in another window or program.'
  const who = holder.who === '' ? 'Somebody' : holder.who
  return `${who} has this plan open on the computer ${holder.computer}, since ${dayAndTimeInWords(holder.since)}.`
}
