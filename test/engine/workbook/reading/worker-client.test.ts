import { describe, expect, it, onTestFinished } from 'vitest'
import type { SourceRow, TableContent, WorkbookProblem } from '../../../../src/domain/inventory-table.ts'
import type { Result } from '../../../../src/domain/result.ts'
import { createWorkbookReader } from '../../../../src/engine/workbook/reading/worker-client.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'

const bytes = makeWorkbook({
  sheets: [
    {
      name: 'Inventory',
      xml: rowsXml([
        ['Dataset Name', 'Description', 'Link'],
        ['Traffic', 'Counts by road', 'https://data.ct.gov/traffic'],
        ['Bridges', 'Condition of bridges', 'https://data.ct.gov/bridges'],
      ]),
    },
  ],
})
const choice = { sheet: 'Inventory', headerRow: 1, headerRows: 1 }

function rowsOf(content: Result<TableContent, WorkbookProblem>): readonly SourceRow[] {
  if (!content.ok) throw new Error(content.error.code)
  return [...content.value.rows]
}

/** As large as a sheet may be, so that it is still being read when it is stopped. */
function large(): Buffer {
  const row = '<row><c t="inlineStr"><is><t>a name</t></is></c><c><v>1</v></c><c><v>2</v></c></row>'
  return makeWorkbook({ sheets: [{ name: 'S', xml: `<sheetData>${row.repeat(400_000)}</sheetData>` }] })
}

describe('reading in a worker', () => {
  it('answers with plain data', async () => {
    const reader = createWorkbookReader()
    const inspection = await reader.inspect(bytes, 'a.xlsx')
    expect(inspection).toMatchObject({ ok: true, value: { table: { ...choice, datasets: 2 } } })
    const content = await reader.readTable(bytes, 'a.xlsx', choice)
    expect(rowsOf(content)).toMatchObject([
      { row: 2, cells: { A: 'Traffic', B: 'Counts by road', C: 'https://data.ct.gov/traffic' } },
      { row: 3, cells: { A: 'Bridges', B: 'Condition of bridges', C: 'https://data.ct.gov/bridges' } },
    ])
  })

  it('gives the rows of several sheets, each knowing its own', async () => {
    const sheet = (name: string, title: string) => ({
      name,
      xml: rowsXml([
        ['Dataset Name', 'Description', 'Link'],
        [title, 'What it is', 'https://data.ct.gov'],
      ]),
    })
    const workbook = makeWorkbook({ sheets: [sheet('Roads', 'Bridges'), sheet('Rail', 'Trains')] })
    const several = { sheet: 'Roads', headerRow: 1, headerRows: 1, alsoSheets: ['Rail'] }
    const content = await createWorkbookReader().readTable(workbook, 'a.xlsx', several)
    expect(content).toMatchObject({
      ok: true,
      value: { table: { datasets: 1, further: [{ sheet: 'Rail', datasets: 1 }] } },
    })
    expect(rowsOf(content)).toMatchObject([
      { sheet: 'Roads', row: 2, cells: { A: 'Bridges' } },
      { sheet: 'Rail', row: 2, cells: { A: 'Trains' } },
    ])
  })

  it('hands problems on as they are', async () => {
    const text = Buffer.from('Name,Owner')
    expect(await createWorkbookReader().inspect(text, 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'file-kind-not-read', kind: 'text' },
    })
  })

  it('tells how far it is, up to the end', async () => {
    const told: [done: number, total: number][] = []
    const onProgress = (done: number, total: number) => told.push([done, total])
    await createWorkbookReader().inspect(large(), 'a.xlsx', undefined, { onProgress })
    expect(told.length).toBeGreaterThan(10)
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b))
    expect(new Set(told.map(([, total]) => total)).size).toBe(1)
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1])
  })

  it('reads a file once, whatever is asked of it', async () => {
    const reader = createWorkbookReader()
    onTestFinished(() => reader.end())
    let told = 0
    const onProgress = () => {
      told += 1
    }
    const first = await reader.inspect(bytes, 'a.xlsx', undefined, { onProgress })
    expect(told).toBeGreaterThan(0)
    told = 0
    const corrected = { ...choice, headerRow: 2 }
    // Bytes that say the same are the same file.
    const copy = Uint8Array.from(bytes)
    const second = await reader.inspect(copy, 'a.xlsx', corrected, { onProgress })
    expect(second).toMatchObject({ value: { table: corrected } })
    const around = await reader.view(copy, 'a.xlsx', { sheet: 'Inventory', fromRow: 1 }, { onProgress })
    expect(around).toMatchObject({ ok: true })
    expect(await reader.inspect(copy, 'a.xlsx', undefined, { onProgress })).toEqual(first)
    const rows = rowsOf(await reader.readTable(copy, 'a.xlsx', choice, { onProgress }))
    expect(rows.length).toBe(2)
    expect(told).toBe(0)
  })

  it('reads another file anew', async () => {
    const reader = createWorkbookReader()
    onTestFinished(() => reader.end())
    const csv = (title: string) => Buffer.from(`Dataset Name,Owner\n${title},Transport\n`)
    const titleOf = async (data: Buffer, name: string) => {
      const inspected = await reader.inspect(data, name)
      return inspected.ok ? inspected.value.preview.cells[1]?.[0] : inspected.error.code
    }
    expect(await titleOf(csv('Roads'), 'a.csv')).toBe('Roads')
    expect(await titleOf(csv('Ports'), 'a.csv')).toBe('Ports')
    expect(await titleOf(csv('Ports'), 'a.xlsx')).toBe('file-kind-not-read')
  })

  it('leaves the bytes it was given as they are', async () => {
    const before = Buffer.from(bytes)
    await createWorkbookReader().inspect(bytes, 'a.xlsx')
    expect(bytes.equals(before)).toBe(true)
  })

  it('stops when asked to, before and while reading', async () => {
    const reader = createWorkbookReader()
    const cancelled = { ok: false, error: { code: 'cancelled' } }
    expect(await reader.inspect(bytes, 'a.xlsx', undefined, { signal: AbortSignal.abort() })).toEqual(
      cancelled,
    )
    const controller = new AbortController()
    const reading = reader.inspect(large(), 'a.xlsx', undefined, { signal: controller.signal })
    controller.abort()
    expect(await reading).toEqual(cancelled)
  })

  it('stops at its time limit', async () => {
    const reader = createWorkbookReader({ timeLimitMs: 1 })
    expect(await reader.inspect(large(), 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'reading-took-too-long' },
    })
  })

  it('survives a workbook that needs more memory than it may have', async () => {
    const reader = createWorkbookReader({ heapMegabytes: 16 })
    expect(await reader.inspect(large(), 'a.xlsx')).toMatchObject({
      ok: false,
      error: { code: 'workbook-too-complex' },
    })
  })
})
