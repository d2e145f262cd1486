import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, createConnection } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { contentSecurityPolicy, pageHeaders } from '../src/contract/page.ts'

const script = new URL('../scripts/dev-page.mjs', import.meta.url).href
const serving = `import('${script}').then((dev) => dev.servePage()).then(({ url, gone, here }) => {
  console.log(url)
  process.stdin.setEncoding('utf8').on('data', (host) => (gone(), here(new URL(host))))
})`

/** The development server, with no program behind it until one is named on its input. */
const dev = spawn(process.execPath, ['-e', serving], { stdio: ['pipe', 'pipe', 'inherit'] })
let address: URL

beforeAll(async () => {
  const [line] = await once(createInterface({ input: dev.stdout }), 'line')
  address = new URL(String(line))
})

afterAll(async () => {
  dev.kill()
  if (dev.exitCode === null && dev.signalCode === null) await once(dev, 'exit')
})

/** Plain node:http, since fetch does not let a test lie about its Host. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<IncomingMessage> {
  const sent = request({ host: '127.0.0.1', port: address.port, path, headers, method })
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  return answer
}

test('nobody but this computer reaches the page while it is worked on', async () => {
  const answers = (host: string) =>
    new Promise<boolean>((resolve) => {
      const socket = createConnection(Number(address.port), host)
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
      socket.on('close', () => resolve(false)).unref()
    })
  expect(await answers('127.0.0.1')).toBe(true)
  for (const other of ['127.0.0.2', '::1']) expect(await answers(other), other).toBe(false)
})

test.each(['/', '/main.tsx', '/@vite/client'])('under another name it has no %s', async (path) => {
  expect((await ask(path)).statusCode).toBe(200)
  expect((await ask(path, { host: `evil.example:${address.port}` })).statusCode).toBe(404)
})

test('it keeps the policy of the program, but for what Vite needs', async () => {
  const { headers } = await ask('/')
  expect(headers).toMatchObject(pageHeaders)
  const policy = String(headers['content-security-policy'])
  const nonce = /'nonce-([\w+/=]{20,})'/.exec(policy)?.[1] ?? ''
  const allowed = contentSecurityPolicy(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://${address.host}`)
  expect(policy).toBe(allowed)
})

test('a call that comes before the program waits for it, however often that is started', async () => {
  const program = createServer((_request, response) => response.writeHead(202).end())
  program.listen(0, '127.0.0.1')
  await once(program, 'listening')
  onTestFinished(() => void program.close())
  const authorization = `Bearer ${address.hash.slice(1)}`
  const call = ask('/call', { authorization, origin: address.origin }, 'POST')
  // Answered after the call was heard.
  await ask('/')
  dev.stdin.write(`http://127.0.0.1:${(program.address() as AddressInfo).port}/#token`)
  expect((await call).statusCode).toBe(202)
})
