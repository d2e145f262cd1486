import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import type { InventoryField } from '../../src/domain/inventory-field.ts'
import { createEngine } from '../../src/engine/index.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const fixtures = fileURLToPath(new URL('../fixtures/workbooks/', import.meta.url))

function anEngine(dataDir = temporaryFolder()) {
  const engine = createEngine({ dataDir })
  onTestFinished(() => engine.close())
  const client = createClient(engine.call, randomUUID)
  const receive = (
    file: { readonly name: string; readonly bytes: Uint8Array } | { readonly path: string },
  ) => {
    const received = engine.receive(file)
    if (!received.ok) throw new Error(received.error.code)
    return received.value.fileId
  }
  return { engine, client, receive }
}

function csv(...lines: readonly string[]) {
  return { name: 'inventory.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) }
}

describe('a part of a sheet', () => {
  test('can be seen where no datasets were found', async () => {
    const { client, receive } = anEngine()
    const fileId = receive({ path: join(fixtures, 'inventories/gretegraf/data_inventory_template.xlsx') })
    const inspected = await client.call('open.inspect', { fileId, choice: null })
    if (inspected.ok || inspected.error.code !== 'no-datasets') throw new Error('a template has no datasets')
    const { sheet, headerRow } = inspected.error
    const view = await client.call('open.view', { fileId, sheet, fromRow: headerRow })
    if (!view.ok) throw new Error(view.error.code)
    expect(view.value.preview).toMatchObject({ sheet })
    expect(view.value.preview.rows).toContain(headerRow)
    expect(view.value.sheets.map(({ name }) => name)).toContain(sheet)
  })

  test('is the one with the row that is looked up, to the end of the sheet', async () => {
    const { client, receive } = anEngine()
    const rows = Array.from({ length: 100 }, (_, index) => `Dataset ${index + 1},Monthly`)
    const fileId = receive(csv('Dataset name,Update frequency', ...rows))
    const near = await client.call('open.view', { fileId, sheet: 'inventory', fromRow: 40 })
    if (!near.ok) throw new Error(near.error.code)
    expect(near.value.preview.rows[0]).toBe(40)
    expect(near.value.preview.cells[0]).toEqual(['Dataset 39', 'Monthly'])
    const beyond = await client.call('open.view', { fileId, sheet: null, fromRow: 5_000 })
    if (!beyond.ok) throw new Error(beyond.error.code)
    expect(beyond.value.preview.rows.at(-1)).toBe(101)
  })

  test('of a sheet that is not there is refused', async () => {
    const { client, receive } = anEngine()
    const fileId = receive(csv('Dataset name,Owner', 'Licenses,Ann'))
    const view = await client.call('open.view', { fileId, sheet: 'Other', fromRow: 1 })
    expect(view).toEqual({ ok: false, error: { code: 'sheet-not-found', sheet: 'Other' } })
  })
})

describe('a confirmed mapping', () => {
  const headings = 'What we hold,Kept by,Remarks'
  const rows = ['Licenses,Ann,None', 'Complaints,Bo,Old', 'Grants,Cy,New']
  const wanted = ['title', 'contact', null] as const

  async function importAs(
    { client, receive }: ReturnType<typeof anEngine>,
    fields: readonly (InventoryField | null)[],
  ) {
    const fileId = receive(csv(headings, ...rows))
    const columns = fields.map((field, index) => ({ letter: 'ABC'.charAt(index), field }))
    const choice = { sheet: 'inventory', headerRow: 1, headerRows: 1 }
    const imported = await client.call('open.import', { fileId, choice, columns })
    if (!imported.ok) throw new Error(imported.error.code)
  }

  async function inspectedColumns(
    { client, receive }: ReturnType<typeof anEngine>,
    ...lines: readonly string[]
  ) {
    const fileId = receive(csv(...lines))
    const inspected = await client.call('open.inspect', { fileId, choice: null })
    if (!inspected.ok) throw new Error(inspected.error.code)
    return inspected.value.table.columns.map(({ field, reason }) => ({ field, reason }))
  }

  test('is offered for the same headings elsewhere, also after a restart', async () => {
    const dataDir = temporaryFolder()
    await importAs(anEngine(dataDir), wanted)
    const again = anEngine(dataDir)
    const columns = await inspectedColumns(
      again,
      'Our list',
      '',
      ',WHAT WE HOLD,Kept by:,Remark',
      ...rows.map((row) => `,${row}`),
    )
    expect(columns).toEqual(wanted.map((field) => ({ field, reason: 'remembered' })))
  })

  test('says nothing about other headings', async () => {
    const engine = anEngine()
    await importAs(engine, wanted)
    const columns = await inspectedColumns(engine, 'What we hold,Kept by,Updated', ...rows)
    expect(columns.map(({ reason }) => reason)).not.toContain('remembered')
  })

  test('gives way to the next one', async () => {
    const engine = anEngine()
    await importAs(engine, wanted)
    await importAs(engine, ['title', 'owner', 'notes'])
    const columns = await inspectedColumns(engine, headings, ...rows)
    expect(columns.map(({ field }) => field)).toEqual(['title', 'owner', 'notes'])
  })

  test('that somebody broke in its file is no longer offered, and the program goes on', async () => {
    const dataDir = temporaryFolder()
    const engine = anEngine(dataDir)
    await importAs(engine, wanted)
    writeFileSync(join(dataDir, 'remembered-mappings.json'), '{"mappings":[{"shape":1}]}')
    const columns = await inspectedColumns(engine, headings, ...rows)
    expect(columns.map(({ reason }) => reason)).not.toContain('remembered')
    await importAs(engine, wanted)
    expect(await inspectedColumns(engine, headings, ...rows)).toContainEqual({
      field: 'title',
      reason: 'remembered',
    })
  })
})
