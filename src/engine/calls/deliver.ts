import type { Database } from 'better-sqlite3'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { FileHandle, MadeWorkbook, PlanChange } from '../../contract/views.ts'
import { inWords, localDay } from '../../domain/calendar-date.ts'
import { planDocument } from '../../domain/plan-document.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { CallContext, EngineContext, OpenPlan } from '../context.ts'
import { writeDocument } from '../documents/document-writer.ts'
import type { ShelvedFile } from '../files/file-shelf.ts'
import { dropBackup, makeBackup } from '../plans/backups.ts'
import { act, acted, actionNow, planToChange, readPlan, thePlan } from '../plans/open-plan.ts'
import { setPlanFields, setSubmission } from '../store/edit-rows.ts'
import { change } from '../store/history.ts'
import { openForReading } from '../store/open-plan-file.ts'
import type { HandlersOf } from './handlers.ts'
import { toldProgress } from './told-progress.ts'

export const deliverCalls: HandlersOf<'deliver'> = {
  'deliver.read-questions': async (_input, { openPlan, givingBack }) => {
    const plan = openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : givingBack.readQuestions(plan.file)
  },

  'deliver.set-choices': ({ changes }, context) =>
    act(context, thePlan, (db) => setPlanFields(db, 'delivery', changes)),

  'deliver.mark-submitted': (submission, context) => markSubmitted(submission, context),

  'deliver.make-workbook': async (input, context, call) => {
    const plan = context.openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : makeWorkbook(plan, input, context, call)
  },

  'deliver.make-document': async (_input, context, { signal }) => {
    const plan = context.openPlan.get()
    if (plan === null) return err({ code: 'no-plan-open' })
    const document = planDocument(readPlan(plan), localDay(context.now()))
    const name = documentName(plan)
    const written = await writeDocument(document, signal)
    return written.ok ? ok({ file: handle(context.shelf.receiveBytes(name, written.value)) }) : written
  },

  'deliver.make-plan-file': (_input, context) => {
    const plan = context.openPlan.get()
    if (plan === null) return err({ code: 'no-plan-open' })
    // VACUUM INTO makes one whole file of an open plan; copying it would miss what is still in the log.
    const made = context.shelf.receiveMade(`${plan.planId}.odap`, (path) =>
      plan.file.db.prepare('VACUUM INTO ?').run(path),
    )
    const readable = openForReading(made.path)
    if (!readable.ok) return readable
    readable.value.close()
    return ok(handle(made))
  },
}

/**
 * What is kept for good is the plan with the mark in it, and it is kept first: there is never a mark without it.
 * A mark that then cannot be made takes it back.
 */
function markSubmitted(
  submission: ParsedInputOf<'deliver.mark-submitted'>,
  context: EngineContext,
): Result<PlanChange, AppError> {
  const plan = planToChange(context)
  if (!plan.ok) return plan
  const { file } = plan.value
  const day = inWords(submission.on)
  const action = actionNow(context, thePlan)
  const mark = (db: Database) => change(db, action, () => setSubmission(db, submission))
  const kept = makeBackup(context, file, 'submitted', `Submitted ${day}`, mark)
  try {
    return ok(acted(context, plan.value, mark))
  } catch (cause) {
    dropBackup(context.dataDir, file.path, kept)
    throw cause
  }
}

async function makeWorkbook(
  open: OpenPlan,
  input: ParsedInputOf<'deliver.make-workbook'>,
  context: EngineContext,
  call: CallContext,
): Promise<Result<MadeWorkbook, AppError>> {
  const made = await context.givingBack.makeWorkbook(open.file, input, toldProgress(context, call))
  if (!made.ok) return made
  const { bytes, report, fileName } = made.value
  // A plain copy has no macros, whatever the original is called.
  const name = input.workbook === 'plain' ? fileName.replace(/\.xl\w+$/i, '.xlsx') : fileName
  return ok({ file: handle(context.shelf.receiveBytes(updatedName(name), bytes)), report })
}

function handle({ fileId, name, size }: ShelvedFile): FileHandle {
  return { fileId, name, size }
}

/** "DES inventory.xlsx" comes back as "DES inventory (updated).xlsx", so that nobody mistakes it for the original. */
function updatedName(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const stem = dot > 0 ? fileName.slice(0, dot) : fileName
  const ending = dot > 0 ? fileName.slice(dot) : ''
  return `${stem.replace(/ \(updated\)$/, '')} (updated)${ending}`
}

/** Short and without spaces, as the accessibility lists ask. */
function documentName(plan: OpenPlan): string {
  const { period } = readPlan(plan).details
  const year = /\d{4}/.exec(period)?.[0]
  return `Open-Data-Access-Plan${year === undefined ? '' : `-${year}`}.docx`
}
