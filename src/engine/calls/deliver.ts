import { createHash } from 'node:crypto'
import type { AppError } from '../../contract/errors.ts'
import type { FileHandle, MadeWorkbook } from '../../contract/views.ts'
import { planDocument } from '../../domain/plan-document.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { workbookChanges } from '../../domain/write-back/workbook-columns.ts'
import type { EngineContext, OpenPlan } from '../context.ts'
import { writeDocument } from '../documents/document-writer.ts'
import type { ShelvedFile } from '../file-shelf.ts'
import { readPlan } from '../open-plan.ts'
import { openForReading } from '../store/open-plan-file.ts'
import { readHeadingMarks, readInventory, readWorkbookBytes } from '../store/plan-rows.ts'
import { patchWorkbook } from '../workbook/patching/patch-workbook.ts'
import { planMarksIn } from '../workbook/reading/plan-marks.ts'
import type { HandlersOf } from './handlers.ts'

export const deliverCalls: HandlersOf<'deliver'> = {
  'deliver.make-workbook': (_input, context) => {
    const plan = context.openPlan.get()
    return plan === null ? err({ code: 'no-plan-open' }) : makeWorkbook(plan, context)
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

function makeWorkbook(open: OpenPlan, context: EngineContext): Result<MadeWorkbook, AppError> {
  const { db } = open.file
  const inventory = readInventory(db)
  const original = readWorkbookBytes(db)
  // What is given back must be what was taken in, to the byte.
  if (createHash('sha256').update(original).digest('hex') !== inventory.sha256) {
    return err({ code: 'plan-damaged' })
  }
  const changes = workbookChanges(readPlan(open), inventory, {
    further: inventory.further,
    marks: planMarksIn(original),
    headingMarks: readHeadingMarks(db),
  })
  const patched = patchWorkbook(original, changes)
  if (!patched.ok) return patched
  const { bytes, report } = patched.value
  return ok({ file: handle(context.shelf.receiveBytes(updatedName(inventory.fileName), bytes)), report })
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

/** Today where the user is, as a calendar date. */
function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
