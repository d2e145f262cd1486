import { spawn } from 'node:child_process'
import { findElectron } from './electron-binary.mjs'
import { root, run, withNode } from './run-command.mjs'

/** A window that ends sooner than this, and badly, never really opened. */
const startUpMilliseconds = 8_000

/**
 * The Electron app, or the loopback host where there can be none; one line says why.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters handed on to Electron
 */
export async function start({ node }, parameters) {
  if (!hasDisplay()) return openInBrowser(node, 'There is no display for a window here')
  const electron = await findElectron(node)
  if (electron === null)
    return openInBrowser(node, 'Electron is not installed and cannot be fetched from here')
  const began = Date.now()
  const code = await run(electron, [root, ...electronSwitches(), ...parameters], { env: withNode(node) })
  if (code === 0 || Date.now() - began > startUpMilliseconds) return code
  return openInBrowser(node, `Electron could not start here (it ended with ${code})`)
}

/** What Electron needs to be told to start here at all. */
export function electronSwitches() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return []
  say('Running as root, where Chromium refuses its sandbox: starting Electron with --no-sandbox.')
  return ['--no-sandbox']
}

/** @param {{ node: string }} prepared */
export function startWeb({ node }) {
  return openInBrowser(node, null)
}

/**
 * The program while it is worked on, in a process of its own: Vite needs our Node.
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters
 */
export function startDev({ node }, parameters) {
  return endingWithUs(node, [`${root}scripts/dev.mjs`, ...parameters], 'inherit').ended
}

/**
 * @param {{ node: string }} prepared
 * @param {readonly string[]} parameters
 */
export function runOdap({ node }, parameters) {
  // npm starts us in the project's folder; the paths were meant from where the person stood.
  return run(node, [`${root}out/cli/odap.js`, ...parameters], { cwd: process.env.INIT_CWD ?? process.cwd() })
}

async function openInBrowser(node, reason) {
  if (reason !== null) say(`${reason}: using your browser instead.`)
  const { child, ended } = endingWithUs(node, [`${root}out/web/serve.js`], 'pipe')
  let printed = ''
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk)
    if (printed.includes('\n')) return
    printed += chunk
    const url = /^Open (http:\S+)\n/.exec(printed)?.[1]
    if (url !== undefined && hasDisplay()) openUrl(url)
  })
  return ended
}

/** A process that runs until it is told to stop, and not a moment longer than we do. */
function endingWithUs(node, parameters, stdout) {
  // The channel tells it when this script is gone, however it went.
  const stdio = ['ignore', stdout, 'inherit', 'ipc']
  const child = spawn(node, parameters, { cwd: root, stdio, env: withNode(node) })
  const ended = new Promise((resolve, reject) => {
    const stop = (signal) => child.kill(signal)
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
    const npm = process.ppid
    // A signal to npm alone does not reach us; its end shows in our having another parent.
    const watch = setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), 1_000)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(code ?? 1)
    })
  })
  return { child, ended }
}

export function openUrl(url) {
  const [program, ...parameters] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', url]
      : process.platform === 'darwin'
        ? ['open', url]
        : ['xdg-open', url]
  const browser = spawn(program, parameters, { stdio: 'ignore', detached: true })
  browser.on('error', () => say('No browser could be started; open the address above yourself.'))
  browser.unref()
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
