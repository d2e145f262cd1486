import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program to its end and answers its exit code. Its output goes where `stdio` says.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
export function run(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass)
    process.on('SIGTERM', pass)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      resolve(code ?? 1)
    })
  })
}

/** The environment in which `node` means our Node, for programs that start others by name. */
export function withNode(node) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    ODAP_NODE: node,
    PATH: `${dirname(node)}${separator}${process.env.PATH ?? process.env.Path ?? ''}`,
  }
}

/** The path of a program that an installed package brings. */
export function binary(...parts) {
  return join(root, 'node_modules', ...parts)
}
