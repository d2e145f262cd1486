import { statSync } from 'node:fs'
import type { AppError } from '../../contract/errors.ts'
import { tooLarge } from '../../contract/host.ts'
import type { FileHandle } from '../../contract/views.ts'
import { err, ok, type Result } from '../../domain/result.ts'
import type { FileShelf } from './file-shelf.ts'
import { isPlaceholder } from './target-problem.ts'

/** Takes a file onto the shelf, from a path or by its bytes. */
export function receiveFile(
  shelf: FileShelf,
  file: { readonly name: string; readonly bytes: Uint8Array } | { readonly path: string },
): Result<FileHandle, AppError> {
  try {
    // Asked before it is copied: somebody may drop a disk image.
    const size = 'path' in file ? statSync(file.path).size : file.bytes.length
    const problem = tooLarge('path' in file ? file.path : file.name, size)
    if (problem !== null) return err(problem)
    const kept = 'path' in file ? shelf.receiveCopy(file.path) : shelf.receiveBytes(file.name, file.bytes)
    return ok({ fileId: kept.fileId, name: kept.name, size: kept.size })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOSPC') return err({ code: 'disk-full' })
    if ('path' in file && isNotDownloaded(file.path)) return err({ code: 'file-not-downloaded' })
    if (typeof code === 'string' && code !== '') return err({ code: 'file-not-readable' })
    throw cause
  }
}

function isNotDownloaded(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats !== undefined && isPlaceholder(stats)
}
