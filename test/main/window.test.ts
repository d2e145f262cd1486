import { describe, expect, test, vi } from 'vitest'

vi.mock('electron/main', () => ({ protocol: {} }))
const { askBeforeLosing, denyPermissionsAndNetwork, lockDown, reloadAfterCrash, windowOptions } =
  await import('../../src/main/window.ts')

describe('the window', () => {
  test('is sandboxed and isolated, without Node, web views or spell-check downloads', () => {
    expect(windowOptions('/preload.cjs', '/icon.png').webPreferences).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    })
  })

  test('stays on its own page', () => {
    const listeners = new Map<string, (event: { preventDefault: () => void }, url: string) => void>()
    let openHandler: (() => { action: string }) | null = null
    lockDown({
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
  })

  test('asks for nothing and reaches nothing outside', () => {
    let permission: ((contents: unknown, name: string, answer: (granted: boolean) => void) => void) | null =
      null
    let request: ((details: { url: string }, answer: (a: { cancel: boolean }) => void) => void) | null = null
    const denied: boolean[] = []
    denyPermissionsAndNetwork({
      setPermissionRequestHandler: (handler: never) => {
        permission = handler
      },
      setPermissionCheckHandler: (handler: () => boolean) => denied.push(handler()),
      setDevicePermissionHandler: (handler: () => boolean) => denied.push(handler()),
      webRequest: {
        onBeforeRequest: (handler: never) => {
          request = handler
        },
      },
    } as never)
    const granted = vi.fn()
    ;(permission as unknown as (c: null, n: string, a: typeof granted) => void)(
      null,
      'notifications',
      granted,
    )
    expect(granted).toHaveBeenCalledWith(false)
    expect(denied).toEqual([false, false])
    const isCancelled = (url: string) => {
      const answer = vi.fn()
      ;(request as unknown as (d: { url: string }, a: typeof answer) => void)({ url }, answer)
      return answer.mock.calls[0]?.[0].cancel
    }
    expect(isCancelled('app://odap/index.html')).toBe(false)
    for (const url of ['https://example.org/', 'http://127.0.0.1:80/', 'ws://x/', 'file:///etc/passwd']) {
      expect(isCancelled(url), url).toBe(true)
    }
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
