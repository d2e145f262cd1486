import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expectAccessible } from './support/accessible.ts'
import { officer } from './support/officer.ts'
import { expect, type Program, test } from './support/program.ts'

type Cells = readonly (string | number | { readonly formula: string; readonly result: unknown } | null)[]

interface Sheet {
  readonly name: string
  readonly state?: 'visible' | 'hidden'
  readonly rows: readonly Cells[]
}

/** Writes a workbook, opens it and waits until a table is found in it. */
async function openWorkbook(program: Program, ...sheets: readonly Sheet[]): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, state = 'visible', rows } of sheets) {
    workbook.addWorksheet(name, { state }).addRows(rows.map((cells) => [...cells]))
  }
  const path = join(program.dataDir, 'inventory.xlsx')
  writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()))
  const { page } = program
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your inventory?')
}

const headings = ['Dataset Name', 'Description', 'Owner', 'Update Frequency']
const described = (name: string, frequency = 'Monthly'): Cells => [
  name,
  `Everything on file about ${name.toLowerCase()}`,
  'Ann Smith',
  frequency,
]

const heading = (page: Page) => page.getByRole('slider', { name: 'Heading row' })
const column = (page: Page, letter: string) =>
  page.getByRole('combobox', { name: new RegExp(`^Column ${letter}, .* is read as$`) })

test('the heading row is moved with the keyboard, shown at once, and read last of all', async ({
  program,
}) => {
  const { page } = program
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [
      ['Our data'],
      headings,
      ...['Licenses', 'Permits', 'Grants', 'Fines'].map((name) => described(name)),
    ],
  })
  await expect(heading(page)).toHaveText('Headings in row 2')
  await heading(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  // Before any answer can be there.
  expect(await heading(page).textContent()).toBe('Headings in row 3')
  await expect(page.getByRole('button', { name: 'Import 3 datasets' })).toBeVisible()
  await expect(page.getByRole('spinbutton', { name: 'Headings in row' })).toHaveValue('3')
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Import 4 datasets' })).toBeVisible()
})

test('the heading row is moved with the mouse, and by its number', async ({ program }) => {
  const { page } = program
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [['Our data'], headings, ...['Licenses', 'Permits', 'Grants'].map((name) => described(name))],
  })
  const from = await heading(page).boundingBox()
  const to = await page.getByRole('cell', { name: 'Licenses', exact: true }).boundingBox()
  if (from === null || to === null) throw new Error('nothing to drag')
  const header = await page.getByRole('cell', { name: 'Dataset Name', exact: true }).boundingBox()
  await page.mouse.move(from.x + 5, from.y + 5)
  await page.mouse.down()
  await page.mouse.move(from.x + 5, from.y + 5 + to.y - (header?.y ?? 0), { steps: 4 })
  await expect(heading(page)).toHaveText('Headings in row 3')
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'Import 2 datasets' })).toBeVisible()
  await page.getByRole('button', { name: 'Use row 2 as the headings' }).click()
  await expect(page.getByRole('button', { name: 'Import 3 datasets' })).toBeVisible()
})

test('a column may serve two fields, and two columns one, with the conflict shown and resolved', async ({
  program,
}) => {
  const { page } = program
  const me = officer(page)
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [
      ['Dataset Name', 'Dataset Title', 'In longer words', 'Owner & Contact'],
      ...['Licenses', 'Permits', 'Grants'].map((name) => [
        name,
        `All ${name}`,
        `About ${name}`,
        'Ann, ann@ct.gov',
      ]),
    ],
  })
  // The heading says both.
  await expect(column(page, 'D')).toHaveValue('contact')
  await expect(page.getByRole('combobox', { name: /^Column D, .* is also read as$/ })).toHaveValue('owner')
  // The first column is surer; the second says so, and can be joined with it.
  const columns = page.getByRole('region', { name: 'What each column holds' })
  await expect(columns).toContainText('Looks like Title too, which is read from column A.')
  await columns.getByRole('button', { name: 'Join it with A' }).click()
  await expect(columns).toContainText('Joined with column B into Title: “Licenses; All Licenses”')
  await expectAccessible(page, 'columns that share a field')
  await columns.getByRole('button', { name: 'Take only column B as Title' }).click()
  await expect(column(page, 'A')).toHaveValue('')
  await expect(columns).not.toContainText('Joined with')
  // A second field for a column of the person's choice.
  await column(page, 'C').selectOption('description')
  await page.getByRole('button', { name: /^Read column C, .* as a second field too$/ }).click()
  await page.getByRole('combobox', { name: /^Column C, .* is also read as$/ }).selectOption('notes')
  await me.importIt()
  await me.goTo('Review')
  await me.choose('All Permits')
  await expect(me.chosen()).toContainText('About Permits')
  await expect(me.chosen()).toContainText('ann@ct.gov')
})

