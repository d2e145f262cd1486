import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { switchesNoReleaseTakes } from '../../src/main/stay-offline.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Circumstances {
  readonly isPackaged?: boolean
  /** Switches the program was started with. */
  readonly switches?: readonly string[]
  readonly isFirst?: boolean
  readonly dataDir?: string
  /** What stands behind the program's own name. */
  readonly typed?: readonly string[]
}

/** Everything the program asks of Electron while it starts, in order. */
async function startProgram({
  isPackaged = false,
  switches = [],
  isFirst = true,
  dataDir = temporaryFolder(),
  typed = [],
}: Circumstances = {}) {
  const asked: string[] = []
  const given = new Set(switches)
  const windows: BrowserWindow[] = []
  const answers: ((event: unknown, question: unknown) => unknown)[] = []
  const { argv } = process
  process.argv = ['electron', ...typed]
  onTestFinished(() => {
    process.argv = argv
  })
  const engines: (EventEmitter & { readonly postMessage: ReturnType<typeof vi.fn> })[] = []
  const menus: { readonly label?: string }[][] = []
  const reload = vi.fn()
  let becomeReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })
  const app = Object.assign(new EventEmitter(), {
    name: 'Open Data Access Planner',
    isPackaged,
    commandLine: {
      appendSwitch: (name: string, value = '') => asked.push(`switch ${name} ${value}`.trim()),
      removeSwitch: (name: string) => {
        given.delete(name)
        asked.push(`without ${name}`)
      },
      hasSwitch: (name: string) => given.has(name),
    },
    setPath: (name: string, path: string) => asked.push(`path ${name} ${path}`),
    enableSandbox: () => asked.push('sandbox'),
    disableHardwareAcceleration: () => asked.push('no graphics card'),
    requestSingleInstanceLock: () => {
      asked.push('lock')
      return isFirst
    },
    whenReady: () => {
      asked.push('wait until ready')
      return ready
    },
    quit: vi.fn(() => asked.push('quit')),
    exit: vi.fn((code: number) => asked.push(`exit ${code}`)),
    getPath: () => '/home/me',
  })
  class BrowserWindow extends EventEmitter {
    static getAllWindows = () => windows
    readonly webContents = Object.assign(new EventEmitter(), {
      send: vi.fn(),
      reload,
      mainFrame: { url: 'app://odap/' },
    })
    readonly show = vi.fn()
    readonly focus = vi.fn()
    readonly restore = vi.fn()
    readonly isMinimized = () => true
    readonly isDestroyed = vi.fn(() => false)
    readonly loadURL = (url: string) => {
      asked.push(`load ${url}`)
      return Promise.resolve()
    }
    readonly options: { readonly webPreferences: Record<string, unknown> }
    constructor(options: { readonly webPreferences: Record<string, unknown> }) {
      super()
      this.options = options
      asked.push('window')
      windows.push(this)
    }
  }
  const showErrorBox = vi.fn()
  const showMessageBoxSync = vi.fn(() => 0)
  vi.resetModules()
  vi.doMock('electron/main', () => ({
    app,
    BrowserWindow,
    dialog: { showErrorBox, showMessageBoxSync },
    ipcMain: {
      handle: (channel: string, answer: (event: unknown, question: unknown) => unknown) => {
        answers.push(answer)
        asked.push(`answer ${channel}`)
      },
    },
    Menu: {
      setApplicationMenu: (menu: { readonly label?: string }[]) => menus.push(menu),
      buildFromTemplate: (template: unknown) => template,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown) => asked.push(`schemes ${JSON.stringify(schemes)}`),
      handle: (scheme: string) => asked.push(`serve ${scheme}`),
    },
    utilityProcess: {
      fork: () => {
        const engine = Object.assign(new EventEmitter(), { postMessage: vi.fn(), kill: vi.fn() })
        engines.push(engine)
        return engine
      },
    },
  }))
  vi.stubEnv('ODAP_DATA_DIR', dataDir)
  await import('../../src/main/main.ts')
  return {
    app,
    asked,
    dataDir,
    engines,
    menus,
    reload,
    showErrorBox,
    showMessageBoxSync,
    windows,
    /** The file that the page is given when it asks whether there is one; undefined while there is none. */
    takenFile: () => {
      const [contents] = windows.map(({ webContents }) => webContents)
      const event = { sender: contents, senderFrame: contents?.mainFrame }
      void answers[0]?.(event, { kind: 'take-given-file' })
      const asked = engines[0]?.postMessage.mock.calls.map(([question]) => question) ?? []
      return asked.findLast(({ kind }) => kind === 'receive')?.path
    },
    ready: async () => {
      becomeReady()
      await vi.waitFor(() => expect(asked).toContain('load app://odap/'))
    },
  }
}

