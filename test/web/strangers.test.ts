import { connect, Server } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, aLoopbackHost, meaningOf } from '../support/loopback-host.ts'

type Host = Awaited<ReturnType<typeof aLoopbackHost>>

interface WayIn {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly type?: string
  readonly body?: string
  readonly reaches: string
}

const call = JSON.stringify({ callId: 'x', call: 'start.read', input: {} })

/** Every way into the program, as its own page takes it. */
const waysIn: readonly WayIn[] = [
  { method: 'POST', path: '/call', type: 'application/json', body: call, reaches: 'call start.read' },
  { method: 'POST', path: '/cancel', type: 'application/json', body: '{"callId":"c"}', reaches: 'cancel c' },
  { method: 'POST', path: '/files?name=a', type: 'application/octet-stream', body: 'a', reaches: 'receive' },
  { method: 'GET', path: '/files/abc', reaches: 'made' },
  { method: 'GET', path: '/events', reaches: 'listen' },
]

type Headers = Readonly<Record<string, string>>

function enter({ send, good }: Host, way: WayIn, change: Headers = {}, omit: readonly string[] = []) {
  const headers = { ...good, 'content-type': way.type ?? '', ...change }
  const kept = Object.entries(headers).filter(([name]) => !omit.includes(name))
  return send({ ...way, headers: Object.fromEntries(kept) })
}

/** A refusal says that it is one, and nothing else. */
function expectBareRefusal(answer: Answer, what: string): void {
  const { status, body } = answer
  expect({ status, body, said: meaningOf(answer) }, what).toEqual({ status: 404, body: '', said: {} })
}

test.each(waysIn)('$path takes its own page to the program', async (way) => {
  const host = await aLoopbackHost()
  await enter(host, way)
  expect(host.reached[0]).toBe(way.reaches)
})

test.each(waysIn.filter(({ method }) => method === 'GET'))(
  '$path is read without an Origin too, as browsers leave it out of reads',
  async (way) => {
    const host = await aLoopbackHost()
    await enter(host, way, {}, ['origin'])
    expect(host.reached[0]).toBe(way.reaches)
  },
)

