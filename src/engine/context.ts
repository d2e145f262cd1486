import type { EngineEvent } from '../contract/events.ts'
import type { ReferenceData } from '../domain/reference-data.ts'
import type { InventoryPlaces } from './computer/inventory-places.ts'
import type { RememberedMappings } from './computer/remembered-mappings.ts'
import type { SettingsFile } from './computer/settings.ts'
import type { FileShelf } from './files/file-shelf.ts'
import type { GivingBack } from './plans/giving-back.ts'
import type { PlanFile } from './store/open-plan-file.ts'
import type { WorkbookReader } from './workbook/reading/worker-client.ts'

/** What every call may use. The clock and ids come from here, so that tests can hold them still. */
export interface EngineContext {
  readonly dataDir: string
  readonly assetsDir: string
  readonly version: string
  readonly now: () => Date
  readonly newId: () => string
  readonly settings: SettingsFile
  readonly rememberedMappings: RememberedMappings
  readonly inventoryPlaces: InventoryPlaces
  readonly shelf: FileShelf
  readonly reader: WorkbookReader
  readonly givingBack: GivingBack
  readonly openPlan: OpenPlanSlot
  readonly emit: (event: EngineEvent) => void
  /** The call that is being answered and its parameters, which an action keeps; '' between calls. */
  readonly asked: { readonly call: string; readonly input: unknown }
  /** How many datasets the answer may hold; all where whoever calls said nothing. */
  readonly mostDatasets?: number
}

/** The plan that is open, with its reference data. */
export interface OpenPlan {
  readonly file: PlanFile
  /** Its file's name without the ending: a plan brought from elsewhere keeps its inner id. */
  readonly planId: string
  readonly reference: ReferenceData
  /** Whether damage was found in its file since it was opened. */
  readonly isDamaged: boolean
}

/** One plan is open at a time, or none. */
export interface OpenPlanSlot {
  readonly get: () => OpenPlan | null
  /** Closes the file that was open, unless it is the same. */
  readonly set: (plan: OpenPlan | null) => void
}

/** What one call may use besides: its id for progress, and the signal that it was cancelled. */
export interface CallContext {
  readonly callId: string
  readonly signal: AbortSignal
}
