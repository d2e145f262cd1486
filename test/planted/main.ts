/**
 * Plants every fault of the table, one at a time, in a copy of the project, and runs the test that must notice it.
 * Run: npm run verify -- planted [kind …]
 */
import { availableParallelism } from 'node:os'
import { faultsByKind } from './faults.ts'
import { plantOne } from './plant-one.ts'
import { copyProject } from './project-copy.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((kind) => !Object.hasOwn(faultsByKind, kind))
if (unknown.length > 0) {
  say(`No such kind: ${unknown.join(', ')}. There are ${Object.keys(faultsByKind).join(', ')}.`)
  process.exit(2)
}

const began = Date.now()
const waiting = Object.entries(faultsByKind)
  .filter(([kind]) => wanted.length === 0 || wanted.includes(kind))
  .flatMap(([kind, faults]) => faults.map((fault) => ({ kind, fault })))
const planted = waiting.length
const missed: string[] = []

/** Each lane has a copy of its own and takes the next fault when it is done with one. */
async function lane(): Promise<void> {
  const copy = copyProject()
  const seenPassing = new Set<string>()
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { kind, fault } = next
      const problem = await plantOne(copy, fault, seenPassing)
      say(`${problem === null ? 'noticed' : 'MISSED '} ${kind}: ${fault.fault}`)
      if (problem !== null) missed.push(`${kind}: ${fault.fault}: ${problem}`)
    }
  } finally {
    copy.remove()
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
for (const line of missed) say(`missed: ${line}`)
const minutes = ((Date.now() - began) / 60_000).toFixed(1)
say(`${planted} faults planted, ${planted - missed.length} noticed, ${missed.length} missed, ${minutes} min`)
process.exitCode = missed.length === 0 ? 0 : 1

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
