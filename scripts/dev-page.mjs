// The page while it is worked on: Vite's own server in front of the unchanged host, so that no switch for it exists in
// the program. It keeps the host's rules: 127.0.0.1 alone, a token for every call, the same policy for the page.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { createServer as createVite } from 'vite'
import { root } from './run-command.mjs'

const { contentSecurityPolicy, noncePlaceholder, pageHeaders } = await import('../out/contract/page.js')
const { addressOf, isForUs, mayAsk } = await import('../out/web/gate.js')

/** What the host answers itself; all else is the page's. */
const ofHost = /^\/(call|cancel|events|files(\/.*)?)$/

/**
 * Serves the sources of the page, and carries its calls to whichever host runs now.
 * @returns {Promise<{ url: string, gone: () => void, here: (url: URL) => void }>} `gone` while the host is started again:
 * calls wait meanwhile; `here` when there is one, by the address it printed.
 */
export async function servePage() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = server.address().port
  const self = { host: `127.0.0.1:${port}`, token: randomBytes(32).toString('base64url') }
  const vite = await createVite({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src', 'renderer'),
    cacheDir: join(root, '.tools', 'vite'),
    appType: 'custom',
    clearScreen: false,
    logLevel: 'warn',
    server: {
      middlewareMode: true,
      cors: false,
      // Electron's page is at app://, from where it cannot know the port.
      hmr: { server, protocol: 'ws', host: '127.0.0.1', clientPort: port },
    },
  })
  const host = carrying()
  server.on('request', (request, response) => {
    const asked = whatIsAsked(request)
    const address = addressOf(request.url, self)
    if (!isForUs(asked, self) || address === null) return response.writeHead(404).end()
    if (ofHost.test(address.pathname)) {
      return mayAsk(asked, self) ? host.carry(request, response) : response.writeHead(404).end()
    }
    if (address.pathname === '/') {
      return void sendPage(vite, self, response).catch((cause) => response.writeHead(500).end(cause.message))
    }
    vite.middlewares(request, response)
  })
  return { url: `http://${self.host}/#${self.token}`, gone: host.gone, here: host.here }
}

function whatIsAsked({ method, headers }) {
  return {
    method,
    host: headers.host,
    origin: headers.origin,
    contentType: headers['content-type'],
    authorization: headers.authorization,
  }
}

/** The policy of the program, and beyond it what Vite needs: its own inline script and its socket. */
async function sendPage(vite, self, response) {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://${self.host}`)
  const source = readFileSync(join(vite.config.root, 'index.html'), 'utf8')
  const html = await vite.transformIndexHtml('/', source)
  response
    .writeHead(200, {
      ...pageHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    .end(html.replaceAll(noncePlaceholder, nonce))
}

/** Calls on their way to a host that comes and goes, with the token of the one that is there. */
function carrying() {
  let host = waiting()
  let isThere = false
  const listening = new Set()
  const ask = async (request, answered, failed) => {
    const { origin, host: name, hash } = await host.promise
    const headers = { ...request.headers, host: name, authorization: `Bearer ${hash.slice(1)}` }
    // A read of the page's own has none, and shall have none there.
    if (headers.origin !== undefined) headers.origin = origin
    const sent = httpRequest(`${origin}${request.url}`, { method: request.method, headers }, answered)
    sent.on('error', failed)
    // A stream of events that is followed once more has nothing left to be piped.
    if (request.method === 'GET') sent.end()
    else request.pipe(sent)
  }
  /** The page's stream of events outlives the host. */
  const follow = (request, response) =>
    ask(
      request,
      (answer) => answer.on('error', () => undefined).pipe(response, { end: false }),
      () => undefined,
    )
  return {
    carry: (request, response) => {
      if (request.url === '/events') {
        response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' })
        response.flushHeaders()
        const stream = { request, response }
        listening.add(stream)
        response.on('close', () => listening.delete(stream))
        return void follow(request, response)
      }
      void ask(
        request,
        (answer) => {
          response.writeHead(answer.statusCode, answer.headers)
          answer.on('error', () => response.destroy()).pipe(response)
        },
        () => response.destroy(),
      )
    },
    gone: () => {
      // What waits already, waits on for the one that comes.
      if (isThere) host = waiting()
      isThere = false
    },
    here: (url) => {
      isThere = true
      host.resolve(url)
      for (const { request, response } of listening) {
        response.write('{"kind":"engine-restarted"}\n')
        void follow(request, response)
      }
    },
  }
}

function waiting() {
  let resolve = () => undefined
  const promise = new Promise((done) => {
    resolve = done
  })
  return { promise, resolve }
}
