import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { makeWorkbook, rowsXml } from '../../support/make-workbook.ts'
import { anEngine } from '../../support/opening-engine.ts'
import { withPart } from '../../support/with-part.ts'

describe('an inventory on several sheets', () => {
  const headings = ['Dataset name', 'Description', 'Owner']
  const sheet = (name: string, titles: readonly string[]) => ({
    name,
    xml: rowsXml([headings, ...titles.map((title) => [title, `All ${title.toLowerCase()} on file`, 'Ann'])]),
  })
  const workbook = makeWorkbook({
    sheets: [sheet('North', ['Licenses', 'Complaints']), sheet('South', ['Grants', 'Permits', 'Fines'])],
  })

  /** Imports `sheet` with the others and answers the plan's datasets. */
  async function importAll(
    { client, receive }: ReturnType<typeof anEngine>,
    bytes: Uint8Array,
    first: string,
    alsoSheets: readonly string[],
  ) {
    const fileId = receive({ name: 'inventory.xlsx', bytes })
    const choice = { sheet: first, headerRow: 1, headerRows: 1, alsoSheets }
    const inspected = await client.call('open.inspect', { fileId, choice })
    if (!inspected.ok) throw new Error(inspected.error.code)
    const columns = inspected.value.table.columns.map(({ letter, field }) => ({ letter, field }))
    const imported = await client.call('open.import', { fileId, choice, columns })
    if (!imported.ok) throw new Error(imported.error.code)
    return imported.value.plan.datasets
  }

  async function decide({ client }: ReturnType<typeof anEngine>, ids: readonly string[]) {
    const set = await client.call('review.set', { ids: [...ids], changes: { availability: 'on-portal' } })
    if (!set.ok) throw new Error(set.error.code)
  }

  async function delivered({ engine, client }: ReturnType<typeof anEngine>) {
    const made = await client.call('deliver.make-workbook', {})
    if (!made.ok) throw new Error(made.error.code)
    const file = engine.made(made.value.file.fileId)
    if (file === null) throw new Error('the workbook is gone')
    return { bytes: readFileSync(file.path), report: made.value.report }
  }

  const decided = (datasets: readonly Dataset[]) =>
    datasets.flatMap(({ facts, review }) => (review.availability === 'on-portal' ? [facts.title] : []))

  test('is imported whole, and each decision comes back on the sheet of its dataset', async () => {
    const engine = anEngine()
    const datasets = await importAll(engine, workbook, 'North', ['South'])
    expect(datasets.map(({ facts, source }) => [facts.title, source?.sheet])).toEqual([
      ['Licenses', 'North'],
      ['Complaints', 'North'],
      ['Grants', 'South'],
      ['Permits', 'South'],
      ['Fines', 'South'],
    ])
    await decide(
      engine,
      datasets.filter(({ facts }) => /Licenses|Permits/.test(facts.title)).map(({ id }) => id),
    )
    const { bytes, report } = await delivered(engine)
    expect(report.refused).toEqual([])
    const again = await importAll(engine, bytes, 'North', ['South'])
    expect(decided(again)).toEqual(['Licenses', 'Permits'])
  })

  test('keeps its columns when another sheet comes first the next time', async () => {
    const engine = anEngine()
    const datasets = await importAll(engine, workbook, 'North', ['South'])
    await decide(
      engine,
      datasets.map(({ id }) => id),
    )
    const first = await delivered(engine)
    const again = await importAll(engine, first.bytes, 'South', ['North'])
    expect(decided(again)).toHaveLength(5)
    expect((await delivered(engine)).bytes.equals(first.bytes)).toBe(true)
    const ids = again.map(({ id }) => id)
    const changes = { availability: 'public-data' } as const
    expect(await engine.client.call('review.set', { ids, changes })).toMatchObject({ ok: true })
    const { report } = await delivered(engine)
    expect(new Set(report.addedColumns.map(({ letter }) => letter))).toEqual(new Set(['D']))
    const cells = report.comparison.changed.flatMap((part) => part.cells)
    expect(cells.map(({ after }) => after)).toEqual(again.map(() => 'Public data'))
  })

  test('asks about the protection of each sheet that something goes into', async () => {
    const engine = anEngine()
    const locked = withPart(workbook, 'xl/worksheets/sheet2.xml', (xml) =>
      xml.replace('</sheetData>', '$&<sheetProtection sheet="1"/>'),
    )
    const datasets = await importAll(engine, locked, 'North', ['South'])
    await decide(
      engine,
      datasets.map(({ id }) => id),
    )
    const asked = await engine.client.call('deliver.read-questions', {})
    expect(asked).toMatchObject({ ok: true, value: { protectedSheets: ['South'] } })
    const { report } = await delivered(engine)
    expect(report.refused.map(({ reason }) => reason)).toEqual(['protected-sheet'])
  })
})
