import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing. Node's own recursive way never ends below a folder that takes
 * none, such as /proc.
 */
export function makeFolder(path: string, mode = 0o777): void {
  const parent = dirname(path)
  if (parent !== path && !existsSync(parent)) makeFolder(parent, mode)
  try {
    mkdirSync(path, { mode })
  } catch (cause) {
    // Windows says that a drive's root may not be made rather than that it is there.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw cause
  }
}
