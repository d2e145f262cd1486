import { homedir } from 'node:os'
import { join } from 'node:path'

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
    return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), productName)
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', productName)
  return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), productName)
}
