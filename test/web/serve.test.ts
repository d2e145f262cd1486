import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const script = fileURLToPath(new URL('../../out/web/serve.js', import.meta.url))

function serve(dataDir: string) {
  const host = fork(script, { env: { ...process.env, ODAP_DATA_DIR: dataDir }, silent: true })
  onTestFinished(() => void host.kill('SIGKILL'))
  return host
}

it('the loopback host ends when the script that started it is gone', async () => {
  const host = serve(temporaryFolder())
  const [line] = await once(host.stdout ?? host, 'data')
  expect(String(line)).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/#\S+\n$/)
  host.disconnect()
  expect(await once(host, 'exit')).toEqual([0, null])
})

it('a data folder that cannot be written ends it with one sentence', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const host = serve(file)
  let said = ''
  host.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(host, 'close')
  expect(code).toBe(1)
  expect(said).toMatch(/^Plans are kept in .*\n$/)
})
