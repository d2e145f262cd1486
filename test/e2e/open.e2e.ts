import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeZip } from '../../src/engine/ooxml/zip/zip-writer.ts'
import { expectAccessible } from './support/accessible.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

const fixtures = fileURLToPath(new URL('../fixtures/workbooks/', import.meta.url))

const badFiles = [
  {
    what: 'a text file named .xlsx',
    name: 'notes.xlsx',
    content: 'Only a letter, no workbook.\n',
    says: /not an? .*workbook|text/i,
  },
  { what: 'an empty file', name: 'empty.xlsx', content: '', says: /empty/i },
  { what: 'a workbook locked with a password', fixture: 'tough/cala/pass_protected.xlsx', says: /password/i },
  {
    what: 'an old Excel workbook',
    name: 'inventory.xls',
    content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]),
    says: /old Excel workbook \(\.xls\).*save it as an Excel workbook/i,
  },
  {
    what: 'an OpenDocument spreadsheet',
    name: 'inventory.ods',
    content: writeZip([
      { name: 'META-INF/manifest.xml', content: Buffer.from('<manifest/>') },
      { name: 'content.xml', content: Buffer.from('<office:document-content/>') },
    ]),
    says: /OpenDocument spreadsheet \(\.ods\).*save it as an Excel workbook/i,
  },
  {
    what: 'half of a workbook',
    name: 'half.xlsx',
    content: readFileSync(join(fixtures, 'inventories/rto/data_inventory.xlsx')).subarray(0, 9_000),
    says: /damaged, or it was not copied completely[\s\S]*repair/i,
  },
  {
    what: 'a template without rows',
    fixture: 'inventories/gretegraf/data_inventory_template.xlsx',
    says: /no datasets|no rows/i,
  },
]

for (const bad of badFiles) {
  test(`${bad.what} is answered in a sentence, and nothing is created`, async ({ program }) => {
    const { page, dataDir } = program
    const path = bad.fixture === undefined ? join(dataDir, bad.name) : join(fixtures, bad.fixture)
    if (bad.fixture === undefined) writeFileSync(path, bad.content)
    await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
    await expect(page.getByRole('main')).toContainText(bad.says)
    await expect(page.getByRole('main')).not.toContainText(/undefined|\[object|Error:|\bat .*\.js/)
    expect(readdirSync(join(dataDir, 'plans'))).toEqual([])
    await expectAccessible(page, `the answer to ${bad.what}`)
  })
}

test('an inventory dropped anywhere in the window is opened', async ({ program }) => {
  const { page } = program
  const file = join(program.dataDir, 'dropped.csv')
  writeFileSync(file, 'Dataset Name,Owner\nLicenses,Ann\nGrants,Bo\n')
  // Only a file that a person chose has a place on the disk, which Electron's host asks for.
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file' })),
  )
  const input = page.locator('body > input')
  await input.setInputFiles(file)
  const dropped = await input.evaluateHandle((chosen: HTMLInputElement) => {
    const transfer = new DataTransfer()
    for (const one of chosen.files ?? []) transfer.items.add(one)
    chosen.remove()
    return transfer
  })
  await page.getByText('How it works').dispatchEvent('dragover', { dataTransfer: dropped })
  await expect(page.getByRole('heading', { name: 'Let go to open it' })).toBeVisible()
  await page.getByText('How it works').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your inventory?')
  await expect(page.getByRole('banner')).toContainText('dropped.csv')
})

test('the start screen says how far each plan is and where it goes on', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await page.getByRole('navigation').getByRole('button', { name: 'Start' }).click()
  const plan = page.getByRole('region', { name: 'Recent plans' }).getByRole('button')
  await expect(plan).toContainText(/0 of \d+ answers/)
  await expect(plan).toContainText('Next: Review')
  await plan.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is this plan for?')
})

test('a real inventory of another hand is imported with its own titles and rows', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  const path = join(fixtures, 'inventories/rto/data_inventory.xlsx')
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your inventory?')
  await expectAccessible(page, 'the open screen')
  await me.importIt()
  await me.goTo('Review')
  await expect(page.getByRole('main')).toContainText('of 41 datasets')
})

test('the user’s own choice of heading row and columns is what is imported', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await page.getByRole('combobox', { name: /What is in it\?/ }).selectOption('Not used')
  await me.importIt()
  await me.goTo('Review')
  await expect(me.chosen()).not.toContainText('Active and lapsed licenses')
})
