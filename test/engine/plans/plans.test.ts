import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../../src/contract/client.ts'
import type { PlanView } from '../../../src/contract/views.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { createEngine } from '../../../src/engine/index.ts'
import { wholePlanFile } from '../../../src/engine/plans/whole-plan-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function anEngine(dataDir = temporaryFolder()) {
  const engine = createEngine({ dataDir })
  onTestFinished(() => engine.close())
  return { engine, dataDir, client: createClient(engine.call, randomUUID) }
}

type Client = ReturnType<typeof anEngine>['client']

async function importSample(client: Client): Promise<PlanView> {
  const sample = await client.call('open.sample', {})
  if (!sample.ok) throw new Error(sample.error.code)
  const { fileId } = sample.value
  const inspected = await client.call('open.inspect', { fileId, choice: null })
  if (!inspected.ok) throw new Error(inspected.error.code)
  const { sheet, headerRow, headerRows, columns } = inspected.value.table
  const imported = await client.call('open.import', {
    fileId,
    choice: { sheet, headerRow, headerRows },
    columns: columns.map(({ letter, field }) => ({ letter, field })),
  })
  if (!imported.ok) throw new Error(imported.error.code)
  return imported.value
}

describe('the list of plans', () => {
  test('survives whatever lies in the folder, and says what cannot be read', async () => {
    const { client, dataDir } = anEngine()
    await importSample(client)
    const plans = join(dataDir, 'plans')
    mkdirSync(join(plans, 'folder.odap'))
    writeFileSync(join(plans, 'text.odap'), 'no plan')
    writeFileSync(join(plans, 'empty.odap'), '')
    const start = await client.call('start.read', {})
    if (!start.ok) throw new Error(start.error.code)
    const problems = Object.fromEntries(
      start.value.recentPlans.map(({ planId, problem }) => [planId, problem]),
    )
    expect(problems).toMatchObject({
      folder: 'not-a-plan-file',
      text: 'not-a-plan-file',
      empty: 'not-a-plan-file',
    })
    expect(Object.values(problems).filter((problem) => problem === null)).toHaveLength(1)
  })

  test('holds the plan that is worked on, however old its file is beside many others', async () => {
    const { client, dataDir } = anEngine()
    const { plan } = await importSample(client)
    expect(await client.call('plan.set-details', { changes: { period: '2027' } })).toMatchObject({ ok: true })
    const plans = join(dataDir, 'plans')
    // The log has what was done, and nothing of it is in the file yet.
    utimesSync(join(plans, `${plan.id}.odap`), new Date('2020-01-01'), new Date('2020-01-01'))
    for (let other = 0; other < 12; other += 1) {
      writeFileSync(join(plans, `other-${other}.odap`), 'no plan')
      utimesSync(join(plans, `other-${other}.odap`), new Date('2026-01-01'), new Date('2026-01-01'))
    }
    const start = await client.call('start.read', {})
    expect(start.ok && start.value.recentPlans[0]?.planId).toBe(plan.id)
    expect(start.ok && start.value.recentPlans).toHaveLength(12)
  })
})

test('an id that leads out of the plans’ folder names no plan, and one that leads out of the backups no backup', async () => {
  const { client, dataDir } = anEngine()
  const { plan } = await importSample(client)
  expect(await client.call('history.make-backup', { name: 'Good' })).toMatchObject({ ok: true })
  expect(await client.call('plan.close', {})).toMatchObject({ ok: true })
  const bytes = readFileSync(join(dataDir, 'plans', `${plan.id}.odap`))
  writeFileSync(join(dataDir, 'outside.odap'), bytes)
  const planId = 'x/../../outside'
  const backupId = '000001-by-hand'
  const notFound = err({ code: 'plan-not-found' })
  expect(await client.call('plan.open', { planId })).toEqual(notFound)
  expect(await client.call('plan.open-to-read', { planId })).toEqual(notFound)
  expect(await client.call('plan.open-copy', { planId })).toEqual(notFound)
  expect(await client.call('plan.backups', { planId })).toEqual(notFound)
  expect(await client.call('plan.recover', { planId, backupId })).toEqual(notFound)
  for (const outside of [`${backupId}/../../../outside`, `../000002-by-hand`, `../${backupId}`]) {
    const recovered = await client.call('plan.recover', { planId: plan.id, backupId: outside })
    expect(recovered).toEqual(err({ code: 'backup-not-found' }))
  }
  expect(readdirSync(join(dataDir, 'plans')).filter((name) => name.endsWith('.odap'))).toEqual([
    `${plan.id}.odap`,
  ])
})

