import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AppError } from '../contract/errors.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { CallRequest } from '../contract/host.ts'
import type { FileHandle, PlanView } from '../contract/views.ts'
import { err, type Result } from '../domain/result.ts'
import { brainstormCalls } from './calls/brainstorm.ts'
import { deliverCalls } from './calls/deliver.ts'
import type { Handlers } from './calls/handlers.ts'
import { historyCalls } from './calls/history.ts'
import { identifyCalls } from './calls/identify.ts'
import { openCalls } from './calls/open.ts'
import { planCalls } from './calls/plan.ts'
import { prioritizeCalls } from './calls/prioritize.ts'
import { publishCalls } from './calls/publish.ts'
import { reviewCalls } from './calls/review.ts'
import { startCalls } from './calls/start.ts'
import { inventoryPlacesIn } from './computer/inventory-places.ts'
import { writeIncident } from './computer/log-file.ts'
import { rememberedMappingsIn } from './computer/remembered-mappings.ts'
import { settingsIn } from './computer/settings.ts'
import type { EngineContext, OpenPlan } from './context.ts'
import { createDispatch } from './dispatch.ts'
import { fileShelf } from './files/file-shelf.ts'
import { makeFolder } from './files/make-folder.ts'
import { receiveFile } from './files/receive-file.ts'
import { type SavedCopy, savingCopies } from './files/save-copy.ts'
import { automaticBackups } from './plans/automatic-backups.ts'
import { checkInBackground } from './plans/background-check.ts'
import { givingBack } from './plans/giving-back.ts'
import { closePlan, openPlanAt } from './plans/open-plan.ts'
import { plansFolder } from './plans/plans-folder.ts'
import { watchPlan } from './plans/watch-plan.ts'
import { clearUnfinished } from './plans/whole-plan-file.ts'
import { createWorkbookReader } from './workbook/reading/worker-client.ts'

const handlers: Handlers = {
  ...startCalls,
  ...openCalls,
  ...planCalls,
  ...historyCalls,
  ...reviewCalls,
  ...brainstormCalls,
  ...identifyCalls,
  ...prioritizeCalls,
  ...publishCalls,
  ...deliverCalls,
}

export interface EngineOptions {
  readonly dataDir: string
  /** Tests hold the clock still. */
  readonly now?: () => Date
}

/** The program without a host: one door for calls, and a shelf for the files a host carries in and out. */
export interface Engine {
  readonly call: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly cancel: (callId: string) => void
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void
  /** Takes a file in; the host has let a person choose it. */
  readonly receive: (
    file: { readonly name: string; readonly bytes: Uint8Array } | { readonly path: string },
  ) => Result<FileHandle, AppError>
  /** Where a file is that was made for the host to hand over, with its SHA-256. */
  readonly made: (fileId: string) => {
    readonly path: string
    readonly name: string
    readonly sha256: string
    /** The folder the open plan's inventory was opened from, where it is known and there. */
    readonly folder: string | null
  } | null
  /** Copies a file it made to where a person says, or beside that under a free name. What stood there is kept. */
  readonly save: (
    fileId: string,
    target: string,
    where: 'there' | 'beside',
  ) => Promise<Result<SavedCopy, AppError>>
  /** Opens a plan file where it lies: for the command line, which is given a path by a person. */
  readonly openPlanAt: (path: string) => Result<PlanView, AppError>
  readonly openPlanId: () => string | null
  readonly close: () => Promise<void>
}

export function createEngine({ dataDir, now = () => new Date() }: EngineOptions): Engine {
  refuseOldNode()
  makeFolder(dataDir, 0o700)
  clearUnfinished(plansFolder(dataDir), now())
  const listeners = new Set<(event: EngineEvent) => void>()
  const shelf = fileShelf(dataDir, now)
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const context: EngineContext = {
    dataDir,
    assetsDir: join(root, 'assets'),
    version: versionOf(root),
    now,
    newId: randomUUID,
    settings: settingsIn(dataDir),
    rememberedMappings: rememberedMappingsIn(dataDir),
    inventoryPlaces: inventoryPlacesIn(dataDir),
    shelf,
    reader: createWorkbookReader(),
    givingBack: givingBack(shelf),
    openPlan: planSlot(),
    asked: { call: '', input: {} },
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
  listeners.add(automaticBackups(context))
  const watch = watchPlan(context)
  listeners.add(watch.onEvent)
  const check = checkInBackground(context)
  listeners.add(check.onEvent)
  const dispatch = createDispatch(handlers, context, (incident, cause) =>
    writeIncident(dataDir, incident, now().toISOString(), cause),
  )
  return {
    ...dispatch,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    receive: (file) => receiveFile(context.shelf, file),
    made: (fileId) => {
      const file = context.shelf.find(fileId)
      return file === null ? null : { ...file, folder: inventoryFolder(context) }
    },
    save: savingFrom(context.shelf),
    openPlanAt: (path) => openPlanAt(path, context, { mayTrust: false }),
    openPlanId: () => context.openPlan.get()?.planId ?? null,
    close: async () => {
      watch.stop()
      // Whoever closes a plan last writes its log into it, and that shall be this connection.
      await Promise.all([check.stop(), context.reader.end(), context.givingBack.end()])
      context.openPlan.set(null)
      context.shelf.close()
    },
  }
}

function savingFrom(shelf: EngineContext['shelf']): Engine['save'] {
  const save = savingCopies()
  return async (fileId, target, where) => {
    const file = shelf.find(fileId)
    return file === null ? err({ code: 'file-gone' }) : save(file.path, target, where)
  }
}

function planSlot(): EngineContext['openPlan'] {
  let open: OpenPlan | null = null
  return {
    get: () => open,
    set: (plan) => {
      if (open !== null && open.file !== plan?.file) closePlan(open)
      open = plan
    },
  }
}

function inventoryFolder({ openPlan, inventoryPlaces }: EngineContext): string | null {
  const planId = openPlan.get()?.planId
  const folder = planId === undefined ? null : inventoryPlaces.find(planId)
  return folder !== null && existsSync(folder) ? folder : null
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** better-sqlite3 crashes without a message on an older Node, so the question is asked before anything is opened. */
function refuseOldNode(): void {
  if (Number(process.versions['napi']) < 10) {
    throw new Error('This program needs Node 22.14 or newer (Node-API 10). Start it with: npm start')
  }
}
