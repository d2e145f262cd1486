import type { Descriptions } from './error-in-words.ts'
import { planSafe, words } from './error-in-words.ts'
import { kindAdvice, kindNotRead } from './file-kind-words.ts'

const fileSafe = 'Your file was not changed and nothing was imported.'

/** What can go wrong before an inventory is a plan. */
export const readingErrors = {
  'file-empty': () =>
    words('The file is empty.', fileSafe, 'Copy it again from where it came from, or choose another file.'),
  'file-too-large': ({ megabytes, limit }) =>
    words(
      `The file has ${megabytes.toLocaleString('en-US')} MB; up to ${limit} MB can be read.`,
      fileSafe,
      'Save a copy without pictures and old sheets, and open that.',
    ),
  'file-locked-by-password': () =>
    words(
      'The workbook is protected with a password, so nothing in it can be read.',
      fileSafe,
      'In Excel choose File, Info, Protect Workbook, take the password off a copy, and open the copy.',
    ),
  'file-damaged': () =>
    words(
      'The file is damaged, or it was not copied completely.',
      fileSafe,
      'Let Excel open and repair it, save it under a new name, and open that.',
    ),
  'file-kind-not-read': ({ kind }) => words(kindNotRead(kind), fileSafe, kindAdvice(kind)),
  'file-is-lock-file': () =>
    words(
      'This is the small file Excel keeps while a workbook is open, not the workbook itself.',
      fileSafe,
      'Choose the file of the same name without “~$” at its beginning.',
    ),
  'workbook-has-no-sheets': () =>
    words('The workbook has no sheet with cells.', fileSafe, 'Choose the workbook that holds the inventory.'),
  'no-table-found': () =>
    words(
      'No table was found in this workbook.',
      fileSafe,
      'Check in Excel that it has a row of headings with datasets below it, or choose another file.',
    ),
  'table-transposed': ({ sheet }) =>
    words(
      `On sheet “${sheet}” the headings run down and each dataset is a column.`,
      fileSafe,
      'Turn the table in Excel: copy it, then Paste Special with Transpose, and open it again.',
    ),
  'columns-differ': ({ sheet }) =>
    words(
      `Sheet “${sheet}” does not have the same columns as the inventory.`,
      fileSafe,
      'Take only sheets whose headings are the same and stand in the same columns.',
    ),
  'no-datasets': ({ sheet, headerRow }) =>
    words(
      `Below the headings in row ${headerRow} of sheet “${sheet}” there are no datasets.`,
      fileSafe,
      'Choose another sheet or another row of headings, or fill in the inventory first.',
    ),
  'sheet-not-found': ({ sheet }) =>
    words(
      `There is no sheet “${sheet}” in this workbook.`,
      fileSafe,
      'Choose one of the sheets that are there.',
    ),
  'header-row-empty': ({ sheet, headerRow }) =>
    words(
      `Row ${headerRow} of sheet “${sheet}” is empty, so it cannot hold the headings.`,
      fileSafe,
      'Choose the row that names the columns.',
    ),
  'workbook-too-complex': ({ what }) =>
    words(
      `The workbook holds more than can be read safely: ${what}.`,
      fileSafe,
      'Copy the inventory’s sheet into a new workbook, and open that.',
    ),
  'reading-took-too-long': () =>
    words(
      'Reading the workbook took too long and was stopped.',
      fileSafe,
      'Copy the inventory’s sheet into a new workbook, and open that.',
    ),
  cancelled: () => words('You cancelled it.', fileSafe, 'Start again whenever you like.'),
  'file-gone': () => words('The file is no longer at hand.', planSafe, 'Choose it or make it once more.'),
  'file-not-readable': () =>
    words(
      'The file could not be read from where it is.',
      'It was not changed.',
      'Close it in Excel if it is open there, check that you may open it, and try again.',
    ),
  'file-not-downloaded': () =>
    words(
      'Only the file’s name is on this computer; the file itself is in OneDrive, which cannot be reached.',
      'It was not changed.',
      'Connect to the network, choose “Always keep on this device” for the file, and open it again.',
    ),
  'title-column-missing': () =>
    words(
      'No column is read as the title, so the datasets would have no names.',
      fileSafe,
      'Choose the column that holds the title, then import.',
    ),
} satisfies Partial<Descriptions>
