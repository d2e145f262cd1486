import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Client, createClient } from '../../../src/contract/client.ts'
import { createEngine, type Engine } from '../../../src/engine/index.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { must, takeJourney } from '../../support/journey.ts'
import { partText } from '../../support/patch-sample.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { withPart } from '../../support/with-part.ts'

function anEngine(): { readonly engine: Engine; readonly client: Client } {
  const engine = createEngine({ dataDir: temporaryFolder() })
  onTestFinished(() => engine.close())
  return { engine, client: createClient(engine.call, randomUUID) }
}

function made(engine: Engine, fileId: string): Buffer {
  const file = engine.made(fileId)
  if (file === null) throw new Error('the file is gone')
  return readFileSync(file.path)
}

/** Opens a file as the open screen does, with or without its plan columns taken. */
async function opened(
  { engine, client }: ReturnType<typeof anEngine>,
  name: string,
  bytes: Buffer,
  planHeadings: 'take' | 'leave' = 'take',
) {
  const { fileId } = must(engine.receive({ name, bytes }))
  const first = must(await client.call('open.inspect', { fileId, choice: null }))
  const { sheet, headerRow, headerRows } = first.table
  const choice = { sheet, headerRow, headerRows, planHeadings }
  const inspection = must(await client.call('open.inspect', { fileId, choice }))
  const columns = inspection.table.columns.map(({ letter, field }) => ({ letter, field }))
  const { plan } = must(await client.call('open.import', { fileId, choice, columns }))
  return { inspection, plan }
}

async function exported({ engine, client }: ReturnType<typeof anEngine>): Promise<Buffer> {
  return made(engine, must(await client.call('deliver.make-workbook', {})).file.fileId)
}

const csv = 'ID;Dataset title;Description;Notes\r\n1;Permits;"Building; zoning";\r\n2;Inspections;;x\r\n'

describe('a CSV inventory that comes back', () => {
  it('is recognised by its headings and updated in place, field for field in its own dialect', async () => {
    const host = anEngine()
    const first = await opened(host, 'inventory.csv', Buffer.from(csv))
    expect(first.inspection.doubtful).toEqual([])
    const ids = first.plan.datasets.map(({ id }) => id)
    must(await host.client.call('review.set', { ids, changes: { availability: 'not-public' } }))
    const once = await exported(host)
    expect(once.toString()).toContain(
      'Notes;Plan: Availability\r\n1;Permits;"Building; zoning";;Not public\r\n',
    )

    const again = await opened(host, 'inventory (updated).csv', once)
    expect(again.inspection.doubtful).toEqual([
      { name: 'ODAP_availability', sheet: 'inventory (updated)', letter: 'E', headerRow: 1 },
    ])
    expect(again.inspection.table.columns.map(({ header }) => header)).not.toContain('Plan: Availability')
    expect(again.plan.datasets.map(({ review }) => review.availability)).toEqual(['not-public', 'not-public'])
    expect((await exported(host)).equals(once)).toBe(true)

    const [, second] = again.plan.datasets
    must(
      await host.client.call('review.set', {
        ids: [second?.id ?? ''],
        changes: { availability: 'on-portal' },
      }),
    )
    expect((await exported(host)).toString()).toBe(once.toString().replace(';x;Not public', ';x;On portal'))
  })

  it('keeps the columns as the agency’s where the person says so', async () => {
    const host = anEngine()
    const text = 'ID,Dataset title,Plan: Tier\n1,Permits,Now\n2,Inspections,\n'
    const { inspection, plan } = await opened(host, 'list.csv', Buffer.from(text), 'leave')
    expect(inspection.table).toMatchObject({ planHeadings: 'leave' })
    expect(inspection.table.columns.map(({ header }) => header)).toContain('Plan: Tier')
    expect(plan.datasets[0]?.priority.override).toBeNull()
    expect((await exported(host)).toString()).toBe(text)
  })
})

describe('a workbook whose marks somebody deleted', () => {
  it('gets its sheets of the plan replaced, not repeated', async () => {
    const host = anEngine()
    const journey = await takeJourney(host.engine.call)
    const { file } = must(await host.client.call('deliver.make-workbook', { changesSheet: 'add' }))
    const unmarked = withPart(made(host.engine, file.fileId), 'xl/workbook.xml', (xml) =>
      xml.replaceAll(/<definedName name="ODAP[^>]*>[^<]*<\/definedName>/g, ''),
    )
    const { plan } = await opened(host, 'returned.xlsx', unmarked)
    expect(plan.datasets).toHaveLength(journey.plan.plan.datasets.length)
    const ids = [plan.datasets[4]?.id ?? '']
    must(await host.client.call('review.set', { ids, changes: { availability: 'on-portal' } }))
    const again = await exported(host)
    const names = [...partText(again, 'xl/workbook.xml').matchAll(/ name="(Plan changes[^"]*)"/g)]
    expect(names.map(([, name]) => name)).toEqual(['Plan changes'])
    expect(newFaults(unmarked, again)).toEqual([])
  })

  it('is recognised by its headings, updated in place, and gets its marks again', async () => {
    const host = anEngine()
    const journey = await takeJourney(host.engine.call)
    const once = made(host.engine, journey.workbook.fileId)
    const unmarked = withPart(once, 'xl/workbook.xml', (xml) =>
      xml.replaceAll(/<definedName name="ODAP[^>]*>[^<]*<\/definedName>/g, ''),
    )
    const { inspection, plan } = await opened(host, 'returned.xlsx', unmarked)
    expect(inspection.marks).toEqual(inspection.doubtful)
    expect(inspection.doubtful.length).toBe(journey.addedHeaders.length)
    expect(plan.datasets.map(({ review }) => review.availability)).toEqual(
      journey.plan.plan.datasets.map(({ review }) => review.availability),
    )
    expect((await exported(host)).equals(unmarked)).toBe(true)
    const ids = [plan.datasets[4]?.id ?? '']
    must(await host.client.call('review.set', { ids, changes: { availability: 'public-data' } }))
    const again = await exported(host)
    expect(newFaults(once, again)).toEqual([])
    const { fileId } = must(host.engine.receive({ name: 'returned.xlsx', bytes: again }))
    const after = must(await host.client.call('open.inspect', { fileId, choice: null }))
    expect(after.doubtful).toEqual([])
    expect(after.marks.map(({ letter }) => letter)).toEqual(inspection.doubtful.map(({ letter }) => letter))
  })
})
