import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.ts'
import { makeWorkbook, rowsXml } from '../support/make-workbook.ts'
import { type Ended, odap as run, sampleInventory as sample } from '../support/odap.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cameBack = join(root, 'test/fixtures/came-back/days-as-excel-saves.csv')
const emptyTemplate = join(root, 'test/fixtures/workbooks/inventories/gretegraf/data_inventory_template.xlsx')

function odap(dataDir: string, ...parameters: readonly string[]): Promise<Ended> {
  return run(dataDir, parameters)
}

describe('odap inspect', () => {
  test('says what the open screen would see, one line of JSON a file, and a bad file does not stop the others', async () => {
    const folder = temporaryFolder()
    const text = join(folder, 'notes.xlsx')
    writeFileSync(text, 'just some text\n')
    const { code, out } = await odap(folder, 'inspect', text, sample, '--json')
    const [bad, good] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(code).toBe(1)
    expect(bad).toMatchObject({ file: text, ok: false, code: 'file-kind-not-read' })
    expect(bad.message).toMatch(/\.$/)
    expect(good).toMatchObject({
      file: sample,
      ok: true,
      format: 'xlsx',
      table: { sheet: 'Inventory', headerRow: 6, headerRows: 1, firstRow: 7 },
    })
    const title = good.table.columns.find((column: { field: string | null }) => column.field === 'title')
    expect(title).toEqual({ letter: 'B', header: 'Dataset Name', field: 'title', confidence: 'high' })
  })

  test.each([
    ['an empty file', '', 'file-empty'],
    ['something that only calls itself a workbook', 'PK\u0003\u0004 and then nothing', 'file-damaged'],
  ])('refuses %s in a sentence and creates nothing', async (_what, content, expected) => {
    const folder = temporaryFolder()
    const file = join(folder, 'inventory.xlsx')
    writeFileSync(file, content)
    const { code, out } = await odap(join(folder, 'data'), 'inspect', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ ok: false, code: expected })
    expect(readdirSync(folder)).toEqual(['inventory.xlsx'])
  })
})

describe('odap draft', () => {
  test('writes the plan, the workbook and the Word plan, and names them', async () => {
    const folder = temporaryFolder()
    const target = join(folder, 'draft')
    const { code, out, err } = await odap(folder, 'draft', sample, '--out', target, '--json')
    expect(err).toBe('')
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer.plan).toBe(join(target, 'plan.odap'))
    expect(answer.datasets).toBeGreaterThan(50)
    expect(answer.files.map(({ kind }: { kind: string }) => kind)).toEqual(['workbook', 'plan-document'])
    for (const path of [answer.plan, ...answer.files.map(({ path }: { path: string }) => path)]) {
      expect(statSync(path).size).toBeGreaterThan(1000)
    }
    // Nothing is decided in a draft, so the workbook comes back byte for byte.
    expect(readFileSync(answer.files[0].path).equals(readFileSync(sample))).toBe(true)
    // And nothing of it shows up among the user's own plans.
    expect(readdirSync(folder)).toEqual(['draft'])
  })

  test('takes one of several sheets with the same columns and names the others, or takes them all', async () => {
    const folder = temporaryFolder()
    const rows = (...names: readonly string[]) =>
      rowsXml([
        ['Dataset Name', 'Owner and contact', 'Description'],
        ...names.map((name) => [name, 'Ann', `All about ${name}`]),
      ])
    const sheets = [
      { name: 'North', xml: rows('Licenses', 'Permits', 'Fines') },
      { name: 'South', xml: rows('Grants', 'Loans') },
    ]
    const file = join(folder, 'inventory.xlsx')
    writeFileSync(file, makeWorkbook({ sheets }))
    const [one, all] = [join(folder, 'one'), join(folder, 'all')]
    const { out } = await odap(folder, 'draft', file, '--out', one)
    expect(out.split('\n').slice(0, 2)).toEqual([
      '3 datasets from sheet “North”',
      'Not taken, though the columns are the same: “South” (2 datasets); --all-sheets takes them too',
    ])
    const answer = JSON.parse((await odap(folder, 'draft', file, '--out', all, '--all-sheets', '--json')).out)
    expect(answer).toMatchObject({ datasets: 5, sheets: ['North', 'South'], notTaken: [] })
    // A column that serves two fields serves them in a draft too, as it does on the open screen.
    const plan = JSON.parse((await odap(folder, 'call', answer.plan, 'plan.read', '{}')).out).value.plan
    const [first] = plan.datasets
    expect(first.facts).toMatchObject({ owner: 'Ann', contact: 'Ann' })
  })

  test('names the columns that may be an earlier plan’s, and reads them back where that is said', async () => {
    const folder = temporaryFolder()
    const [left, taken] = [join(folder, 'left'), join(folder, 'taken')]
    const { out } = await odap(folder, 'draft', cameBack, '--out', left)
    expect(out.split('\n').slice(1, 2)).toEqual([
      'Columns O, P, Q may be an earlier plan’s and stayed as they are; --take-plan-columns reads them back',
    ])
    const more = ['--take-plan-columns', '--json']
    const told = JSON.parse((await odap(folder, 'draft', cameBack, '--out', taken, ...more)).out)
    expect(told.notPlanColumns).toEqual([])
    const availabilities = async (plan: string) => {
      const read = JSON.parse((await odap(folder, 'call', plan, 'plan.read', '{}')).out).value.plan
      return read.datasets.map(({ review }: Dataset) => review.availability)
    }
    expect(await availabilities(join(left, 'plan.odap'))).not.toContain('not-public')
    expect(await availabilities(told.plan)).toContain('not-public')
  })

  test('of a template without rows says so and writes nothing', async () => {
    const folder = temporaryFolder()
    const { code, out, err } = await odap(
      folder,
      'draft',
      emptyTemplate,
      '--out',
      join(folder, 'draft'),
      '--json',
    )
    expect(code).toBe(1)
    expect(JSON.parse(out).code).toBe('no-datasets')
    expect(err).toContain('no datasets')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('odap draft again', () => {
  test('replaces a draft nobody has worked on, and never a plan with decisions', async () => {
    const folder = temporaryFolder()
    const draft = () => odap(folder, 'draft', sample, '--out', folder, '--json')
    expect((await draft()).code).toBe(0)
    expect((await draft()).code).toBe(0)
    const plan = join(folder, 'plan.odap')
    const decided = '{"changes":{"agencyName":"Office of Made-Up Affairs"}}'
    expect((await odap(folder, 'call', plan, 'plan.set-details', decided)).code).toBe(0)
    const refused = await draft()
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out).code).toBe('plan-has-decisions')
    const read = JSON.parse((await odap(folder, 'call', plan, 'plan.read', '{}')).out)
    expect(read.value.plan.details.agencyName).toBe('Office of Made-Up Affairs')
  })

  test('into a file says that it cannot be written', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { code, out } = await odap(folder, 'draft', sample, '--out', file, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out).code).toBe('folder-gone')
  })
})

