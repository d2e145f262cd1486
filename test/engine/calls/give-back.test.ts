import { readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import type { InputOf } from '../../../src/contract/calls.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { planPath } from '../../../src/engine/plans/plans-folder.ts'
import { aDesk, correct, type Desk } from '../../support/desk.ts'
import { aPlan, aSession } from '../../support/engine-session.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { must } from '../../support/journey.ts'
import { cellOf, partText, sampleInventory } from '../../support/patch-sample.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'

describe('a plan whose kept workbook is no longer what was opened', () => {
  it('gives nothing back, and says that it is damaged', async () => {
    const session = aSession()
    const { id } = await aPlan(session)
    must(await session.client.call('plan.close', {}))
    const db = new BetterSqlite3(planPath(session.dataDir, id))
    const bytes = db.prepare<[], Buffer>('SELECT bytes FROM workbook').pluck().get() ?? Buffer.alloc(0)
    // The comment's length at the very end: a workbook all the same, and another one.
    const other = Buffer.concat([bytes, Buffer.from('?')])
    other.writeUInt16LE(1, other.length - 3)
    db.prepare('UPDATE workbook SET bytes = ?').run(other)
    db.close()
    must(await session.client.call('plan.open', { planId: id }))
    const damaged = { ok: false, error: { code: 'plan-damaged' } }
    expect(await session.client.call('deliver.make-workbook', {})).toEqual(damaged)
    expect(await session.client.call('deliver.read-questions', {})).toEqual(damaged)
  })
})

describe('a correction of what the inventory says', () => {
  it('changes that very cell, in the words and kinds of its column, and nothing else', async () => {
    const desk = aDesk()
    const { datasets } = await desk.open()
    await correct(desk, datasets[0], {
      title: 'Traveling Exhibit Licenses',
      classification: 'no',
      published: 'internal only',
      'update-frequency': 'quarterly',
      unit: 'legal affairs',
      demand: '150',
    })
    const { bytes, cells, refused } = await desk.make()
    expect(refused).toEqual([])
    expect(cells).toEqual([
      'B7: Traveling Exhibit License Roster > Traveling Exhibit Licenses',
      'D7: Licensing > Legal Affairs',
      'F7: Y > N',
      'I7: Monthly > Quarterly',
      'K7: Yes > Internal only',
      'P7: 140 > 150',
    ])
    expect(cellOf(bytes, sheetPart, 'P7')).toMatch(/<v>150<\/v>/)
    expect(newFaults(sampleInventory, bytes)).toEqual([])
  })

  it('that says the same in other words, or is taken back, leaves the file as it was, to the byte', async () => {
    const desk = aDesk()
    const { datasets } = await desk.open()
    await correct(desk, datasets[0], { classification: 'Yes' })
    await correct(desk, datasets[1], { title: 'Something else' })
    must(await desk.client.call('plan.undo', {}))
    await correct(desk, datasets[2], { title: 'For a moment' })
    await correct(desk, datasets[2], { title: datasets[2]?.facts.title ?? '' })
    expect((await desk.make()).bytes.equals(sampleInventory)).toBe(true)
  })

  it('stays out of a cell whose drop-down has no such value, and stands on “Plan additions” instead', async () => {
    const desk = aDesk()
    const { datasets } = await desk.open()
    await correct(desk, datasets[0], { published: 'Perhaps', unit: 'Ministry', notes: 'Checked' })
    const { bytes, cells, refused, sheets } = await desk.make()
    expect(refused).toEqual([
      ['Inventory!D7', 'not-in-list'],
      ['Inventory!K7', 'not-in-list'],
    ])
    expect(cells).toEqual(['S7: Home addresses are dropped before posting > Checked'])
    expect(sheets).toEqual(['Plan additions'])
    const added = partText(bytes, 'xl/worksheets/sheet5.xml')
    for (const words of ['Inventory!D7', 'Ministry', 'Inventory!K7', 'Perhaps'])
      expect(added).toContain(words)
  })

  it('needs a title, and a dataset that is there', async () => {
    const desk = aDesk()
    const { datasets } = await desk.open()
    const call = (id: string, changes: InputOf<'review.correct-inventory'>['changes']) =>
      desk.client.call('review.correct-inventory', { id, changes })
    expect(await call(datasets[0]?.id ?? '', { title: '  ' })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect(await call(datasets[0]?.id ?? '', {})).toMatchObject({ error: { code: 'invalid-input' } })
    expect(await call('nobody', { title: 'x' })).toEqual({ ok: false, error: { code: 'dataset-not-found' } })
  })

  it('comes back in a CSV as its columns write', async () => {
    const desk = aDesk()
    const text =
      'ID,Dataset title,Published,Planned date\n1,Permits,Yes,1/31/2026\n2,Inspections,No,2/1/2026\n'
    const { datasets } = await desk.open(Buffer.from(text), 'inventory.csv')
    await correct(desk, datasets[1], {
      published: 'true',
      'planned-date': '2026-12-05',
      title: 'Visits, all',
    })
    expect((await desk.make()).bytes.toString()).toBe(
      text.replace('2,Inspections,No,2/1/2026', '2,"Visits, all",Yes,12/5/2026'),
    )
  })
})

describe('the sheet “Plan changes”', () => {
  const rowsOf = (bytes: Buffer, part: string) =>
    [...partText(bytes, part).matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row]) =>
      [
        ...(row ?? '').matchAll(/<c [^>]*?(?:\/>|>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>)/gs),
      ].map(([, text, number]) => text ?? number ?? ''),
    )

  async function decided(desk: Desk): Promise<Plan> {
    const plan = await desk.open()
    const [first, second] = plan.datasets
    await correct(desk, first, { title: 'Exhibit Licenses' }, 'The name in the statute')
    await correct(desk, first, { published: 'Perhaps' })
    must(
      await desk.client.call('review.set', {
        ids: [first?.id ?? '', second?.id ?? ''],
        changes: { availability: 'not-public' },
      }),
    )
    must(
      await desk.client.call('review.set', {
        ids: [second?.id ?? ''],
        changes: { availability: 'public-report', reviewNote: 'In the annual report' },
      }),
    )
    const card = must(
      await desk.client.call('brainstorm.add', {
        question: 'not-yet-public',
        text: 'Wait times',
        raisedBy: '',
        datasetId: null,
      }),
    )
    const { id = '' } = card.ideas[0] ?? {}
    must(
      await desk.client.call('brainstorm.make-dataset', {
        id,
        title: 'Wait times',
        unit: '',
        description: '',
      }),
    )
    return plan
  }

  it('has a row for each cell that people changed, with what it was and is, why, who and when', async () => {
    const desk = aDesk()
    await decided(desk)
    expect((await desk.make()).sheets).toEqual(['Plan additions'])
    const { bytes, sheets } = await desk.make({ changesSheet: 'add' })
    expect(sheets).toEqual(['Plan additions', 'Plan changes'])
    const [header, ...rows] = rowsOf(bytes, 'xl/worksheets/sheet6.xml')
    expect(header).toEqual([
      'Cell',
      'Dataset',
      'Column',
      'What it was',
      'What it is',
      'Reason',
      'Who',
      'When',
    ])
    // November 23, 2026 as Excel counts days.
    const when = '46349'
    expect(rows).toEqual([
      [
        'Inventory!B7',
        'Exhibit Licenses',
        'Title',
        'Traveling Exhibit License Roster',
        'Exhibit Licenses',
        'The name in the statute',
        'J. Rivera',
        when,
      ],
      [
        'Inventory!T7',
        'Exhibit Licenses',
        'Plan: Availability',
        '',
        'Not public',
        'Set availability to “Not public” for 2 datasets',
        'J. Rivera',
        when,
      ],
      [
        'Inventory!T8',
        'Exhibit License Applications',
        'Plan: Availability',
        '',
        'Public report',
        'Set availability to “Public, but not machine-readable” for “Exhibit License Applications”',
        'J. Rivera',
        when,
      ],
      [
        'Inventory!B70',
        'Wait times',
        'Title',
        '',
        'Wait times',
        'Made “Wait times” a dataset',
        'J. Rivera',
        when,
      ],
    ])
    expect(newFaults(sampleInventory, bytes)).toEqual([])
  })

  it('is added to by a re-export and never offered as the inventory', async () => {
    const desk = aDesk()
    await decided(desk)
    must(await desk.client.call('deliver.set-choices', { changes: { changesSheet: 'add' } }))
    const once = (await desk.make()).bytes
    const plan = await desk.open(once)
    const { fileId } = must(desk.engine.receive({ name: 'again.xlsx', bytes: once }))
    const inspection = must(await desk.client.call('open.inspect', { fileId, choice: null }))
    expect(inspection.sheets.map(({ name }) => name)).not.toContain('Plan changes')
    expect(must(await desk.client.call('deliver.read-questions', {})).changesSheet).toBe('there')

    await correct(desk, plan.datasets[3], { title: 'Complaints' })
    const again = await desk.make()
    expect(again.sheets).toContain('Plan changes')
    expect(partText(again.bytes, 'xl/workbook.xml').match(/name="Plan changes/g)).toHaveLength(1)
    const [before, after] = [once, again.bytes].map((bytes) => rowsOf(bytes, 'xl/worksheets/sheet6.xml'))
    expect(after?.slice(0, before?.length)).toEqual(before)
    expect(after?.slice(before?.length).map(([cell]) => cell)).toEqual(['Inventory!B10'])
    expect(newFaults(once, again.bytes)).toEqual([])
  })
})

test('the Word plan bears the day where the person is', async () => {
  vi.stubEnv('TZ', 'America/New_York')
  onTestFinished(() => void vi.unstubAllEnvs())
  const session = aSession()
  session.setClock('2026-01-01T02:00:00.000Z')
  await aPlan(session)
  const { file } = must(await session.client.call('deliver.make-document', {}))
  const words = partText(readFileSync(session.made(file.fileId)?.path ?? ''), 'word/document.xml')
  expect(words).toContain('December 31, 2025')
  expect(words).not.toContain('January 1, 2026')
})
