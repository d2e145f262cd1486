import type { Result } from '../domain/result.ts'
import type { AppError } from './errors.ts'
import type { EngineEvent } from './events.ts'
import type { FileHandle } from './views.ts'

/** A call on its way: `callId` names it in progress events and for cancelling. */
export interface CallRequest {
  readonly callId: string
  readonly call: string
  readonly input: unknown
}

export type FileKind = 'inventory' | 'plan'

/** Where a deliverable went. */
export type SavedFile = { readonly saved: string } | { readonly handedTo: 'browser' }

/** What a host gives the page, and nothing else. */
export interface HostBridge {
  /** For the about box and the log. A feature that reads it is a defect. */
  readonly kind: 'electron' | 'web'
  readonly invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly cancel: (callId: string) => void
  /** Answers with what stops the listening. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void
  /** Lets the user choose a file and takes it into the data folder; null when they chose none. */
  readonly chooseFile: (kind: FileKind) => Promise<Result<FileHandle | null, AppError>>
  /** Takes in a file dropped on the page. */
  readonly takeFile: (file: File) => Promise<Result<FileHandle, AppError>>
  /** Saves a file the engine made; null when the user thought better of it. */
  readonly saveFile: (file: FileHandle) => Promise<Result<SavedFile | null, AppError>>
}
