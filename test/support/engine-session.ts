import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { importSample, must } from './journey.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The engine through its door, with a clock that stands still and restarts at will. */
export interface Session {
  readonly client: Client
  readonly dataDir: string
  readonly onEvent: Engine['onEvent']
  readonly receive: Engine['receive']
  readonly made: Engine['made']
  readonly setClock: (iso: string) => void
  readonly restart: () => Promise<void>
}

export function aSession(dataDir = temporaryFolder()): Session {
  let clock = '2026-11-23T09:00:00.000Z'
  const start = () => createEngine({ dataDir, now: () => new Date(clock) })
  let engine = start()
  onTestFinished(() => engine.close())
  return {
    client: createClient((request) => engine.call(request), randomUUID),
    dataDir,
    onEvent: (listener) => engine.onEvent(listener),
    receive: (file) => engine.receive(file),
    made: (fileId) => engine.made(fileId),
    setClock: (iso) => {
      clock = iso
    },
    restart: async () => {
      await engine.close()
      engine = start()
    },
  }
}

export async function aPlan(session: Session): Promise<Plan> {
  return (await importSample(session.client)).plan
}

export async function planOf({ client }: Session): Promise<Plan> {
  return must(await client.call('plan.read', {})).plan
}

export async function setAvailability(
  { client }: Session,
  ids: readonly string[],
  availability: 'on-portal' | 'not-public' | 'public-data',
): Promise<void> {
  must(await client.call('review.set', { ids: [...ids], changes: { availability } }))
}
