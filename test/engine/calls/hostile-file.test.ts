import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closePlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { damageUnnoticed } from '../../support/damage.ts'
import { aPlan, aSession, planOf } from '../../support/engine-session.ts'
import { must } from '../../support/journey.ts'
import { makeWorkbook, rowsXml } from '../../support/make-workbook.ts'
import { aPlanFile } from '../../support/plan-file.ts'

const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>'
const inventory = { name: 'S', xml: rowsXml([['Dataset Name'], ['Traffic']]) }

test.each([
  ['a zip bomb', makeWorkbook({ sheets: [{ name: 'S', xml: ' '.repeat(50_000_000) }] })],
  ['a billion laughs', makeWorkbook({ sheets: [inventory], parts: { 'xl/workbook.xml': laughs } })],
  ['half a workbook', makeWorkbook({ sheets: [inventory] }).subarray(0, 400)],
])('%s leaves the open plan as it is, and makes no other', async (_, bytes) => {
  const session = aSession()
  await aPlan(session)
  const before = await planOf(session)
  const files = readdirSync(join(session.dataDir, 'plans'))

  const { fileId } = must(session.receive({ name: 'inventory.xlsx', bytes }))
  const inspected = await session.client.call('open.inspect', { fileId, choice: null })
  expect(inspected.ok ? '' : inspected.error.code).toMatch(/^(workbook-too-complex|file-damaged)$/)
  const choice = { sheet: 'S', headerRow: 1, headerRows: 1 }
  const columns = [{ letter: 'A', field: 'title' as const }]
  const imported = await session.client.call('open.import', { fileId, choice, columns })
  expect(imported.ok).toBe(false)

  expect(await planOf(session)).toEqual(before)
  expect(readdirSync(join(session.dataDir, 'plans'))).toEqual(files)
})

test('a plan file that is damaged where opening it does not look is not taken in', async () => {
  const session = aSession()
  const file = aPlanFile()
  closePlanFile(file)
  damageUnnoticed(file.path)
  const { fileId } = must(session.receive({ path: file.path }))
  expect(await session.client.call('open.plan-file', { fileId, evenIfKnown: false })).toEqual({
    ok: false,
    error: { code: 'plan-damaged' },
  })
  expect(readdirSync(join(session.dataDir, 'plans'))).toEqual([])
})
