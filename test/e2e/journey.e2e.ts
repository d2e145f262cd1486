import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compareWorkbooks } from '../../src/engine/workbook/patching/check/compare-workbooks.ts'
import { takeJourney } from '../support/journey.ts'
import { expect, test } from './support/program.ts'
import { cellsOf, wordsOf } from './support/read-back.ts'
import { takeWholeJourney } from './support/whole-journey.ts'

const sample = fileURLToPath(new URL('../../assets/sample-inventory.xlsx', import.meta.url))

test('from the sample inventory through all five steps to both files', async ({ program }) => {
  const { workbook, document } = await takeWholeJourney(program)
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
