import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packageLimits } from '../../../src/engine/ooxml/limits.ts'
import { giveBackWork } from '../../../src/engine/plans/give-back-work.ts'
import { aDesk } from '../../support/desk.ts'
import { must } from '../../support/journey.ts'
import { openFilesIn, tellsOpenFiles } from '../../support/open-files.ts'
import { sampleInventory } from '../../support/patch-sample.ts'
import { withPart } from '../../support/with-part.ts'

/** How often something was written into a workbook, and how often one was loaded. */
const count = vi.hoisted(() => ({ tries: 0, loads: 0 }))
/** What happens while the plan is being read. */
const meanwhile = vi.hoisted(() => ({ happens: () => {} }))

vi.mock('../../../src/engine/workbook/patching/patch-workbook.ts', async (original) => {
  const actual = await original<typeof import('../../../src/engine/workbook/patching/patch-workbook.ts')>()
  const patchWorkbook: typeof actual.patchWorkbook = (...all) => {
    count.tries += 1
    return actual.patchWorkbook(...all)
  }
  return { ...actual, patchWorkbook }
})

vi.mock('../../../src/engine/workbook/reading/loaded-workbook.ts', async (original) => {
  const actual = await original<typeof import('../../../src/engine/workbook/reading/loaded-workbook.ts')>()
  const loadWorkbook: typeof actual.loadWorkbook = (...all) => {
    count.loads += 1
    return actual.loadWorkbook(...all)
  }
  const loadIfWorkbook: typeof actual.loadIfWorkbook = (...all) => {
    count.loads += 1
    meanwhile.happens()
    return actual.loadIfWorkbook(...all)
  }
  return { ...actual, loadWorkbook, loadIfWorkbook }
})

beforeEach(() => Object.assign(count, { tries: 0, loads: 0 }))

const protectedWorkbook = withPart(
  withPart(sampleInventory, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
  ),
  'xl/workbook.xml',
  (xml) => xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
)

async function work(bytes: Buffer, giveBack = giveBackWork()) {
  const desk = aDesk()
  const { datasets } = await desk.open(bytes)
  const path = join(desk.dataDir, 'plans', `${desk.engine.openPlanId()}.odap`)
  const onProgress = () => {}
  return {
    desk,
    path,
    questions: () => giveBack({ kind: 'questions', path }, { onProgress }).result,
    make: () => giveBack({ kind: 'make', path, input: {} }, { onProgress }).result,
    answer: async (availability: 'not-public' | 'on-portal') => {
      const changes = { availability }
      must(await desk.client.call('review.set', { ids: [datasets[0]?.id ?? ''], changes }))
    },
  }
}

const inTheWay = { changesSheet: 'none', protectedSheets: ['Inventory'], structureLocked: true }
const free = { changesSheet: 'none', protectedSheets: [], structureLocked: false }

describe('what has to be asked', () => {
  it('is answered without trying where nothing is protected', async () => {
    const { questions, answer } = await work(sampleInventory)
    await answer('not-public')
    expect(questions()).toEqual({ ok: true, value: free })
    expect(questions()).toEqual({ ok: true, value: free })
    expect(count).toEqual({ tries: 0, loads: 1 })
  })

  it('is tried again only when something else would be written', async () => {
    const { desk, questions, answer } = await work(protectedWorkbook)
    expect(questions()).toEqual({ ok: true, value: free })
    await answer('not-public')
    count.tries = 0
    expect(questions()).toEqual({ ok: true, value: inTheWay })
    expect(count.tries).toBe(2)
    expect(questions()).toEqual({ ok: true, value: inTheWay })
    // Another revision that puts nothing else into the workbook.
    must(await desk.client.call('plan.set-details', { changes: { agencyName: 'Agency' } }))
    expect(questions()).toEqual({ ok: true, value: inTheWay })
    // There and back again.
    await answer('on-portal')
    await answer('not-public')
    expect(questions()).toEqual({ ok: true, value: inTheWay })
    expect(count.tries).toBe(2)
    await answer('on-portal')
    expect(questions()).toEqual({ ok: true, value: inTheWay })
    expect(count.tries).toBe(4)
  })

  it('hangs on the answer to the first question, which tries the second again', async () => {
    const { desk, questions, answer } = await work(protectedWorkbook)
    await answer('not-public')
    questions()
    must(await desk.client.call('deliver.set-choices', { changes: { protectedCells: 'write' } }))
    count.tries = 0
    expect(questions()).toEqual({ ok: true, value: { ...inTheWay, structureLocked: false } })
    expect(count.tries).toBe(1)
  })

  it('is tried again in another workbook, whatever came of it in the one before', async () => {
    const giveBack = giveBackWork()
    const locked = await work(protectedWorkbook, giveBack)
    const open = await work(
      withPart(protectedWorkbook, 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace(
          '<sheetProtection sheet="1"/>',
          '$&<protectedRanges><protectedRange name="all" sqref="A1:XFD999"/></protectedRanges>',
        ),
      ),
      giveBack,
    )
    for (const { answer } of [locked, open]) await answer('not-public')
    expect(locked.questions()).toEqual({ ok: true, value: inTheWay })
    expect(open.questions()).toEqual({ ok: true, value: free })
  })
})

describe('the plan that is given back', () => {
  it('is read as it was at one moment, whatever is saved meanwhile', async () => {
    const { make, answer } = await work(sampleInventory)
    meanwhile.happens = () => void answer('not-public')
    const made = make()
    meanwhile.happens = () => {}
    expect(made.ok && 'bytes' in made.value && sampleInventory.equals(made.value.bytes)).toBe(true)
    expect(make()).toMatchObject({ value: { report: { addedColumns: [expect.anything()] } } })
  })

  // An open file can be neither moved nor thrown away on Windows.
  it.skipIf(!tellsOpenFiles)('is let go of, whatever comes of it', async () => {
    const { desk, path, questions, make } = await work(protectedWorkbook)
    await desk.engine.close()
    expect([questions().ok, make().ok]).toEqual([true, true])
    expect(openFilesIn(desk.dataDir)).toEqual([])
    writeFileSync(path, readFileSync(path).fill(0xaa, 4_096))
    expect([questions().ok, make().ok]).toEqual([false, false])
    expect(openFilesIn(desk.dataDir)).toEqual([])
  })

  it('is said to be damaged where that shows', async () => {
    const { desk, path, questions, make } = await work(sampleInventory)
    await desk.engine.close()
    writeFileSync(path, readFileSync(path).fill(0xaa, 4_096))
    expect(questions()).toEqual({ ok: false, error: { code: 'plan-damaged' } })
    expect(make()).toEqual({ ok: false, error: { code: 'plan-damaged' } })
  })
})

describe('a workbook that is held', () => {
  const usual = { ...packageLimits }
  afterEach(() => void Object.assign(packageLimits, usual))

  it('is loaded once; what it came to is loaded to be checked', async () => {
    const { questions, make, answer } = await work(protectedWorkbook)
    await answer('not-public')
    questions()
    expect(count).toEqual({ tries: 2, loads: 3 })
    expect(make().ok).toBe(true)
    expect(count).toEqual({ tries: 3, loads: 4 })
  })

  it('may be inflated as far as one that is loaded anew, however often it is given back', async () => {
    const { make, answer } = await work(sampleInventory)
    await answer('not-public')
    Object.assign(packageLimits, { inflatedBytes: 150_000 })
    for (let time = 0; time < 40; time += 1) expect(make()).toMatchObject({ ok: true })
  })
})
