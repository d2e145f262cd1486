// A program that asks a thread twice and has nothing else to do; called with how long an answer may take, or without.
import { keepThreads } from '../../src/engine/threads/keep-threads.ts'

const [timeLimitMs] = process.argv.slice(2).map(Number)
const { ask } = keepThreads({
  file: new URL('a-thread.mjs', import.meta.url),
  ...(timeLimitMs !== undefined && { timeLimitMs }),
  keptMs: 120_000,
  isSame: () => true,
})
await ask('it', { kind: 'count' })
const answer = await ask('it', { kind: 'count' })
process.stdout.write(JSON.stringify(answer))
