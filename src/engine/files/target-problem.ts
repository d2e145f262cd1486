import { closeSync, existsSync, openSync, readSync, type Stats, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Why a file cannot be saved where a person wants it. */
export type TargetProblem =
  /** Another program has it open; `name` is the file's. */
  | { readonly code: 'target-open'; readonly name: string }
  | { readonly code: 'target-read-only'; readonly name: string }
  /** Only its name is here: what it holds cannot be kept, so it is not replaced. */
  | { readonly code: 'target-not-downloaded'; readonly name: string }
  /** The folder, or the drive it is on, is not there (any more). */
  | { readonly code: 'folder-gone'; readonly folder: string }
  | { readonly code: 'folder-read-only'; readonly folder: string }
  | { readonly code: 'disk-full' }
  | { readonly code: 'cannot-write' }

/**
 * What stands in the way of writing so many bytes there, found before anything is made or written; null when nothing
 * is known to.
 */
export function targetProblem(path: string, bytes = 0): TargetProblem | null {
  const folder = dirname(path)
  try {
    if (!statSync(folder).isDirectory()) return { code: 'folder-gone', folder }
    const target = statSync(path, { throwIfNoEntry: false })
    if (target !== undefined) {
      const problem = existingProblem(path, target)
      if (problem !== null) return problem
    }
    return hasRoom(folder, bytes) ? null : { code: 'disk-full' }
  } catch (cause) {
    return problemOf(cause, path)
  }
}

function existingProblem(path: string, target: Stats): TargetProblem | null {
  const name = basename(path)
  if (!target.isFile()) return { code: 'cannot-write' }
  if ((target.mode & 0o222) === 0) return { code: 'target-read-only', name }
  if (lockFiles(path).some((lock) => existsSync(lock))) return { code: 'target-open', name }
  if (isPlaceholder(target) && !canRead(path)) return { code: 'target-not-downloaded', name }
  try {
    closeSync(openSync(path, 'r+'))
    return null
  } catch (cause) {
    return problemOf(cause, path)
  }
}

/** Reading a byte makes OneDrive fetch the file, where it can be reached. */
function canRead(path: string): boolean {
  try {
    const descriptor = openSync(path, 'r')
    try {
      return readSync(descriptor, Buffer.alloc(1)) === 1
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Why it cannot be read is the cloud's affair: that it cannot is all that counts here.
    return false
  }
}

/** The files that Excel, Word and LibreOffice keep beside one that is open. */
function lockFiles(path: string): readonly string[] {
  const [folder, name] = [dirname(path), basename(path)]
  // Word cuts two letters off a name that leaves enough of it.
  const names = [`~$${name}`, `~$${name.slice(2)}`, `.~lock.${name}#`]
  return names.map((one) => join(folder, one))
}

function hasRoom(folder: string, bytes: number): boolean {
  const { bavail, bsize, blocks } = statfsSync(folder)
  // Some network drives do not tell their size.
  return blocks === 0 || bavail * bsize >= bytes
}

/** What a failed system call means to the person who chose the path. Windows says of an open file what others say of rights. */
export function problemOf(cause: unknown, path: string): TargetProblem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const [folder, name] = [dirname(path), basename(path)]
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full' }
    case 'EROFS':
      return { code: 'folder-read-only', folder }
    case 'EBUSY':
    case 'ETXTBSY':
      return { code: 'target-open', name }
    case 'EPERM':
    case 'EACCES':
      return existsSync(path) ? { code: 'target-open', name } : { code: 'folder-read-only', folder }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'EHOSTUNREACH':
      return { code: 'folder-gone', folder }
    default:
      return { code: 'cannot-write' }
  }
}

/**
 * Whether only a file's name is on this computer and its bytes are somewhere else: OneDrive shows it all the same,
 * with a size and without a block of the disk.
 */
export function isPlaceholder({ size, blocks }: Pick<Stats, 'size' | 'blocks'>): boolean {
  return size > 0 && blocks === 0
}
