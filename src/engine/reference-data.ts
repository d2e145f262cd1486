import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReferenceData } from '../domain/reference-data.ts'

function list<Entry extends z.ZodType>(entry: Entry) {
  return z.object({ source: z.string(), asOf: z.iso.date(), entries: z.array(entry) })
}

const schema = z.object({
  categories: list(z.string()),
  updateFrequencies: list(z.string()),
  stateGoals: list(z.object({ edition: z.string(), kind: z.string(), name: z.string() })),
  suppressionRules: list(z.object({ name: z.string(), rule: z.string() })),
  citations: list(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  contacts: list(z.object({ role: z.string(), name: z.string(), email: z.string() })),
  links: list(z.object({ title: z.string(), url: z.string() })),
})

/** The data folder's own copy where an agency keeps one, else the one that comes with the program. */
export function readReferenceData(dataDir: string, assetsDir: string): ReferenceData {
  const own = join(dataDir, 'reference-data.json')
  const path = existsSync(own) ? own : join(assetsDir, 'reference-data.json')
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
}
