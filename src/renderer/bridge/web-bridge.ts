import type { AppError } from '../../contract/errors.ts'
import type { EngineEvent } from '../../contract/events.ts'
import { type FileKind, fileEndings, type HostBridge, tooLarge } from '../../contract/host.ts'
import type { FileHandle } from '../../contract/views.ts'
import type { Result } from '../../domain/result.ts'
import { err, ok } from '../../domain/result.ts'
import { listenToEvents } from './web-events.ts'

const tokenKey = 'odap-token'

/** Old and foreign kinds are offered too: choosing one ends in a sentence that says what to do with it. */
function accepted(kind: FileKind): string {
  return fileEndings[kind].map((ending) => `.${ending}`).join(',')
}

/**
 * The token from the printed address, '' when there is none. It moves to the tab's own storage, so that it
 * outlives a reload without staying in the address bar.
 */
export function takeToken(window: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const { location, history, sessionStorage } = window
  const given = location.hash.slice(1)
  if (given !== '') {
    sessionStorage.setItem(tokenKey, given)
    history.replaceState(history.state, '', location.pathname + location.search)
  }
  return sessionStorage.getItem(tokenKey) ?? ''
}

/** The bridge to a program that serves this page over HTTP on the same computer. */
export function createWebBridge(window: Pick<Window, 'fetch' | 'document'>, token: string): HostBridge {
  const authorization = { Authorization: `Bearer ${token}` }
  const post = (path: string, contentType: string, body: BodyInit, keepalive = false) =>
    window.fetch(path, {
      method: 'POST',
      headers: { ...authorization, 'Content-Type': contentType },
      body,
      keepalive,
    })
  const postCall = outlivingThePage((body, keepalive) => post('/call', 'application/json', body, keepalive))
  const takeFile = async (file: File): Promise<Result<FileHandle, AppError>> => {
    const problem = await whyNotTaken(file)
    if (problem !== null) return err(problem)
    return answerOf<FileHandle>(
      post(`/files?name=${encodeURIComponent(file.name)}`, 'application/octet-stream', file),
    )
  }

  return {
    kind: 'web',
    invoke: (request) => answerOf(postCall(JSON.stringify(request))),
    cancel: (callId) => {
      // A call that cannot be cancelled any more answers by itself.
      post('/cancel', 'application/json', JSON.stringify({ callId })).catch(() => undefined)
    },
    onEvent: (listener: (event: EngineEvent) => void) =>
      listenToEvents((signal) => window.fetch('/events', { headers: authorization, signal }), listener),
    chooseFile: async (kind) => {
      const file = await askForFile(window.document, accepted(kind))
      return file === null ? ok(null) : takeFile(file)
    },
    takeFile,
    // A browser is handed nothing by the system.
    takeGivenFile: async () => ok(null),
    saveFile: async (file) => {
      const bytes = await received(
        window.fetch(`/files/${encodeURIComponent(file.fileId)}`, { headers: authorization }),
      )
      if (bytes === null) return err({ code: 'file-gone' })
      handToBrowser(window.document, bytes, file.name)
      return ok({ handedTo: 'browser' })
    },
  }
}

/** In bytes, of all that is on its way at once; a browser refuses what goes beyond 64 KiB. */
const mostKeptAlive = 60_000

/** A call that is on its way when the tab closes arrives all the same, unless it is a large one. */
function outlivingThePage(post: (body: string, keepalive: boolean) => Promise<Response>) {
  let keptAlive = 0
  return async (body: string) => {
    const size = new TextEncoder().encode(body).length
    if (keptAlive + size > mostKeptAlive) return post(body, false)
    keptAlive += size
    try {
      return await post(body, true)
    } finally {
      keptAlive -= size
    }
  }
}

/** What the program would refuse without reading it, said before the bytes are on their way. */
async function whyNotTaken(file: File): Promise<AppError | null> {
  const problem = tooLarge(file.name, file.size)
  if (problem !== null) return problem
  try {
    await file.slice(0, 1).arrayBuffer()
    return null
  } catch {
    // A folder, or a file another program holds: browsers do not say which.
    return { code: 'file-not-readable' }
  }
}

async function answerOf<Value>(request: Promise<Response>): Promise<Result<Value, AppError>> {
  try {
    const response = await request
    if (response.ok) return (await response.json()) as Result<Value, AppError>
  } catch {
    // Refused, cut off or not ours: the same to the person in front of the screen.
  }
  return err({ code: 'engine-gone' })
}

async function received(request: Promise<Response>): Promise<Blob | null> {
  try {
    const response = await request
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

function askForFile(document: Document, accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

function handToBrowser(document: Document, bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken hold of the bytes once the click's own task is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