describe('odap call', () => {
  test('makes any call of the contract on a plan, and edits stay', async () => {
    const folder = temporaryFolder()
    await odap(folder, 'draft', sample, '--out', folder, '--json')
    const plan = join(folder, 'plan.odap')
    const read = JSON.parse((await odap(folder, 'call', plan, 'plan.read', '{}')).out)
    const [first] = read.value.plan.datasets
    const input = JSON.stringify({ ids: [first.id], changes: { availability: 'on-portal' } })
    const changed = await odap(folder, 'call', plan, 'review.set', input)
    expect(changed.code).toBe(0)
    const again = JSON.parse((await odap(folder, 'call', plan, 'plan.read', '{}')).out)
    expect(again.value.plan.datasets[0].review.availability).toBe('on-portal')
    expect(again.value.history.undo).toContain(first.facts.title)

    const refused = await odap(folder, 'call', plan, 'review.set', '{"ids":[],"changes":{}}')
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  test('of a file that is no plan says so', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'x.odap')
    writeFileSync(file, 'no plan '.repeat(500))
    const { code, out } = await odap(temporaryFolder(), 'call', file, 'plan.read', '{}')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({ ok: false, error: { code: 'not-a-plan-file' } })
    expect(readdirSync(folder)).toEqual(['x.odap'])
  })
})

describe('odap compare', () => {
  test('finds nothing between a file and itself', async () => {
    const { out, code } = await odap(temporaryFolder(), 'compare', sample, sample, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ changed: [], added: [], removed: [] })
  })

  test('names every cell and every part that changed, came or went', async () => {
    const folder = temporaryFolder()
    const sheets = (title: string) => [{ name: 'S', xml: rowsXml([['Title'], [title]]) }]
    const [before, after] = ['before.xlsx', 'after.xlsx'].map((name) => join(folder, name)) as [
      string,
      string,
    ]
    writeFileSync(before, makeWorkbook({ sheets: sheets('Permits'), parts: { 'docProps/gone.xml': '<a/>' } }))
    writeFileSync(after, makeWorkbook({ sheets: sheets('Fees'), parts: { 'docProps/come.xml': '<a/>' } }))
    const { code, out } = await odap(folder, 'compare', before, after)
    expect(code).toBe(0)
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/^\d+ parts the same, \d+ changed, 1 added, 1 removed$/)
    expect(lines).toEqual(
      expect.arrayContaining([
        '  S!A2: “Permits” → “Fees”',
        'added: docProps/come.xml',
        'removed: docProps/gone.xml',
      ]),
    )
  })

  test('says in a sentence when a file is not there', async () => {
    const { code, err, out } = await odap(temporaryFolder(), 'compare', sample, '/nowhere.xlsx', '--json')
    expect(code).toBe(1)
    expect(err).toBe('The file cannot be read; is it there, and may you read it?\n')
    expect(JSON.parse(out).code).toBe('file-not-readable')
  })
})

test('odap calls lists every call with its input schema', async () => {
  const { out } = await odap(temporaryFolder(), 'calls')
  const calls = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(calls.find(({ call }) => call === 'review.set').input.properties.ids.type).toBe('array')
  expect(new Set(calls.map(({ call }) => call)).size).toBe(calls.length)
})
