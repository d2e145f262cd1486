// One measurement in a process of its own: changes one workbook in one way and prints what it cost.
import { readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const [way = '', path = '', count = '0'] = process.argv.slice(2)
const rows = Number(count)

/** 200 cells all over the table, and four columns with an answer in every row. */
const changedRows = Array.from({ length: 200 }, (_, index) => 2 + Math.floor((index * rows) / 200))
const addedColumns = ['Availability', 'Access', 'Tier', 'Steward']
const answers = ['On portal', 'Not public', 'Public report']
const answerIn = (row) => answers[row % answers.length]

function changes(letters) {
  const allRows = Array.from({ length: rows }, (_, index) => index + 2)
  return {
    tables: [{ sheet: 'Inventory', headerRow: 1, lastRow: rows + 1, letters }],
    cells: changedRows.map((row) => ({
      sheet: 'Inventory',
      cell: `C${row}`,
      value: `Changed in row ${row}`,
    })),
    columns: addedColumns.map((header) => ({
      sheet: 'Inventory',
      mark: `ODAP_${header}`,
      header,
      width: 20,
      values: Object.fromEntries(allRows.map((row) => [row, answerIn(row)])),
      choices: answers,
    })),
    rows: [],
    sheets: [],
  }
}

const letters = Array.from({ length: 30 }, (_, at) =>
  at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(39 + at)}`,
)

const ways = {
  /** The new bytes alone. */
  patch: async (bytes) => {
    const { loadWorkbook } = await import('../src/engine/workbook/reading/loaded-workbook.ts')
    const { patchPackage } = await import('../src/engine/workbook/patching/package/patch-package.ts')
    return async () => {
      const opened = loadWorkbook(bytes)
      if (!opened.ok) throw new Error(opened.error.code)
      const patched = patchPackage(opened.value, changes(letters))
      if (!patched.ok) throw new Error(patched.error.code)
      return patched.value.bytes.length
    }
  },
  /** As the program does it: read again, compared, and only then given out. */
  'patch and check': async (bytes) => {
    const { patchWorkbook } = await import('../src/engine/workbook/patching/patch-workbook.ts')
    return async () => {
      const patched = patchWorkbook(bytes, changes(letters))
      if (!patched.ok) throw new Error(patched.error.code)
      return patched.value.bytes.length
    }
  },
  exceljs: async (bytes) => {
    const { default: exceljs } = await import('exceljs')
    return async () => {
      const workbook = new exceljs.Workbook()
      await workbook.xlsx.load(bytes)
      const sheet = workbook.getWorksheet('Inventory')
      for (const row of changedRows) sheet.getCell(`C${row}`).value = `Changed in row ${row}`
      for (const [index, header] of addedColumns.entries()) {
        const column = letters.length + 1 + index
        sheet.getCell(1, column).value = header
        for (let row = 2; row <= rows + 1; row += 1) sheet.getCell(row, column).value = answerIn(row)
      }
      return (await workbook.xlsx.writeBuffer()).byteLength
    }
  },
  /** What nobody who changes the sheet can go below: inflating and deflating it, as hard as the patcher does. */
  floor: async (bytes) => {
    const { readZip } = await import('../src/engine/ooxml/zip/zip-directory.ts')
    const { deflateLevel: level } = await import('../src/engine/ooxml/zip/zip-writer.ts')
    return async () => {
      const archive = readZip(bytes)
      if (!archive.ok) throw new Error(archive.error.code)
      const entry = archive.value.entries.find(({ name }) => name.endsWith('sheet1.xml'))
      return deflateRawSync(inflateRawSync(bytes.subarray(entry.dataStart, entry.dataEnd)), { level }).length
    }
  },
}

const bytes = readFileSync(path)
// Loading the code is no part of it.
const work = await ways[way](bytes)
const start = process.hrtime.bigint()
const result = await work()
const seconds = Number(process.hrtime.bigint() - start) / 1e9
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ seconds, megabytes, result })}\n`)