describe('whoever is not the page learns nothing, and the program never hears of them:', () => {
  test.each<[string, Headers]>([
    ['with another name for this computer, as after DNS rebinding', { host: 'evil.example' }],
    ['with another name and our port', { host: 'localhost:PORT' }],
    ['with our address and another port', { host: '127.0.0.1:1' }],
    ['with our address and no port', { host: '127.0.0.1' }],
    ['with our address and more behind it', { host: '127.0.0.1:PORT.evil.example' }],
    ['from a foreign page', { origin: 'http://evil.example' }],
    ['from a page that has no origin', { origin: 'null' }],
    ['from a page with an empty origin', { origin: '' }],
    ['from a page on another port', { origin: 'http://127.0.0.1:1' }],
    ['from a page under our address by https', { origin: 'https://127.0.0.1:PORT' }],
    ['from a page under a longer name', { origin: 'http://127.0.0.1:PORT.evil.example' }],
    ['from a page under another name for this computer', { origin: 'http://localhost:PORT' }],
    ['with an empty token', { authorization: 'Bearer ' }],
    ['with half of the token', { authorization: 'Bearer HALF' }],
    ['with another token of the same length', { authorization: `Bearer ${'A'.repeat(43)}` }],
    ['with the token and more behind it', { authorization: 'Bearer TOKENx' }],
    ['with the token in another scheme', { authorization: 'Basic TOKEN' }],
    ['with the token in no scheme', { authorization: 'TOKEN' }],
    ['with the token in a cookie', { authorization: '', cookie: 'token=TOKEN; odap-token=TOKEN' }],
    ['with the token in another header', { authorization: '', 'x-token': 'TOKEN' }],
  ])('%s', async (what, change) => {
    const host = await aLoopbackHost()
    const ours = (text: string) =>
      text
        .replaceAll('PORT', host.name.split(':')[1] ?? '')
        .replaceAll('TOKEN', host.token)
        .replaceAll('HALF', host.token.slice(0, 21))
    const changed = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, ours(value)]))
    for (const way of waysIn) expectBareRefusal(await enter(host, way, changed), `${what}: ${way.path}`)
    expect(host.reached).toEqual([])
  })

  test('without a token', async () => {
    const host = await aLoopbackHost()
    for (const way of waysIn) expectBareRefusal(await enter(host, way, {}, ['authorization']), way.path)
    expect(host.reached).toEqual([])
  })

  test('with the token in the address', async () => {
    const host = await aLoopbackHost()
    for (const way of waysIn) {
      const separator = way.path.includes('?') ? '&' : '?'
      const path = `${way.path}${separator}token=${host.token}&authorization=Bearer%20${host.token}`
      expectBareRefusal(await enter(host, { ...way, path }, {}, ['authorization']), way.path)
    }
    expect(host.reached).toEqual([])
  })

  test('with something to change and no Origin', async () => {
    const host = await aLoopbackHost()
    for (const way of waysIn.filter(({ method }) => method === 'POST')) {
      expectBareRefusal(await enter(host, way, {}, ['origin']), way.path)
    }
    expect(host.reached).toEqual([])
  })

  test('by asking for leave before, as browsers do for foreign pages', async () => {
    const host = await aLoopbackHost()
    const asks = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    }
    for (const origin of [host.origin, 'http://evil.example', 'null']) {
      for (const { path } of waysIn) {
        const headers = { host: host.name, origin, ...asks }
        expectBareRefusal(await host.send({ method: 'OPTIONS', path, headers }), path)
      }
    }
  })

  test('by asking for the page under another name', async () => {
    const { send, name } = await aLoopbackHost()
    for (const path of ['/', '/index.html', '/assets/page.js']) {
      for (const host of ['evil.example', name.replace('127.0.0.1', 'localhost'), '127.0.0.1']) {
        expectBareRefusal(await send({ path, headers: { host } }), `${host}${path}`)
      }
    }
  })
})

describe('the page itself, with the token, reaches the program only as it is meant to:', () => {
  test('by the method of each way in', async () => {
    const host = await aLoopbackHost()
    const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']
    for (const way of waysIn) {
      for (const method of methods.filter((other) => other !== way.method)) {
        const answer = await host.send({
          method,
          path: way.path,
          headers: { ...host.good, 'content-type': way.type ?? 'application/json' },
          body: way.body ?? '{}',
        })
        expectBareRefusal(answer, `${method} ${way.path}`)
      }
    }
    expect(host.reached).toEqual([])
  })

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; application/json',
    '',
  ])('by no form of a page: %s', async (type) => {
    const host = await aLoopbackHost()
    for (const way of waysIn.filter(({ method }) => method === 'POST')) {
      expectBareRefusal(await enter(host, way, { 'content-type': type }), way.path)
    }
    expect(host.reached).toEqual([])
  })

  test.each([
    '/',
    '/call/',
    '/calls',
    '/x/call',
    '/files/',
    '/files/a/b',
    '/files/..%2f..%2fsecret.txt',
    `/files/${'a'.repeat(65)}`,
    '/files/abc%00',
    '/file/abc',
    '/x/files/abc',
    '/events/all',
    '/x/events',
  ])('by its own address: not by %s', async (path) => {
    const host = await aLoopbackHost()
    // The page's own address brings the page where it is read.
    for (const method of path === '/' ? ['POST'] : ['GET', 'POST']) {
      expectBareRefusal(
        await host.send({ method, path, headers: host.good, body: call }),
        `${method} ${path}`,
      )
    }
    expect(host.reached).toEqual([])
  })
})

