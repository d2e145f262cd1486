import type { Program } from './program.ts'

/** Stops the process that runs the engine, so that nothing is answered until it is let go. Not on Windows. */
export async function holdEngine(program: Program): Promise<{ readonly letGo: () => void }> {
  const pid = await program.enginePid()
  process.kill(pid, 'SIGSTOP')
  return { letGo: () => void process.kill(pid, 'SIGCONT') }
}

export const canHold = process.platform !== 'win32'
