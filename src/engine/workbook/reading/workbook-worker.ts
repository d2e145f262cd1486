import { parentPort } from 'node:worker_threads'
import { openWorkbookAhead } from './open-workbook.ts'
import { inspectWorkbook, sendTable, viewWorkbook } from './read-workbook.ts'
import type { OnProgress, ReadingAnswer, ReadingProgress, ReadingTask } from './reading-task.ts'
import { type RowChunk, transferable } from './row-chunks.ts'

/** The worker reads one file and ends: what one workbook leaves in memory never meets the next. */
parentPort?.once('message', async (task: ReadingTask) => {
  const onProgress: OnProgress = (done, total) => {
    const progress: ReadingProgress = { kind: 'progress', done, total }
    parentPort?.postMessage(progress)
  }
  // The numbers of a chunk change hands instead of being copied.
  const send = (chunk: RowChunk) => parentPort?.postMessage(chunk, transferable(chunk))
  parentPort?.postMessage(await answerTo(task, onProgress, send))
})

async function answerTo(
  { kind, bytes, name, choice }: ReadingTask,
  onProgress: OnProgress,
  send: (chunk: RowChunk) => void,
): Promise<ReadingAnswer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const opened = await openWorkbookAhead(buffer, name, onProgress)
  if (!opened.ok) return { kind, result: opened }
  switch (kind) {
    case 'inspect':
      return { kind, result: inspectWorkbook(opened.value, choice ?? undefined) }
    case 'read-table':
      return { kind, result: sendTable(opened.value, choice, send) }
    case 'view':
      return { kind, result: viewWorkbook(opened.value, choice) }
  }
}
