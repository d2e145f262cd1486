import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { InventoryField } from '../../../src/domain/inventory-field.ts'
import { anEngine, csv } from '../../support/opening-engine.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url))

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

  test('keeps the second field of a column and leaves the program’s own guess at hand', async () => {
    const { client, receive } = anEngine()
    const choice = { sheet: 'inventory', headerRow: 1, headerRows: 1 }
    const columns = [
      { letter: 'A', field: 'title' },
      { letter: 'B', field: 'owner' },
      { letter: 'B', field: 'contact' },
    ] as const
    await client.call('open.import', {
      fileId: receive(csv(headings, ...rows)),
      choice,
      columns: [...columns],
    })
    const again = await client.call('open.inspect', { fileId: receive(csv(headings, ...rows)), choice: null })
    if (!again.ok) throw new Error(again.error.code)
    const [, keptBy] = again.value.table.columns
    expect(keptBy).toMatchObject({ field: 'owner', also: ['contact'], reason: 'remembered' })
    expect(again.value.guess?.map(({ reason }) => reason)).not.toContain('remembered')
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

describe('columns and fields that do not go one to one', () => {
  const lines = [
    'Dataset name,Owner & contact,Notes,Remarks,Updated',
    'Licenses,Ann,Old,Paper,Biannual',
    'Complaints,Bo,Same,Same,bi-annual',
    'Grants,,,Only here,Monthly',
  ]
  const choice = { sheet: 'inventory', headerRow: 1, headerRows: 1 }

  test('one column gives its text to two fields, and two columns join theirs in one', async () => {
    const { client, receive } = anEngine()
    const imported = await client.call('open.import', {
      fileId: receive(csv(...lines)),
      choice,
      columns: [
        { letter: 'D', field: 'notes' },
        { letter: 'A', field: 'title' },
        { letter: 'B', field: 'owner' },
        { letter: 'B', field: 'contact' },
        { letter: 'C', field: 'notes' },
        { letter: 'C', field: 'notes' },
        { letter: 'Z', field: 'unit' },
      ],
    })
    if (!imported.ok) throw new Error(imported.error.code)
    expect(
      imported.value.plan.datasets.map(({ facts }) => [facts.owner, facts.contact, facts.notes]),
    ).toEqual([
      ['Ann', 'Ann', 'Old; Paper'],
      ['Bo', 'Bo', 'Same'],
      ['', '', 'Only here'],
    ])
  })

  test('the words for how often are counted, and what they were said to mean is kept beside them', async () => {
    const { client, receive } = anEngine()
    const fileId = receive(csv(...lines))
    const inspected = await client.call('open.inspect', { fileId, choice })
    if (!inspected.ok) throw new Error(inspected.error.code)
    const { frequencies, frequencyVocabulary, table } = inspected.value
    expect(frequencies).toEqual([
      {
        letter: 'E',
        words: [
          { text: 'Biannual', rows: 1 },
          { text: 'bi-annual', rows: 1 },
          { text: 'Monthly', rows: 1 },
        ],
      },
    ])
    expect(frequencyVocabulary).toContain('Bi-annually')
    const imported = await client.call('open.import', {
      fileId,
      choice,
      columns: table.columns.map(({ letter, field }) => ({ letter, field })),
      frequencies: [{ word: 'biannual', value: 'Bi-annually' }],
    })
    if (!imported.ok) throw new Error(imported.error.code)
    expect(imported.value.plan.frequencyAnswers).toEqual([{ word: 'biannual', value: 'Bi-annually' }])
    expect(imported.value.plan.datasets.map(({ facts }) => facts['update-frequency'])).toEqual([
      'Biannual',
      'bi-annual',
      'Monthly',
    ])
  })

  test('an added dataset fills the one column of two fields with both', async () => {
    const { client, receive, engine } = anEngine()
    const imported = await client.call('open.import', {
      fileId: receive(csv(...lines)),
      choice,
      columns: [
        { letter: 'A', field: 'title' },
        { letter: 'B', field: 'unit' },
        { letter: 'B', field: 'description' },
      ],
    })
    if (!imported.ok) throw new Error(imported.error.code)
    const raised = await client.call('brainstorm.add', {
      question: 'frequently-requested',
      text: 'Wait times',
      raisedBy: '',
      datasetId: null,
    })
    if (!raised.ok) throw new Error(raised.error.code)
    const [idea] = raised.value.ideas
    const made = await client.call('brainstorm.make-dataset', {
      id: idea?.id ?? '',
      title: 'Wait times',
      unit: 'Front desk',
      description: 'By office',
    })
    expect(made.ok).toBe(true)
    const workbook = await client.call('deliver.make-workbook', {})
    if (!workbook.ok) throw new Error(workbook.error.code)
    const written = readFileSync(engine.made(workbook.value.file.fileId)?.path ?? '', 'utf8')
    expect(written).toContain('Wait times,Front desk; By office')
  })
})

test('what is being read when the program ends is given up', async () => {
  const { engine, client, receive } = anEngine()
  const rows = 'Licenses,Monthly\n'.repeat(200_000)
  const fileId = receive(csv('Dataset name,Update frequency', rows))
  const inspecting = client.call('open.inspect', { fileId, choice: null })
  await engine.close()
  expect(await inspecting).toEqual({ ok: false, error: { code: 'cancelled' } })
})
