import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compareWorkbooks } from '../../src/engine/workbook/patching/compare-workbooks.ts'
import { takeJourney } from '../support/journey.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'
import { cellsOf, wordsOf } from './support/read-back.ts'

const sample = fileURLToPath(new URL('../../assets/sample-inventory.xlsx', import.meta.url))

test('from the sample inventory through all five steps to both files', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.fill('Period', '2027')
  await me.fill('Officer’s name', 'J. Rivera')
  await me.saved()

  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Public, but not machine-readable')
  await me.choose('Inspection Results')
  await me.answer('On the open data portal')
  await me.choose('Training Completions')
  await me.answer('Not public')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^3 of/)

  await me.goTo('Brainstorm')
  await me.raise('What do people keep asking us for?', 'Wait times by office')
  await page.getByRole('button', { name: /^Make it a dataset/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Make/ }).click()
  await expect(page.getByRole('list', { name: 'What do people keep asking us for?' })).toContainText(
    'Dataset',
  )

  await me.goTo('Identify')
  await me.choose('Grant Payments')
  await me.answer('Public')
  await me.choose('Wait times by office')
  await me.answer('Public')
  await me.choose('Training Completions')
  await me.answer('Protected, releasable')
  await me.fillChosen('Legal basis of the protection', 'CGS 1-210(b)(2)')
  await me.answer('Aggregate')

  await me.goTo('Prioritize')
  await me.choose('Grant Payments')
  await me.rate('Demand from others', '3 high', 'Asked for 14 times in 2026')
  await me.choose('Wait times by office')
  await me.rate('Demand from others', '2 medium', 'Town clerks asked twice')
  await expect.poll(() => me.progressOf('Prioritize')).toMatch(/of 3/)

  await me.goTo('Publish')
  await me.choose('Grant Payments')
  await me.fillChosen('Target date', '2027-06-30')
  await me.fillChosen('Update frequency', 'Quarterly')
  await me.fillChosen('Steward', 'Fiscal Division')
  await me.saved()
  await page.getByRole('tab', { name: /^Already published/ }).click()
  await me.choose('Inspection Results')
  await me.answer('Keep')
  await me.saved()

  await me.goTo('Deliver')
  const workbook = await program.saving(() =>
    page.getByRole('button', { name: 'Save the workbook…' }).click(),
  )
  await expect(page.getByRole('main')).toContainText(/Saved to|Handed to your browser/)
  const document = await program.saving(() =>
    page.getByRole('button', { name: 'Save the Word plan…' }).click(),
  )
  await expectWorkbook(workbook)
  expectDocument(document)
})

async function expectWorkbook(path: string): Promise<void> {
  const cells = await cellsOf(path, 'Inventory')
  const original = await cellsOf(sample, 'Inventory')
  for (const [address, text] of original) expect(cells.get(address), address).toBe(text)
  const row = [...original].find(([, text]) => text === 'Grant Payments')?.[0].replace(/\D/g, '') ?? ''
  const written = [...cells].filter(([address]) => !original.has(address))
  const headings = new Map(
    written.filter(([, text]) => text.startsWith('Plan: ')).map(([at, text]) => [text, at]),
  )
  const under = (heading: string) => cells.get(`${(headings.get(heading) ?? '').replace(/\d/g, '')}${row}`)
  expect(under('Plan: Availability')).toBe('Public report')
  expect(under('Plan: Access')).toBe('Public')
  expect(under('Plan: Tier')).toBe('Now')
  expect(under('Plan: Steward')).toBe('Fiscal Division')
  expect(under('Plan: Target date')).toContain('2027')

  // The new dataset stands below the table, in the column of the titles.
  const [titleAt] = [...cells].find(([, text]) => text === 'Wait times by office') ?? []
  expect(titleAt).toMatch(/^B\d+$/)
  expect(original.has(titleAt ?? '')).toBe(false)

  const compared = compareWorkbooks(readFileSync(sample), readFileSync(path))
  if (!compared.ok) throw new Error(compared.error.code)
  const charts = compared.value.same.filter((part) => part.includes('chart'))
  expect(charts.length).toBeGreaterThan(0)
  expect(compared.value.removed).toEqual([])
}

function expectDocument(path: string): void {
  const words = wordsOf(path)
  for (const expected of [
    'Office of Made-Up Affairs',
    'Grant Payments',
    'June 30, 2027',
    'Asked for 14 times in 2026',
    'Wait times by office',
    'CGS 1-210(b)(2)',
    'Inspection Results',
  ]) {
    expect(words).toContain(expected)
  }
  expect(words).not.toMatch(/undefined|null|\[object|TBD/)
}

test('the same calls travel the host’s own channel', async ({ program }) => {
  const journey = await takeJourney(program.invoke)
  expect(journey.plan.plan.datasets.length).toBeGreaterThan(50)
  expect(journey.addedHeaders.length).toBeGreaterThan(3)
})