describe('the loopback host', () => {
  test('is found under no other address of this computer', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen')
    const { name } = await aLoopbackHost()
    const [server] = listen.mock.contexts as Server[]
    const [[, address]] = listen.mock.calls as unknown as [[number, string]]
    listen.mockRestore()
    // A name means on another computer what that computer says it means.
    expect(address).toBe('127.0.0.1')
    const port = Number(name.split(':')[1])
    expect(server?.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port })

    const answers = (host: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect({ host, port, family: host.includes(':') ? 6 : 4 })
        socket.on('connect', () => resolve(true))
        socket.on('error', () => resolve(false))
        socket.on('close', () => socket.destroy())
      })
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      // Addresses of a link need the link's name.
      .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
      .map(({ address }) => address)
    expect(await answers('127.0.0.1')).toBe(true)
    for (const other of ['127.0.0.2', '::1', ...others]) expect(await answers(other), other).toBe(false)
  })

  test('has a token of its own at every start, too long to be guessed', async () => {
    const tokens = []
    for (const host of [await aLoopbackHost(), await aLoopbackHost(), await aLoopbackHost()]) {
      tokens.push(host.token)
    }
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
  })

  test('says its token to nobody', async () => {
    const host = await aLoopbackHost()
    const said = []
    for (const path of ['/', '/index.html', '/assets/page.js']) {
      said.push(await host.send({ path, headers: { host: host.name } }))
    }
    for (const way of waysIn) said.push(await enter(host, way))
    expect(said).toHaveLength(8)
    expect(JSON.stringify(said)).not.toContain(host.token)
  })
})

describe('a request that is not as HTTP wants it', () => {
  const lines = (...all: readonly string[]) => all.join('\r\n')
  const status = (text: string) => /^HTTP\/1.1 (\d+)/.exec(text)?.[1]

  test.each(['//', 'http://[', '/%', '*', 'http://evil.example/', '//evil.example/'])(
    'for %s brings nothing and costs nobody the program',
    async (path) => {
      const { write, send, good, name } = await aLoopbackHost()
      for (const host of ['evil.example', name]) {
        const asked = lines(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', '')
        expect(await write(asked), host).toMatch(/^HTTP\/1\.1 40[04] .*\r\n\r\n(?:0\r\n\r\n)?$/s)
      }
      expect((await send({ method: 'POST', path: '/call', headers: good, body: call })).status).toBe(200)
    },
  )

  test('to another host through us is refused though it comes to our address', async () => {
    const host = await aLoopbackHost()
    const { origin, authorization } = host.good
    for (const path of ['http://evil.example/files/abc', '//evil.example/files/abc']) {
      const headers = [`Host: ${host.name}`, `Origin: ${origin}`, `Authorization: ${authorization}`]
      const answer = await host.write(lines(`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''))
      expect(status(answer), path).toBe('404')
    }
    expect(host.reached).toEqual([])
  })

  test('cannot carry a second one past the gate in its body', async () => {
    const host = await aLoopbackHost()
    const hidden = lines(
      'GET /files/abc HTTP/1.1',
      `Host: ${host.name}`,
      `Authorization: ${host.good.authorization}`,
      '',
      '',
    )
    const refused = (...headers: readonly string[]) =>
      lines('POST /call HTTP/1.1', `Host: ${host.name}`, 'Origin: null', ...headers, '', hidden)
    const whole = await host.write(
      refused(`Content-Length: ${hidden.length}`) +
        lines('GET / HTTP/1.1', `Host: ${host.name}`, 'Connection: close', '', ''),
    )
    // The refused one and the page, and between them nothing.
    expect(whole.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200'])
    const twoLengths = await host.write(refused('Content-Length: 4', 'Transfer-Encoding: chunked'))
    expect(status(twoLengths)).toBe('400')
    expect(host.reached).toEqual([])
  })

  test('without a Host is refused', async () => {
    const host = await aLoopbackHost()
    expect(status(await host.write('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toBe('400')
    expect(status(await host.write('GET / HTTP/1.0\r\n\r\n'))).toBe('404')
  })
})
