import { run, withNode } from './run-command.mjs'

/** Pinned here and not in package.json: 180 MB that only whoever makes a release needs. */
const builder = 'electron-builder@26.17.0'

/**
 * Installers into dist/. What follows `--` goes to electron-builder: --win, --mac, --linux, --dir.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters
 */
export function packageApp({ node }, parameters) {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const options = { env: withNode(node), shell: process.platform === 'win32' }
  return run(
    npx,
    ['--yes', builder, '--config', 'electron-builder.yml', '--publish', 'never', ...parameters],
    options,
  )
}
