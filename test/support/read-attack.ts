import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createWorkbookReader } from '../../src/engine/workbook/reading/worker-client.ts'

/** Opens a file in a process of its own, as the engine does, and prints what came of it and what it cost. */
const [path = ''] = process.argv.slice(2)
const bytes = readFileSync(path)
const name = basename(path)
const before = process.cpuUsage()
const reader = createWorkbookReader()
const inspected = await reader.inspect(bytes, name)
const table = inspected.ok ? inspected.value.table : null
const content =
  table === null
    ? null
    : await reader.readTable(bytes, name, {
        sheet: table.sheet,
        headerRow: table.headerRow,
        headerRows: table.headerRows,
      })
const { user, system } = process.cpuUsage(before)
process.stdout.write(
  JSON.stringify({
    problem: inspected.ok ? null : inspected.error,
    rows: content?.ok === true ? content.value.rows.length : null,
    // Not by the clock, which other programs on the computer make run late.
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
)
