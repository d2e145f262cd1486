// Measures what the program promises about speed. Run: npm run bench -- read [rows ...]
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run, withNode } from './run-command.mjs'

/**
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters which bench, and for `read` the numbers of rows
 */
export async function bench({ node }, [name = 'read', ...rest]) {
  if (name !== 'read') throw new Error('Usage: npm run bench -- read [rows ...]')
  const rows = rest.map(Number)
  if (rows.some((count) => !Number.isInteger(count) || count < 1)) throw new Error('Rows are whole numbers.')
  const module = pathToFileURL(join(root, 'bench', 'read.mjs')).href
  const code = `const { benchRead } = await import(${JSON.stringify(module)}); benchRead({ node: process.execPath, rows: ${JSON.stringify(rows)}, say: (text) => process.stdout.write(text + '\\n') })`
  return run(node, ['--input-type=module', '--eval', code], { env: withNode(node) })
}
