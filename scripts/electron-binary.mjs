import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { binary, run } from './run-command.mjs'

const fileNames = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/**
 * Electron's program where it is present, without asking the network.
 * @returns {string | null}
 */
export function presentElectron() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const folder = own ?? binary('electron', 'dist')
  const path = join(folder, fileNames[process.platform] ?? 'electron')
  if (!existsSync(path)) return null
  if (own !== undefined) return path
  const { version } = JSON.parse(readFileSync(binary('electron', 'package.json'), 'utf8'))
  const installed = join(folder, 'version')
  return existsSync(installed) && readFileSync(installed, 'utf8').trim().replace(/^v/, '') === version
    ? path
    : null
}

/**
 * Electron's program, fetched once where it can be: seconds decide whether it can.
 * @param {string} node
 * @returns {Promise<string | null>}
 */
export async function findElectron(node) {
  const present = presentElectron()
  if (present !== null || process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) return present
  if (!(await isWithinReach())) return null
  process.stderr.write('Fetching Electron (once) …\n')
  const code = await run(node, [binary('electron', 'install.js')], { stdio: ['ignore', 2, 2] })
  return code === 0 ? presentElectron() : null
}

/** Behind a proxy a plain request proves nothing, so there the download itself is the question. */
async function isWithinReach() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const source = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/'
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(4_000) })
    return true
  } catch {
    // Unreachable is an answer here, and the caller says so in words.
    return false
  }
}
