import { randomUUID } from 'node:crypto'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { AppError } from '../../src/contract/errors.ts'
import type { CallRequest } from '../../src/contract/host.ts'
import type { FileHandle, PlanChange, PlanView } from '../../src/contract/views.ts'
import { rankCandidates } from '../../src/domain/priority.ts'
import type { Result } from '../../src/domain/result.ts'

/** What the journey found out on its way, for the caller to check. */
export interface JourneyResult {
  readonly plan: PlanView
  readonly workbook: FileHandle
  readonly document: FileHandle
  readonly addedHeaders: readonly string[]
  readonly refusals: number
  readonly firstRanked: string | undefined
  readonly undone: PlanChange
  readonly redone: PlanChange
}

export function must<Value>(result: Result<Value, AppError>): Value {
  if (!result.ok) throw new Error(`Expected an answer, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** The whole job through any carrier of calls: the sample inventory, all five steps, both deliverables. */
export async function takeJourney(
  invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>,
): Promise<JourneyResult> {
  const client = createClient(invoke, randomUUID)
  must(await client.call('start.set-name', { name: 'J. Rivera' }))
  const imported = await importSample(client)
  const [first, second, third] = imported.plan.datasets
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('The sample is too small')

  must(
    await client.call('plan.set-details', {
      changes: { agencyName: 'Office of Made-Up Affairs', period: '2027' },
    }),
  )
  must(
    await client.call('review.set', {
      ids: imported.plan.datasets.map(({ id }) => id),
      changes: { availability: 'not-public' },
    }),
  )
  must(await client.call('review.set', { ids: [third.id], changes: { availability: 'on-portal' } }))
  const idea = must(
    await client.call('brainstorm.add', {
      question: 'frequently-requested',
      text: 'Wait times by office',
      raisedBy: 'Town clerks',
      datasetId: null,
    }),
  )
  must(
    await client.call('brainstorm.make-dataset', {
      id: idea.ideas[0]?.id ?? '',
      title: 'Wait times by office',
      unit: 'Operations',
      description: '',
    }),
  )
  must(await client.call('identify.set', { ids: [first.id, second.id], changes: { access: 'public' } }))
  await rate(client, first.id, 1)
  await rate(client, second.id, 3)
  must(
    await client.call('prioritize.override', {
      id: first.id,
      override: { tier: 'next', reason: 'Promised to the legislature' },
    }),
  )
  must(
    await client.call('publish.set', {
      ids: [first.id, second.id],
      changes: { targetDate: '2027-06-30', updateFrequency: 'Quarterly', steward: 'Field Unit' },
    }),
  )
  const undone = must(await client.call('plan.undo', {}))
  const redone = must(await client.call('plan.redo', {}))

  const workbook = must(await client.call('deliver.make-workbook', {}))
  const document = must(await client.call('deliver.make-document', {}))
  must(await client.call('deliver.mark-submitted', { on: '2026-12-01', how: 'E-mail' }))
  const plan = must(await client.call('plan.read', {}))
  return {
    plan,
    workbook: workbook.file,
    document: document.file,
    addedHeaders: workbook.report.addedColumns.map(({ header }) => header),
    refusals: workbook.report.refused.length,
    firstRanked: rankCandidates(plan.plan.datasets, plan.plan.criteria)[0]?.id,
    undone,
    redone,
  }
}

/** Makes a plan of the sample inventory and opens it. */
export async function importSample(client: Client): Promise<PlanView> {
  const { fileId } = must(await client.call('open.sample', {}))
  const { table } = must(await client.call('open.inspect', { fileId, choice: null }))
  const { sheet, headerRow, headerRows, columns } = table
  return must(
    await client.call('open.import', {
      fileId,
      choice: { sheet, headerRow, headerRows },
      columns: columns.map(({ letter, field }) => ({ letter, field })),
    }),
  )
}

async function rate(client: Client, id: string, value: 1 | 3): Promise<void> {
  must(
    await client.call('prioritize.rate', { id, criterion: 'demand', value, reason: 'Request log of 2026' }),
  )
}
