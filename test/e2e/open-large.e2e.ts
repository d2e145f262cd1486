import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeWorkbook, rowsXml } from '../support/make-workbook.ts'
import { expectAccessible } from './support/accessible.ts'
import { officer } from './support/officer.ts'
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

/** Generous: other work on the machine stretches it. Before plans came in parts it was seconds. */
const longestPause = 3_000

/** Measures from now on for how long the page did nothing else; answers the longest such time in milliseconds. */
async function watchPauses(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    const found = { longest: 0 }
    let last = performance.now()
    setInterval(() => {
      const now = performance.now()
      found.longest = Math.max(found.longest, now - last)
      last = now
    }, 5)
    return found
  })
  return () =>
    watch.evaluate((found) => {
      const { longest } = found
      found.longest = 0
      return Math.round(longest)
    })
}

test('a plan of 100,000 datasets is imported, worked on and opened again without a frozen window', async ({
  program,
}) => {
  // Reading and importing this much takes its time where other work goes on.
  test.setTimeout(300_000)
  const { page, dataDir } = program
  const path = join(dataDir, 'large.xlsx')
  writeFileSync(path, largeWorkbook())
  const longest = await watchPauses(page)
  const pauseOf = async (what: string, act: () => Promise<void>) => {
    await longest()
    await act()
    const pause = await longest()
    process.stdout.write(`    longest pause, ${what}: ${pause} ms\n`)
    expect(pause, what).toBeLessThan(longestPause)
  }
  const reading = page.getByText('Reading 100,000 datasets…')
  await pauseOf('looking for the inventory', async () => {
    await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
    await expect(title(page)).toHaveText('Is this your inventory?', { timeout: 60_000 })
  })
  await pauseOf('importing', async () => {
    await page.getByRole('button', { name: 'Import 100,000 datasets' }).click()
    await expect(reading).toBeVisible({ timeout: 60_000 })
    await expect(title(page)).toHaveText('Who is this plan for?', { timeout: 60_000 })
    await expect(reading).toBeHidden()
  })
  const me = officer(page)
  await pauseOf('going to Review', async () => {
    await me.goTo('Review')
    await expect(page.getByRole('gridcell', { name: 'Dataset 1', exact: true })).toBeVisible()
  })
  await pauseOf('one answer', async () => {
    await me.answer('Not public')
    await expect.poll(() => me.progressOf('Review')).toBe('1 of 100,000')
  })
  const openAgain = async () => {
    await me.goTo('Start')
    await page.getByRole('button', { name: /large\.xlsx/ }).click()
    await expect(reading).toBeVisible()
  }
  const isOpen = () => expect(title(page)).toHaveText('Who is this plan for?', { timeout: 60_000 })
  await pauseOf('opening it again', async () => {
    await openAgain()
    await isOpen()
  })
  expect(await me.progressOf('Review')).toBe('1 of 100,000')
  await openAgain()
  await expectAccessible(page, 'a plan on its way')
  await isOpen()
})

test('a very large inventory can be cancelled while it is read and while it is imported', async ({
  program,
}) => {
  const { page, dataDir } = program
  const path = join(dataDir, 'large.xlsx')
  writeFileSync(path, largeWorkbook())
  await program.choosing(path, () => page.getByRole('button', { name: 'Open an inventory…' }).click())
  await expect(title(page)).toHaveText('Looking for your inventory')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(cancelled(page)).toBeVisible()

  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expectAccessible(page, 'a reading under way')
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
