import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
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
