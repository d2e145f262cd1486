import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { savingCopies } from '../../src/engine/files/save-copy.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Handler = (event: unknown, message: unknown) => Promise<unknown>
const handlers = new Map<string, Handler>()
const showOpenDialog = vi.fn()
const showSaveDialog = vi.fn()
vi.mock('electron/main', () => ({
  app: { getPath: (name: string) => `/home/me/${name}` },
  dialog: {
    showOpenDialog: (...given: unknown[]) => showOpenDialog(...given),
    showSaveDialog: (...given: unknown[]) => showSaveDialog(...given),
  },
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}))
const { answerPage } = await import('../../src/main/ipc.ts')

const handed = { ok: true, value: { fileId: 'f', name: 'plan.odap', size: 1 } } as const

function aPage() {
  const mainFrame = { url: 'app://odap/' }
  const webContents = { mainFrame }
  const engine = {
    call: vi.fn(async () => ({ ok: true, value: 'called' })),
    cancel: vi.fn(),
    receive: vi.fn(async () => handed),
    made: vi.fn(),
    save: vi.fn(),
    stop: vi.fn(),
  }
  const given = { take: vi.fn<() => string | null>(() => null) }
  answerPage({ webContents } as never, engine as never, given as never)
  const [handler] = handlers.values()
  if (handler === undefined) throw new Error('No handler was registered')
  const own = { sender: webContents, senderFrame: mainFrame }
  return {
    engine,
    given,
    mainFrame,
    ask: (message: unknown, event: object = own) => handler(event, message),
    own,
  }
}

beforeEach(() => {
  handlers.clear()
  vi.clearAllMocks()
})

const call = { kind: 'call', request: { callId: '1', call: 'plan.read', input: {} } }

describe('who may ask', () => {
  test('the page itself, and it is told what the engine answers', async () => {
    const { ask, engine } = aPage()
    expect(await ask(call)).toEqual({ ok: true, value: 'called' })
    expect(engine.call).toHaveBeenCalledWith({ callId: '1', call: 'plan.read', input: {} })
  })

  test.each([
    ['a frame inside the page', { senderFrame: { url: 'app://odap/' } }],
    ['a frame that is gone', { senderFrame: null }],
    ['another window', { sender: { mainFrame: { url: 'app://odap/' } } }],
  ])('nobody else: %s', async (_who, change) => {
    const { ask, own, engine } = aPage()
    await expect(ask(call, { ...own, ...change })).rejects.toThrow('Refused')
    expect(engine.call).not.toHaveBeenCalled()
  })

  test.each([
    'https://odap/',
    'app://odap.evil/',
    'app://other/',
    'file:///app://odap/',
    'data:text/html,app://odap/',
    'about:blank',
  ])('not the window once it shows something else: %s', async (url) => {
    const { ask, mainFrame, engine } = aPage()
    mainFrame.url = url
    await expect(ask(call)).rejects.toThrow('Refused')
    expect(engine.call).not.toHaveBeenCalled()
  })

  test('there is one channel, and no second one to leave open', () => {
    aPage()
    expect([...handlers.keys()]).toEqual(['odap'])
  })
})

