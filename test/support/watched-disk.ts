import type * as fs from 'node:fs'
import { basename } from 'node:path'

type FileSystem = typeof fs

interface WatchedDisk {
  /** What was asked since `watch`, in order: `write a.json`. Files go by their names, with `…` for what is random. */
  readonly calls: string[]
  /** Done to every byte on its way to the disk: for a disk that does not keep what it is given. */
  keeps: (bytes: Uint8Array, path: string) => Uint8Array
}

export const disk: WatchedDisk = { calls: [], keeps: (bytes) => bytes }

/** Forgets what was asked so far. */
export function watch(): void {
  disk.calls.length = 0
  disk.keeps = (bytes) => bytes
}

/**
 * Node's file system with what makes a file durable written down on its way. For
 * `vi.mock('node:fs', async (original) => (await import(…)).watchedFileSystem(await original()))`.
 */
export function watchedFileSystem(original: FileSystem): FileSystem {
  const paths = new Map<number, string>()
  const nameOf = (path: fs.PathLike) => basename(String(path)).replace(/\.[0-9a-f]{8}\.tmp$/, '.….tmp')
  const watched = {
    ...original,
    openSync: (path: fs.PathLike, ...rest: [fs.OpenMode, fs.Mode?]) => {
      const descriptor = original.openSync(path, ...rest)
      paths.set(descriptor, String(path))
      return descriptor
    },
    writeSync: (descriptor: number, bytes: Uint8Array, ...rest: number[]) => {
      const path = paths.get(descriptor) ?? ''
      disk.calls.push(`write ${nameOf(path)}`)
      return original.writeSync(descriptor, disk.keeps(bytes, path), ...rest)
    },
    fsyncSync: (descriptor: number) => {
      disk.calls.push(`flush ${nameOf(paths.get(descriptor) ?? '')}`)
      original.fsyncSync(descriptor)
    },
    renameSync: (from: fs.PathLike, to: fs.PathLike) => {
      disk.calls.push(`rename ${nameOf(from)} to ${nameOf(to)}`)
      original.renameSync(from, to)
    },
  } as FileSystem
  return { ...watched, default: watched } as FileSystem
}
