import { existsSync, readdirSync, readlinkSync } from 'node:fs'

const ours = '/proc/self/fd'

/** Whether the system says which files a process has open. */
export const tellsOpenFiles = existsSync(ours)

/** The files in a folder that this process has open. */
export function openFilesIn(folder: string): readonly string[] {
  return readdirSync(ours).flatMap((descriptor) => {
    try {
      const file = readlinkSync(`${ours}/${descriptor}`)
      return file.startsWith(folder) ? [file.slice(folder.length)] : []
    } catch {
      // The list itself was read from one that is closed by now.
      return []
    }
  })
}