test.each([
  ['no message', undefined],
  ['a kind there is none of', { kind: 'shell', command: 'x' }],
  ['something beside what belongs there', { ...call, path: '/etc/passwd' }],
  ['something beside what belongs into a call', { kind: 'call', request: { ...call.request, path: '/x' } }],
  ['a name that is too long', { kind: 'call', request: { ...call.request, call: 'x'.repeat(65) } }],
  ['a number that is too long', { kind: 'cancel', callId: 'x'.repeat(65) }],
  ['a plan that is none', { kind: 'call', request: { ...call.request, planId: 7 } }],
  ['no datasets at all', { kind: 'call', request: { ...call.request, mostDatasets: 0 } }],
  ['a path that is too long', { kind: 'take-file', path: `/${'x'.repeat(32_767)}` }],
  ['a file of no kind', { kind: 'choose-file', fileKind: 'program' }],
  ['a file id that is too long', { kind: 'save-file', fileId: 'x'.repeat(65), way: 'ask' }],
  ['a way of saving there is none of', { kind: 'save-file', fileId: 'f', way: 'over' }],
])('what does not fit reaches nothing: %s', async (_what, message) => {
  const { ask, engine } = aPage()
  expect(await ask(message)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  for (const reached of [engine.call, engine.cancel, engine.receive, engine.made])
    expect(reached).not.toHaveBeenCalled()
  expect(showOpenDialog).not.toHaveBeenCalled()
})

test('a call under way can be cancelled', async () => {
  const { ask, engine } = aPage()
  await ask({ kind: 'cancel', callId: 'c7' })
  expect(engine.cancel).toHaveBeenCalledWith('c7')
})

describe('files in', () => {
  test('a dropped file is taken from where it really lies', async () => {
    const { ask, engine } = aPage()
    expect(await ask({ kind: 'take-file', path: '/home/me/inventory.xlsx' })).toEqual(handed)
    expect(engine.receive).toHaveBeenCalledWith('/home/me/inventory.xlsx')
  })

  test.each(['inventory.xlsx', './inventory.xlsx', '../inventory.xlsx', '', 'C:inventory.xlsx'])(
    'a path that hangs on where the program was started is not taken: %j',
    async (path) => {
      const { ask, engine } = aPage()
      expect(await ask({ kind: 'take-file', path })).toEqual({
        ok: false,
        error: { code: 'file-not-readable' },
      })
      expect(engine.receive).not.toHaveBeenCalled()
    },
  )

  test.each([
    ['inventory', 'Inventories', 'xlsx'],
    ['plan', 'Plans', 'odap'],
  ])('choosing %s offers files of that kind alone', async (fileKind, name, ending) => {
    const { ask, engine } = aPage()
    showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/home/me/chosen'] })
    expect(await ask({ kind: 'choose-file', fileKind })).toEqual(handed)
    expect(engine.receive).toHaveBeenCalledWith('/home/me/chosen')
    const [, options] = showOpenDialog.mock.calls[0] ?? []
    expect(options.properties).toEqual(['openFile'])
    expect(options.filters).toHaveLength(1)
    expect(options.filters[0].name).toBe(name)
    expect(options.filters[0].extensions).toContain(ending)
  })

  test.each([
    { canceled: true, filePaths: [] },
    { canceled: true, filePaths: ['/home/me/left'] },
    { canceled: false, filePaths: [] },
  ])('choosing nothing takes nothing: %j', async (answer) => {
    const { ask, engine } = aPage()
    showOpenDialog.mockResolvedValue(answer)
    expect(await ask({ kind: 'choose-file', fileKind: 'plan' })).toEqual({ ok: true, value: null })
    expect(engine.receive).not.toHaveBeenCalled()
  })

  test('what the system handed over is taken when there is something', async () => {
    const { ask, engine, given } = aPage()
    expect(await ask({ kind: 'take-given-file' })).toEqual({ ok: true, value: null })
    expect(engine.receive).not.toHaveBeenCalled()
    given.take.mockReturnValue('/home/me/plan.odap')
    expect(await ask({ kind: 'take-given-file' })).toEqual(handed)
    expect(engine.receive).toHaveBeenCalledWith('/home/me/plan.odap')
  })
})

describe('files out', () => {
  /** The engine has made this file and saves it as it does in its own process. */
  function holds(
    engine: ReturnType<typeof aPage>['engine'],
    made: { readonly path: string; readonly folder: string | null },
  ): void {
    const save = savingCopies()
    engine.made.mockResolvedValue(made)
    engine.save.mockImplementation((_fileId: string, target: string, where: 'there' | 'beside') =>
      save(made.path, target, where),
    )
  }

  function madeFile(bytes = 'the plan') {
    const folder = temporaryFolder()
    const path = join(folder, 'made')
    writeFileSync(path, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { folder, made: { path, name: 'Plan.docx', sha256, folder: null as string | null } }
  }

  test('a file is written where the person says, and nowhere before', async () => {
    const { ask, engine } = aPage()
    const { folder, made } = madeFile()
    holds(engine, made)
    const target = join(folder, 'My plan.docx')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: target })
    expect(await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })).toMatchObject({
      ok: true,
      value: { saved: target },
    })
    expect(readFileSync(target, 'utf8')).toBe('the plan')
    expect(showSaveDialog.mock.calls[0]?.[1].defaultPath).toBe(join('/home/me/documents', 'Plan.docx'))
  })

  test('the folder the inventory came from is offered first', async () => {
    const { ask, engine } = aPage()
    const { made } = madeFile()
    holds(engine, { ...made, folder: '/share/inventories' })
    showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })).toEqual({ ok: true, value: null })
    expect(showSaveDialog.mock.calls[0]?.[1].defaultPath).toBe(join('/share/inventories', 'Plan.docx'))
  })

  test('saving beside the last place asks nobody and writes over nothing', async () => {
    const { ask, engine } = aPage()
    const { folder, made } = madeFile()
    holds(engine, made)
    const target = join(folder, 'Plan.docx')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: target })
    await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })
    writeFileSync(target, 'by somebody else')
    const beside = (await ask({ kind: 'save-file', fileId: 'f', way: 'beside' })) as {
      readonly value: { readonly saved: string }
    }
    expect(showSaveDialog).toHaveBeenCalledOnce()
    expect(beside.value.saved).not.toBe(target)
    expect(readFileSync(beside.value.saved, 'utf8')).toBe('the plan')
    expect(readFileSync(target, 'utf8')).toBe('by somebody else')
  })

  test('saving beside is beside the place that was chosen last', async () => {
    const { ask, engine } = aPage()
    const { folder, made } = madeFile()
    holds(engine, made)
    for (const name of ['First.docx', 'Last.docx']) {
      showSaveDialog.mockResolvedValue({ canceled: false, filePath: join(folder, name) })
      await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })
    }
    await ask({ kind: 'save-file', fileId: 'f', way: 'beside' })
    expect(existsSync(join(folder, 'Last 2.docx'))).toBe(true)
  })

  test('saving once more in the same place keeps nothing of what the program saved there itself', async () => {
    const { ask, engine } = aPage()
    const { folder, made } = madeFile()
    holds(engine, made)
    const target = join(folder, 'Plan.docx')
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: target })
    await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })
    writeFileSync(made.path, 'the plan a day later')
    const answer = await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })
    expect(answer).toEqual({ ok: true, value: { saved: target, kept: null } })
    expect(readFileSync(target, 'utf8')).toBe('the plan a day later')
  })

  test('saving beside before anything was saved asks where', async () => {
    const { ask, engine } = aPage()
    const { folder, made } = madeFile()
    holds(engine, made)
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: join(folder, 'first.docx') })
    await ask({ kind: 'save-file', fileId: 'f', way: 'beside' })
    expect(showSaveDialog).toHaveBeenCalledOnce()
    expect(existsSync(join(folder, 'first.docx'))).toBe(true)
  })

  test('a place that takes its time holds up nothing else that the page asks for', async () => {
    const { ask, engine } = aPage()
    const { made } = madeFile()
    engine.made.mockResolvedValue(made)
    let arrive: (saved: unknown) => void = () => undefined
    engine.save.mockReturnValue(new Promise((resolve) => (arrive = resolve)))
    showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/slow/share/Plan.docx' })
    const saving = ask({ kind: 'save-file', fileId: 'f', way: 'ask' })
    const request = { callId: '1', call: 'plan.read', input: {} }
    expect(await ask({ kind: 'call', request })).toEqual({ ok: true, value: 'called' })
    const saved = { ok: true, value: { saved: '/slow/share/Plan.docx', kept: null } }
    arrive(saved)
    expect(await saving).toEqual(saved)
  })

  test('a file that is gone is said to be gone', async () => {
    const { ask, engine } = aPage()
    engine.made.mockResolvedValue(null)
    expect(await ask({ kind: 'save-file', fileId: 'f', way: 'ask' })).toEqual({
      ok: false,
      error: { code: 'file-gone' },
    })
    expect(showSaveDialog).not.toHaveBeenCalled()
  })
})
