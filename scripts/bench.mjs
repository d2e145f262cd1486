// Measures what the program promises about speed. Run: npm run bench -- read|update|answers|store|page [rows ...]
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run, withNode } from './run-command.mjs'

const benches = {
  read: 'benchRead',
  update: 'benchUpdate',
  answers: 'benchAnswers',
  store: 'benchStore',
  page: 'benchPage',
}

/**
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters which bench, and the numbers of rows
 */
export async function bench({ node }, [name = 'read', ...rest]) {
  if (!Object.hasOwn(benches, name))
    throw new Error(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [rows ...]`)
  const rows = rest.map(Number)
  if (rows.some((count) => !Number.isInteger(count) || count < 1)) throw new Error('Rows are whole numbers.')
  const module = pathToFileURL(join(root, 'bench', `${name}.mjs`)).href
  const code = `const { ${benches[name]} } = await import(${JSON.stringify(module)}); ${benches[name]}({ node: process.execPath, rows: ${JSON.stringify(rows)}, say: (text) => process.stdout.write(text + '\\n') })`
  return run(node, ['--input-type=module', '--eval', code], { env: withNode(node) })
}
