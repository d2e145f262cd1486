import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createClient } from '../../src/contract/client.ts'
import type { AppError } from '../../src/contract/errors.ts'
import { type CallRequest, largestFile } from '../../src/contract/host.ts'
import type { Result } from '../../src/domain/result.ts'
import { importSample } from '../support/journey.ts'
import { aLoopbackHost } from '../support/loopback-host.ts'

const startRead = { callId: 'x', call: 'start.read', input: {} }

async function aSender() {
  const host = await aLoopbackHost()
  const post = (path: string, body: unknown) =>
    host.send({ method: 'POST', path, headers: host.good, body: JSON.stringify(body) })
  const upload = (name: string, body: string | readonly Uint8Array[]) =>
    host.send({
      method: 'POST',
      path: `/files?name=${encodeURIComponent(name)}`,
      headers: { ...host.good, 'content-type': 'application/octet-stream' },
      body,
    })
  return { ...host, post, upload }
}

/** So many bytes in pieces of a megabyte, all of them the same memory. */
function bytes(length: number, fill = '\0'): readonly Uint8Array[] {
  const piece = Buffer.alloc(1024 * 1024, fill)
  const whole = Array<Buffer>(Math.floor(length / piece.length)).fill(piece)
  return [...whole, piece.subarray(0, length % piece.length)]
}

test('answers a call that comes from its own page with the token', async () => {
  const { post } = await aSender()
  const answer = await post('/call', startRead)
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { recentPlans: [] } })
})

test.each<[string, unknown]>([
  ['what is no JSON', '{'],
  ['a list', []],
  ['nothing', null],
  ['a call without its own number', { call: 'start.read', input: {} }],
  ['a number too long', { ...startRead, callId: 'x'.repeat(65) }],
  ['a number that is no text', { ...startRead, callId: 1 }],
  ['a name too long', { ...startRead, call: 'x'.repeat(65) }],
  ['a plan that is no text', { ...startRead, planId: {} }],
  ['no datasets at most', { ...startRead, mostDatasets: 0 }],
  ['what belongs to no call', { ...startRead, dataDir: '/' }],
])('a call with %s is refused without a word and never reaches the program', async (_, wrong) => {
  const { send, good, reached } = await aSender()
  const body = typeof wrong === 'string' ? wrong : JSON.stringify(wrong)
  const answer = await send({ method: 'POST', path: '/call', headers: good, body })
  expect(answer).toMatchObject({ status: 404, body: '' })
  expect(reached).toEqual([])
})

test.each<[string, unknown]>([
  ['no number', {}],
  ['a number too long', { callId: 'x'.repeat(65) }],
  ['more than a number', { callId: 'x', call: 'start.read' }],
])('cancelling with %s is refused without a word', async (_, wrong) => {
  const { post, reached } = await aSender()
  expect(await post('/cancel', wrong)).toMatchObject({ status: 404, body: '' })
  expect(reached).toEqual([])
})

test.each([
  ['/call', JSON.stringify(startRead)],
  ['/cancel', '{"callId":"x"}'],
])('what is sent to %s may have eight megabytes and no more', async (path, asked) => {
  const { send, good, reached } = await aSender()
  /** The same request with blanks behind it. */
  const sent = (length: number) => {
    const body = [Buffer.from(asked), ...bytes(length - asked.length, ' ')]
    return send({ method: 'POST', path, headers: good, body })
  }
  const limit = 8 * 1024 * 1024
  expect((await sent(limit)).status).toBe(200)
  expect(reached).toHaveLength(1)
  // It is cut off, or refused in time.
  await sent(limit + 1).catch(() => null)
  expect(reached).toHaveLength(1)
})

test('takes a file in as raw bytes and hands a made one out', async () => {
  const { upload, send, good } = await aSender()
  const taken = await upload('../a<b.xlsx', 'bytes')
  const { value } = JSON.parse(taken.body)
  expect(value).toMatchObject({ name: 'a_b.xlsx', size: 5 })
  const made = await send({ path: `/files/${value.fileId}`, headers: good })
  expect(made).toMatchObject({ status: 200, body: 'bytes' })
})

test('hands out a file with any name', async () => {
  const { upload, send, good } = await aSender()
  // Cut to what a disk takes, in the middle of a letter.
  const taken = await upload(`😀${'x'.repeat(144)}.xlsx`, 'bytes')
  const made = await send({ path: `/files/${JSON.parse(taken.body).value.fileId}`, headers: good })
  expect(made).toMatchObject({ status: 200, body: 'bytes' })
})

test('a made file that cannot be read is cut off, and costs nobody the program', async () => {
  const { upload, send, post, good, engine } = await aSender()
  const { fileId } = JSON.parse((await upload('made.xlsx', 'bytes')).body).value
  const path = engine.made(fileId)?.path ?? ''
  rmSync(path)
  mkdirSync(path)
  await expect(send({ path: `/files/${fileId}`, headers: good })).rejects.toThrow()
  expect((await post('/call', startRead)).status).toBe(200)
})

test.each([
  ['whose length is said before', (length: number) => Buffer.alloc(length).toString('latin1')],
  ['whose length nobody said', (length: number) => bytes(length)],
])(
  'a file %s that is too large is refused in words, and its bytes never reach the program',
  async (_, of) => {
    const { upload, reached } = await aSender()
    const largest = await upload('largest.csv', of(largestFile.inventory))
    expect(JSON.parse(largest.body)).toMatchObject({ ok: true, value: { size: largestFile.inventory } })
    expect(reached).toEqual(['receive'])
    const tooLarge = await upload('larger.csv', of(largestFile.inventory + 1))
    expect(tooLarge.status).toBe(200)
    expect(JSON.parse(tooLarge.body)).toEqual({
      ok: false,
      error: { code: 'file-too-large', megabytes: 51, limit: 50 },
    })
    expect(reached).toEqual(['receive'])
  },
)

test.each(['100% done.xlsx', 'a+b & c.xlsx', 'Žen “y” №.csv', '%41.csv'])(
  'a file keeps its name, whatever is in it: %s',
  async (name) => {
    const { upload } = await aSender()
    expect(JSON.parse((await upload(name, 'A,B')).body)).toMatchObject({ ok: true, value: { name } })
  },
)

test('what is too large is not kept while the rest of it arrives', async () => {
  const { upload } = await aSender()
  const inMemory = () => process.memoryUsage().arrayBuffers
  const before = inMemory()
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, inMemory() - before)
  }, 5)
  const answer = await upload('endless.csv', bytes(12 * largestFile.inventory))
  clearInterval(looking)
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
  expect(most).toBeLessThan(8 * largestFile.inventory)
})

test('tells what happens to a page that listens, until it stops', async () => {
  const { origin, good, post, reached, close } = await aSender()
  const listening = new AbortController()
  const stream = await fetch(`${origin}/events`, {
    headers: { authorization: good.authorization },
    signal: listening.signal,
  })
  expect(stream.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  const invoke = async (request: CallRequest) =>
    JSON.parse((await post('/call', request)).body) as Result<unknown, AppError>
  const { plan } = await importSample(createClient(invoke, randomUUID))
  const heard = async (text: string): Promise<string> =>
    text.includes('"opened"') ? text : heard(text + ((await reader?.read())?.value ?? ''))
  const events = (await heard(''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  expect(events).toContainEqual({ kind: 'opened', planId: plan.id })
  expect(reached).not.toContain('stop listening')
  // Ending the host ends what listens to it too.
  await close()
  await expect.poll(() => reached, { timeout: 30_000 }).toContain('stop listening')
  listening.abort()
})
