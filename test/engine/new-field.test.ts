import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import { ok } from '../../src/domain/result.ts'
import { createEngine } from '../../src/engine/index.ts'
import type { GiveBackTask } from '../../src/engine/plans/give-back-task.ts'
import { inspectBytes } from '../../src/engine/workbook/reading/read-workbook.ts'
import { importSample, must } from '../support/journey.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** The table of fields with one more in it, and nothing else changed anywhere. */
vi.mock('../../src/domain/fields/dataset-fields.ts', async (original) => {
  const table = await original<typeof import('../../src/domain/fields/dataset-fields.ts')>()
  const { column, shortText } = await import('../../src/domain/fields/field.ts')
  const commitmentFields = {
    ...table.commitmentFields,
    unitOfAnalysis: shortText('Unit of analysis', {
      column: column('ODAP_unit_of_analysis', 'Unit of analysis', 24),
    }),
  }
  return {
    ...table,
    commitmentFields,
    datasetFields: { ...table.datasetFields, commitment: commitmentFields },
  }
})

/** A thread would read the table from the file, without what stands in it here: its work is done in this one. */
vi.mock('../../src/engine/threads/keep-threads.ts', async (original) => {
  const { keepThreads } = await original<typeof import('../../src/engine/threads/keep-threads.ts')>()
  const workedHere = {
    ask: async (_about: null, task: GiveBackTask) => {
      const { giveBackWork } = await import('../../src/engine/plans/give-back-work.ts')
      return ok(giveBackWork()(task, { onProgress: () => undefined }))
    },
    end: async () => undefined,
  }
  return {
    keepThreads: (settings: Parameters<typeof keepThreads>[0]) =>
      settings.file.href.includes('give-back-worker') ? workedHere : keepThreads(settings),
  }
})

async function open() {
  const engine = createEngine({ dataDir: temporaryFolder() })
  return { engine, client: createClient(engine.call, randomUUID) }
}

test('a field that is only in the table goes through contract, store, history and workbook, and comes back', async () => {
  const { engine, client } = await open()
  const { plan } = await importSample(client)
  const [first, second] = plan.datasets
  const unitOf = (dataset: unknown) =>
    (dataset as { commitment: Record<string, unknown> }).commitment['unitOfAnalysis']
  expect(plan.datasets.map(unitOf).every((value) => value === '')).toBe(true)

  const set = (ids: readonly string[], unitOfAnalysis: unknown) =>
    client.call('publish.set', { ids: [...ids], changes: { unitOfAnalysis } as never })
  expect(await set([first?.id ?? ''], 7)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  const changed = must(await set([first?.id ?? '', second?.id ?? ''], 'One inspection'))
  expect(changed.datasets.map(unitOf)).toEqual(['One inspection', 'One inspection'])
  must(await set([second?.id ?? ''], 'One town'))

  const { entries } = must(await client.call('history.read', { datasetId: second?.id ?? '', before: null }))
  const { things } = must(await client.call('history.changes', { actionId: entries[0]?.id ?? 0 }))
  expect(things[0]?.fields).toEqual([
    { field: 'Unit of analysis', before: 'One inspection', after: 'One town' },
  ])
  must(await client.call('plan.undo', {}))
  const undone = must(await client.call('plan.read', {})).plan.datasets
  expect(undone.slice(0, 3).map(unitOf)).toEqual(['One inspection', 'One inspection', ''])
  must(await client.call('plan.redo', {}))

  const { file } = must(await client.call('deliver.make-workbook', {}))
  const bytes = readFileSync(engine.made(file.fileId)?.path ?? '')
  await engine.close()
  const inspected = inspectBytes(bytes, 'returned.xlsx')
  if (!inspected.ok) throw new Error(inspected.error.code)
  expect(inspected.value.marks.map(({ name }) => name)).toContain('ODAP_unit_of_analysis')

  const again = await open()
  const received = must(again.engine.receive({ name: 'returned.xlsx', bytes }))
  const { table } = must(await again.client.call('open.inspect', { fileId: received.fileId, choice: null }))
  const { sheet, headerRow, headerRows, columns } = table
  const taken = must(
    await again.client.call('open.import', {
      fileId: received.fileId,
      choice: { sheet, headerRow, headerRows },
      columns: columns.map(({ letter, field }) => ({ letter, field })),
    }),
  )
  expect(taken.plan.datasets.slice(0, 3).map(unitOf)).toEqual(['One inspection', 'One town', ''])
  await again.engine.close()
})
