import type { Page } from '@playwright/test'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

/** What the table says of availability, row by row as it shows them. */
const availabilities = (page: Page) => page.locator('[role="gridcell"][col-id="availability"]')

/** What it says of one dataset. */
const availabilityOf = (page: Page, dataset: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: dataset, exact: true }) })
    .locator('[col-id="availability"]')

test('the table follows answers and undo: as it is, sorted, searched and for many at once', async ({
  program,
}) => {
  const { page } = program
  const me = officer(page)
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' })
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await expect(availabilityOf(page, 'Grant Payments')).toHaveText('Not public')
  await undo.click()
  await expect(availabilityOf(page, 'Grant Payments')).toHaveText('Not yet determined')

  await page.getByRole('columnheader', { name: 'Availability' }).click()
  await me.answer('Not public')
  await expect(availabilities(page).first()).toHaveText('Not public')
  await undo.click()
  await expect(availabilities(page).first()).toHaveText('Not yet determined')

  const search = page.getByRole('searchbox', { name: 'Search datasets' })
  await search.fill('cannot')
  await expect(page.getByText('Nothing matches this search.').last()).toBeVisible()
  await me.answer('Cannot be determined')
  await expect(availabilities(page)).toHaveText(['Cannot determine'])
  await search.fill('')
  await expect.poll(() => availabilities(page).count()).toBeGreaterThan(5)

  await page.locator('.ag-header-select-all input').click()
  await page.keyboard.press('2')
  await expect.poll(() => me.progressOf('Review')).not.toMatch(/^1 of/)
  await expect(availabilities(page).first()).toHaveText('Public data')
  await expect(availabilities(page).nth(5)).toHaveText('Public data')
  await undo.click()
  await expect(availabilities(page).first()).toHaveText('Cannot determine')
  await expect(availabilities(page).nth(5)).toHaveText('Not yet determined')
})

test('another dataset begins at the top of its card', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.goTo('Identify')
  await me.choose('Grant Payments')
  const top = () => me.chosen().evaluate((card) => card.scrollTop)
  await me.chosen().evaluate((card) => {
    card.scrollTop = card.scrollHeight
  })
  expect(await top()).toBeGreaterThan(100)
  await page.getByRole('button', { name: 'Previous' }).click()
  await expect(me.chosen().getByRole('heading', { level: 2 }).first()).not.toHaveText('Grant Payments')
  expect(await top()).toBe(0)
})
