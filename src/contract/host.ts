import type { Result } from '../domain/result.ts'
import type { AppError } from './errors.ts'
import type { EngineEvent } from './events.ts'
import type { FileHandle } from './views.ts'

/** A call on its way: `callId` names it in progress events and for cancelling. */
export interface CallRequest {
  readonly callId: string
  readonly call: string
  readonly input: unknown
  /**
   * The plan the caller has on its screen. Where another one has been opened meanwhile the call is refused, so that
   * no edit ever lands in a plan it was not meant for. Left out by callers that see no screen.
   */
  readonly planId?: string
  /**
   * How many datasets the answer may hold. The ids of the others stand in `moreDatasets`, for the caller to read in
   * parts; left out by callers that want an answer whole.
   */
  readonly mostDatasets?: number
}

export type FileKind = 'inventory' | 'plan'

/** What a file dialog offers; the program tells by the bytes what a file really is. */
export const fileEndings: { readonly [Kind in FileKind]: readonly string[] } = {
  inventory: ['xlsx', 'xlsm', 'xltx', 'xltm', 'csv', 'tsv', 'txt', 'xls', 'xlsb', 'ods'],
  plan: ['odap'],
}

/** In bytes. A plan holds its workbook and its whole history, so it may be larger than any inventory. */
export const largestFile: { readonly [Kind in FileKind]: number } = {
  inventory: 50 * 1024 * 1024,
  plan: 512 * 1024 * 1024,
}

export function kindOf(fileName: string): FileKind {
  return fileName.toLowerCase().endsWith('.odap') ? 'plan' : 'inventory'
}

/** The answer to a file of `size` bytes that is too large to be taken in, or null when it is not. */
export function tooLarge(
  fileName: string,
  size: number,
): { readonly code: 'file-too-large'; readonly megabytes: number; readonly limit: number } | null {
  const limit = largestFile[kindOf(fileName)]
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return size > limit ? { code: 'file-too-large', megabytes: megabytes(size), limit: megabytes(limit) } : null
}

/** Where a deliverable went, and where the file is kept that stood there before. */
export type SavedFile =
  | { readonly saved: string; readonly kept: string | null }
  | { readonly handedTo: 'browser' }

/** Asking the person where, or beside the place they chose last, under a name that is free. */
export type SaveWay = 'ask' | 'beside'

/** What a host gives the page, and nothing else. */
export interface HostBridge {
  /** For whoever tests or mends it. A feature that reads it is a defect. */
  readonly kind: 'electron' | 'web'
  readonly invoke: (request: CallRequest) => Promise<Result<unknown, AppError>>
  readonly cancel: (callId: string) => void
  /** Answers with what stops the listening. */
  readonly onEvent: (listener: (event: EngineEvent) => void) => () => void
  /** Lets the user choose a file and takes it into the data folder; null when they chose none. */
  readonly chooseFile: (kind: FileKind) => Promise<Result<FileHandle | null, AppError>>
  /** Takes in a file dropped on the page. */
  readonly takeFile: (file: File) => Promise<Result<FileHandle, AppError>>
  /** The plan file the system handed to the program, as by a double click; null when there is none waiting. */
  readonly takeGivenFile: () => Promise<Result<FileHandle | null, AppError>>
  /** Saves a file the engine made; null when the user thought better of it. */
  readonly saveFile: (file: FileHandle, way: SaveWay) => Promise<Result<SavedFile | null, AppError>>
}
