import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createWorkbookReader } from '../../src/engine/workbook/reading/worker-client.ts'

/** Opens files one after another in a process of its own and prints what came of each, and the most memory it took. */
const files = process.argv.slice(2)
const reader = createWorkbookReader({ timeLimitMs: 10_000 })
const problems: (readonly [file: string, problem: object | null])[] = []
for (const file of files) {
  const inspected = await reader.inspect(readFileSync(file), basename(file))
  problems.push([file, inspected.ok ? null : inspected.error])
}
process.stdout.write(JSON.stringify({ problems, megabytes: process.resourceUsage().maxRSS / 1024 }))
