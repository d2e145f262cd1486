import { answerQuestions, type Telling } from '../../threads/answer-questions.ts'
import { type OpenedWorkbook, openWorkbookAhead } from './open-workbook.ts'
import { inspectWorkbook, sendTable, viewWorkbook } from './read-workbook.ts'
import type { FileToRead, ReadingAnswer, ReadingTask } from './reading-task.ts'
import { type RowChunk, transferable } from './row-chunks.ts'

/** The thread reads one file, once: what one workbook leaves in memory never meets the next. */
answerQuestions<FileToRead, ReadingTask, ReadingAnswer, RowChunk>(({ bytes, name }) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let opened: OpenedWorkbook | null = null
  return async (task, telling) => {
    if (opened !== null) return answerTo(opened, task, telling)
    const tried = await openWorkbookAhead(buffer, name, telling.onProgress)
    if (!tried.ok) return { kind: task.kind, result: tried }
    opened = tried.value
    return answerTo(opened, task, telling)
  }
})

function answerTo(
  opened: OpenedWorkbook,
  { kind, choice }: ReadingTask,
  { part }: Telling<RowChunk>,
): ReadingAnswer {
  switch (kind) {
    case 'inspect':
      return { kind, result: inspectWorkbook(opened, choice ?? undefined) }
    case 'read-table':
      // The numbers of a chunk change hands instead of being copied.
      return { kind, result: sendTable(opened, choice, (chunk) => part(chunk, transferable(chunk))) }
    case 'view':
      return { kind, result: viewWorkbook(opened, choice) }
  }
}
