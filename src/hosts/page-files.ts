import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { contentSecurityPolicy, contentTypeOf, noncePlaceholder, pageHeaders } from '../contract/page.ts'

export interface PageFile {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | string
}

/** The built page by address. What is not in the folder at start cannot be asked for, so no path leads out of it. */
export function pageFiles(folder: string): (address: string) => PageFile | null {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        `/${path
          .slice(folder.length + 1)
          .split(sep)
          .join('/')}`,
        path,
      ]),
  )
  return (address) => {
    const name = address === '/' ? '/index.html' : address
    const path = files.get(name)
    if (path === undefined) return null
    const headers = { ...pageHeaders, 'content-type': contentTypeOf(name) }
    if (!name.endsWith('.html')) return { headers, body: new Uint8Array(readFileSync(path)) }
    const nonce = randomBytes(16).toString('base64')
    return {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
      body: readFileSync(path, 'utf8').replaceAll(noncePlaceholder, nonce),
    }
  }
}