describe('what the list of plans says', () => {
  async function closedPlan() {
    const { client, dataDir } = anEngine()
    const { plan } = await importSample(client)
    await client.call('plan.set-details', { changes: { agencyName: 'Office of Made-Up Affairs' } })
    await client.call('plan.close', {})
    const titles = async () => {
      const start = await client.call('start.read', {})
      return start.ok ? start.value.recentPlans.map(({ title }) => title) : []
    }
    return { client, plan, titles, kept: join(dataDir, 'plan-summaries.json') }
  }
  const renameIn = (kept: string) =>
    writeFileSync(kept, readFileSync(kept, 'utf8').replaceAll('Made-Up Affairs', 'Kept Words'))

  test('is not read from the plan again while its file is unchanged', async () => {
    const { titles, kept } = await closedPlan()
    expect(await titles()).toEqual(['Office of Made-Up Affairs'])
    renameIn(kept)
    expect(await titles()).toEqual(['Office of Kept Words'])
  })

  test('is read again once the plan has changed, also while it is open', async () => {
    const { client, plan, titles, kept } = await closedPlan()
    await titles()
    renameIn(kept)
    await client.call('plan.open', { planId: plan.id })
    await client.call('plan.set-details', { changes: { period: '2027' } })
    expect(await titles()).toEqual(['Office of Made-Up Affairs 2027'])
    await client.call('plan.set-details', { changes: { period: '2028' } })
    expect(await titles()).toEqual(['Office of Made-Up Affairs 2028'])
  })

  test('is read again by another version of the program', async () => {
    const { titles, kept } = await closedPlan()
    await titles()
    renameIn(kept)
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/"version":"[^"]*"/, '"version":"0.0.0"'))
    expect(await titles()).toEqual(['Office of Made-Up Affairs'])
  })

  test.each(['', 'null', '{"version":"0.0.0","plans":[]}', '{"version":1}'])(
    'is read from the plan where the file that keeps it holds %s',
    async (words) => {
      const { titles, kept } = await closedPlan()
      writeFileSync(kept, words)
      expect(await titles()).toEqual(['Office of Made-Up Affairs'])
    },
  )

  test('is gone with the plan', async () => {
    const { client, plan, titles, kept } = await closedPlan()
    await titles()
    rmSync(join(kept, '..', 'plans', `${plan.id}.odap`))
    rmSync(join(kept, '..', 'backups'), { recursive: true, force: true })
    expect(await titles()).toEqual([])
    expect((await client.call('start.read', {})).ok).toBe(true)
  })
})

test('a made file is offered for the folder its own plan’s inventory came from', async () => {
  const { engine, client } = anEngine()
  const planFrom = async (folder: string) => {
    const path = join(folder, 'inventory.csv')
    writeFileSync(path, 'Title,Description\nGrant Payments,What was paid\nHearing Docket,What is heard\n')
    const received = engine.receive({ path })
    if (!received.ok) throw new Error(received.error.code)
    const { fileId } = received.value
    const inspected = await client.call('open.inspect', { fileId, choice: null })
    if (!inspected.ok) throw new Error(inspected.error.code)
    const { sheet, headerRow, headerRows } = inspected.value.table
    const choice = { sheet, headerRow, headerRows }
    const columns = [{ letter: 'A', field: 'title' as const }]
    const imported = await client.call('open.import', { fileId, choice, columns })
    if (!imported.ok) throw new Error(imported.error.code)
    return imported.value.plan.id
  }
  const folderNow = async () => {
    const made = await client.call('deliver.make-plan-file', {})
    return made.ok ? engine.made(made.value.fileId)?.folder : null
  }
  const [first, second] = [temporaryFolder(), temporaryFolder()]
  const planId = await planFrom(first)
  await planFrom(second)
  expect(await folderNow()).toBe(second)
  expect(await client.call('plan.open', { planId })).toMatchObject({ ok: true })
  expect(await folderNow()).toBe(first)
})

describe('opening a plan', () => {
  test('that cannot be opened leaves the open one as it is', async () => {
    const { client, dataDir } = anEngine()
    const { plan } = await importSample(client)
    writeFileSync(join(dataDir, 'plans', 'text.odap'), 'no plan')
    expect(await client.call('plan.open', { planId: 'text' })).toEqual(err({ code: 'not-a-plan-file' }))
    const read = await client.call('plan.read', {})
    expect(read.ok && read.value.plan.id).toBe(plan.id)
  })

  test('tells of a broken reference-data.json, and works again once it is mended', async () => {
    const { client, dataDir } = anEngine()
    const { plan } = await importSample(client)
    await client.call('plan.close', {})
    const own = join(dataDir, 'reference-data.json')
    writeFileSync(own, '{ "categories": ')
    const refused = await client.call('plan.open', { planId: plan.id })
    expect(refused).toMatchObject({ ok: false, error: { code: 'reference-data-unreadable' } })
    rmSync(own)
    expect((await client.call('plan.open', { planId: plan.id })).ok).toBe(true)
  })

  test('a call that means another plan is refused, and nothing changes', async () => {
    const { engine, client } = anEngine()
    const first = await importSample(client)
    const second = await importSample(client)
    const changes = { changes: { agencyName: 'Meant for the first' } }
    const request = { callId: 'x', call: 'plan.set-details', input: changes }
    expect(await engine.call({ ...request, planId: first.plan.id })).toEqual(err({ code: 'other-plan-open' }))
    expect((await engine.call({ ...request, planId: second.plan.id })).ok).toBe(true)
  })
})

