import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AppError } from '../contract/errors.ts'
import type { EngineEvent } from '../contract/events.ts'
import { tooLarge } from '../contract/host.ts'
import { pageHeaders } from '../contract/page.ts'
import { callRequest, cancelRequest } from '../contract/requests.ts'
import type { FileHandle } from '../contract/views.ts'
import { err, type Result } from '../domain/result.ts'
import type { Engine } from '../engine/index.ts'
import { pageFiles } from '../hosts/page-files.ts'
import { type Asked, addressOf, isForUs, mayAsk, type Self } from './gate.ts'

/** In bytes. A bulk answer for a hundred thousand datasets names each of them. */
const largestCall = 8 * 1024 * 1024

export interface WebHost {
  /** With the token in the fragment, which a browser never sends anywhere. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the page and the one door on 127.0.0.1, never on another address. Whatever is not allowed is a bare 404:
 * a stranger learns nothing.
 */
export async function startWebHost(engine: Engine, pageFolder: string): Promise<WebHost> {
  const token = randomBytes(32).toString('base64url')
  const page = pageFiles(pageFolder)
  const server = createServer()
  const port = await listen(server)
  const self: Self = { host: `127.0.0.1:${port}`, token }

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = whatIsAsked(request)
    const address = addressOf(request.url ?? '', self)
    if (!isForUs(asked, self) || address === null) return refuse(response)
    const file = asked.method === 'GET' ? page(address.pathname) : null
    if (file !== null) {
      response.writeHead(200, file.headers).end(file.body)
      return
    }
    if (!mayAsk(asked, self)) return refuse(response)
    return answer(engine, asked, address, request, response)
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    respond(request, response).catch(() => refuse(response))
  })

  return {
    url: `http://${self.host}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  engine: Engine,
  asked: Asked,
  { pathname, searchParams }: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isJson = asked.contentType === 'application/json'
  if (asked.method === 'POST' && pathname === '/call' && isJson) {
    const body = callRequest.parse(JSON.parse((await bodyOf(request, largestCall)).toString('utf8')))
    return sendJson(response, await engine.call({ ...body, input: body.input }))
  }
  if (asked.method === 'POST' && pathname === '/cancel' && isJson) {
    engine.cancel(
      cancelRequest.parse(JSON.parse((await bodyOf(request, largestCall)).toString('utf8'))).callId,
    )
    return sendJson(response, null)
  }
  if (asked.method === 'POST' && pathname === '/files' && asked.contentType === 'application/octet-stream') {
    return sendJson(response, await receive(engine, searchParams.get('name') ?? '', request))
  }
  if (asked.method === 'GET' && pathname === '/events') return streamEvents(engine, response)
  const made = /^\/files\/([\w-]{1,64})$/.exec(pathname)
  if (asked.method === 'GET' && made !== null) return sendFile(engine, made[1] ?? '', response)
  return refuse(response)
}

function whatIsAsked({ method, headers }: IncomingMessage): Asked {
  return {
    method: method ?? '',
    host: headers.host,
    origin: headers.origin,
    contentType: headers['content-type'],
    authorization: headers.authorization,
  }
}

/** Reads a body to its end, and gives up as soon as it is longer than it may be. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw new Error('The request is longer than allowed')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Takes a file in, whether its length was said before or not. The browser reads no answer before it has sent the
 * body, so the rest of one that is too long is read and thrown away.
 */
async function receive(
  engine: Engine,
  name: string,
  request: IncomingMessage,
): Promise<Result<FileHandle, AppError>> {
  const chunks: Buffer[] = []
  let length = 0
  let problem: AppError | null = null
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    problem = tooLarge(name, length)
    if (problem === null) chunks.push(chunk)
  }
  return problem === null ? engine.receive({ name, bytes: Buffer.concat(chunks) }) : err(problem)
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(value))
}

/** One line of JSON an event, for as long as the page listens. EventSource cannot send the token, so it is a plain stream. */
function streamEvents(engine: Engine, response: ServerResponse): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' })
  response.flushHeaders()
  const stop = engine.onEvent((event: EngineEvent) => response.write(`${JSON.stringify(event)}\n`))
  response.on('close', stop)
}

function sendFile(engine: Engine, fileId: string, response: ServerResponse): void {
  const file = engine.made(fileId)
  if (file === null) return refuse(response)
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response)
}

function refuse(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else response.writeHead(404).end()
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('No port was given'))
      else resolve(address.port)
    })
  })
}
