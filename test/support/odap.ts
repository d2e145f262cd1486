import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const sampleInventory = join(root, 'assets', 'sample-inventory.xlsx')

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command with a data folder of its own. */
export function odap(
  dataDir: string,
  parameters: readonly string[],
  { cwd, env }: Surroundings = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'out', 'cli', 'odap.js'), ...parameters],
      { cwd, env: { ...process.env, ODAP_DATA_DIR: dataDir, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    )
  })
}
