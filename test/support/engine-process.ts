import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AppError } from '../../src/contract/errors.ts'
import type { CallRequest } from '../../src/contract/host.ts'
import { err, type Result } from '../../src/domain/result.ts'
import type { EngineMessage, EngineQuestion, MadeFile } from '../../src/main/engine-messages.ts'

const builtEngine = fileURLToPath(new URL('../../out/main/engine-process.js', import.meta.url))

/** The engine's own process, spoken to as the window's process does, and free to be killed. */
export interface EngineProcess {
  readonly child: ChildProcess
  /** Answers `engine-gone` for every call the process did not live to answer. */
  readonly invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly made: (fileId: string) => Promise<MadeFile | null>
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

/** @param wrapper a program that starts the engine in its turn, such as strace with its parameters */
export async function startEngineProcess(
  dataDir: string,
  wrapper: readonly string[] = [],
): Promise<EngineProcess> {
  const [program = process.execPath, ...parameters] = [...wrapper, process.execPath, builtEngine]
  const child = spawn(program, parameters, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ODAP_DATA_DIR: dataDir },
  })
  const waiting = new Map<number, (answer: unknown) => void>()
  const gone = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', () => reject(new Error('The engine ended before it was ready')))
    child.on('message', (message: EngineMessage) => {
      if (message.kind === 'ready') resolve()
      if (message.kind !== 'answer') return
      waiting.get(message.number)?.(message.answer)
      waiting.delete(message.number)
    })
  })
  // Answers that were on their way when the process died are still delivered; the channel's end comes after them.
  child.on('disconnect', () => {
    for (const settle of waiting.values()) settle(err({ code: 'engine-gone' }))
    waiting.clear()
  })
  let number = 0
  const ask = (question: (number: number) => EngineQuestion) =>
    new Promise<unknown>((resolve) => {
      number++
      if (!child.connected) return resolve(err({ code: 'engine-gone' }))
      waiting.set(number, resolve)
      // A message that can no longer be sent is settled by the disconnect.
      child.send(question(number), () => undefined)
    })
  return {
    child,
    invoke: async (request) =>
      (await ask((n) => ({ kind: 'call', number: n, request }))) as Result<unknown, AppError>,
    made: async (fileId) => (await ask((n) => ({ kind: 'made', number: n, fileId }))) as MadeFile | null,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
    close: async () => {
      child.send({ kind: 'close' } satisfies EngineQuestion)
      await gone
    },
  }
}
