import type * as fs from 'node:fs'
import { basename } from 'node:path'

type FileSystem = typeof fs

interface WatchedDisk {
  /** What was asked since `watch`, in order: `write a.json`. Files go by their names, with `…` for what is random. */
  readonly calls: string[]
  /** Done to every byte on its way to the disk: for a disk that does not keep what it is given. */
  keeps: (bytes: Uint8Array, path: string) => Uint8Array
  /** How many bytes it takes at once. */
  takes: number
  /** How many bytes it has room for. */
  room: number
  /** Done before a file is flushed or gets its name, by what is then written down. */
  before: (call: string) => void
}

const sound = {
  keeps: (bytes: Uint8Array) => bytes,
  takes: Number.POSITIVE_INFINITY,
  room: Number.POSITIVE_INFINITY,
  before: () => undefined,
}

export const disk: WatchedDisk = { calls: [], ...sound }

/** Forgets what was asked so far. */
export function watch(): void {
  disk.calls.length = 0
  Object.assign(disk, sound)
}

/**
 * Node's file system with what makes a file durable written down on its way. For
 * `vi.mock('node:fs', async (original) => (await import(…)).watchedFileSystem(await original()))`.
 */
export function watchedFileSystem(original: FileSystem): FileSystem {
  const paths = new Map<number, string>()
  const nameOf = (path: fs.PathLike) => basename(String(path)).replace(/\.[0-9a-f]{8}\.tmp$/, '.….tmp')
  const note = (call: string) => {
    disk.before(call)
    disk.calls.push(call)
  }
  const watched = {
    ...original,
    openSync: (path: fs.PathLike, ...rest: [fs.OpenMode, fs.Mode?]) => {
      const descriptor = original.openSync(path, ...rest)
      paths.set(descriptor, String(path))
      return descriptor
    },
    writeSync: (descriptor: number, bytes: Uint8Array, written?: number | null) => {
      const offset = written ?? 0
      const path = paths.get(descriptor) ?? ''
      disk.calls.push(`write ${nameOf(path)}`)
      const length = Math.min(disk.takes, bytes.length - offset)
      return original.writeSync(descriptor, disk.keeps(bytes, path), offset, length)
    },
    fsyncSync: (descriptor: number) => {
      note(`flush ${nameOf(paths.get(descriptor) ?? '')}`)
      original.fsyncSync(descriptor)
    },
    renameSync: (from: fs.PathLike, to: fs.PathLike) => {
      note(`rename ${nameOf(from)} to ${nameOf(to)}`)
      original.renameSync(from, to)
    },
    statfsSync: (path: fs.PathLike) => {
      const found = original.statfsSync(path)
      const free = Math.min(disk.room, found.bavail * found.bsize)
      return { ...found, bavail: free, bsize: 1 }
    },
  } as FileSystem
  return { ...watched, default: watched } as FileSystem
}
