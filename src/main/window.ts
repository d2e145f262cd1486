import { join } from 'node:path'
import type { BrowserWindowConstructorOptions, Session, WebContents } from 'electron/main'
import { appOrigin } from './app-protocol.ts'
import { checksSpelling } from './stay-offline.ts'

interface WindowParts {
  /** Absolute paths. */
  readonly preload: string
  readonly icon: string
  readonly developerTools: boolean
}

/** The window's settings, as data, so that a test can read them. */
export function windowOptions({
  preload,
  icon,
  developerTools,
}: WindowParts): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Open Data Access Planner',
    icon,
    backgroundColor: '#f5f5f5',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: developerTools,
      spellcheck: checksSpelling(process.platform),
    },
  }
}

/** The page stays where it is: no navigation, no second window, no web view. */
export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    if (originOf(url) !== appOrigin) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** No camera, no notifications, no clipboard reading, no device: the program needs none. */
export function denyPermissions(
  session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** A page with something unsaved that cannot be saved holds its window open; only a person lets it go. */
export function askBeforeLosing(contents: Pick<WebContents, 'on'>, shallClose: () => boolean): void {
  contents.on('will-prevent-unload', (event) => {
    // Preventing what the page has done to prevent the closing, closes.
    if (shallClose()) event.preventDefault()
  })
}

/** More crashes than this within a minute are no accident; the window then stays as it is. */
const mostReloadsAMinute = 3

/** A page that crashed comes back by itself: the plan is with the engine, which is another process. */
export function reloadAfterCrash(contents: Pick<WebContents, 'on' | 'reload'>, now: () => number): void {
  let reloads: readonly number[] = []
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    reloads = reloads.filter((at) => now() - at < 60_000)
    if (reloads.length >= mostReloadsAMinute) return
    reloads = [...reloads, now()]
    contents.reload()
  })
}

export function preloadPath(outFolder: string): string {
  return join(outFolder, 'preload', 'preload.cjs')
}

function originOf(url: string): string {
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}`
}
