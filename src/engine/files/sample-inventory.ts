import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The made-up inventory that comes with the program. */
export function samplePath(assetsDir: string): string {
  return join(assetsDir, 'sample-inventory.xlsx')
}

/** Whether a file is the sample, whatever it is called. */
export function isSample(sha256: string, assetsDir: string): boolean {
  return (
    createHash('sha256')
      .update(readFileSync(samplePath(assetsDir)))
      .digest('hex') === sha256
  )
}
