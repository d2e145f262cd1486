import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import { headerShape, withRememberedFields } from '../../domain/mapping/remembered-mapping.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { TableContent, WorkbookInspection } from '../../domain/table/inventory-table.ts'
import type { CallContext, EngineContext } from '../context.ts'
import { diskProblem } from '../disk-problem.ts'
import type { ShelvedFile } from '../file-shelf.ts'
import { openPlanAt } from '../open-plan.ts'
import { newPlanId, planPath } from '../plans-folder.ts'
import { begin } from '../store/history.ts'
import { importInventory } from '../store/import-inventory.ts'
import { closePlanFile, createPlanFile, openPlanFile } from '../store/open-plan-file.ts'
import { wholePlanFile } from '../whole-plan-file.ts'
import type { ReadingOptions } from '../workbook/reading/worker-client.ts'
import type { HandlersOf } from './handlers.ts'

const sampleFileName = 'sample-inventory.xlsx'

export const openCalls: HandlersOf<'open'> = {
  'open.sample': (_input, { shelf, assetsDir }) => {
    const { fileId, name, size } = shelf.receiveCopy(join(assetsDir, sampleFileName))
    return ok({ fileId, name, size })
  },

  'open.inspect': async ({ fileId, choice }, context, call) => {
    const received = context.shelf.bytesOf(fileId)
    if (received === null) return err({ code: 'file-gone' })
    const { bytes, file } = received
    const options = readingOptions(context, call)
    const inspected = await context.reader.inspect(bytes, file.name, choice ?? undefined, options)
    return inspected.ok ? ok(withRemembered(inspected.value, context)) : inspected
  },

  'open.view': async ({ fileId, sheet, fromRow }, context, call) => {
    const received = context.shelf.bytesOf(fileId)
    if (received === null) return err({ code: 'file-gone' })
    const { bytes, file } = received
    return context.reader.view(bytes, file.name, { sheet, fromRow }, readingOptions(context, call))
  },

  'open.import': importPlan,

  'open.plan-file': ({ fileId }, context) => {
    const file = context.shelf.find(fileId)
    if (file === null) return err({ code: 'file-gone' })
    return takeInPlanFile(file, context)
  },
}

/** What a person confirmed for the same headings before is a better guess than the program's. */
function withRemembered(inspection: WorkbookInspection, context: EngineContext): WorkbookInspection {
  const shape = headerShape(inspection.table.columns)
  const fields = shape === null ? null : context.rememberedMappings.find(shape)
  return fields === null ? inspection : withRememberedFields(inspection, fields)
}

/** A reading that a person may cancel, and whose progress the page is told under the call's id. */
function readingOptions({ emit }: EngineContext, { callId, signal }: CallContext): ReadingOptions {
  return { signal, onProgress: (done, total) => emit({ kind: 'progress', callId, done, total }) }
}

type ImportInput = ParsedInputOf<'open.import'>

async function importPlan(
  { fileId, choice, columns: mapping }: ImportInput,
  context: EngineContext,
  call: CallContext,
): Promise<Result<PlanView, AppError>> {
  const received = context.shelf.bytesOf(fileId)
  if (received === null) return err({ code: 'file-gone' })
  const { bytes, file } = received
  const options = readingOptions(context, call)
  const content = await context.reader.readTable(bytes, file.name, choice, options)
  if (!content.ok) return content
  if (call.signal.aborted) return err({ code: 'cancelled' })
  const letters = new Set(content.value.table.columns.map(({ letter }) => letter))
  const hasTitle = mapping.some(({ letter, field }) => field === 'title' && letters.has(letter))
  if (!hasTitle) return err({ code: 'title-column-missing' })

  const made = makePlan(received, content.value, mapping, context)
  if (!made.ok) return made
  context.shelf.remove(fileId)
  atNoRisk(() => {
    remember(content.value, mapping, context)
    const planId = context.openPlan.get()?.planId
    if (file.from !== null && planId !== undefined) context.inventoryPlaces.remember(planId, file.from)
  })
  return made
}

function remember({ table }: TableContent, mapping: ImportInput['columns'], context: EngineContext): void {
  const shape = headerShape(table.columns)
  if (shape === null) return
  const fieldOf = new Map(mapping.map(({ letter, field }) => [letter, field]))
  const fields = table.columns.map(({ letter }) => fieldOf.get(letter) ?? null)
  context.rememberedMappings.remember(shape, fields)
}

/** The plan is made and safe by now: a full disk costs looking at the columns again, never the import. */
function atNoRisk(work: () => void): void {
  try {
    work()
  } catch (cause) {
    if (diskProblem(cause) === null) throw cause
  }
}

function makePlan(
  { file, bytes }: { readonly file: ShelvedFile; readonly bytes: Uint8Array },
  content: TableContent,
  mapping: ImportInput['columns'],
  context: EngineContext,
): Result<PlanView, AppError> {
  const planId = newPlanId(file.name, context.newId())
  const path = planPath(context.dataDir, planId)
  const fieldOf = new Map(mapping.map(({ letter, field }) => [letter, field]))
  const at = context.now().toISOString()
  const imported = {
    planId,
    isSample: file.sha256 === sampleHash(context),
    fileName: file.name,
    format: content.format,
    bytes,
    sha256: file.sha256,
    who: context.settings.read().yourName,
    at,
    content,
    columns: content.table.columns.map((column) => ({
      ...column,
      field: fieldOf.get(column.letter) ?? null,
    })),
    newId: context.newId,
  }
  const what = `Imported ${content.rows.length} datasets from ${file.name}`
  const made = wholePlanFile(path, (temporary) => {
    const created = createPlanFile(temporary)
    if (!created.ok) return created
    try {
      const { db } = created.value
      begin(db, { who: context.settings.read().yourName, at, what }, () => importInventory(db, imported))
      return ok(null)
    } finally {
      closePlanFile(created.value)
    }
  })
  return made.ok ? openPlanAt(path, context) : made
}

function sampleHash({ assetsDir }: EngineContext): string {
  return createHash('sha256')
    .update(readFileSync(join(assetsDir, sampleFileName)))
    .digest('hex')
}

/** Keeps a copy of a plan file from elsewhere among this computer's plans, under an id that is still free. */
function takeInPlanFile(file: ShelvedFile, context: EngineContext): Result<PlanView, AppError> {
  const path = planPath(context.dataDir, newPlanId(file.name, context.newId()))
  const made = wholePlanFile(path, (temporary) => {
    copyFileSync(file.path, temporary)
    const opened = openPlanFile(temporary)
    if (!opened.ok) return opened
    closePlanFile(opened.value)
    return ok(null)
  })
  if (!made.ok) return made
  const opened = openPlanAt(path, context)
  if (opened.ok) context.shelf.remove(file.fileId)
  return opened
}
