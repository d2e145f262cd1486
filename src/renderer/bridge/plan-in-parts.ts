import type { CallName, InputOf, OutputOf } from '../../contract/calls.ts'
import { type CallOptions, type Client, createClient } from '../../contract/client.ts'
import type { AppError } from '../../contract/errors.ts'
import type { HostBridge } from '../../contract/host.ts'
import type { PlanChange, PlanView } from '../../contract/views.ts'
import type { Dataset, DatasetId } from '../../domain/dataset.ts'
import { ok, type Result } from '../../domain/result.ts'

/** How many datasets this page takes in one answer: few enough that taking them in is not felt. */
export const mostDatasets = 1_000

/** How many of a plan's datasets have arrived. */
export interface ReadingDatasets {
  readonly done: number
  readonly total: number
}

/** Tells how far the reading of a large plan is; null when it is over. */
type Tell = (reading: ReadingDatasets | null) => void

/**
 * A client whose answers are whole, however many datasets they hold: what the first answer leaves out is read in
 * parts, and between two of them the page goes on with whatever it has to do. Answers of up to `mostDatasets` pass
 * through as they are.
 */
export function createPageClient(invoke: HostBridge['invoke'], tell: Tell): Client {
  const client = createClient(invoke, () => crypto.randomUUID(), { mostDatasets })
  return {
    call: async <Name extends CallName>(name: Name, input: InputOf<Name>, options?: CallOptions) => {
      const answer = await client.call(name, input, options)
      if (!answer.ok || !isInParts(answer.value)) return answer
      const whole =
        'plan' in answer.value
          ? await wholePlan(client, answer.value, tell)
          : ok(await wholeChange(client, answer.value, options))
      return whole as Result<OutputOf<Name>, AppError>
    },
  }
}

function isInParts(value: unknown): value is PlanView | PlanChange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'moreDatasets' in value &&
    Array.isArray(value.moreDatasets) &&
    value.moreDatasets.length > 0
  )
}

/** A plan that changes between two parts is read again from the start: no mixture of two states is ever shown. */
async function wholePlan(client: Client, first: PlanView, tell: Tell): Promise<Result<PlanView, AppError>> {
  const about = { planId: first.plan.id }
  try {
    for (let view = first; ; ) {
      const { plan, moreDatasets, revision } = view
      const total = plan.datasets.length + moreDatasets.length
      const tellDone = (rest: number) => tell({ done: total - rest, total })
      const read = await readParts(client, plan.datasets, moreDatasets, { about, revision, tellDone })
      if (read.problem !== null) return { ok: false, error: read.problem }
      if (read.rest.length === 0)
        return ok({ ...view, plan: { ...plan, datasets: read.datasets }, moreDatasets: [] })
      const again = await client.call('plan.read', {}, about)
      if (!again.ok) return again
      view = again.value
    }
  } finally {
    tell(null)
  }
}

/** The change is done whatever becomes of its parts, so what cannot be read stays named in `moreDatasets`. */
async function wholeChange(client: Client, change: PlanChange, about: CallOptions = {}): Promise<PlanChange> {
  const { planId } = about
  const { datasets, rest } = await readParts(client, change.datasets, change.moreDatasets, {
    about: planId === undefined ? {} : { planId },
    revision: change.revision,
  })
  return { ...change, datasets, moreDatasets: rest }
}

interface Reading {
  readonly about: CallOptions
  /** The parts belong together as long as the plan stands at it. */
  readonly revision: number
  readonly tellDone?: (rest: number) => void
}

interface ReadParts {
  readonly datasets: readonly Dataset[]
  /** What was not read, because the plan has changed or there is a problem. */
  readonly rest: readonly DatasetId[]
  readonly problem: AppError | null
}

async function readParts(
  client: Client,
  first: readonly Dataset[],
  more: readonly DatasetId[],
  { about, revision, tellDone }: Reading,
): Promise<ReadParts> {
  const datasets = [...first]
  for (let from = 0; from < more.length; from += mostDatasets) {
    tellDone?.(more.length - from)
    const ids = more.slice(from, from + mostDatasets)
    const part = await client.call('plan.read-datasets', { ids }, about)
    if (!part.ok) return { datasets, rest: more.slice(from), problem: part.error }
    if (part.value.revision !== revision) return { datasets, rest: more.slice(from), problem: null }
    datasets.push(...part.value.datasets)
  }
  return { datasets, rest: [], problem: null }
}
