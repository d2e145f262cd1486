/** Started by a test: the loopback host as it is started for a person, and the whole job through it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { AppError } from '../../src/contract/errors.ts'
import type { Result } from '../../src/domain/result.ts'
import { takeJourney } from '../support/journey.ts'

const script = fileURLToPath(new URL('../../out/web/serve.js', import.meta.url))
const host = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
const [line] = await once(host.stdout, 'data')
const { origin, hash } = new URL(String(line).replace('Open ', ''))
const headers = { origin, authorization: `Bearer ${hash.slice(1)}` }
const page = await fetch(origin)
const { document } = await takeJourney(async (request) => {
  const answer = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return (await answer.json()) as Result<unknown, AppError>
})
const made = await fetch(`${origin}/files/${document.fileId}`, { headers })
const bytes = (await made.arrayBuffer()).byteLength
host.kill('SIGTERM')
const [code] = await once(host, 'exit')
process.stdout.write(
  `page ${page.status}, Word plan ${bytes === document.size ? 'whole' : 'cut'}, ended with ${code}\n`,
)
