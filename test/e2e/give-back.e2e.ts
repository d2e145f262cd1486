import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareWorkbooks } from '../../src/engine/workbook/patching/check/compare-workbooks.ts'
import { withPart } from '../support/with-part.ts'
import { expectAccessible } from './support/accessible.ts'
import { officer } from './support/officer.ts'
import { expect, type Program, test } from './support/program.ts'

const sample = readFileSync(fileURLToPath(new URL('../../assets/sample-inventory.xlsx', import.meta.url)))

/** Opens a file as an officer does, and goes to Review. */
async function opened(program: Program, name: string, bytes: Buffer) {
  const me = officer(program.page)
  const path = join(program.dataDir, name)
  writeFileSync(path, bytes)
  await program.choosing(path, () => program.page.getByRole('button', { name: 'Open an inventory…' }).click())
  await me.importIt()
  await me.goTo('Review')
  return me
}

test('a correction is asked for, seen before saving, and written into the agency’s own cell', async ({
  program,
}) => {
  const { page } = program
  const locked = withPart(sample, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
  )
  const me = await opened(program, 'inventory.xlsx', locked)
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await page.getByRole('button', { name: 'Correct the inventory' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Unit or program').fill('fiscal')
  await dialog.getByLabel('Published?').fill('Perhaps')
  await expectAccessible(page, 'the correction')
  await dialog.getByRole('button', { name: 'Save the corrections' }).click()
  await expect(me.chosen()).toContainText('Perhaps')

  await me.goTo('Deliver')
  await expect(page.getByRole('main')).toContainText('Answer the question about the workbook first.')
  await page.getByRole('radio', { name: /^Yes: write/ }).click()
  await page.getByRole('checkbox', { name: /^Add a sheet “Plan changes”/ }).click()
  await page.getByRole('button', { name: 'See what will change' }).click()
  const report = page.getByRole('region', { name: 'What changes in the workbook' })
  await expect(report).toContainText(/\d+ parts of the file unchanged, byte for byte; \d+ changed\./)
  await expect(report).toContainText('One value could not be written where it belongs')
  await report.getByRole('button', { name: 'See every change' }).click()
  await expect(page.getByRole('dialog')).toContainText('Your cells (1)')
  await expect(page.getByRole('gridcell', { name: 'Fiscal', exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Not written (1)' }).click()
  await expect(page.getByRole('gridcell', { name: 'Perhaps' })).toBeVisible()
  await page.getByRole('tab', { name: /^Parts of the file/ }).click()
  await expect(page.getByRole('gridcell', { name: 'identical, byte for byte' }).first()).toBeVisible()
  await expectAccessible(page, 'every change')
  await page.getByRole('button', { name: 'Close' }).click()

  const saved = await program.saving(() => page.getByRole('button', { name: 'Save the workbook…' }).click())
  const compared = compareWorkbooks(locked, readFileSync(saved))
  if (!compared.ok) throw new Error(compared.error.code)
  const own = compared.value.changed.flatMap((part) => part.cells).filter(({ cell }) => cell < 'T')
  expect(own).toEqual([expect.objectContaining({ before: 'Grants', after: 'Fiscal' })])
  expect(compared.value.added).toHaveLength(2)
})

test('what stands where the workbook is saved is kept, and one that is open is saved beside', async ({
  program,
}) => {
  test.skip(program.kind === 'browser', 'a browser saves downloads by itself')
  const { page } = program
  const me = await opened(program, 'inventory.xlsx', sample)
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.goTo('Deliver')
  const save = () => page.getByRole('button', { name: 'Save the workbook…' }).click()
  const path = await program.saving(save)
  const folder = join(path, '..')
  const mine = readFileSync(path)

  writeFileSync(path, 'work of this morning')
  await program.saving(save)
  await expect(page.getByRole('main')).toContainText('What stood there before is kept as')
  const kept = readdirSync(folder).find((name) => name.includes('as it was')) ?? ''
  expect(readFileSync(join(folder, kept), 'utf8')).toBe('work of this morning')
  expect(readFileSync(path).equals(mine)).toBe(true)

  const before = statSync(path).mtimeMs
  writeFileSync(join(folder, '~$inventory (updated).xlsx'), '')
  await save()
  await expect(page.getByRole('alert')).toContainText('is open in Excel or another program')
  expect(statSync(path).mtimeMs).toBe(before)
  await page.getByRole('button', { name: 'Save beside it' }).click()
  await expect(page.getByRole('main')).toContainText('inventory (updated) 2.xlsx')
  expect(readFileSync(join(folder, 'inventory (updated) 2.xlsx')).equals(mine)).toBe(true)
})

test('a text file whose encoding cannot hold the new text is offered in UTF-8', async ({ program }) => {
  const { page } = program
  const text = 'ID,Dataset title,Description\n1,Permisos de construcción,Edificios\n2,Visitas,Campo\n'
  const me = await opened(program, 'inventory.csv', Buffer.from(text, 'latin1'))
  await me.choose('Visitas')
  await page.getByRole('button', { name: 'Correct the inventory' }).click()
  await page.getByRole('dialog').getByLabel('Title').fill('Visitas 漢')
  await page.getByRole('dialog').getByRole('button', { name: 'Save the corrections' }).click()
  await expect(me.chosen().getByRole('heading', { level: 2 })).toHaveText('Visitas 漢')
  await me.goTo('Deliver')
  await page.getByRole('button', { name: 'Save the workbook…' }).click()
  await expect(page.getByRole('alert')).toContainText('has no place for')
  const saved = await program.saving(() => page.getByRole('button', { name: 'Save it as UTF-8' }).click())
  expect(readFileSync(saved, 'utf8')).toBe(`\ufeff${text.replace('Visitas', 'Visitas 漢')}`)
})

test('a workbook that cannot be added to is offered as a plain new one', async ({ program }) => {
  const { page } = program
  const backwards = withPart(sample, 'xl/worksheets/sheet1.xml', (xml) => {
    const rows = xml.match(/<row .*?<\/row>/gs) ?? []
    return xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows.toReversed().join('')}</sheetData>`)
  })
  const me = await opened(program, 'inventory.xlsx', backwards)
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.goTo('Deliver')
  await page.getByRole('button', { name: 'Save the workbook…' }).click()
  await expect(page.getByRole('alert')).toContainText('nothing can be added to it safely')
  await expectAccessible(page, 'the offer of a plain workbook')
  const offer = page.getByRole('button', { name: 'Save a plain new workbook' })
  const saved = await program.saving(() => offer.click())
  const report = page.getByRole('region', { name: 'What changes in the workbook' })
  await expect(report).toContainText('This is a new workbook with what the cells of your inventory say.')
  await expectAccessible(page, 'the report on a plain workbook')
  const compared = compareWorkbooks(backwards, readFileSync(saved))
  if (!compared.ok) throw new Error(compared.error.code)
  const answers = compared.value.changed.flatMap((part) => part.cells).map(({ after }) => after)
  expect(answers).toContain('Not public')
})

test('a file whose plan columns carry no mark is asked about', async ({ program }) => {
  const { page } = program
  const text = 'ID,Dataset title,Description,Plan: Availability\n1,Permits,x,Not public\n2,Visits,y,\n'
  const path = join(program.dataDir, 'inventory.csv')
  writeFileSync(path, text)
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  const question = page.getByRole('radiogroup', { name: 'Is column D an earlier plan’s, or your own?' })
  await expect(question).toBeVisible()
  await expectAccessible(page, 'the question about headings')
  await expect(page.getByRole('button', { name: 'Say above whose these columns are.' })).toBeDisabled()
  await question.getByRole('radio', { name: /^Our own/ }).click()
  await expect(page.getByText('Plan: Availability').first()).toBeVisible()
  const take = question.getByRole('radio', { name: /^An earlier plan’s/ })
  await take.click()
  await expect(take).toBeChecked()
  const me = officer(page)
  await me.importIt()
  await expect.poll(() => me.progressOf('Review')).toBe('1 of 2')
})
