import type { AppError } from '../contract/errors.ts'

/** The words of the command were off; the usage is shown. */
export class UsageError extends Error {}

/** One plain sentence for each error, for the terminal. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case a code, of a line or two each.
export function sentence(error: AppError): string {
  switch (error.code) {
    case 'file-empty':
      return 'The file is empty.'
    case 'file-too-large':
      return `The file has ${error.megabytes} MB; up to ${error.limit} MB can be read.`
    case 'file-locked-by-password':
      return 'The workbook is locked with a password; save a copy without one in Excel.'
    case 'file-damaged':
      return 'The file is damaged; Excel may be able to repair it.'
    case 'file-kind-not-read':
      return kindNotRead(error.kind)
    case 'file-is-lock-file':
      return 'This is the lock file Excel keeps while a workbook is open, not the workbook.'
    case 'workbook-has-no-sheets':
      return 'The workbook has no sheet with cells.'
    case 'no-table-found':
      return 'No table with headings was found.'
    case 'table-transposed':
      return `On sheet “${error.sheet}” the headings run down and each dataset is a column. Transpose the table in Excel.`
    case 'columns-differ':
      return `Sheet “${error.sheet}” does not have the same columns as the inventory.`
    case 'no-datasets':
      return `Sheet “${error.sheet}” has headings in row ${error.headerRow} but no datasets below them.`
    case 'sheet-not-found':
      return `There is no sheet “${error.sheet}”.`
    case 'header-row-empty':
      return `Row ${error.headerRow} of sheet “${error.sheet}” has no headings.`
    case 'workbook-too-complex':
      return `The workbook is beyond what can be read safely (${error.what}).`
    case 'reading-took-too-long':
      return 'Reading the workbook took too long and was stopped.'
    case 'cancelled':
      return 'Cancelled.'
    case 'workbook-dialect-not-written':
      return `The workbook is written in a way that cannot be changed safely (${error.what}).`
    case 'workbook-check-failed':
      return `The updated workbook did not pass its check and was not kept (${error.what}).`
    case 'writing-takes-too-much':
      return `Making the updated workbook took more ${error.what} than it may and was stopped.`
    case 'encoding-cannot-hold':
      return `The file is in ${error.encoding}, which has no place for “${error.text}”; --utf-8 gives it back in UTF-8.`
    case 'unknown-call':
      return `There is no call “${error.call}”; see: odap calls.`
    case 'invalid-input':
      return `The input does not fit the call: ${error.problems.join('; ')}.`
    case 'text-too-long':
      return `A text is too long; up to ${error.limit} characters fit there.`
    case 'internal':
      return `Something went wrong in the program; the log has it under ${error.incident}.`
    case 'no-plan-open':
      return 'No plan is open.'
    case 'other-plan-open':
      return 'Another plan has been opened meanwhile.'
    case 'plan-has-decisions':
      return 'There is a plan.odap with decisions in that folder already; it was not overwritten. Choose another folder.'
    case 'reference-data-unreadable':
      return `The reference-data.json in the data folder cannot be read: ${error.problem}.`
    case 'plan-not-found':
      return 'There is no such plan.'
    case 'plan-open-elsewhere':
      return error.holder === null
        ? 'The plan is open in another window or program.'
        : `The plan is open for changes on ${error.holder.computer} (${error.holder.who || 'no name given'}) since ${error.holder.since}.`
    case 'plan-read-only':
      return 'The plan was opened to read, because another program has it open for changes.'
    case 'plan-file-lost':
      return 'The plan’s file has been removed or replaced while it was open; nothing was saved.'
    case 'plan-known-already':
      return `This computer has this plan already (${error.planId}).`
    case 'plan-damaged':
      return 'The plan file is damaged; it was not changed.'
    case 'plan-newer':
      return 'The plan was made with a newer version of the program; it was not changed.'
    case 'plan-unreleased':
      return 'The plan was made with a trial version of the program, from before its first release; it was not changed.'
    case 'not-a-plan-file':
      return 'This is not a plan file.'
    case 'dataset-not-found':
      return 'There is no such dataset in the plan.'
    case 'criterion-not-found':
      return 'There is no such criterion in the plan.'
    case 'idea-not-found':
      return 'There is no such idea on the board.'
    case 'idea-already-a-dataset':
      return 'The idea is a dataset already.'
    case 'title-column-missing':
      return 'No column is mapped to the title.'
    case 'nothing-to-undo':
      return 'There is nothing to undo.'
    case 'nothing-to-redo':
      return 'There is nothing to redo.'
    case 'action-not-found':
      return 'History does not reach back to that action.'
    case 'backup-not-found':
      return 'There is no such backup.'
    case 'backup-damaged':
      return 'The backup is damaged; nothing was changed.'
    case 'file-gone':
      return 'The file is no longer there.'
    case 'file-not-readable':
      return 'The file cannot be read; is it there, and may you read it?'
    case 'file-not-downloaded':
      return 'Only the file’s name is on this computer; its bytes are in the cloud, which cannot be reached.'
    case 'document-check-failed':
      return `The Word plan did not pass its check and was not kept (${error.what}).`
    case 'disk-full':
      return 'The disk is full.'
    case 'cannot-write':
      return 'The file or folder cannot be written.'
    case 'target-open':
      return `“${error.name}” is open in another program; nothing was written.`
    case 'target-read-only':
      return `“${error.name}” is read-only; nothing was written.`
    case 'target-not-downloaded':
      return `Of “${error.name}” only the name is on this computer; it was not replaced.`
    case 'folder-gone':
      return `The folder ${error.folder} is not there.`
    case 'folder-read-only':
      return `The folder ${error.folder} cannot be written.`
    case 'engine-gone':
      return 'The engine stopped in the middle of the call.'
  }
}

const saveAsXlsx = 'open it in Excel, choose File, Save As, Excel Workbook (.xlsx), and use the new file.'

function kindNotRead(kind: string): string {
  switch (kind) {
    case 'xls':
      return `This is a workbook in the old Excel format (.xls); ${saveAsXlsx}`
    case 'xlsb':
      return `This is a binary Excel workbook (.xlsb); ${saveAsXlsx}`
    case 'ods':
      return `This is an OpenDocument spreadsheet (.ods); ${saveAsXlsx}`
    case 'numbers':
      return 'This is a Numbers spreadsheet; in Numbers, choose File, Export To, Excel, and use the new file.'
    case 'xml-spreadsheet':
      return `This is an XML spreadsheet of Excel 2003; ${saveAsXlsx}`
    case 'html':
      return `This is a web page, whatever its name says; if it shows a table, ${saveAsXlsx}`
    case 'text':
      return 'This is a text file; if it holds a table, give it a name that ends in .csv.'
    default:
      return `This is not a workbook (${kind}); name the Excel workbook or CSV file that holds the inventory.`
  }
}

/** Says an expected failure on stderr and answers the exit code. */
export function refused(error: AppError, subject?: string): number {
  process.stderr.write(`${subject === undefined ? '' : `${subject}: `}${sentence(error)}\n`)
  return 1
}

/** A failure nobody expected still ends in one sentence. */
export function failed(cause: unknown): number {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  return 1
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
