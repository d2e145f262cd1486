import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const script = fileURLToPath(new URL('../../out/web/serve.js', import.meta.url))

function serve(dataDir: string) {
  const host = fork(script, { env: { ...process.env, ODAP_DATA_DIR: dataDir }, silent: true })
  onTestFinished(() => void host.kill('SIGKILL'))
  const said = { out: '', err: '' }
  const listening = new Promise<void>((resolve, reject) => {
    host.stdout?.on('data', (chunk) => {
      said.out += chunk
      if (said.out.includes('\n')) resolve()
    })
    host.on('close', (code) => reject(new Error(`The host ended with ${code}`)))
  })
  // Where nobody waits for it, it need not listen.
  listening.catch(() => undefined)
  host.stderr?.on('data', (chunk) => {
    said.err += chunk
  })
  return { host, said, listening }
}

const oneLine = /^Open http:\/\/127\.0\.0\.1:\d+\/#([\w-]{43})\n$/

it('the loopback host ends when the script that started it is gone', async () => {
  const { host, said, listening } = serve(temporaryFolder())
  await listening
  host.disconnect()
  expect(await once(host, 'exit')).toEqual([0, null])
  expect(said).toEqual({ out: expect.stringMatching(oneLine), err: '' })
})

// Windows ends a program without telling it.
it.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT'] as const)(
  'the loopback host ends well with %s',
  async (signal) => {
    const { host, listening } = serve(temporaryFolder())
    await listening
    host.kill(signal)
    expect(await once(host, 'close')).toEqual([0, null])
  },
)

it.skipIf(process.platform === 'win32')('whoever is told twice to end ends once, and well', async () => {
  const { host, said, listening } = serve(temporaryFolder())
  await listening
  host.kill('SIGINT')
  host.kill('SIGTERM')
  expect(await once(host, 'close')).toEqual([0, null])
  expect(said.err).toBe('')
})

it('the plan that was open is closed in good order, and nothing of it lies about', async () => {
  const folder = temporaryFolder()
  const { host, said, listening } = serve(folder)
  await listening
  const { origin, hash } = new URL(said.out.slice('Open '.length).trim())
  const call = async (name: string, input: unknown) => {
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { authorization: `Bearer ${hash.slice(1)}`, origin, 'content-type': 'application/json' },
      body: JSON.stringify({ callId: name, call: name, input }),
    })
    return (await answer.json()).value
  }
  const { fileId } = await call('open.sample', {})
  const { table } = await call('open.inspect', { fileId, choice: null })
  const { sheet, headerRow, headerRows } = table
  const title = table.columns.find(({ field }: { readonly field: string }) => field === 'title')
  const choice = { sheet, headerRow, headerRows, alsoSheets: [] }
  await call('open.import', { fileId, choice, columns: [{ letter: title.letter, field: 'title' }] })
  expect(readdirSync(join(folder, 'plans')).some((name) => name.endsWith('.holder.json'))).toBe(true)
  host.disconnect()
  await once(host, 'exit')
  expect(readdirSync(join(folder, 'plans')).filter((name) => /-wal$|\.json$/.test(name))).toEqual([])
  expect(readdirSync(join(folder, 'files'))).toEqual([])
})

it('the token is new at every start, printed once, and kept nowhere', async () => {
  const folder = temporaryFolder()
  const tokens = []
  for (const _ of ['one start', 'another']) {
    const { host, said, listening } = serve(folder)
    await listening
    const [, token = ''] = oneLine.exec(said.out) ?? []
    const url = `${said.out.slice('Open '.length, said.out.indexOf('/#'))}`
    await fetch(`${url}/call`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
    host.disconnect()
    await once(host, 'exit')
    expect(said).toEqual({ out: `Open ${url}/#${token}\n`, err: '' })
    expect(kept(folder)).not.toContain(token)
    tokens.push(token)
  }
  expect(tokens[0]).not.toBe('')
  expect(tokens[1]).not.toBe(tokens[0])
})

/** Every name and every byte below a folder. */
function kept(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => [entry, join(entry.parentPath, entry.name)] as const)
    .map(([entry, path]) => path + (entry.isFile() ? readFileSync(path, 'latin1') : ''))
    .join('\n')
}

it('a data folder that cannot be written ends it with one sentence', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const { host, said } = serve(file)
  expect(await once(host, 'close')).toEqual([1, null])
  expect(said).toEqual({ out: '', err: expect.stringMatching(/^Plans are kept in .*\n$/) })
})