test('what was confirmed is offered for the same headings, and can be declined', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  const sheet = {
    name: 'Inventory',
    rows: [headings, ...['Licenses', 'Grants'].map((name) => described(name))],
  }
  await openWorkbook(program, sheet)
  await column(page, 'C').selectOption('contact')
  await me.importIt()
  await page.getByRole('navigation').getByRole('button', { name: 'Start' }).click()
  await openWorkbook(program, sheet)
  await expect(column(page, 'C')).toHaveValue('contact')
  await expect(page.getByText('Read as you confirmed it last time for these headings.')).toBeVisible()
  await expectAccessible(page, 'a remembered mapping')
  await page.getByRole('button', { name: 'Use the program’s own guess instead' }).click()
  await expect(column(page, 'C')).toHaveValue('owner')
  await page.getByRole('button', { name: 'Read as last time' }).click()
  await expect(column(page, 'C')).toHaveValue('contact')
})

test('a word of two meanings is asked about once, and Publish knows the answer', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [
      headings,
      described('Licenses', 'Biannual'),
      described('Permits', 'bi-annual'),
      described('Grants', 'yearly'),
    ],
  })
  const question = page.getByRole('group', {
    name: /^In 2 rows the inventory says “Biannual” and “bi-annual”/,
  })
  await expect(question.getByRole('button', { name: 'Decide later' })).toHaveAttribute('aria-pressed', 'true')
  await question.getByRole('button', { name: 'twice a year (Bi-annually)' }).click()
  await expectAccessible(page, 'the question what a word means')
  await me.importIt()
  await me.goTo('Identify')
  await me.choose('Licenses')
  await me.answer('Public')
  await me.goTo('Prioritize')
  await me.rate('Demand from others', '3 high', 'Asked for every week')
  await me.goTo('Publish')
  await me.choose('Licenses')
  await expect(me.chosen()).toContainText('Use “Bi-annually”')
  await expect(me.chosen()).not.toContainText('if it means')
})

test('the rows add up, and each that is left out leads to its place on the sheet', async ({ program }) => {
  const { page } = program
  const many = Array.from({ length: 80 }, (_, index) => described(`Dataset ${index + 1}`))
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [['Our data'], headings, ...many, [], [], ['Total', 80], ['Note: as of May']],
  })
  const account = page.getByRole('region', { name: 'Where every row went' })
  await expect(account).toContainText('86 rows in all')
  await expect(account).toContainText('80 datasets')
  await account.getByText('See the 4 rows that were left out').click()
  await expect(account.getByRole('button')).toHaveText([
    'Rows 83 to 84: blank',
    'Row 85: a total',
    'Row 86: a note',
  ])
  await account.getByRole('button', { name: 'Row 85: a total' }).click()
  const preview = page.getByRole('table', { name: 'Preview of sheet “Inventory”' })
  await expect(preview.getByRole('cell', { name: 'Total', exact: true })).toBeInViewport()
  await expect(page.getByRole('status').filter({ hasText: 'Row 85: a total' })).toBeVisible()
  await page.getByRole('button', { name: 'Back to the headings in row 2' }).click()
  await expect(heading(page)).toBeInViewport()
  await page.getByRole('button', { name: 'Later rows' }).click()
  await expect(preview.getByRole('cell', { name: 'Dataset 80', exact: true })).toBeVisible()
})

