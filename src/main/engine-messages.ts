import type { AppError } from '../contract/errors.ts'
import type { EngineEvent } from '../contract/events.ts'
import type { CallRequest, SavedFile } from '../contract/host.ts'
import type { FileHandle } from '../contract/views.ts'
import type { Result } from '../domain/result.ts'

/** Where a file the engine made lies, with the SHA-256 of its bytes. */
export interface MadeFile {
  readonly path: string
  readonly name: string
  readonly sha256: string
  /** The folder the inventory was opened from, where it is known and there. */
  readonly folder: string | null
}

/** What the window's process asks of the engine's process. Each question has a number that its answer repeats. */
export type EngineQuestion =
  | { readonly kind: 'call'; readonly number: number; readonly request: CallRequest }
  | { readonly kind: 'receive'; readonly number: number; readonly path: string }
  | { readonly kind: 'made'; readonly number: number; readonly fileId: string }
  | {
      readonly kind: 'save'
      readonly number: number
      readonly fileId: string
      readonly target: string
      readonly where: 'there' | 'beside'
    }
  | { readonly kind: 'cancel'; readonly callId: string }
  | { readonly kind: 'close' }

/** What the engine's process says. */
export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: EngineAnswer }
  | { readonly kind: 'event'; readonly event: EngineEvent }

export type EngineAnswer =
  | Result<unknown, AppError>
  | Result<FileHandle, AppError>
  | Result<SavedFile, AppError>
  | MadeFile
  | null

/** The engine's process while it runs. */
export interface Running {
  readonly post: (message: EngineQuestion) => void
  readonly kill: () => void
}

/** Starts the engine's process; its end is told once, however it ended. */
export type Launch = (
  script: string,
  onMessage: (message: EngineMessage) => void,
  onGone: () => void,
) => Running
