import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Serve = (request: Request) => Response
let serve: Serve = () => {
  throw new Error('not registered')
}
vi.mock('electron/main', () => ({
  protocol: {
    handle: (_scheme: string, handler: Serve) => {
      serve = handler
    },
  },
}))
const { serveApp } = await import('../../src/main/app-protocol.ts')

function aPage(): void {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<script nonce="__CSP_NONCE__"></script>')
  writeFileSync(join(folder, 'page', 'assets', 'page.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  serveApp(join(folder, 'page'))
}

const ask = (url: string, init?: RequestInit) => serve(new Request(url, init))

test('the page comes with a nonce of its own that the policy names', async () => {
  aPage()
  const [one, two] = [ask('app://odap/'), ask('app://odap/index.html')]
  const nonce = /nonce="([^"]+)"/.exec(await one.text())?.[1]
  expect(one.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  expect(await two.text()).not.toContain(String(nonce))
  expect(ask('app://odap/assets/page.js').headers.get('content-type')).toMatch(/javascript/)
})

test.each([
  'app://odap/../secret.txt',
  'app://odap/%2e%2e/secret.txt',
  'app://odap/..%2fsecret.txt',
  'app://odap/assets/',
  'app://other/index.html',
])('nothing outside the page is served: %s', (url) => {
  aPage()
  expect(ask(url).status).toBe(404)
})

test('only reading is answered', () => {
  aPage()
  expect(ask('app://odap/', { method: 'POST', body: 'x' }).status).toBe(404)
})
