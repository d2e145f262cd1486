import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listPackage } from '@electron/asar'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** A folder as electron-builder leaves it for this system, without an installer around it. */
export interface Packed {
  readonly program: string
  readonly archive: string
  /** Every file in the archive and beside it, with `/`, from the program's root. */
  readonly files: readonly string[]
}

/** Packs the built program into a folder, as a release or as what tests can drive. */
export function pack(output: string, build: 'release' | 'test-build'): Packed {
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
  const config = join(root, 'electron-builder.config.mjs')
  execFileSync(
    process.execPath,
    [builder, '--config', config, '--publish', 'never', '--dir', `--config.directories.output=${output}`],
    {
      cwd: root,
      env: { ...process.env, ODAP_TEST_BUILD: build === 'test-build' ? '1' : '0' },
      stdio: 'pipe',
    },
  )
  const [folder = ''] = readdirSync(output).filter((name) => name.endsWith('unpacked'))
  const archive = join(output, folder, 'resources', 'app.asar')
  return {
    program: join(output, folder, 'open-data-access-planner'),
    archive,
    files: listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)),
  }
}
