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
import { keepThreads, type Threads } from '../../threads/keep-threads.ts'
import { type ThreadProblem, threadFile } from '../../threads/thread.ts'
import type { OnProgress } from '../../threads/thread-messages.ts'
import type { FileToRead, ReadingAnswer, ReadingTask } from './reading-task.ts'
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
  /** Ends what is being read and lets go of what was. */
  end(): Promise<void>
}

export interface WorkbookReaderOptions {
  readonly timeLimitMs?: number
  readonly heapMegabytes?: number
}

/** Nearly everything the worker makes is kept until the end: more room for the young costs memory and saves no time. */
const youngMegabytes = 24

/** A file that is looked at again a moment later, as with other headings, is not read again. */
const keptMs = 5 * 60_000

const defaults = { timeLimitMs: 60_000, heapMegabytes: 1_024 }

type ReadingThreads = Threads<FileToRead, ReadingTask, ReadingAnswer, RowChunk>

export function createWorkbookReader(options: WorkbookReaderOptions = {}): WorkbookReader {
  const threads: ReadingThreads = keepThreads({
    ...defaults,
    ...options,
    file: threadFile('./workbook-worker', import.meta.url),
    youngMegabytes,
    keptMs,
    isSame: (one, other) => one.name === other.name && Buffer.compare(one.bytes, other.bytes) === 0,
  })
  return {
    async inspect(bytes, name, choice, reading = {}) {
      const answer = await ask(threads, { bytes, name }, { kind: 'inspect', choice: choice ?? null }, reading)
      return answer.kind === 'inspect' ? answer.result : err(unexpected(answer))
    },
    async readTable(bytes, name, choice, reading = {}) {
      const chunks: RowChunk[] = []
      const onPart = (chunk: RowChunk) => chunks.push(chunk)
      // What was imported is not looked at again.
      const asking = { ...reading, onPart, isLast: true }
      const answer = await ask(threads, { bytes, name }, { kind: 'read-table', choice }, asking)
      if (answer.kind !== 'read-table') return err(unexpected(answer))
      return answer.result.ok ? ok({ ...answer.result.value, rows: sourceRows(chunks) }) : answer.result
    },
    async view(bytes, name, choice, reading = {}) {
      const answer = await ask(threads, { bytes, name }, { kind: 'view', choice }, reading)
      return answer.kind === 'view' ? answer.result : err(unexpected(answer))
    },
    end: threads.end,
  }
}

interface ReadingFailure {
  readonly kind: 'failed'
  readonly problem: WorkbookProblem
}

function unexpected(answer: ReadingAnswer | ReadingFailure): WorkbookProblem {
  if (answer.kind === 'failed') return answer.problem
  throw new Error(`The thread answered another question: ${answer.kind}.`)
}

async function ask(
  threads: ReadingThreads,
  file: FileToRead,
  task: ReadingTask,
  asking: Parameters<ReadingThreads['ask']>[2],
): Promise<ReadingAnswer | ReadingFailure> {
  // Checked before the bytes are copied into the thread.
  if (file.bytes.length > packageLimits.fileBytes) {
    const megabytes = Math.ceil(file.bytes.length / bytesPerMegabyte)
    const limit = packageLimits.fileBytes / bytesPerMegabyte
    return { kind: 'failed', problem: { code: 'file-too-large', megabytes, limit } }
  }
  const answer = await threads.ask(file, task, asking)
  return answer.ok ? answer.value : { kind: 'failed', problem: readingProblem(answer.error) }
}

/** Whatever a file does to the thread that reads it, it is the file that cannot be read. */
function readingProblem({ code }: ThreadProblem): WorkbookProblem {
  switch (code) {
    case 'cancelled':
      return { code }
    case 'took-too-long':
      return { code: 'reading-took-too-long' }
    case 'out-of-memory':
    case 'failed':
      return { code: 'workbook-too-complex', what: 'worker-failed' }
  }
}
