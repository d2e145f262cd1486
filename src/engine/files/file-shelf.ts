import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { FileHandle } from '../../contract/views.ts'

/** A file on the shelf, with where its bytes are. */
export interface ShelvedFile extends FileHandle {
  readonly path: string
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
  /** The folder it was copied from; null where only its bytes came. */
  readonly from: string | null
}

/**
 * Files on their way in (received from the host, not yet imported) and out (made, not yet saved). The page only
 * ever holds their ids, so it can name no path of the computer.
 */
export interface FileShelf {
  readonly receiveBytes: (name: string, bytes: Uint8Array) => ShelvedFile
  readonly receiveCopy: (path: string) => ShelvedFile
  /** Lets `write` make the file at the path it is given. */
  readonly receiveMade: (name: string, write: (path: string) => void) => ShelvedFile
  readonly find: (fileId: string) => ShelvedFile | null
  readonly bytesOf: (fileId: string) => { readonly file: ShelvedFile; readonly bytes: Uint8Array } | null
  readonly remove: (fileId: string) => void
  /** Clears away what this engine put here. */
  readonly close: () => void
}

const dayInMilliseconds = 24 * 60 * 60 * 1000

export function fileShelf(dataDir: string, now: () => Date): FileShelf {
  const root = join(dataDir, 'files')
  const files = new Map<string, ShelvedFile>()
  clearOld(root, now())

  const place = (name: string): { fileId: string; path: string; name: string } => {
    const fileId = randomUUID()
    const safe = safeFileName(name)
    mkdirSync(join(root, fileId), { recursive: true })
    return { fileId, name: safe, path: join(root, fileId, safe) }
  }
  const keep = (placed: { fileId: string; path: string; name: string }, from: string | null): ShelvedFile => {
    const bytes = readFileSync(placed.path)
    const file = {
      ...placed,
      from,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
    files.set(file.fileId, file)
    return file
  }
  const receiveMade = (
    name: string,
    write: (path: string) => void,
    from: string | null = null,
  ): ShelvedFile => {
    const placed = place(name)
    try {
      write(placed.path)
      return keep(placed, from)
    } catch (cause) {
      clear(placed.fileId)
      throw cause
    }
  }
  const clear = (fileId: string): void => {
    files.delete(fileId)
    rmSync(join(root, fileId), { recursive: true, force: true })
  }
  /** A file that somebody cleared away is as good as none. */
  const find = (fileId: string): ShelvedFile | null => {
    const file = files.get(fileId)
    return file !== undefined && existsSync(file.path) ? file : null
  }
  return {
    // Not flushed: nothing here outlives the program, and whoever saves an answer would wait for it.
    receiveBytes: (name, bytes) => receiveMade(name, (path) => writeFileSync(path, bytes, { flag: 'wx' })),
    receiveCopy: (source) =>
      receiveMade(basename(source), (path) => copyFileSync(source, path), dirname(source)),
    receiveMade,
    find,
    bytesOf: (fileId) => {
      const file = find(fileId)
      return file === null ? null : { file, bytes: readFileSync(file.path) }
    },
    remove: clear,
    close: () => {
      for (const fileId of [...files.keys()]) clear(fileId)
    },
  }
}

/** A name that is one on every system: no folders, no reserved characters or names, not too long. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const cleaned = last
    .replace(/[<>:"|?*\u0000-\u001f]/g, '_')
    .replace(/[. ]+$/, '')
    .slice(-150)
    // A letter of two code units may have been cut in the middle.
    .replace(/\p{Surrogate}/gu, '_')
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cleaned)
  if (cleaned === '' || cleaned.startsWith('.')) return `file${cleaned}`
  return reserved ? `_${cleaned}` : cleaned
}

/** What a crashed run left behind; younger files may belong to another window. */
function clearOld(root: string, now: Date): void {
  mkdirSync(root, { recursive: true })
  for (const entry of readdirSync(root)) {
    const path = join(root, entry)
    if (now.getTime() - statSync(path).mtimeMs > dayInMilliseconds)
      rmSync(path, { recursive: true, force: true })
  }
}
