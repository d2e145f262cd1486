import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** What tests start as processes and threads is the built program; this costs little where nothing changed since. */
export function setup(): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const projects = ['main', 'web', 'cli'].map((name) => join(root, 'src', name))
  execFileSync(process.execPath, [compiler, '-b', ...projects], { stdio: 'inherit' })
}
