import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ParsedInputOf } from '../../contract/calls.ts'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import type { TableContent } from '../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { CallContext, EngineContext } from '../context.ts'
import type { ShelvedFile } from '../file-shelf.ts'
import { openedPlan, viewOf } from '../open-plan.ts'
import { newPlanId, planPath } from '../plans-folder.ts'
import { begin } from '../store/history.ts'
import { importInventory } from '../store/import-inventory.ts'
import { closePlanFile, createPlanFile, openForReading } from '../store/open-plan-file.ts'
import { readPlanRow } from '../store/plan-rows.ts'
import type { ReadingOptions } from '../workbook/worker-client.ts'
import type { HandlersOf } from './handlers.ts'
import { openPlanAt } from './plan.ts'

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
    return context.reader.inspect(bytes, file.name, choice ?? undefined, readingOptions(context, call))
  },

  'open.import': importPlan,

  'open.plan-file': ({ fileId }, context) => {
    const file = context.shelf.find(fileId)
    if (file === null) return err({ code: 'file-gone' })
    return takeInPlanFile(file, context)
  },
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
  if (!mapping.some(({ field }) => field === 'title')) return err({ code: 'title-column-missing' })

  const { bytes, file } = received
  const options = readingOptions(context, call)
  const content = await context.reader.readTable(bytes, file.name, choice, options)
  if (!content.ok) return content
  if (call.signal.aborted) return err({ code: 'cancelled' })

  const made = makePlan(received, content.value, mapping, context)
  if (made.ok) context.shelf.remove(fileId)
  return made
}

/** The plan appears under its name only once it is whole: everything is imported in one transaction. */
function makePlan(
  { file, bytes }: { readonly file: ShelvedFile; readonly bytes: Uint8Array },
  content: TableContent,
  mapping: ImportInput['columns'],
  context: EngineContext,
): Result<PlanView, AppError> {
  const planId = newPlanId(file.name, context.newId())
  const path = planPath(context.dataDir, planId)
  if (path === null) throw new Error(`newPlanId made an id that is none: ${planId}`)
  const created = createPlanFile(path)
  if (!created.ok) return created
  const fieldOf = new Map(mapping.map(({ letter, field }) => [letter, field]))
  const at = context.now().toISOString()
  const { db } = created.value
  try {
    begin(
      db,
      {
        who: context.settings.read().yourName,
        at,
        what: `Imported ${content.rows.length} datasets from ${file.name}`,
      },
      () =>
        importInventory(db, {
          planId,
          isSample: file.name === sampleFileName,
          fileName: file.name,
          format: content.format,
          bytes,
          sha256: file.sha256,
          at,
          content,
          columns: content.table.columns.map((column) => ({
            ...column,
            field: fieldOf.get(column.letter) ?? null,
          })),
          newId: context.newId,
        }),
    )
  } catch (cause) {
    closePlanFile(created.value)
    for (const suffix of ['', '-wal', '-shm', '.lock']) rmSync(path + suffix, { force: true })
    throw cause
  }
  const plan = openedPlan(created.value, context)
  context.openPlan.set(plan)
  return ok(viewOf(plan))
}

/** Keeps a copy of a plan file from elsewhere among this computer's plans, under an id that is still free. */
function takeInPlanFile(file: ShelvedFile, context: EngineContext): Result<PlanView, AppError> {
  const readable = openForReading(file.path)
  if (!readable.ok) return readable
  const { id } = readPlanRow(readable.value)
  readable.value.close()
  const planId = newPlanId(id, context.newId())
  const path = planPath(context.dataDir, planId)
  if (path === null) throw new Error(`newPlanId made an id that is none: ${planId}`)
  copyFileSync(file.path, path)
  context.shelf.remove(file.fileId)
  return openPlanAt(path, context)
}
