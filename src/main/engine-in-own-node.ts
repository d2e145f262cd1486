/** For work on the program and for its tests alone: no release has this file (electron-builder.config.mjs). */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { EngineMessage, Launch } from './engine-messages.ts'

/** Runs the engine under the Node that the start script runs on, where Electron's own is too old for it. */
export const launchInOwnNode: Launch = (script, onMessage, onGone) => {
  const child = spawn(ownNode(), [outsideArchive(script)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  let gone = false
  // A start that fails ends in `error` alone, a crash in `exit` alone: either counts once.
  const goneOnce = () => {
    if (!gone) onGone()
    gone = true
  }
  child.on('message', (message) => onMessage(message as EngineMessage))
  child.on('error', goneOnce)
  child.on('exit', goneOnce)
  return { post: (message) => void child.send(message), kill: () => void child.kill('SIGKILL') }
}

/** The one the start script chose, new enough; never one from PATH. */
function ownNode(): string {
  const given = process.env['ODAP_NODE']
  if (given !== undefined && existsSync(given)) return given
  throw new Error('Start the program with npm start: it finds a Node that is new enough for the engine')
}

/** A packed test build keeps the engine beside its archive as well, since only Electron reads archives. */
function outsideArchive(script: string): string {
  return script.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2')
}
