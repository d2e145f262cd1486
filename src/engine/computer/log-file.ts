import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Writes one line of JSON an incident, so that the number a user quotes finds its cause. */
export function writeIncident(dataDir: string, incident: string, at: string, cause: unknown): void {
  const folder = join(dataDir, 'logs')
  const error =
    cause instanceof Error ? { message: cause.message, stack: cause.stack } : { message: String(cause) }
  try {
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, 'incidents.jsonl'), `${JSON.stringify({ at, incident, ...error })}\n`)
  } catch (logFailure) {
    // A full disk must not turn one problem into two; what cannot be filed is at least said.
    process.stderr.write(`${incident}: ${error.message} (not logged: ${String(logFailure)})\n`)
  }
}
