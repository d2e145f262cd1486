import { randomUUID } from 'node:crypto'
import { type Client, createClient } from '../../../src/contract/client.ts'
import type { PlanView } from '../../../src/contract/views.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { importSample, must } from '../../support/journey.ts'
import { type Officer, officer } from './officer.ts'
import { expect, type Program } from './program.ts'

export interface PreparedPlan {
  readonly me: Officer
  /** Calls past the page, as from another window. */
  readonly client: Client
  /** Two datasets that every step has something to ask about. */
  readonly first: Dataset
  readonly second: Dataset
  /** What the engine says of the plan and of one of its datasets, now. */
  readonly plan: () => Promise<PlanView>
  readonly saved: (dataset: Dataset) => Promise<Dataset>
}

/** The sample's plan, brought past the page to where every step can be worked on, and opened on one of them. */
export async function openPreparedPlan(program: Program, step: string): Promise<PreparedPlan> {
  const { page } = program
  const client = createClient(program.invoke, randomUUID)
  const { plan } = await importSample(client)
  const [first, second] = plan.datasets
  if (first === undefined || second === undefined) throw new Error('The sample is too small')
  const ids = [first.id, second.id]
  must(await client.call('plan.set-details', { changes: { agencyName: 'Office of Made-Up Affairs' } }))
  must(await client.call('review.set', { ids, changes: { availability: 'not-public' } }))
  must(await client.call('identify.set', { ids, changes: { access: 'protected-releasable' } }))
  for (const id of ids) {
    must(await client.call('prioritize.rate', { id, criterion: 'demand', value: 3, reason: 'Request log' }))
  }
  const me = officer(page)
  await page.reload()
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is this plan for?')
  await me.goTo(step)
  const now = async () => must(await client.call('plan.read', {}))
  return {
    me,
    client,
    first,
    second,
    plan: now,
    saved: async ({ id }) => {
      const found = (await now()).plan.datasets.find((dataset) => dataset.id === id)
      if (found === undefined) throw new Error('The dataset has gone')
      return found
    },
  }
}
