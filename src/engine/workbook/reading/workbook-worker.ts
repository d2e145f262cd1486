import { parentPort } from 'node:worker_threads'
import { inspectBytes, sendTable, viewBytes } from './read-workbook.ts'
import type { OnProgress, ReadingAnswer, ReadingProgress, ReadingTask } from './reading-task.ts'
import { type RowChunk, transferable } from './row-chunks.ts'

/** The worker reads one file and ends: what one workbook leaves in memory never meets the next. */
parentPort?.once('message', (task: ReadingTask) => {
  const onProgress: OnProgress = (done, total) => {
    const progress: ReadingProgress = { kind: 'progress', done, total }
    parentPort?.postMessage(progress)
  }
  // The numbers of a chunk change hands instead of being copied.
  const send = (chunk: RowChunk) => parentPort?.postMessage(chunk, transferable(chunk))
  parentPort?.postMessage(answerTo(task, onProgress, send))
})

function answerTo(task: ReadingTask, onProgress: OnProgress, send: (chunk: RowChunk) => void): ReadingAnswer {
  const { kind, bytes, name, choice } = task
  switch (kind) {
    case 'inspect':
      return { kind, result: inspectBytes(bytes, name, choice ?? undefined, onProgress) }
    case 'read-table':
      return { kind, result: sendTable(bytes, name, choice, onProgress, send) }
    case 'view':
      return { kind, result: viewBytes(bytes, name, choice, onProgress) }
  }
}
