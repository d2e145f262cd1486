import { protocol } from 'electron/main'
import { pageFiles } from '../hosts/page-files.ts'

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

/** Serves the built page and nothing else. */
export function serveApp(pageFolder: string): void {
  const page = pageFiles(pageFolder)
  protocol.handle('app', (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'odap' && request.method === 'GET' ? page(pathname) : null
    return file === null
      ? new Response(null, { status: 404 })
      : new Response(file.body, { headers: { ...file.headers } })
  })
}
