import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { protocol } from 'electron/main'
import { contentSecurityPolicy, contentTypeOf, noncePlaceholder, pageHeaders } from '../contract/page.ts'

export const appOrigin = 'app://odap'

/** Before the app is ready: makes app:// a real origin, so that no file:// is ever needed. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Serves the built page and nothing else: what is not in the folder at start cannot be asked for. */
export function serveApp(pageFolder: string): void {
  const files = new Map(
    readdirSync(pageFolder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        `/${path
          .slice(pageFolder.length + 1)
          .split(sep)
          .join('/')}`,
        path,
      ]),
  )
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const name = pathname === '/' ? '/index.html' : pathname
    const path = files.get(name)
    if (host !== 'odap' || path === undefined || request.method !== 'GET') {
      return new Response(null, { status: 404 })
    }
    const headers = { ...pageHeaders, 'content-type': contentTypeOf(name) }
    if (!name.endsWith('.html')) return new Response(new Uint8Array(readFileSync(path)), { headers })
    const nonce = randomBytes(16).toString('base64')
    return new Response(readFileSync(path, 'utf8').replaceAll(noncePlaceholder, nonce), {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    })
  })
}
