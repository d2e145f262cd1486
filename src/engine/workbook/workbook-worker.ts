import { parentPort } from 'node:worker_threads'
import { inspectBytes, sendTable } from './read-workbook.ts'
import type { OnProgress, ReadingAnswer, ReadingProgress, ReadingTask } from './reading-task.ts'
import type { RowChunk } from './row-chunks.ts'

/** The worker reads one file and ends: what one workbook leaves in memory never meets the next. */
parentPort?.once('message', (task: ReadingTask) => {
  const onProgress: OnProgress = (done, total) => {
    const progress: ReadingProgress = { kind: 'progress', done, total }
    parentPort?.postMessage(progress)
  }
  // The numbers of a chunk change hands instead of being copied.
  const send = (chunk: RowChunk) => parentPort?.postMessage(chunk, [chunk.rows.buffer, chunk.places.buffer])
  const answer: ReadingAnswer =
    task.kind === 'inspect'
      ? { kind: 'inspect', result: inspectBytes(task.bytes, task.name, task.choice ?? undefined, onProgress) }
      : { kind: 'read-table', result: sendTable(task.bytes, task.name, task.choice, onProgress, send) }
  parentPort?.postMessage(answer)
})
