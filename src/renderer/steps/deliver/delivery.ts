import { useRef, useState } from 'react'
import type { InputOf } from '../../../contract/calls.ts'
import type { AppError } from '../../../contract/errors.ts'
import type { SavedFile, SaveWay } from '../../../contract/host.ts'
import type { FileHandle, MadeWorkbook } from '../../../contract/views.ts'
import type { Result } from '../../../domain/result.ts'
import { ok } from '../../../domain/result.ts'
import type { Host } from '../../bridge/host.ts'
import { useHost, usePlan, usePlanView } from '../../plan/program.tsx'

export type Deliverable = 'workbook' | 'document' | 'plan'

/** How a file is saved when the usual way did not work. */
export interface SaveHow {
  readonly way?: SaveWay
  /** Of a text file whose own encoding cannot hold the new text. */
  readonly encoding?: 'utf-8'
  /** Of a workbook that is written in a way that cannot be added to. */
  readonly workbook?: 'plain'
}

/** What of it decides how the file is made. */
type MakeHow = Omit<SaveHow, 'way'>

/** How saving one of the files went. */
export type Outcome =
  | { readonly kind: 'saved'; readonly where: SavedFile; readonly name: string }
  /** The person thought better of it. */
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'failed'; readonly error: AppError }

type MadeBefore = MadeWorkbook & { readonly revision: number; readonly how: MakeHow }

interface DeliveryState {
  readonly making: Deliverable | null
  /** Stops what is being made; null where it is done in a moment. */
  readonly cancel: (() => void) | null
  /** How far it is; null while that is not known. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** null while a file was not asked for, or is being made. */
  readonly outcomes: { readonly [Name in Deliverable]: Outcome | null }
  /** The workbook made last, and the plan's revision it was made from. */
  readonly made: MadeBefore | null
}

export interface Delivery extends DeliveryState {
  /** Whether the plan has changed since the workbook was made. */
  readonly isStale: boolean
  readonly previewWorkbook: () => void
  readonly save: (what: Deliverable, how?: SaveHow) => void
  /** One after the other; giving up the first gives up the second. */
  readonly saveBoth: () => void
}

const nothingYet: DeliveryState = {
  making: null,
  cancel: null,
  progress: null,
  outcomes: { workbook: null, document: null, plan: null },
  made: null,
}

/** Makes files and has the host save them, one at a time. */
export function useDelivery(): Delivery {
  const { bridge } = useHost()
  const { plan } = usePlan()
  const revision = usePlanView()?.revision ?? 0
  const [state, setState] = useState(nothingYet)
  // State is too late for the second of two quick clicks.
  const isBusy = useRef(false)
  // What was said of how a workbook is made stays said, also where the one that was made is gone.
  const lastHow = useRef<MakeHow>({})
  const set = (changes: Partial<DeliveryState>) => setState((now) => ({ ...now, ...changes }))
  const finish = (what: Deliverable, outcome: Outcome | null) =>
    setState((now) => ({ ...now, outcomes: { ...now.outcomes, [what]: outcome } }))
  const isStale = state.made !== null && state.made.revision !== revision
  const make = useMaking(plan.id, isStale ? null : state.made, {
    onMade: (made, how) => set({ made: { ...made, revision, how } }),
    onCancellable: (cancel) => set({ cancel, progress: null }),
    onProgress: ({ done, total }) => set({ progress: { done, total } }),
  })

  const makeAndSave = async (what: Deliverable, { way, ...how }: SaveHow = {}): Promise<Outcome> => {
    set({ making: what })
    finish(what, null)
    if (Object.keys(how).length > 0) lastHow.current = how
    const file = await make(what, lastHow.current)
    const outcome = file.ok ? await saved(bridge, file.value, way) : failed(file.error)
    // A file that could not be saved may be gone: the next try makes it anew.
    if (outcome.kind === 'failed' && what === 'workbook') set({ made: null })
    finish(what, outcome)
    return outcome
  }
  const preview = async () => {
    set({ making: 'workbook' })
    finish('workbook', null)
    const file = await make('workbook', lastHow.current)
    if (!file.ok) finish('workbook', failed(file.error))
  }
  const busily = async (work: () => Promise<unknown>) => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      await work()
    } finally {
      isBusy.current = false
      set({ making: null })
    }
  }
  return {
    ...state,
    isStale,
    previewWorkbook: () => void busily(preview),
    save: (what, how) => void busily(() => makeAndSave(what, how)),
    saveBoth: () =>
      void busily(async () => {
        const first = await makeAndSave('workbook')
        if (first.kind !== 'not-saved') await makeAndSave('document')
      }),
  }
}

/** Makes the file of a deliverable; a workbook that is still current is not made twice. */
function useMaking(
  planId: string,
  current: MadeBefore | null,
  {
    onMade,
    onCancellable,
    onProgress,
  }: {
    readonly onMade: (made: MadeWorkbook, how: MakeHow) => void
    readonly onCancellable: (cancel: (() => void) | null) => void
    readonly onProgress: (progress: NonNullable<DeliveryState['progress']>) => void
  },
) {
  const { bridge, client, onEvent } = useHost()
  const makeInWhile = async <Name extends 'deliver.make-document' | 'deliver.make-workbook'>(
    name: Name,
    input: InputOf<Name>,
  ) => {
    const callId = crypto.randomUUID()
    onCancellable(() => bridge.cancel(callId))
    const stop = onEvent((event) => {
      if (event.kind === 'progress' && event.callId === callId) onProgress(event)
    })
    const answer = await client.call(name, input, { planId, callId })
    stop()
    onCancellable(null)
    return answer
  }
  return async (what: Deliverable, how: MakeHow): Promise<Result<FileHandle, AppError>> => {
    if (what === 'plan') return client.call('deliver.make-plan-file', {}, { planId })
    if (what === 'document') return fileOf(await makeInWhile('deliver.make-document', {}))
    const isMade = current?.how.encoding === how.encoding && current?.how.workbook === how.workbook
    if (current !== null && isMade) return ok(current.file)
    const answer = await makeInWhile('deliver.make-workbook', how)
    if (answer.ok) onMade(answer.value, how)
    return fileOf(answer)
  }
}

async function saved(bridge: Host['bridge'], file: FileHandle, way: SaveWay = 'ask'): Promise<Outcome> {
  const answer = await bridge.saveFile(file, way)
  if (!answer.ok) return failed(answer.error)
  return answer.value === null
    ? { kind: 'not-saved' }
    : { kind: 'saved', where: answer.value, name: file.name }
}

function failed(error: AppError): Outcome {
  return error.code === 'cancelled' ? { kind: 'not-saved' } : { kind: 'failed', error }
}

function fileOf(answer: Result<{ readonly file: FileHandle }, AppError>): Result<FileHandle, AppError> {
  return answer.ok ? ok(answer.value.file) : answer
}
