import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { RecentPlan } from '../../contract/views.ts'
import { steps } from '../../domain/vocabulary.ts'
import { diskProblem } from '../files/disk-problem.ts'
import { parseJson } from '../files/parse-json.ts'
import { writeSafely } from '../files/write-safely.ts'

/** What the start screen says of a plan, with the state of the file it was read from. */
const kept = z.object({
  state: z.string(),
  summary: z.object({
    planId: z.string(),
    title: z.string(),
    agencyName: z.string(),
    isSample: z.boolean(),
    isCopy: z.boolean(),
    datasets: z.number(),
    changedAt: z.string(),
    progress: z.object({ done: z.number(), total: z.number() }),
    nextStep: z.enum(steps).nullable(),
    problem: z.null(),
  }),
})
type Kept = Readonly<z.output<typeof kept>>

const schema = z.object({ version: z.string(), plans: z.array(kept).readonly() })

/**
 * Summarises plans, and reads only those whose files changed since: reading twelve large plans whole would keep the
 * start screen waiting for seconds. Kept beside the plans; another version of the program reads them all again.
 */
export function summarised(
  { dataDir, version }: { readonly dataDir: string; readonly version: string },
  plans: readonly { readonly path: string; readonly summarise: () => RecentPlan }[],
): readonly RecentPlan[] {
  const path = join(dataDir, 'plan-summaries.json')
  const known = new Map(readKept(path, version).map((one) => [one.state, one]))
  const keep: Kept[] = []
  const summaries = plans.map((plan) => {
    // Looked up before the file is read: what changes meanwhile is read next time.
    const state = stateOf(plan.path)
    const summary = (state === null ? undefined : known.get(state)?.summary) ?? plan.summarise()
    // What was wrong with a plan may be over the next time, as when another program had it.
    if (state !== null && summary.problem === null)
      keep.push({ state, summary: { ...summary, problem: null } })
    return summary
  })
  if (keep.some(({ state }) => !known.has(state))) write(path, JSON.stringify({ version, plans: keep }))
  return summaries
}

/** Changes with every change of the plan; null where there is none. */
function stateOf(path: string): string | null {
  const stateOfFile = (file: string) => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false })
    // Looking at a plan leaves an empty log beside it.
    return found === undefined || found.size === 0n
      ? null
      : [found.dev, found.ino, found.size, found.mtimeNs].join(':')
  }
  const own = stateOfFile(path)
  return own === null ? null : `${path} ${own} ${stateOfFile(`${path}-wal`) ?? ''}`
}

function readKept(path: string, version: string): readonly Kept[] {
  if (!existsSync(path)) return []
  const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')))
  // A file somebody broke costs reading the plans once more.
  return parsed.success && parsed.data.version === version ? parsed.data.plans : []
}

function write(path: string, text: string): void {
  try {
    writeSafely(path, Buffer.from(`${text}\n`))
  } catch (cause) {
    // A full disk costs time at the next start, not the start screen.
    if (diskProblem(cause) === null) throw cause
  }
}