describe('importing', () => {
  test('needs a title column that the table has', async () => {
    const { client, dataDir } = anEngine()
    const sample = await client.call('open.sample', {})
    if (!sample.ok) throw new Error(sample.error.code)
    const answer = await client.call('open.import', {
      fileId: sample.value.fileId,
      choice: { sheet: 'Inventory', headerRow: 6, headerRows: 1 },
      columns: [{ letter: 'ZZ', field: 'title' }],
    })
    expect(answer).toEqual(err({ code: 'title-column-missing' }))
    expect(readdirSync(join(dataDir, 'plans'))).toEqual([])
  })

  test('only the sample is labelled as made up, whatever the file is called', async () => {
    const { engine, client } = anEngine()
    const received = engine.receive({
      name: 'sample-inventory.csv',
      bytes: Buffer.from('Dataset Name,Description\nLicenses,All of them\nPermits,All of them too\n'),
    })
    if (!received.ok) throw new Error(received.error.code)
    const imported = await client.call('open.import', {
      fileId: received.value.fileId,
      choice: { sheet: 'sample-inventory', headerRow: 1, headerRows: 1 },
      columns: [{ letter: 'A', field: 'title' }],
    })
    expect(imported.ok && imported.value.plan.isSample).toBe(false)
    expect((await importSample(client)).plan.isSample).toBe(true)
  })
})

describe('a plan file in the making', () => {
  test('has no name until it is whole', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'plan.odap')
    const made = wholePlanFile(path, (temporary) => {
      writeFileSync(temporary, 'half')
      expect(readdirSync(folder)).not.toContain('plan.odap')
      return ok(null)
    })
    expect(made.ok).toBe(true)
    expect(readdirSync(folder)).toEqual(['plan.odap'])
  })

  test('leaves nothing behind when it fails', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'plan.odap')
    const failing = () =>
      wholePlanFile(path, (temporary) => {
        writeFileSync(temporary, 'half')
        throw new Error('power cut')
      })
    expect(failing).toThrow('power cut')
    expect(readdirSync(folder)).toEqual([])
  })

  test('can be given up while its rows are written, and leaves nothing behind', async () => {
    const { engine, dataDir } = anEngine()
    const rows = Array.from({ length: 5_000 }, (_, index) => `Dataset ${index + 1},About it`)
    const bytes = Buffer.from(`Dataset Name,Description\n${rows.join('\n')}\n`)
    const received = engine.receive({ name: 'large.csv', bytes })
    if (!received.ok) throw new Error(received.error.code)
    const shares: number[] = []
    const stop = engine.onEvent((event) => {
      if (event.kind !== 'progress') return
      shares.push(event.done / event.total)
      if (event.done / event.total > 0.5) engine.cancel(event.callId)
    })
    const answer = await engine.call({
      callId: 'import',
      call: 'open.import',
      input: {
        fileId: received.value.fileId,
        choice: { sheet: 'large', headerRow: 1, headerRows: 1 },
        columns: [{ letter: 'A', field: 'title' }],
      },
    })
    stop()
    expect(answer).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThan(0.8)
    expect(readdirSync(join(dataDir, 'plans'))).toEqual([])
    expect(engine.openPlanId()).toBeNull()
  })

  test('is cleared away at a later start when its import never ended', () => {
    const { engine, dataDir } = anEngine()
    const left = join(dataDir, 'plans', '.new-x.odap')
    writeFileSync(left, 'half')
    utimesSync(left, 0, 0)
    expect(engine.openPlanId()).toBeNull()
    anEngine(dataDir)
    expect(readdirSync(join(dataDir, 'plans'))).toEqual([])
  })

  test('is left alone by a window that starts while the import is under way in another', () => {
    const { dataDir } = anEngine()
    const left = join(dataDir, 'plans', '.new-x.odap')
    writeFileSync(left, 'half')
    const anHourAgo = new Date(Date.now() - 3_600_000)
    utimesSync(left, anHourAgo, anHourAgo)
    anEngine(dataDir)
    expect(readdirSync(join(dataDir, 'plans'))).toEqual(['.new-x.odap'])
  })
})

test('a file that was cleared away is said to be gone', async () => {
  const { engine, client, dataDir } = anEngine()
  const received = engine.receive({ name: 'a.csv', bytes: Buffer.from('a,b\n1,2\n') })
  if (!received.ok) throw new Error(received.error.code)
  rmSync(join(dataDir, 'files'), { recursive: true })
  const { fileId } = received.value
  expect(await client.call('open.inspect', { fileId, choice: null })).toEqual(err({ code: 'file-gone' }))
  expect(engine.made(fileId)).toBeNull()
})
