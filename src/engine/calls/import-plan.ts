import type { Database } from 'better-sqlite3'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import type { InventoryField } from '../../domain/inventory-field.ts'
import type { ColumnField, InventoryTable } from '../../domain/inventory-table.ts'
import { headerShape } from '../../domain/mapping/remembered-mapping.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { CallContext, EngineContext } from '../context.ts'
import { diskProblem } from '../files/disk-problem.ts'
import type { ShelvedFile } from '../files/file-shelf.ts'
import { isSample } from '../files/sample-inventory.ts'
import { actionNow, openPlanAt } from '../plans/open-plan.ts'
import { newPlanId, planPath } from '../plans/plans-folder.ts'
import { wholePlanFileInSteps } from '../plans/whole-plan-file.ts'
import { type Action, begin } from '../store/history.ts'
import { type ImportedInventory, importInventory } from '../store/import-inventory.ts'
import { closePlanFile, createPlanFile } from '../store/open-plan-file.ts'

type ImportInput = ParsedInputOf<'open.import'>

/** Makes a plan of a received workbook with the confirmed table and mapping, and opens it. */
export async function importPlan(
  { fileId, choice, columns: mapping, frequencies = [] }: ImportInput,
  context: EngineContext,
  call: CallContext,
): Promise<Result<PlanView, AppError>> {
  const received = context.shelf.bytesOf(fileId)
  if (received === null) return err({ code: 'file-gone' })
  const { bytes, file } = received
  const { callId, signal } = call
  const onProgress = (done: number, total: number) =>
    context.emit({ kind: 'progress', callId, ...readingShare(done, total) })
  const options = { signal, onProgress }
  const content = await context.reader.readTable(bytes, file.name, choice, options)
  if (!content.ok) return content
  if (signal.aborted) return err({ code: 'cancelled' })
  const fields = confirmedFields(content.value.table, mapping)
  if (!fields.some(({ field }) => field === 'title')) return err({ code: 'title-column-missing' })

  const made = await makePlan(received, { content: content.value, fields, frequencies }, context, call)
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

async function makePlan(
  { file, bytes }: { readonly file: ShelvedFile; readonly bytes: Uint8Array },
  confirmed: Pick<ImportedInventory, 'content' | 'fields' | 'frequencies'>,
  context: EngineContext,
  call: CallContext,
): Promise<Result<PlanView, AppError>> {
  const planId = newPlanId(file.name, context.newId())
  const path = planPath(context.dataDir, planId)
  const { content } = confirmed
  const at = context.now().toISOString()
  const imported = {
    planId,
    isSample: isSample(file.sha256, context.assetsDir),
    fileName: file.name,
    format: content.format,
    bytes,
    sha256: file.sha256,
    who: context.settings.read().yourName,
    at,
    ...confirmed,
    newId: context.newId,
  }
  const action = { ...actionNow(context, { count: content.rows.length, name: file.name }), at }
  const made = await wholePlanFileInSteps<AppError>(path, async (temporary) => {
    const created = createPlanFile(temporary)
    if (!created.ok) return created
    try {
      return await fill(created.value.db, action, imported, context, call)
    } finally {
      closePlanFile(created.value)
    }
  })
  return made.ok ? openPlanAt(path, context) : made
}

/** Writes an inventory of any size without keeping others waiting, and stops at once when it is cancelled. */
async function fill(
  db: Database,
  action: Action,
  imported: ImportedInventory,
  { emit }: EngineContext,
  { callId, signal }: CallContext,
): Promise<Result<null, AppError>> {
  const beginning = begin(db, action)
  try {
    const total = imported.content.rows.length
    for (const done of importInventory(db, imported)) {
      emit({ kind: 'progress', callId, ...writingShare(done, total) })
      await new Promise((resolve) => setImmediate(resolve))
      if (signal.aborted) return err({ code: 'cancelled' })
    }
    beginning.keep()
    return ok(null)
  } finally {
    beginning.drop()
  }
}

/** Reading is about a third of an import, and writing the rest: one bar shows both. */
const readingPart = 1 / 3

function readingShare(done: number, total: number): { readonly done: number; readonly total: number } {
  return { done, total: total / readingPart }
}

function writingShare(done: number, total: number): { readonly done: number; readonly total: number } {
  return { done: total * readingPart + done * (1 - readingPart), total }
}
