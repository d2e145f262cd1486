import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { startWebHost } from '../../src/web/server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

async function aHost() {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
  writeFileSync(join(folder, 'page', 'assets', 'page.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const engine = createEngine({ dataDir: join(folder, 'data') })
  const host = await startWebHost(engine, join(folder, 'page'))
  onTestFinished(async () => {
    await host.close()
    await engine.close()
  })
  const { origin, host: name, port, hash } = new URL(host.url)
  const good = {
    host: name,
    origin,
    authorization: `Bearer ${hash.slice(1)}`,
    'content-type': 'application/json',
  }
  /** Plain node:http, since fetch does not let a test lie about its Host. */
  const send = ({ method = 'GET', path, headers = {}, body = '' }: Sent) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return { send, good, origin, name }
}

const startRead = JSON.stringify({ callId: 'x', call: 'start.read', input: {} })

describe('the loopback host', () => {
  test('serves the page with a fresh nonce and the strict policy in each answer', async () => {
    const { send, name } = await aHost()
    const one = await send({ path: '/', headers: { host: name } })
    const two = await send({ path: '/', headers: { host: name } })
    const policy = String(one.headers['content-security-policy'])
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1]
    expect(nonce).toBeDefined()
    expect(policy).toContain(`'nonce-${nonce}'`)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(two.body).not.toBe(one.body)
    expect(one.headers['access-control-allow-origin']).toBeUndefined()
    expect(one.headers['set-cookie']).toBeUndefined()
  })

  test('answers a call that comes from its own page with the token', async () => {
    const { send, good } = await aHost()
    const answer = await send({ method: 'POST', path: '/call', headers: good, body: startRead })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: true, value: { recentPlans: [] } })
  })

  test.each([
    ['another Host, as after DNS rebinding', { host: 'evil.example' }],
    ['another Origin', { origin: 'http://evil.example' }],
    ['no Origin', { origin: '' }],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['no token', { authorization: '' }],
    ['a form instead of JSON', { 'content-type': 'text/plain' }],
  ])('refuses a call with %s, and says nothing', async (_what, change) => {
    const { send, good } = await aHost()
    const answer = await send({
      method: 'POST',
      path: '/call',
      headers: { ...good, ...change },
      body: startRead,
    })
    expect(answer.status).toBe(404)
    expect(answer.body).toBe('')
  })

  test('refuses the page itself to another Host', async () => {
    const { send } = await aHost()
    expect((await send({ path: '/', headers: { host: 'evil.example' } })).status).toBe(404)
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets',
  ])('serves nothing outside the page: %s', async (path) => {
    const { send, name, good } = await aHost()
    const answer = await send({ path, headers: { host: name } })
    expect(answer.status).toBe(404)
    expect((await send({ path, headers: { host: name, authorization: good.authorization } })).status).toBe(
      404,
    )
  })

  test('refuses a call longer than eight megabytes without reading it to the end', async () => {
    const { send, good } = await aHost()
    const body = JSON.stringify({ callId: 'x', call: 'start.read', input: { padding: 'x'.repeat(2 ** 24) } })
    const answer = await send({ method: 'POST', path: '/call', headers: good, body }).catch((cause) => cause)
    expect(answer instanceof Error || answer.status === 404).toBe(true)
  })

  test('outlives an address that is none, from a stranger too', async () => {
    const { send, good, name } = await aHost()
    const ask = (path: string, host: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(name.split(':')[1]), '127.0.0.1')
        socket.on('data', (chunk) => resolve(chunk.toString().split('\r\n')[0] ?? ''))
        socket.on('close', () => resolve('closed'))
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
      })
    for (const path of ['//', 'http://[', '/%', '*']) {
      await ask(path, 'evil.example')
      await ask(path, name)
    }
    expect((await send({ method: 'POST', path: '/call', headers: good, body: startRead })).status).toBe(200)
  })

  test('takes a file in as raw bytes and hands a made one out, with the token only', async () => {
    const { send, good } = await aHost()
    const headers = { ...good, 'content-type': 'application/octet-stream' }
    const taken = await send({ method: 'POST', path: '/files?name=..%2Fa%3Cb.xlsx', headers, body: 'bytes' })
    const { value } = JSON.parse(taken.body)
    expect(value).toMatchObject({ name: 'a_b.xlsx', size: 5 })
    const path = `/files/${value.fileId}`
    expect((await send({ path, headers: good })).body).toBe('bytes')
    expect((await send({ path, headers: { host: good.host } })).status).toBe(404)
  })
})
