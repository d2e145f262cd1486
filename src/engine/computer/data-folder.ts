import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { diskProblem } from '../files/disk-problem.ts'
import { makeFolder } from '../files/make-folder.ts'

const productName = 'Open Data Access Planner'

/**
 * Where plans, settings and the log live: the same for every host. On the local disk and never in a roaming
 * profile, since SQLite's WAL needs a disk of this machine.
 */
export function dataFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = environment['ODAP_DATA_DIR']
  if (chosen) return chosen
  const home = homedir()
  if (platform === 'win32') {
    return join(environment['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), productName)
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', productName)
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), productName)
}

/**
 * Makes the data folder where it is missing and tries whether it can be written to. Answers a sentence for the person
 * when it cannot: then no host may start, since nothing could be saved.
 */
export function dataFolderProblem(folder: string): string | null {
  try {
    makeFolder(folder, 0o700)
    const trial = join(folder, `.trial-${randomUUID()}`)
    writeFileSync(trial, '')
    rmSync(trial)
    return null
  } catch (cause) {
    const happened =
      diskProblem(cause)?.code === 'disk-full'
        ? 'the disk is full. Nothing was changed. Make room on it, and start again.'
        : 'nothing can be written there. Nothing was changed. Ask for permission to write there, or name another ' +
          'folder in ODAP_DATA_DIR, and start again.'
    return `Plans are kept in ${folder}, but ${happened}`
  }
}
