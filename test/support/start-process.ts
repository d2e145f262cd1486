import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** Starts a program and ends it with the test; answers once it runs. */
export function startProcess(path: string, parameters: readonly string[]): Promise<void> {
  const child = spawn(path, parameters, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  return new Promise((resolve, reject) => {
    child.on('spawn', resolve)
    child.on('error', reject)
  })
}