test('a cell with an error and a missing title are named, and lead to the cell', async ({ program }) => {
  const { page } = program
  await openWorkbook(program, {
    name: 'Inventory',
    rows: [
      headings,
      described('Licenses'),
      ['Permits', { formula: 'NA()', result: { error: '#N/A' } }, 'Ann', 'Monthly'],
      [null, 'Something without a name', 'Ann', 'Monthly'],
      described('Grants'),
    ],
  })
  const notes = page.getByRole('main')
  await expect(notes).toContainText('1 dataset without a title:')
  await notes.getByRole('button', { name: 'B3', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cell B3 of “Inventory”' })).toBeVisible()
  await notes.getByRole('button', { name: 'A4', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cell A4 of “Inventory”' })).toBeVisible()
})

test('what Excel does not show, and notes on cells, are named and lead to their place', async ({
  program,
}) => {
  const { page } = program
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Inventory')
  sheet.addRows(
    [headings, described('Licenses'), described('Permits'), described('Grants')].map((cells) => [...cells]),
  )
  sheet.getColumn(3).hidden = true
  sheet.getRow(3).hidden = true
  sheet.getCell('B4').note = 'Counsel has to see this first'
  const path = join(program.dataDir, 'inventory.xlsx')
  writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()))
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  const notes = page.getByRole('main')
  await expect(notes).toContainText('1 column of the table is hidden in Excel and read as well.')
  await expect(notes).toContainText('1 hidden row is read as well:')
  await expectAccessible(page, 'what is hidden')
  await notes.getByRole('button', { name: 'C (Owner)' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cell C1 of “Inventory”' })).toBeVisible()
  await notes.getByRole('button', { name: 'B4: “Counsel has to see this first”' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Cell B4 of “Inventory”' })).toBeVisible()
})

test('several sheets of one inventory are taken at once; hidden ones are named so', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  const bureau = (name: string, ...titles: readonly string[]) => ({
    name,
    rows: [headings, ...titles.map((title) => described(title))],
  })
  await openWorkbook(
    program,
    bureau('North', 'Licenses', 'Permits'),
    bureau('South', 'Grants', 'Fines', 'Loans'),
    { ...bureau('Old', 'Dusty files', 'More dusty files'), state: 'hidden' },
  )
  await page.getByRole('checkbox').first().check()
  await expect(page.getByRole('button', { name: 'Import 5 datasets' })).toBeVisible()
  await expectAccessible(page, 'several sheets')
  await expect(page.getByRole('main')).toContainText('1 sheet is hidden in Excel and not read: “Old”.')
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Old (hidden)')
  await expect(page.getByRole('button', { name: 'Import 2 datasets' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('South')
  await page.getByRole('checkbox').first().check()
  await expect(page.getByRole('button', { name: 'Import 5 datasets' })).toBeVisible()
  await me.importIt()
})

test('a sheet with its headings down the side is named as such, and another can be chosen', async ({
  program,
}) => {
  const { page } = program
  await openWorkbook(
    program,
    { name: 'Inventory', rows: [headings, described('Licenses'), described('Grants')] },
    {
      name: 'Profile',
      rows: [
        ['Dataset name', 'Births', 'Deaths'],
        ['Description', 'All births', 'All deaths'],
        ['Update frequency', 'Yearly', 'Yearly'],
        ['Owner', 'Ann', 'Bo'],
        ['Format', 'CSV', 'PDF'],
      ],
    },
  )
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Profile')
  await expect(page.getByRole('alert')).toContainText('On sheet “Profile” the headings run down')
  await expectAccessible(page, 'a transposed sheet')
  await page.getByRole('combobox', { name: 'Sheet' }).selectOption('Inventory')
  await expect(page.getByRole('button', { name: 'Import 2 datasets' })).toBeVisible()
})
