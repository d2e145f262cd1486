// One measurement in a process of its own: reads one workbook in one way and prints what it cost.
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const [way = '', path = ''] = process.argv.slice(2)

const ways = {
  /** The whole way of an import, as built: the worker, the table, and the rows handed over to the engine. */
  ours: async (bytes) => {
    const { createWorkbookReader } = await import('../out/engine/workbook/reading/worker-client.js')
    const choice = { sheet: 'Inventory', headerRow: 1, headerRows: 1 }
    const content = await createWorkbookReader().readTable(bytes, path, choice)
    if (!content.ok) throw new Error(content.error.code)
    // The engine makes each row when it stores it, so making every one of them belongs to the hand-over.
    let rows = 0
    for (const { cells } of content.value.rows) if (cells.B !== '') rows += 1
    return rows
  },
  exceljs: async (bytes) => {
    const { default: exceljs } = await import('exceljs')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(bytes)
    let rows = 0
    workbook.worksheets[0].eachRow((row) => {
      if (row.values.length > 0) rows += 1
    })
    return rows - 1
  },
  sheetjs: async (bytes) => {
    const { read, utils } = await import('xlsx')
    const workbook = read(bytes, { dense: true })
    return utils.sheet_to_json(workbook.Sheets[workbook.SheetNames[0]], { header: 1 }).length - 1
  },
  /** What nobody can go below: inflating every part. */
  inflate: async (bytes) => {
    const { readZip } = await import('../out/engine/ooxml/zip/zip-directory.js')
    const archive = readZip(bytes)
    if (!archive.ok) throw new Error(archive.error.code)
    let size = 0
    for (const { method, dataStart, dataEnd } of archive.value.entries) {
      const raw = bytes.subarray(dataStart, dataEnd)
      size += method === 0 ? raw.length : inflateRawSync(raw).length
    }
    return size
  },
}

const bytes = readFileSync(path)
const start = process.hrtime.bigint()
const result = await ways[way](bytes)
const seconds = Number(process.hrtime.bigint() - start) / 1e9
// Kilobytes on Linux and macOS alike, as Node gives them.
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ seconds, megabytes, result })}\n`)
