import { join } from 'node:path'
import { root, run, withNode } from './run-command.mjs'

/**
 * Changes the program's lines one at a time and counts how many of the changes the tests notice; `folders` takes
 * some of the table in test/mutants/folders.ts alone.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} folders
 */
export function mutants({ node }, folders) {
  return run(node, [join(root, 'test', 'mutants', 'main.ts'), ...folders], { env: withNode(node) })
}
