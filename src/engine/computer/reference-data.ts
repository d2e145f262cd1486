import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ReferenceData } from '../../domain/reference-data.ts'
import { err, ok, type Result } from '../../domain/result.ts'

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

export interface ReferenceDataProblem {
  readonly code: 'reference-data-unreadable'
  /** Where and what, in the parser's words. */
  readonly problem: string
}

/** The data folder's own copy where an agency keeps one, else the one that comes with the program. */
export function readReferenceData(
  dataDir: string,
  assetsDir: string,
): Result<ReferenceData, ReferenceDataProblem> {
  const own = join(dataDir, 'reference-data.json')
  if (!existsSync(own)) {
    return ok(schema.parse(JSON.parse(readFileSync(join(assetsDir, 'reference-data.json'), 'utf8'))))
  }
  const json = parseJson(readFileSync(own, 'utf8'))
  if (!json.ok) return json
  const parsed = schema.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return unreadable(`${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`)
}

function parseJson(text: string): Result<unknown, ReferenceDataProblem> {
  try {
    return ok(JSON.parse(text))
  } catch (cause) {
    return unreadable(cause instanceof Error ? cause.message : String(cause))
  }
}

function unreadable(problem: string): Result<never, ReferenceDataProblem> {
  return err({ code: 'reference-data-unreadable', problem })
}
