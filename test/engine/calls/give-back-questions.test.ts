import { describe, expect, it } from 'vitest'
import { aDesk, correct, type Desk } from '../../support/desk.ts'
import { excelFaults, newFaults } from '../../support/excel-rules.ts'
import { must } from '../../support/journey.ts'
import { partText, sampleInventory } from '../../support/patch-sample.ts'
import { withPart } from '../../support/with-part.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'

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
    expect(change.delivery).toEqual({
      changesSheet: null,
      columns: null,
      protectedCells: 'write',
      lockedStructure: null,
    })
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
    const { changed, same } = made.report.comparison
    expect(changed.map(({ part }) => part)).toContain(sheetPart)
    expect(same).not.toContain('xl/styles.xml')
    const { bytes } = await desk.make({ workbook: 'plain' })
    expect(excelFaults(bytes)).toEqual([])
    const again = await desk.open(bytes, made.file.name)
    const titles = datasets.map(({ facts }) => facts.title)
    expect(again.datasets.map(({ facts }) => facts.title)).toEqual(titles.with(0, 'Renamed'))
  })
})
