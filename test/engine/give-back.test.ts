import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { InputOf } from '../../src/contract/calls.ts'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { excelFaults, newFaults } from '../support/excel-rules.ts'
import { must } from '../support/journey.ts'
import { cellOf, partText, sampleInventory } from '../support/patch-sample.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { withPart } from '../support/with-part.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'

interface Desk {
  readonly engine: Engine
  readonly client: Client
  /** Opens a file as the open screen does. */
  readonly open: (bytes?: Buffer, name?: string) => Promise<Plan>
  readonly make: (input?: InputOf<'deliver.make-workbook'>) => Promise<Made>
}

interface Made {
  readonly bytes: Buffer
  readonly refused: readonly (readonly [where: string, reason: string])[]
  readonly cells: readonly string[]
  readonly sheets: readonly string[]
}

function aDesk(): Desk {
  const engine = createEngine({
    dataDir: temporaryFolder(),
    now: () => new Date('2026-11-23T15:00:00.000Z'),
  })
  onTestFinished(() => engine.close())
  const client = createClient(engine.call, randomUUID)
  return {
    engine,
    client,
    open: async (bytes = sampleInventory, name = 'inventory.xlsx') => {
      must(await client.call('start.set-name', { name: 'J. Rivera' }))
      const { fileId } = must(engine.receive({ name, bytes }))
      const { table } = must(await client.call('open.inspect', { fileId, choice: null }))
      const { sheet, headerRow, headerRows } = table
      const columns = table.columns.map(({ letter, field }) => ({ letter, field }))
      const choice = { sheet, headerRow, headerRows }
      return must(await client.call('open.import', { fileId, choice, columns })).plan
    },
    make: async (input = {}) => {
      const { file, report } = must(await client.call('deliver.make-workbook', input))
      const changed = report.comparison.changed.flatMap((part) => part.cells)
      return {
        bytes: readFileSync(engine.made(file.fileId)?.path ?? ''),
        refused: report.refused.map(({ where, reason }) => [where, reason] as const),
        cells: changed.map(({ cell, before, after }) => `${cell}: ${before} > ${after}`),
        sheets: report.addedSheets,
      }
    },
  }
}

async function correct(
  { client }: Desk,
  dataset: Plan['datasets'][number] | undefined,
  changes: InputOf<'review.correct-inventory'>['changes'],
  reason = '',
): Promise<void> {
  must(await client.call('review.correct-inventory', { id: dataset?.id ?? '', changes, reason }))
}

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
        'In the annual report',
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

  it('is replaced by a re-export and never offered as the inventory', async () => {
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
    const rows = rowsOf(again.bytes, 'xl/worksheets/sheet6.xml')
    expect(rows.slice(1).map(([cell]) => cell)).toEqual(['Inventory!B10'])
    expect(newFaults(once, again.bytes)).toEqual([])
  })
})

