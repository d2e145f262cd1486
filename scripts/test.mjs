import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, howToInstallBrowser } from './browser.mjs'
import { presentElectron } from './electron-binary.mjs'
import { binary, root, run, withNode } from './run-command.mjs'
import { canShowWindows, missingTools } from './test-tools.mjs'

const results = join(root, 'test-results')

/** Types, lint, format and import directions. Checks change no file. */
export async function check({ node }) {
  const env = withNode(node)
  const parts = [
    ['types', [binary('typescript', 'bin', 'tsc'), '-b']],
    ['lint and format', [binary('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings']],
    [
      'import directions',
      [
        binary('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
        'src',
        '--config',
        '.dependency-cruiser.cjs',
      ],
    ],
  ]
  for (const [name, parameters] of parts) {
    say(`check: ${name}`)
    const code = await run(node, parameters, { env })
    if (code !== 0) return code
  }
  return 0
}

export function format({ node }) {
  return run(node, [binary('@biomejs', 'biome', 'bin', 'biome'), 'check', '--write'], { env: withNode(node) })
}

/** Kills the engine in the middle of its work, a thousand times unless told otherwise, and prints what came of it. */
export function torture({ node }, parameters) {
  return run(node, [join(root, 'test', 'torture', 'main.ts'), ...parameters], { env: withNode(node) })
}

/**
 * Everything that must hold, ending in one line: `N passed, N failed`.
 * @param {{ node: string }} prepared
 * @param {{ full: boolean }} suite full runs the long suites whole
 */
export async function test(prepared, { full }) {
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  const env = { ...withNode(prepared.node), ...(full ? { ODAP_SUITE: 'full' } : {}) }
  const missing = missingTools()
  if (missing !== null) say(missing)
  if (findBrowser() === null) lackingBrowser()
  const checked = await check(prepared)
  const counts = [
    { passed: checked === 0 ? 1 : 0, failed: checked === 0 ? 0 : 1, skipped: 0 },
    await unitTests(prepared, env),
    await endToEndTests(prepared, env),
  ]
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0)
  const skipped = total('skipped')
  // Said once more where it is read: what came between is long.
  if (missing !== null) say(missing)
  say(`${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return total('failed') === 0 ? 0 : 1
}

/** The unit tests of some files, or all of them; what follows goes to Vitest as it is. */
export function someUnitTests({ node }, parameters) {
  return run(node, [binary('vitest', 'vitest.mjs'), 'run', ...parameters], { env: withNode(node) })
}

/** The same of the end-to-end tests, in the browser unless `--project=electron` is said. */
export function someEndToEndTests({ node }, parameters) {
  const browser = findBrowser()
  if (browser === null) return lackingBrowser()
  if (parameters.includes('--project=electron') && whyNoWindows() !== null) {
    say(`The tests in Electron cannot run: ${whyNoWindows()}.`)
    return 1
  }
  const [program, before] = withDisplay(node)
  const isChosen = parameters.some((parameter) => parameter.startsWith('--project'))
  const projects = isChosen ? [] : ['--project=browser']
  const cli = binary('@playwright', 'test', 'cli.js')
  // The report that counts tests is for `npm test` alone.
  return run(program, [...before, cli, 'test', '--reporter=list', ...projects, ...parameters], {
    env: { ...withNode(node), ODAP_BROWSER: browser },
  })
}

async function unitTests({ node }, env) {
  const report = join(results, 'vitest.json')
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(node, [binary('vitest', 'vitest.mjs'), 'run', ...reporters], { env })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A suite that could not even be loaded has no failed test, only a bad end.
  const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}

/**
 * Plants every fault of the table and runs the test that must notice it; `kinds` takes some of them alone.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} kinds
 */
export function planted({ node }, kinds) {
  const browser = findBrowser()
  if (browser === null) return lackingBrowser()
  const [program, before] = withDisplay(node)
  const env = { ...withNode(node), ODAP_BROWSER: browser }
  return run(program, [...before, join(root, 'test', 'planted', 'main.ts'), ...kinds], { env })
}

/** Null where the tests can open Electron's windows. */
function whyNoWindows() {
  if (presentElectron() === null)
    return 'no Electron is installed; npm start fetches it, or ELECTRON_OVERRIDE_DIST_PATH names one'
  return canShowWindows() ? null : 'there is no display and no Xvfb'
}

function lackingBrowser() {
  say(`The end-to-end tests need Chrome, Edge or Chromium. Install one with: ${howToInstallBrowser()}`)
  return 1
}

/** The program and its first parameters that run our Node where a window can be shown. */
function withDisplay(node) {
  const isNeeded = process.platform === 'linux' && !process.env.DISPLAY && canShowWindows()
  return isNeeded ? ['xvfb-run', ['-a', '-s', '-screen 0 1500x900x24', node]] : [node, []]
}

async function endToEndTests({ node }, env) {
  const browser = findBrowser()
  if (browser === null) return { passed: 0, failed: lackingBrowser(), skipped: 0 }
  const reason = whyNoWindows()
  const electronTests = reason === null
  if (!electronTests) say(`Electron end-to-end tests skipped: ${reason}.`)
  const report = join(results, 'playwright.json')
  const parameters = [binary('@playwright', 'test', 'cli.js'), 'test', '--project=browser']
  if (electronTests) parameters.push('--project=electron')
  const [program, before] = electronTests ? withDisplay(node) : [node, []]
  const code = await run(program, [...before, ...parameters], {
    env: { ...env, ODAP_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = stats.unexpected
  return {
    passed: stats.expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped + (electronTests ? 0 : 1),
  }
}

function say(text) {
  process.stdout.write(`${text}\n`)
}
