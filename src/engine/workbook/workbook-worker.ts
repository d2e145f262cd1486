import { parentPort } from 'node:worker_threads'
import { inspectBytes, readTableBytes } from './read-workbook.ts'
import type { OnProgress, ReadingAnswer, ReadingProgress, ReadingTask } from './reading-task.ts'

/** The worker reads one file and ends: what one workbook leaves in memory never meets the next. */
parentPort?.once('message', (task: ReadingTask) => {
  const onProgress: OnProgress = (done, total) => {
    const progress: ReadingProgress = { kind: 'progress', done, total }
    parentPort?.postMessage(progress)
  }
  const answer: ReadingAnswer =
    task.kind === 'inspect'
      ? { kind: 'inspect', result: inspectBytes(task.bytes, task.name, task.choice ?? undefined, onProgress) }
      : { kind: 'read-table', result: readTableBytes(task.bytes, task.name, task.choice, onProgress) }
  parentPort?.postMessage(answer)
})
