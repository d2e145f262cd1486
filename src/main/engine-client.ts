import type { AppError } from '../contract/errors.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { CallRequest, SavedFile } from '../contract/host.ts'
import type { FileHandle } from '../contract/views.ts'
import { err, type Result } from '../domain/result.ts'
import type {
  EngineAnswer,
  EngineMessage,
  EngineQuestion,
  Launch,
  MadeFile,
  Running,
} from './engine-messages.ts'

/** The engine as the window's process sees it: it may die, and is then started again. */
export interface EngineClient {
  readonly call: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly cancel: (callId: string) => void
  readonly receive: (path: string) => Promise<Result<FileHandle, AppError>>
  readonly made: (fileId: string) => Promise<MadeFile | null>
  /** Saves a file it made where a person says, or beside that. */
  readonly save: (
    fileId: string,
    target: string,
    where: 'there' | 'beside',
  ) => Promise<Result<SavedFile, AppError>>
  /** Lets it close the plan in good order; kills it when it takes too long. */
  readonly stop: () => Promise<void>
}

interface Options {
  readonly script: string
  readonly launch: Launch
  readonly onEvent: (event: EngineEvent) => void
}

type Waiting = (answer: EngineAnswer) => void

/** More deaths than this within a minute are no accident; calls then fail instead of starting it for ever. */
const mostRestartsAMinute = 5

/** What was typed when the window closed may wait behind longer work; an engine that hangs must not stay for ever. */
const patienceMs = 10_000

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is waiting and what runs is known to all of it.
export function startEngine(options: Options): EngineClient {
  const waiting = new Map<number, Waiting>()
  let nextNumber = 1
  let stopping: (() => void) | null = null
  let restarts: readonly number[] = []
  let running = start()

  function start(): Running | null {
    return options.launch(options.script, onMessage, onGone)
  }

  function onMessage(message: EngineMessage): void {
    if (message.kind === 'event') options.onEvent(message.event)
    if (message.kind !== 'answer') return
    waiting.get(message.number)?.(message.answer)
    waiting.delete(message.number)
  }

  function onGone(): void {
    running = null
    if (stopping !== null) return stopping()
    for (const settle of waiting.values()) settle(err({ code: 'engine-gone' }))
    waiting.clear()
    const now = Date.now()
    restarts = [...restarts.filter((at) => now - at < 60_000), now]
    if (restarts.length > mostRestartsAMinute) return
    running = start()
    // Which plan it is to open again, and how, the page knows.
    options.onEvent({ kind: 'engine-restarted' })
  }

  function ask<Answer extends EngineAnswer>(
    question: (number: number) => EngineQuestion,
    whenGone: Answer,
  ): Promise<Answer> {
    const alive = running
    if (alive === null) return Promise.resolve(whenGone)
    const number = nextNumber++
    return new Promise((resolve) => {
      waiting.set(number, (answer) => resolve(answer as Answer))
      alive.post(question(number))
    })
  }

  return {
    call: (request) =>
      ask<Result<unknown, AppError>>(
        (number) => ({ kind: 'call', number, request }),
        err({ code: 'engine-gone' }),
      ),
    cancel: (callId) => running?.post({ kind: 'cancel', callId }),
    receive: (path) =>
      ask<Result<FileHandle, AppError>>(
        (number) => ({ kind: 'receive', number, path }),
        err({ code: 'engine-gone' }),
      ),
    made: async (fileId) => {
      const answer = await ask<EngineAnswer>((number) => ({ kind: 'made', number, fileId }), null)
      return answer !== null && 'path' in answer ? answer : null
    },
    save: (fileId, target, where) =>
      ask<Result<SavedFile, AppError>>(
        (number) => ({ kind: 'save', number, fileId, target, where }),
        err({ code: 'engine-gone' }),
      ),
    stop: () =>
      new Promise((resolve) => {
        const alive = running
        if (alive === null) return resolve()
        const impatience = setTimeout(() => alive.kill(), patienceMs)
        stopping = () => {
          clearTimeout(impatience)
          resolve()
        }
        alive.post({ kind: 'close' })
      }),
  }
}
