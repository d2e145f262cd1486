import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { createEngine } from '../../src/engine/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An engine, and files handed to it as a person opens them. */
export function anEngine(dataDir = temporaryFolder()) {
  const engine = createEngine({ dataDir })
  onTestFinished(() => engine.close())
  const client = createClient(engine.call, randomUUID)
  const receive = (
    file: { readonly name: string; readonly bytes: Uint8Array } | { readonly path: string },
  ) => {
    const received = engine.receive(file)
    if (!received.ok) throw new Error(received.error.code)
    return received.value.fileId
  }
  return { engine, client, receive }
}

/** A text file with these lines. */
export function csv(...lines: readonly string[]) {
  return { name: 'inventory.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) }
}
