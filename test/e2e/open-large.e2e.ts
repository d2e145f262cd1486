import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeWorkbook, rowsXml } from '../support/make-workbook.ts'
import { expectAccessible } from './support/accessible.ts'
import { expect, test } from './support/program.ts'

const rows = 100_000
const furtherColumns = 8

/** A workbook that takes seconds to read and seconds to import. */
function largeWorkbook(): Buffer {
  const further = Array.from({ length: furtherColumns }, (_, index) => `Further column ${index + 1}`)
  return makeWorkbook({
    sheets: [
      {
        name: 'Inventory',
        xml: rowsXml([
          ['Dataset Name', 'Description', 'Owner', ...further],
          ...Array.from({ length: rows }, (_, row) => [
            `Dataset ${row + 1}`,
            `Everything on file about matter ${row + 1}`,
            'Ann Smith',
            ...further.map((_, column) => `Value ${row} of ${column}`),
          ]),
        ]),
      },
    ],
  })
}

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const cancelled = (page: Page) => page.getByText('Cancelled. Nothing was imported.')

test('a very large inventory can be cancelled while it is read and while it is imported', async ({
  program,
}) => {
  const { page, dataDir } = program
  const path = join(dataDir, 'large.xlsx')
  writeFileSync(path, largeWorkbook())
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  await expect(title(page)).toHaveText('Looking for your inventory')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expectAccessible(page, 'a reading under way')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(cancelled(page)).toBeVisible()

  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(title(page)).toHaveText('Is this your inventory?', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Import 100,000 datasets' }).click()
  // Past the reading: its rows are being written.
  await expect(page.getByText(/^([4-9]\d) %$/)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(cancelled(page)).toBeVisible()
  expect(readdirSync(join(dataDir, 'plans'))).toEqual([])
  // What was there before is there again, and can be imported after all.
  await expect(page.getByRole('button', { name: 'Import 100,000 datasets' })).toBeEnabled()
})
