import { parentPort } from 'node:worker_threads'
import { inspectBytes, readTableBytes } from './read-workbook.ts'
import type { ReadingAnswer, ReadingTask } from './reading-task.ts'

/** The worker reads one file and ends: what one workbook leaves in memory never meets the next. */
parentPort?.once('message', (task: ReadingTask) => {
  const answer: ReadingAnswer =
    task.kind === 'inspect'
      ? { kind: 'inspect', result: inspectBytes(task.bytes, task.name, task.choice ?? undefined) }
      : { kind: 'read-table', result: readTableBytes(task.bytes, task.name, task.choice) }
  parentPort?.postMessage(answer)
})
