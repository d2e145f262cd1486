import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aLoopbackHost, meaningOf } from '../support/loopback-host.ts'

const protective = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

describe('the page', () => {
  test.each(['/', '/index.html'])(
    '%s may load, run and reach what it needs, and nothing else',
    async (path) => {
      const { send, name } = await aLoopbackHost()
      const { 'content-security-policy': policy, ...others } = meaningOf(
        await send({ path, headers: { host: name } }),
      )
      expect(others).toEqual({ ...protective, 'content-type': 'text/html; charset=utf-8' })
      const directives = String(policy)
        .replace(/'nonce-[^']+'/, "'nonce-'")
        .split('; ')
      expect(directives.toSorted()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self' data:",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data: blob:",
        "script-src 'self'",
        "style-src 'self' 'nonce-'",
        "worker-src 'self'",
      ])
    },
  )

  test('has a fresh nonce in each answer, wherever one belongs', async () => {
    const { send, name } = await aLoopbackHost()
    const nonces = []
    for (const path of ['/', '/', '/index.html']) {
      const { body, headers } = await send({ path, headers: { host: name } })
      const [nonce = ''] = [...body.matchAll(/nonce="([^"]*)"/g)].map(([, found]) => found ?? '')
      // As many bits as nobody guesses.
      expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16)
      expect(body).toBe(`<meta property="csp-nonce" nonce="${nonce}"><style nonce="${nonce}"></style>`)
      expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(3)
  })

  test.each([
    ['/assets/page.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/assets/icon.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['/assets/unknown.kind', 'application/octet-stream', 'bytes'],
  ])('brings %s as what it is', async (path, type, text) => {
    const { send, name } = await aLoopbackHost()
    const answer = await send({ path, headers: { host: name } })
    expect(meaningOf(answer)).toEqual({ ...protective, 'content-type': type })
    expect(answer).toMatchObject({ status: 200, body: text })
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets',
    '/assets/',
    '/assets/page.js/',
    '/ASSETS/page.js%00.html',
  ])('brings nothing from outside its folder: %s', async (path) => {
    const { send, name, good } = await aLoopbackHost()
    expect((await send({ path, headers: { host: name } })).status).toBe(404)
    expect((await send({ path, headers: good })).status).toBe(404)
  })

  test('that has gone from the disk costs nobody the program', async () => {
    const { send, name, good, page } = await aLoopbackHost()
    rmSync(join(page, 'assets'), { recursive: true })
    expect((await send({ path: '/assets/page.js', headers: { host: name } })).status).toBe(404)
    const body = JSON.stringify({ callId: 'x', call: 'start.read', input: {} })
    expect((await send({ method: 'POST', path: '/call', headers: good, body })).status).toBe(200)
  })
})

test('what the program answers is kept by no cache, framed by nobody and taken for nothing else', async () => {
  const { send, good } = await aLoopbackHost()
  const post = (path: string, type: string, body: string) =>
    send({ method: 'POST', path, headers: { ...good, 'content-type': type }, body })
  const json = { ...protective, 'content-type': 'application/json; charset=utf-8' }
  const called = await post('/call', 'application/json', '{"callId":"x","call":"start.read","input":{}}')
  expect(meaningOf(called)).toEqual(json)
  expect(meaningOf(await post('/cancel', 'application/json', '{"callId":"x"}'))).toEqual(json)
  const taken = await post(
    '/files?name=%C5%BEen%22y%20%E2%84%96.html',
    'application/octet-stream',
    '<script>',
  )
  expect(meaningOf(taken)).toEqual(json)
  const made = await send({ path: `/files/${JSON.parse(taken.body).value.fileId}`, headers: good })
  const events = await send({ path: '/events', headers: good })
  expect(meaningOf(events)).toEqual({
    ...protective,
    'content-type': 'application/x-ndjson; charset=utf-8',
  })
  // Bytes to be saved, whatever they are and however they are called.
  expect(meaningOf(made)).toEqual({
    ...protective,
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''%C5%BEen_y%20%E2%84%96.html",
  })
})
