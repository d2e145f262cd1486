import type { Client } from '../contract/client.ts'
import { createClient } from '../contract/client.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { HostBridge } from '../contract/host.ts'
import { err } from '../domain/result.ts'
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
}

export function findHost(): Host {
  return hostOf(window.host ?? createWebBridge(window, takeToken(window)))
}

/** A bridge that fails to carry a call has lost its engine: callers see an answer, never a rejection. */
export function hostOf(given: HostBridge): Host {
  const gone = () => err({ code: 'engine-gone' } as const)
  const bridge: HostBridge = {
    ...given,
    invoke: (request) => given.invoke(request).catch(gone),
    chooseFile: (kind) => given.chooseFile(kind).catch(gone),
    takeFile: (file) => given.takeFile(file).catch(gone),
    saveFile: (file) => given.saveFile(file).catch(gone),
  }
  const client = createClient(bridge.invoke, () => crypto.randomUUID())
  const listeners = new Set<(event: EngineEvent) => void>()
  bridge.onEvent((event) => {
    for (const listener of listeners) listener(event)
  })
  const onEvent: HostBridge['onEvent'] = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { bridge, client, onEvent }
}