describe('a protected workbook', () => {
  const locked = withPart(sampleInventory, sheetPart, (xml) =>
    xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1" scenarios="1"/>'),
  )
  const withLockedStructure = (bytes: Buffer) =>
    withPart(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
    )

  async function answered(desk: Desk, bytes: Buffer): Promise<void> {
    const { datasets } = await desk.open(bytes)
    must(
      await desk.client.call('review.set', {
        ids: [datasets[0]?.id ?? ''],
        changes: { availability: 'not-public' },
      }),
    )
  }

  it('asks once; the answer is remembered, can be undone, and an input of the call overrides it', async () => {
    const desk = aDesk()
    await answered(desk, locked)
    expect(must(await desk.client.call('deliver.read-questions', {}))).toEqual({
      changesSheet: 'none',
      protectedSheets: ['Inventory'],
      structureLocked: false,
    })
    const careful = await desk.make()
    expect(careful.cells).toEqual([])
    expect(careful.refused).toEqual([['Plan: Availability', 'protected-sheet']])
    expect(careful.sheets).toEqual(['Plan additions'])

    const change = must(
      await desk.client.call('deliver.set-choices', { changes: { protectedCells: 'write' } }),
    )
    expect(change.delivery).toEqual({ changesSheet: null, protectedCells: 'write', lockedStructure: null })
    const written = await desk.make()
    expect(written.refused).toEqual([])
    expect(written.cells).toEqual(['T6:  > Plan: Availability', 'T7:  > Not public'])
    expect(partText(written.bytes, sheetPart)).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1"/>',
    )
    expect(newFaults(locked, written.bytes)).toEqual([])
    expect((await desk.make({ protectedCells: 'keep-off' })).cells).toEqual([])
    must(await desk.client.call('plan.undo', {}))
    expect((await desk.make()).cells).toEqual([])
  })

  it('gets no sheet where its structure is locked, unless a person says so', async () => {
    const desk = aDesk()
    await answered(desk, withLockedStructure(locked))
    expect(must(await desk.client.call('deliver.read-questions', {}))).toMatchObject({
      structureLocked: true,
    })
    const kept = await desk.make()
    expect(kept.sheets).toEqual([])
    expect(kept.refused.map(([, reason]) => reason)).toEqual(['protected-sheet', 'structure-locked'])
    const added = await desk.make({ lockedStructure: 'add' })
    expect(added.sheets).toEqual(['Plan additions'])
    expect(partText(added.bytes, 'xl/workbook.xml')).toContain('lockStructure="1"')
  })

  it('asks nothing where the protection is in nobody’s way', async () => {
    const desk = aDesk()
    await answered(desk, withLockedStructure(sampleInventory))
    expect(must(await desk.client.call('deliver.read-questions', {}))).toEqual({
      changesSheet: 'none',
      protectedSheets: [],
      structureLocked: false,
    })
    must(await desk.client.call('deliver.set-choices', { changes: { changesSheet: 'add' } }))
    expect(must(await desk.client.call('deliver.read-questions', {})).structureLocked).toBe(true)
  })
})

describe('a text file whose encoding cannot hold the new text', () => {
  it('stops the save and offers UTF-8, which holds every field as it was', async () => {
    const desk = aDesk()
    const text = 'ID,Título del dataset,Title\n1,Permisos,Permits\n2,Visitas,Inspections\n'
    const { datasets } = await desk.open(Buffer.from(text, 'latin1'), 'inventory.csv')
    await correct(desk, datasets[0], { title: 'Permits 漢' })
    const refused = await desk.client.call('deliver.make-workbook', {})
    expect(refused).toMatchObject({ error: { code: 'encoding-cannot-hold', encoding: 'windows-1252' } })
    const { bytes } = await desk.make({ encoding: 'utf-8' })
    expect(bytes.toString('utf8')).toBe(`\ufeff${text.replace('Permits', 'Permits 漢')}`)
  })
})

describe('a workbook that is written in a way that cannot be added to', () => {
  it('stops the save and offers a plain new workbook with the plan’s columns', async () => {
    const desk = aDesk()
    const rows = partText(sampleInventory, sheetPart).match(/<row .*?<\/row>/gs) ?? []
    // Its rows stand backwards: read they can be, but not added to.
    const original = withPart(sampleInventory, sheetPart, (xml) =>
      xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows.toReversed().join('')}</sheetData>`),
    )
    const { datasets } = await desk.open(original, 'inventory.xlsm')
    await correct(desk, datasets[0], { title: 'Renamed' })
    const refused = await desk.client.call('deliver.make-workbook', {})
    expect(refused).toMatchObject({ error: { code: 'workbook-dialect-not-written' } })
    const made = must(await desk.client.call('deliver.make-workbook', { workbook: 'plain' }))
    expect(made.file.name).toBe('inventory (updated).xlsx')
    expect(made.report.warnings[0]).toEqual({ where: '', code: 'plain-copy' })
    const { bytes } = await desk.make({ workbook: 'plain' })
    expect(excelFaults(bytes)).toEqual([])
    const again = await desk.open(bytes, made.file.name)
    const titles = datasets.map(({ facts }) => facts.title)
    expect(again.datasets.map(({ facts }) => facts.title)).toEqual(titles.with(0, 'Renamed'))
  })
})
