import { describe, expect, test, vi } from 'vitest'

vi.mock('electron/main', () => ({ protocol: {} }))
const { askBeforeLosing, denyPermissions, lockDown, reloadAfterCrash, windowOptions } = await import(
  '../../src/main/window.ts'
)

describe('the window', () => {
  const parts = { preload: '/preload.cjs', icon: '/icon.png', developerTools: false }

  test('is sandboxed and isolated, without Node, web views, developer tools or dictionaries to fetch', () => {
    // Whatever is not named here is as Electron ships it: safe since its version 20.
    expect(windowOptions(parts).webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
      spellcheck: process.platform === 'darwin',
    })
  })

  test('shows its insides to those who work on it', () => {
    expect(windowOptions({ ...parts, developerTools: true }).webPreferences?.devTools).toBe(true)
  })

  test('stays on its own page', () => {
    const listeners = new Map<string, (event: { preventDefault: () => void }, url: string) => void>()
    let openHandler: (() => { action: string }) | null = null
    const setWebRTCIPHandlingPolicy = vi.fn()
    lockDown({
      setWebRTCIPHandlingPolicy,
      on: (name: string, listener: never) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => { action: string }) => {
        openHandler = handler
      },
    } as never)
    const isPrevented = (name: string, url: string) => {
      const preventDefault = vi.fn()
      listeners.get(name)?.({ preventDefault }, url)
      return preventDefault.mock.calls.length === 1
    }
    expect(isPrevented('will-navigate', 'app://odap/')).toBe(false)
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'app://odap.evil/']) {
      expect(isPrevented('will-navigate', url), url).toBe(true)
    }
    expect(isPrevented('will-redirect', 'app://odap/')).toBe(true)
    expect(isPrevented('will-attach-webview', '')).toBe(true)
    expect((openHandler as (() => { action: string }) | null)?.()).toEqual({ action: 'deny' })
    expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp')
  })

  test('gets no permission and no device, whatever it asks for', () => {
    let request: ((contents: null, name: string, answer: (granted: boolean) => void) => void) | undefined
    const checks: (() => boolean)[] = []
    denyPermissions({
      setPermissionRequestHandler: (handler: never) => {
        request = handler
      },
      setPermissionCheckHandler: (handler: () => boolean) => checks.push(handler),
      setDevicePermissionHandler: (handler: () => boolean) => checks.push(handler),
    } as never)
    const granted = vi.fn()
    for (const name of ['notifications', 'media', 'clipboard-read', 'geolocation'])
      request?.(null, name, granted)
    expect(granted.mock.calls).toEqual([[false], [false], [false], [false]])
    expect(checks.map((check) => check())).toEqual([false, false])
  })
})

describe('a page that crashed', () => {
  function openPage() {
    const listeners: ((event: object, details: { reason: string }) => void)[] = []
    const reload = vi.fn()
    let time = 0
    const contents = { on: (_name: string, listener: never) => listeners.push(listener), reload }
    reloadAfterCrash(contents as never, () => time)
    return {
      reload,
      crash: (reason: string, at: number) => {
        time = at
        for (const listener of listeners) listener({}, { reason })
      },
    }
  }

  test('is loaded again, at most three times a minute', () => {
    const { reload, crash } = openPage()
    for (const at of [0, 1_000, 2_000, 3_000]) crash('crashed', at)
    expect(reload).toHaveBeenCalledTimes(3)
    crash('oom', 60_500)
    expect(reload).toHaveBeenCalledTimes(4)
  })

  test('is left alone when it ended in good order', () => {
    const { reload, crash } = openPage()
    crash('clean-exit', 0)
    expect(reload).not.toHaveBeenCalled()
  })
})

test.each([
  ['closes when the person says so', true, 1],
  ['stays when the person does not', false, 0],
])('a window with something unsaved %s', (_what, shallClose, prevented) => {
  const preventDefault = vi.fn()
  askBeforeLosing(
    { on: (_name: string, listener: (event: unknown) => void) => listener({ preventDefault }) } as never,
    () => shallClose,
  )
  expect(preventDefault).toHaveBeenCalledTimes(prevented)
})
