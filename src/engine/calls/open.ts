import { copyFileSync } from 'node:fs'
import type { AppError } from '../../contract/errors.ts'
import type { PlanView } from '../../contract/views.ts'
import type { WorkbookInspection } from '../../domain/inventory-table.ts'
import { headerShape, withRememberedFields } from '../../domain/mapping/remembered-mapping.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import { readReferenceData } from '../computer/reference-data.ts'
import type { EngineContext } from '../context.ts'
import type { ShelvedFile } from '../files/file-shelf.ts'
import { samplePath } from '../files/sample-inventory.ts'
import { openPlanAt } from '../plans/open-plan.ts'
import { newPlanId, planPath, planWithin } from '../plans/plans-folder.ts'
import { wholePlanFile } from '../plans/whole-plan-file.ts'
import { revisionOf } from '../store/history.ts'
import { closePlanFile, openPlanFile } from '../store/open-plan-file.ts'
import { readPlanRow } from '../store/plan-rows.ts'
import type { HandlersOf } from './handlers.ts'
import { importPlan } from './import-plan.ts'
import { toldProgress } from './told-progress.ts'

export const openCalls: HandlersOf<'open'> = {
  'open.sample': (_input, { shelf, assetsDir }) => {
    const { fileId, name, size } = shelf.receiveCopy(samplePath(assetsDir))
    return ok({ fileId, name, size })
  },

  'open.inspect': async ({ fileId, choice }, context, call) => {
    const received = context.shelf.bytesOf(fileId)
    if (received === null) return err({ code: 'file-gone' })
    const { bytes, file } = received
    const options = toldProgress(context, call)
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
    return context.reader.view(bytes, file.name, { sheet, fromRow }, toldProgress(context, call))
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
