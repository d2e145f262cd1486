import { binary, run, withNode } from './run-command.mjs'

/**
 * A package into dist/. What follows `--` goes to electron-builder: --win, --mac, --linux, --dir. Electron's own files are
 * taken from ELECTRON_OVERRIDE_DIST_PATH where it names them, else downloaded.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters
 */
export function packageApp({ node }, parameters) {
  const builder = binary('electron-builder', 'cli.js')
  const options = ['--config', 'electron-builder.config.mjs', '--publish', 'never']
  return run(node, [builder, ...options, ...parameters], { env: withNode(node) })
}