const before = (asked: readonly string[], first: string, second: string) => {
  const [a, b] = [first, second].map((begins) => asked.findIndex((line) => line.startsWith(begins)))
  expect(a, first).toBeGreaterThanOrEqual(0)
  expect(b, second).toBeGreaterThan(a ?? Number.POSITIVE_INFINITY)
}

test('the sandbox, the switches and the scheme are set before Chromium is ready', async () => {
  const { asked } = await startProgram()
  for (const early of ['sandbox', 'switch host-resolver-rules MAP * ~NOTFOUND', 'schemes '])
    before(asked, early, 'wait until ready')
})

test('the page’s scheme is a secure origin that no policy is waived for', async () => {
  const { asked } = await startProgram()
  const schemes = JSON.parse(asked.find((line) => line.startsWith('schemes '))?.slice(8) ?? '')
  expect(schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
})

test('a window comes whatever the graphics card is like: none is asked for', async () => {
  const { asked } = await startProgram()
  before(asked, 'no graphics card', 'wait until ready')
})

test('two data folders are two programs: the lock lies in the data folder', async () => {
  const { asked, dataDir } = await startProgram()
  before(asked, `path userData ${join(dataDir, 'electron')}`, 'lock')
})

test('a second start shows no window and ends', async () => {
  const { asked } = await startProgram({ isFirst: false })
  expect(asked).toContain('quit')
  expect(asked).not.toContain('wait until ready')
})

test('without a sandbox it runs only where it is worked on', async () => {
  const unpacked = await startProgram({ switches: ['no-sandbox'] })
  expect(unpacked.asked).not.toContain('sandbox')
  const release = await startProgram({ isPackaged: true, switches: ['no-sandbox'] })
  expect(release.asked).toContain('sandbox')
})

test('a release takes no switch that would let anybody in', async () => {
  const { asked } = await startProgram({ isPackaged: true, switches: [...switchesNoReleaseTakes] })
  for (const name of [
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'no-sandbox',
    'disable-web-security',
  ])
    before(asked, `without ${name}`, 'wait until ready')
})

test.each([
  ['a release has no developer tools, in no menu either', true, false],
  ['those who work on it have them', false, true],
])('%s', async (_what, isPackaged, hasThem) => {
  const program = await startProgram({ isPackaged })
  await program.ready()
  expect(program.windows[0]?.options.webPreferences['devTools']).toBe(hasThem)
  expect(JSON.stringify(program.menus).includes('toggleDevTools')).toBe(hasThem)
})

test('every session there ever is gets no permission and reaches nothing', async () => {
  const { app, dataDir } = await startProgram()
  const created = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    setSpellCheckerLanguages: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  }
  app.emit('session-created', created)
  expect(created.setPermissionRequestHandler).toHaveBeenCalledOnce()
  expect(created.setPermissionCheckHandler).toHaveBeenCalledOnce()
  expect(created.setDevicePermissionHandler).toHaveBeenCalledOnce()
  const answer = vi.fn()
  created.webRequest.onBeforeRequest.mock.calls[0]?.[0]({ url: 'https://example.org/secret' }, answer)
  expect(answer).toHaveBeenCalledWith({ cancel: true })
  const log = readFileSync(join(dataDir, 'logs', 'incidents.jsonl'), 'utf8')
  expect(log).toContain('request-refused')
  expect(log).toContain('https://example.org')
  expect(log).not.toContain('secret')
})

test('whatever shows a page is locked down', async () => {
  const { app } = await startProgram()
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: vi.fn(),
    setWebRTCIPHandlingPolicy: vi.fn(),
  })
  app.emit('web-contents-created', {}, contents)
  expect(contents.setWindowOpenHandler).toHaveBeenCalledOnce()
  expect(contents.eventNames().sort()).toEqual(['will-attach-webview', 'will-navigate', 'will-redirect'])
})

test('the page is served and its questions answered before it is loaded', async () => {
  const program = await startProgram()
  await program.ready()
  for (const early of ['serve app', 'answer odap']) before(program.asked, early, 'load app://odap/')
  expect(program.windows).toHaveLength(1)
})

test('a plan file that the start names, or a second start from its own folder, is taken', async () => {
  const first = resolve('first.odap')
  const program = await startProgram({ typed: ['first.odap'] })
  await program.ready()
  expect(program.takenFile()).toBe(first)
  const [window] = program.windows
  program.app.emit('second-instance', {}, ['electron', '--a-switch', 'second.odap'], resolve('elsewhere'))
  expect(window?.webContents.send).toHaveBeenCalledWith('odap-event', { kind: 'file-given' })
  expect(program.takenFile()).toBe(resolve('elsewhere', 'second.odap'))
})

