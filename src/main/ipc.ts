import { isAbsolute, join } from 'node:path'
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron/main'
import { z } from 'zod'
import type { AppError } from '../contract/errors.ts'
import { fileEndings, type SavedFile, type SaveWay } from '../contract/host.ts'
import { callRequest, cancelRequest } from '../contract/requests.ts'
import type { FileHandle } from '../contract/views.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { appOrigin } from './app-protocol.ts'
import type { EngineClient } from './engine-client.ts'
import type { GivenFiles } from './given-files.ts'

/** Everything the page may ask of this process. One channel carries it; whatever does not fit is refused. */
const question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    request: callRequest,
  }),
  cancelRequest.extend({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('choose-file'), fileKind: z.enum(['inventory', 'plan']) }),
  z.strictObject({ kind: z.literal('take-file'), path: z.string().max(32_767) }),
  z.strictObject({ kind: z.literal('take-given-file') }),
  z.strictObject({
    kind: z.literal('save-file'),
    fileId: z.string().max(64),
    way: z.enum(['ask', 'beside']),
  }),
])
export type PageQuestion = z.input<typeof question>

const filterNames = { inventory: 'Inventories', plan: 'Plans' }

/** The only handler of this process; every message is checked for who sent it before it is read. */
export function answerPage(window: BrowserWindow, engine: EngineClient, given: GivenFiles): void {
  const save = saving(window, engine)
  ipcMain.handle('odap', async (event, message: unknown) => {
    if (!isOurPage(event, window)) throw new Error('Refused: not sent by the program’s own page')
    const parsed = question.safeParse(message)
    if (!parsed.success) return err({ code: 'invalid-input', problems: [parsed.error.message] })
    const asked = parsed.data
    switch (asked.kind) {
      case 'call':
        return engine.call({ ...asked.request, input: asked.request.input })
      case 'cancel':
        return engine.cancel(asked.callId)
      case 'choose-file':
        return chooseFile(window, engine, asked.fileKind)
      case 'take-file':
        return isAbsolute(asked.path) ? engine.receive(asked.path) : err({ code: 'file-not-readable' })
      case 'take-given-file':
        return takeGivenFile(engine, given)
      case 'save-file':
        return save(asked.fileId, asked.way)
    }
  })
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    frame.url.startsWith(`${appOrigin}/`)
  )
}

async function chooseFile(
  window: BrowserWindow,
  engine: EngineClient,
  kind: 'inventory' | 'plan',
): Promise<Result<FileHandle | null, AppError>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: filterNames[kind], extensions: [...fileEndings[kind]] }],
  })
  const [path] = filePaths
  return canceled || path === undefined ? ok(null) : engine.receive(path)
}

async function takeGivenFile(
  engine: EngineClient,
  given: GivenFiles,
): Promise<Result<FileHandle | null, AppError>> {
  const path = given.take()
  return path === null ? ok(null) : engine.receive(path)
}

/** Has what the engine made saved where the user says; the place chosen last is kept for saving beside it. */
function saving(window: BrowserWindow, engine: EngineClient) {
  let lastChosen: string | null = null
  return async (fileId: string, way: SaveWay): Promise<Result<SavedFile | null, AppError>> => {
    const made = await engine.made(fileId)
    if (made === null) return err({ code: 'file-gone' })
    if (way === 'beside' && lastChosen !== null) return engine.save(fileId, lastChosen, 'beside')
    const path = await askWhere(window, join(made.folder ?? app.getPath('documents'), made.name))
    if (path === null) return ok(null)
    lastChosen = path
    return engine.save(fileId, path, 'there')
  }
}

async function askWhere(window: BrowserWindow, defaultPath: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath })
  return canceled || filePath === '' ? null : filePath
}
