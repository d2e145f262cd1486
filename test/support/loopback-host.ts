import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { startWebHost } from '../../src/web/server.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface Sent {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Pieces are sent one by one, without saying before how long they are together. */
  readonly body?: string | readonly Uint8Array[]
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What an answer's headers mean, without what HTTP itself says of every message. */
export function meaningOf({ headers }: Answer): Readonly<Record<string, unknown>> {
  const ofHttp = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding']
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofHttp.includes(name)))
}

const pageOf: Readonly<Record<string, string>> = {
  'index.html': '<meta property="csp-nonce" nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  'assets/page.js': 'export {}',
  'assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/unknown.kind': 'bytes',
}

/** A loopback host with a small page and a real engine, and what of the program its requests reached. */
export async function aLoopbackHost() {
  const folder = temporaryFolder()
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(pageOf)) writeFileSync(join(page, name), text)
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const engine = createEngine({ dataDir: join(folder, 'data') })
  const reached: string[] = []
  const host = await startWebHost(watched(engine, reached), page)
  onTestFinished(async () => {
    await host.close()
    await engine.close()
  })
  const { origin, host: name, port, hash } = new URL(host.url)
  const token = hash.slice(1)
  return {
    engine,
    reached,
    page,
    origin,
    name,
    token,
    close: host.close,
    good: { host: name, origin, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    send: (sent: Sent) => sendTo(Number(port), sent),
    /** All that is answered to bytes as they are until the connection ends. */
    write: (bytes: string) => writeTo(Number(port), bytes),
  }
}

function watched(engine: Engine, reached: string[]): Engine {
  return {
    ...engine,
    call: (request) => {
      reached.push(`call ${request.call}`)
      return engine.call(request)
    },
    cancel: (callId) => {
      reached.push(`cancel ${callId}`)
      engine.cancel(callId)
    },
    onEvent: (listener) => {
      reached.push('listen')
      const stop = engine.onEvent(listener)
      return () => {
        reached.push('stop listening')
        stop()
      }
    },
    receive: (file) => {
      reached.push('receive')
      return engine.receive(file)
    },
    made: (fileId) => {
      reached.push('made')
      return engine.made(fileId)
    },
  }
}

/** Plain node:http, since fetch does not let a test lie about its Host. */
function sendTo(port: number, { method = 'GET', path, headers = {}, body = '' }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        text += chunk
      })
      const answered = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text })
      answer.on('end', answered)
      answer.on('error', reject)
      // A stream of events has no end of its own: that there is one is the answer.
      if (answer.headers['content-type']?.includes('ndjson')) {
        answered()
        answer.destroy()
      }
    })
    sent.on('error', reject)
    if (typeof body === 'string') sent.end(body)
    else Readable.from(body).pipe(sent)
  })
}

function writeTo(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString()
    })
    socket.on('close', () => resolve(heard))
    // A connection that is cut off has said all it will.
    socket.on('error', () => resolve(heard))
    socket.write(bytes)
  })
}
