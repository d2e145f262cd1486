import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../contract/client.ts'
import type { AppError } from '../../contract/errors.ts'
import type { EngineEvent } from '../../contract/events.ts'
import type { HostBridge } from '../../contract/host.ts'
import type { Result } from '../../domain/result.ts'
import { err } from '../../domain/result.ts'
import type { ReadingDatasets } from './plan-in-parts.ts'
import { createPageClient } from './plan-in-parts.ts'
import { createWebBridge, takeToken } from './web-bridge.ts'

declare global {
  interface Window {
    /** Put there by a host that has a bridge of its own. */
    readonly host?: HostBridge
  }
}

/** How the page reaches the program: the bridge for files and events, the client for calls. */
export interface Host {
  readonly bridge: HostBridge
  readonly client: Client
  /** Answers with what stops the listening. Listeners share one stream from the program. */
  readonly onEvent: HostBridge['onEvent']
  /** How far the reading of a large plan is; null while none is read. */
  readonly reading: Pick<StoreApi<ReadingDatasets | null>, 'getState' | 'getInitialState' | 'subscribe'>
}

export function findHost(): Host {
  return hostOf(window.host ?? createWebBridge(window, takeToken(window)))
}

export function hostOf(given: HostBridge): Host {
  const bridge = answering(given)
  const reading = createStore<ReadingDatasets | null>(() => null)
  const client = createPageClient(bridge.invoke, (now) => reading.setState(now, true))
  const listeners = new Set<(event: EngineEvent) => void>()
  bridge.onEvent((event) => {
    for (const listener of listeners) listener(event)
  })
  const onEvent: HostBridge['onEvent'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { bridge, client, onEvent, reading }
}

/** A bridge that fails to carry a question has lost its engine: who asked sees an answer, never a rejection. */
function answering(bridge: HostBridge): HostBridge {
  return {
    kind: bridge.kind,
    invoke: (request) => orGone(() => bridge.invoke(request)),
    cancel: (callId) => bridge.cancel(callId),
    onEvent: (listener) => bridge.onEvent(listener),
    chooseFile: (kind) => orGone(() => bridge.chooseFile(kind)),
    takeFile: (file) => orGone(() => bridge.takeFile(file)),
    takeGivenFile: () => orGone(() => bridge.takeGivenFile()),
    saveFile: (file, way) => orGone(() => bridge.saveFile(file, way)),
  }
}

async function orGone<Value>(ask: () => Promise<Result<Value, AppError>>): Promise<Result<Value, AppError>> {
  try {
    return await ask()
  } catch {
    return err({ code: 'engine-gone' })
  }
}
