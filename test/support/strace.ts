import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'

/** Whether this machine has strace and lets it look into processes we started. */
export function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', 'true']).status === 0
}

export interface Trace {
  /** Lets go of the process and answers with what its first thread asked of the kernel, in order. */
  readonly end: () => Promise<readonly string[]>
}

/** Follows a running process, or interferes with what it asks of the kernel, until it ends. */
export async function trace(traced: ChildProcess, parameters: readonly string[]): Promise<Trace> {
  const log = join(temporaryFolder(), 'trace')
  const strace = spawn('strace', ['-f', '-y', '-o', log, ...parameters, '-p', String(traced.pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    strace.on('exit', () => reject(new Error(`strace did not attach: ${said}`)))
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (/Process \d+ attached/.test(said)) resolve()
    })
  })
  return {
    end: async () => {
      const ended = new Promise((resolve) => strace.on('exit', resolve))
      strace.kill('SIGINT')
      await ended
      const own = `${traced.pid} `
      return readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(own))
        .map((line) => line.slice(own.length).trimStart())
    },
  }
}
