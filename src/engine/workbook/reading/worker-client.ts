import { Worker } from 'node:worker_threads'
import type {
  TableChoice,
  TableContent,
  ViewChoice,
  WorkbookInspection,
  WorkbookProblem,
  WorkbookView,
} from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { bytesPerMegabyte, packageLimits } from '../../ooxml/limits.ts'
import type { OnProgress, ReadingAnswer, ReadingProgress, ReadingTask } from './reading-task.ts'
import { type RowChunk, sourceRows } from './row-chunks.ts'

export interface ReadingOptions {
  readonly signal?: AbortSignal
  /** How many bytes of how many are read, at most once a megabyte. */
  readonly onProgress?: OnProgress
}

/** Reads workbooks in a thread of their own, so that no file can freeze or fell the engine. */
export interface WorkbookReader {
  inspect(
    bytes: Uint8Array,
    name: string,
    choice?: TableChoice,
    options?: ReadingOptions,
  ): Promise<Result<WorkbookInspection, WorkbookProblem>>
  readTable(
    bytes: Uint8Array,
    name: string,
    choice: TableChoice,
    options?: ReadingOptions,
  ): Promise<Result<TableContent, WorkbookProblem>>
  view(
    bytes: Uint8Array,
    name: string,
    choice: ViewChoice,
    options?: ReadingOptions,
  ): Promise<Result<WorkbookView, WorkbookProblem>>
}

export interface WorkbookReaderOptions {
  readonly timeLimitMs?: number
  readonly heapMegabytes?: number
}

/** Nearly everything the worker makes is kept until the end: more room for the young costs memory and saves no time. */
const youngMegabytes = 24

const defaults = { timeLimitMs: 60_000, heapMegabytes: 1_024 }

export function createWorkbookReader(options: WorkbookReaderOptions = {}): WorkbookReader {
  const settings = { ...defaults, ...options }
  return {
    async inspect(bytes, name, choice, reading = {}) {
      const task: ReadingTask = { kind: 'inspect', bytes, name, choice: choice ?? null }
      const answer = await runTask(task, settings, reading)
      return answer.kind === 'inspect' ? answer.result : err(unexpected(answer))
    },
    async readTable(bytes, name, choice, reading = {}) {
      const chunks: RowChunk[] = []
      const onRows = (chunk: RowChunk) => chunks.push(chunk)
      const answer = await runTask({ kind: 'read-table', bytes, name, choice }, settings, reading, onRows)
      if (answer.kind !== 'read-table') return err(unexpected(answer))
      return answer.result.ok ? ok({ ...answer.result.value, rows: sourceRows(chunks) }) : answer.result
    },
    async view(bytes, name, choice, reading = {}) {
      const answer = await runTask({ kind: 'view', bytes, name, choice }, settings, reading)
      return answer.kind === 'view' ? answer.result : err(unexpected(answer))
    },
  }
}

interface ReadingFailure {
  readonly kind: 'failed'
  readonly problem: WorkbookProblem
}

function unexpected(answer: ReadingAnswer | ReadingFailure): WorkbookProblem {
  if (answer.kind === 'failed') return answer.problem
  throw new Error(`The worker answered another question: ${answer.kind}.`)
}

/** Compiled, the worker stands beside this module as .js; run from the sources, as .ts. */
function workerFile(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./workbook-worker.${extension}`, import.meta.url)
}

function runTask(
  task: ReadingTask,
  settings: typeof defaults,
  { signal, onProgress }: ReadingOptions,
  onRows: (chunk: RowChunk) => void = () => {},
): Promise<ReadingAnswer | ReadingFailure> {
  const failed = (problem: WorkbookProblem): ReadingFailure => ({ kind: 'failed', problem })
  if (signal?.aborted) return Promise.resolve(failed({ code: 'cancelled' }))
  // Checked before the bytes are copied into the worker.
  if (task.bytes.length > packageLimits.fileBytes) {
    const megabytes = Math.ceil(task.bytes.length / bytesPerMegabyte)
    return Promise.resolve(
      failed({ code: 'file-too-large', megabytes, limit: packageLimits.fileBytes / bytesPerMegabyte }),
    )
  }
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), {
      resourceLimits: {
        maxOldGenerationSizeMb: settings.heapMegabytes,
        maxYoungGenerationSizeMb: youngMegabytes,
      },
    })
    let settled = false
    const settle = (answer: ReadingAnswer | ReadingFailure): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(answer)
    }
    /** A worker that has answered ends by itself; only one that is still reading has to be stopped. */
    const stop = (code: 'cancelled' | 'reading-took-too-long'): void => {
      settle(failed({ code }))
      void worker.terminate()
    }
    const cancel = (): void => stop('cancelled')
    const timer = setTimeout(() => stop('reading-took-too-long'), settings.timeLimitMs)
    signal?.addEventListener('abort', cancel)
    worker.on('message', (message: ReadingAnswer | ReadingProgress | RowChunk) => {
      if (settled) return
      if (message.kind === 'progress') onProgress?.(message.done, message.total)
      else if (message.kind === 'rows') onRows(message)
      else settle(message)
    })
    worker.once('error', () => settle(failed({ code: 'workbook-too-complex', what: 'worker-failed' })))
    worker.once('exit', () => settle(failed({ code: 'workbook-too-complex', what: 'worker-ended' })))
    worker.postMessage(task)
  })
}
