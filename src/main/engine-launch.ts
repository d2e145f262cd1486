import { utilityProcess } from 'electron/main'
import type { Launch } from './engine-messages.ts'

export const launchInUtilityProcess: Launch = (script, onMessage, onGone) => {
  const child = utilityProcess.fork(script, [], { serviceName: 'engine', stdio: 'inherit' })
  child.on('message', onMessage)
  child.on('exit', onGone)
  return { post: (message) => child.postMessage(message), kill: () => child.kill() }
}

/**
 * How the engine is started here. Where Electron's own Node is too old for SQLite's binary, as on the Electron that tests
 * run on, a module does it that is left out of every release.
 */
export async function engineLaunch(nodeApi = Number(process.versions['napi'])): Promise<Launch> {
  if (nodeApi >= 10) return launchInUtilityProcess
  const { launchInOwnNode } = await import('./engine-in-own-node.ts')
  return launchInOwnNode
}
