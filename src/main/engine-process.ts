/**
 * The engine in a process of its own, so that neither a large workbook nor a slow disk ever freezes a window.
 * It runs in Electron's utilityProcess, or under a Node of our own where Electron's is too old for SQLite's
 * binary; the messages are the same.
 */
import { dataFolder } from '../engine/computer/data-folder.ts'
import { createEngine } from '../engine/index.ts'
import type { EngineAnswer, EngineMessage, EngineQuestion } from './engine-messages.ts'

interface ParentPort {
  readonly postMessage: (message: EngineMessage) => void
  readonly on: (event: 'message', listener: (message: { readonly data: EngineQuestion }) => void) => void
}

const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort
const engine = createEngine({ dataDir: dataFolder() })

const send = (message: EngineMessage): void => {
  if (parentPort === undefined) process.send?.(message)
  else parentPort.postMessage(message)
}

async function answer(question: EngineQuestion): Promise<void> {
  switch (question.kind) {
    case 'call':
      return reply(question.number, await engine.call(question.request))
    case 'receive':
      return reply(question.number, engine.receive({ path: question.path }))
    case 'made':
      return reply(question.number, engine.made(question.fileId))
    case 'save':
      return reply(question.number, await engine.save(question.fileId, question.target, question.where))
    case 'cancel':
      return engine.cancel(question.callId)
    case 'close':
      await engine.close()
      process.exit(0)
  }
}

function reply(number: number, given: EngineAnswer): void {
  send({ kind: 'answer', number, answer: given })
}

engine.onEvent((event) => send({ kind: 'event', event }))
if (parentPort === undefined) {
  process.on('message', (question: EngineQuestion) => void answer(question))
  // The window's process is gone, however it went: nobody is left to work for.
  process.on('disconnect', () => process.exit(0))
} else {
  parentPort.on('message', ({ data }) => void answer(data))
}
send({ kind: 'ready' })