test('a plan file that a Mac hands over before there is a window is taken', async () => {
  const program = await startProgram()
  const preventDefault = vi.fn()
  program.app.emit('open-file', { preventDefault }, '/plans/mine.odap')
  expect(preventDefault).toHaveBeenCalledOnce()
  await program.ready()
  expect(program.takenFile()).toBe('/plans/mine.odap')
})

test('the window is shown once there is something to see, and a second start brings it to the front', async () => {
  const program = await startProgram()
  await program.ready()
  const [window] = program.windows
  expect(window?.show).not.toHaveBeenCalled()
  window?.emit('ready-to-show')
  expect(window?.show).toHaveBeenCalledOnce()
  program.app.emit('second-instance', {}, ['electron'], resolve('.'))
  expect(window?.restore).toHaveBeenCalledOnce()
  expect(window?.focus).toHaveBeenCalledOnce()
})

test('the program ends with its window on every system, and tells nothing to one that is gone', async () => {
  const { platform } = process
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }))
  Object.defineProperty(process, 'platform', { value: 'darwin' })
  const program = await startProgram()
  await program.ready()
  const [window] = program.windows
  window?.isDestroyed.mockReturnValue(true)
  program.engines[0]?.emit('message', { kind: 'event', event: { kind: 'opened', planId: 'x' } })
  expect(window?.webContents.send).not.toHaveBeenCalled()
  program.app.emit('window-all-closed')
  expect(program.app.quit).toHaveBeenCalledOnce()
})

test('the menu has what a window needs and nothing else', async () => {
  const program = await startProgram({ isPackaged: true })
  await program.ready()
  const roles = [...JSON.stringify(program.menus).matchAll(/"role":"(\w+)"/g)].map(([, role]) => role)
  const onMac = process.platform === 'darwin' ? ['appMenu'] : []
  const view = ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']
  expect(roles).toEqual([...onMac, 'quit', 'cut', 'copy', 'paste', 'selectAll', ...view])
})

test('Ctrl+Z belongs to the page, which knows whether a text or the plan is meant', async () => {
  const program = await startProgram()
  await program.ready()
  const menu = JSON.stringify(program.menus)
  expect(menu).toContain('"copy"')
  expect(menu).not.toMatch(/"(undo|redo)"/)
})

test('a page that crashed comes back, and one with something unsaved is not closed without a question', async () => {
  const program = await startProgram()
  await program.ready()
  const contents = program.windows[0]?.webContents
  contents?.emit('render-process-gone', {}, { reason: 'clean-exit' })
  expect(program.reload).not.toHaveBeenCalled()
  for (const reason of ['crashed', 'oom']) contents?.emit('render-process-gone', {}, { reason })
  expect(program.reload).toHaveBeenCalledTimes(2)
  const preventDefault = vi.fn()
  contents?.emit('will-prevent-unload', { preventDefault })
  expect(program.showMessageBoxSync).toHaveBeenCalledOnce()
  expect(preventDefault).not.toHaveBeenCalled()
})

test('the question before something is lost takes Enter and Escape for staying', async () => {
  const program = await startProgram()
  await program.ready()
  const contents = program.windows[0]?.webContents
  const preventDefault = vi.fn()
  contents?.emit('will-prevent-unload', { preventDefault })
  const [[, { buttons, defaultId, cancelId }]] = program.showMessageBoxSync.mock.calls as unknown as [
    [unknown, Electron.MessageBoxSyncOptions],
  ]
  expect([buttons?.[defaultId ?? -1], buttons?.[cancelId ?? -1]]).toEqual(['Stay', 'Stay'])
  expect(preventDefault).not.toHaveBeenCalled()
  program.showMessageBoxSync.mockReturnValue(buttons?.indexOf('Close without saving') ?? -1)
  contents?.emit('will-prevent-unload', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})

test('quitting waits until the engine has closed the plan', async () => {
  const program = await startProgram()
  await program.ready()
  const preventDefault = vi.fn()
  program.app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(program.app.quit).not.toHaveBeenCalled()
  // Whoever asks once more waits just as long.
  program.app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(2)
  program.engines[0]?.emit('exit', 0)
  await vi.waitFor(() => expect(program.app.quit).toHaveBeenCalled())
  program.app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(2)
})

test('a data folder that cannot be written is said in a sentence, and nothing starts', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  const { asked, showErrorBox, app } = await startProgram({ dataDir: file })
  expect(showErrorBox.mock.calls[0]?.[1]).toContain('Plans are kept in')
  expect(app.exit).toHaveBeenCalledWith(1)
  expect(asked).not.toContain('wait until ready')
  expect(existsSync(join(file, 'electron'))).toBe(false)
})
