import { statSync } from 'node:fs'

/**
 * Which file a name stands for, or null where there is none. A file that is removed or replaced while it is open
 * goes on taking writes that nobody will ever find again, so its name is looked up, not its handle.
 */
export function fileIdentity(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}
