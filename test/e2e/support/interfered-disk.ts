import { spawn, spawnSync } from 'node:child_process'

/** Whether this machine has what interferes with a process and its disk. */
export function canInterfere(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', 'true']).status === 0
}

export interface Interference {
  readonly end: () => Promise<void>
}

/** Makes every write of a process fail as on a full disk, until that ends. */
export function refusingDisk(pid: number): Promise<Interference> {
  return interfere(pid, ['-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=ENOSPC'])
}

/** Makes a folder wait before it keeps a new file for good, as a share on a slow network does, until that ends. */
export function slowFolder(pid: number, folder: string, seconds: number): Promise<Interference> {
  return interfere(pid, ['-P', folder, '-e', 'trace=fsync', '-e', `inject=fsync:delay_enter=${seconds}s`])
}

async function interfere(pid: number, how: readonly string[]): Promise<Interference> {
  const strace = spawn('strace', ['-f', '-o', '/dev/null', ...how, '-p', `${pid}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    strace.on('exit', () => reject(new Error('strace did not attach')))
    strace.stderr.on('data', (chunk: Buffer) => {
      if (/attached/.test(chunk.toString())) resolve()
    })
  })
  return {
    end: () =>
      new Promise((resolve) => {
        strace.on('exit', () => resolve())
        strace.kill('SIGINT')
      }),
  }
}
