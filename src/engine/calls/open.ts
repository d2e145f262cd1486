import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import type { InventoryField } from '../../domain/inventory-field.ts'
import { headerShape, withRememberedFields } from '../../domain/mapping/remembered-mapping.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { ColumnField, InventoryTable, WorkbookInspection } from '../../domain/table/inventory-table.ts'
import type { CallContext, EngineContext } from '../context.ts'
import { diskProblem } from '../disk-problem.ts'
import type { ShelvedFile } from '../file-shelf.ts'
import { openPlanAt } from '../open-plan.ts'
import { newPlanId, planPath, planWithin } from '../plans-folder.ts'
import { readReferenceData } from '../reference-data.ts'
import { begin, revisionOf } from '../store/history.ts'
import { type ImportedInventory, importInventory } from '../store/import-inventory.ts'
import { closePlanFile, createPlanFile, openPlanFile } from '../store/open-plan-file.ts'
import { readPlanRow } from '../store/plan-rows.ts'
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
    if (!inspected.ok) return inspected
    const reference = readReferenceData(context.dataDir, context.assetsDir)
    if (!reference.ok) return reference
    const frequencyVocabulary = reference.value.updateFrequencies.entries
    return ok({ ...withRemembered(inspected.value, context), frequencyVocabulary })
  },

  'open.view': async ({ fileId, sheet, fromRow }, context, call) => {
    const received = context.shelf.bytesOf(fileId)
    if (received === null) return err({ code: 'file-gone' })
    const { bytes, file } = received
    return context.reader.view(bytes, file.name, { sheet, fromRow }, readingOptions(context, call))
  },

  'open.import': importPlan,

  'open.plan-file': ({ fileId, evenIfKnown }, context) => {
    const file = context.shelf.find(fileId)
    if (file === null) return err({ code: 'file-gone' })
    return takeInPlanFile(file, evenIfKnown, context)
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
  { fileId, choice, columns: mapping, frequencies = [] }: ImportInput,
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
  const fields = confirmedFields(content.value.table, mapping)
  if (!fields.some(({ field }) => field === 'title')) return err({ code: 'title-column-missing' })

  const made = makePlan(received, { content: content.value, fields, frequencies }, context)
  if (!made.ok) return made
  context.shelf.remove(fileId)
  atNoRisk(() => {
    remember(content.value.table, fields, context)
    const planId = context.openPlan.get()?.planId
    if (file.from !== null && planId !== undefined) context.inventoryPlaces.remember(planId, file.from)
  })
  return made
}

/** What the columns of this table serve, from left to right, each pair once. */
function confirmedFields(
  { columns }: InventoryTable,
  mapping: readonly ColumnField[],
): readonly ConfirmedField[] {
  const fieldsOf = Map.groupBy(mapping, ({ letter }) => letter)
  return columns.flatMap(({ letter }) => {
    const fields = new Set((fieldsOf.get(letter) ?? []).map(({ field }) => field))
    return [...fields].flatMap((field) => (field === null ? [] : [{ letter, field }]))
  })
}

type ConfirmedField = ColumnField & { readonly field: InventoryField }

function remember(
  { columns }: InventoryTable,
  confirmed: readonly ConfirmedField[],
  context: EngineContext,
): void {
  const shape = headerShape(columns)
  if (shape === null) return
  const fields = columns.map(({ letter }) =>
    confirmed.filter((one) => one.letter === letter).map(({ field }) => field),
  )
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
  confirmed: Pick<ImportedInventory, 'content' | 'fields' | 'frequencies'>,
  context: EngineContext,
): Result<PlanView, AppError> {
  const planId = newPlanId(file.name, context.newId())
  const path = planPath(context.dataDir, planId)
  const { content } = confirmed
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
    ...confirmed,
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

/**
 * Keeps a copy of a plan file from elsewhere among this computer's plans, under an id that is still free. Opening the
 * same file day after day would leave as many copies, each without the others' work, so a plan that is here already
 * is taken in again only by somebody who knows.
 */
function takeInPlanFile(
  file: ShelvedFile,
  evenIfKnown: boolean,
  context: EngineContext,
): Result<PlanView, AppError> {
  const path = planPath(context.dataDir, newPlanId(file.name, context.newId()))
  const made = wholePlanFile<AppError>(path, (temporary) => {
    copyFileSync(file.path, temporary)
    const opened = openPlanFile(temporary)
    if (!opened.ok) return opened
    try {
      const { db } = opened.value
      const known = evenIfKnown ? null : planWithin(context.dataDir, readPlanRow(db).id)
      const fileChangedAt = revisionOf(db).changedAt
      return known === null ? ok(null) : err({ code: 'plan-known-already', ...known, fileChangedAt })
    } finally {
      closePlanFile(opened.value)
    }
  })
  if (!made.ok) return made
  const opened = openPlanAt(path, context)
  if (opened.ok) context.shelf.remove(file.fileId)
  return opened
}
