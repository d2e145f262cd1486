import { spawn, spawnSync } from 'node:child_process'

export function canRefuse(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-f', 'true']).status === 0
}

/** Makes every write of a process fail as on a full disk, until it is mended. */
export async function refusingDisk(pid: number): Promise<{ readonly mend: () => Promise<void> }> {
  const strace = spawn(
    'strace',
    ['-f', '-o', '/dev/null', '-e', 'trace=pwrite64', '-e', 'inject=pwrite64:error=ENOSPC', '-p', `${pid}`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await new Promise<void>((resolve, reject) => {
    strace.on('exit', () => reject(new Error('strace did not attach')))
    strace.stderr.on('data', (chunk: Buffer) => {
      if (/attached/.test(chunk.toString())) resolve()
    })
  })
  return {
    mend: () =>
      new Promise((resolve) => {
        strace.on('exit', () => resolve())
        strace.kill('SIGINT')
      }),
  }
}
