/**
 * Plants every fault of the table, one at a time, in a copy of the project, and runs the test that must notice it.
 * Run: npm run verify -- planted [kind …]
 */
import { faultsByKind } from './faults.ts'
import type { PlantedFault } from './planted-fault.ts'
import { copyProject, type ProjectCopy } from './project-copy.ts'
import { build, runTest } from './run-tests.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((kind) => !Object.hasOwn(faultsByKind, kind))
if (unknown.length > 0) {
  say(`No such kind: ${unknown.join(', ')}. There are ${Object.keys(faultsByKind).join(', ')}.`)
  process.exit(2)
}
const kinds = Object.entries(faultsByKind).filter(([kind]) => wanted.length === 0 || wanted.includes(kind))
const seenPassing = new Set<string>()
const began = Date.now()
const project = copyProject()
try {
  const missed = await plantAll(project)
  const planted = kinds.reduce((sum, [, faults]) => sum + faults.length, 0)
  const minutes = ((Date.now() - began) / 60_000).toFixed(1)
  for (const line of missed) say(`missed: ${line}`)
  say(
    `${planted} faults planted, ${planted - missed.length} noticed, ${missed.length} missed, ${minutes} min`,
  )
  process.exitCode = missed.length === 0 ? 0 : 1
} finally {
  project.remove()
}

async function plantAll(copy: ProjectCopy): Promise<readonly string[]> {
  const missed: string[] = []
  for (const [kind, faults] of kinds) {
    for (const fault of faults) {
      const problem =
        copy.problem(fault) ?? (await withoutTheFault(copy, fault)) ?? (await plantOne(copy, fault))
      say(`${problem === null ? 'noticed' : 'MISSED '} ${kind}: ${fault.fault}`)
      if (problem !== null) missed.push(`${kind}: ${fault.fault}: ${problem}`)
    }
  }
  return missed
}

/** A test that fails anyway notices nothing. */
async function withoutTheFault(copy: ProjectCopy, { noticedBy }: PlantedFault): Promise<string | null> {
  const key = JSON.stringify(noticedBy)
  if (seenPassing.has(key)) return null
  const outcome = await runTest(copy.folder, noticedBy)
  if (outcome === 'passed') seenPassing.add(key)
  return outcome === 'passed' ? null : `its test “${noticedBy.test}” is ${outcome} without it`
}

/** Why the fault does not count as noticed; null when it does. */
async function plantOne(copy: ProjectCopy, fault: PlantedFault): Promise<string | null> {
  const takeOut = copy.plant(fault)
  try {
    const refused = await build(copy.folder, reachesPage(fault))
    if (refused !== null) return `it cannot be built: ${refused.trim()}`
    const outcome = await runTest(copy.folder, fault.noticedBy)
    return outcome === 'failed' ? null : `its test “${fault.noticedBy.test}” is ${outcome}`
  } finally {
    takeOut()
    await build(copy.folder, reachesPage(fault))
  }
}

function reachesPage({ file, noticedBy }: PlantedFault): boolean {
  return noticedBy.file.endsWith('.e2e.ts') && /^src\/(renderer|contract|domain)\//.test(file)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
