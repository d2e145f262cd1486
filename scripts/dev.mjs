// The program while it is worked on: the page changes in place, and the engine is started again after every change of
// what it is made of. Run: npm run dev, or npm run dev -- electron.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { servePage } from './dev-page.mjs'
import { findElectron } from './electron-binary.mjs'
import { nodeProjects } from './prepare.mjs'
import { binary, root, withNode } from './run-command.mjs'
import { electronSwitches, hasDisplay, openUrl } from './start.mjs'

const node = process.execPath
// What is half written must not reach the plans that somebody needs.
const dataDir = process.env.ODAP_DATA_DIR || join(root, '.tools', 'dev-plans')
const env = { ...withNode(node), ODAP_DATA_DIR: dataDir }

const electron = process.argv[2] === 'electron' ? await windowsProgram() : null
const page = await servePage()
const program = startedAgain(electron === null ? startHost : startWindow)
const compiler = compile(program.startAgain)
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, () => void end(0))
process.on('exit', () => compiler.kill())
if (electron === null) {
  process.stdout.write(`Open ${page.url}\n`)
  if (hasDisplay()) openUrl(page.url)
}

async function windowsProgram() {
  const found = hasDisplay() ? await findElectron(node) : null
  if (found === null) say('There is no display or no Electron here: using your browser instead.')
  return found
}

async function end(code) {
  await program.stop()
  process.exit(code)
}

/** Compiles what changes, and says when all of it is compiled. */
function compile(onCompiled) {
  const tsc = binary('typescript', 'bin', 'tsc')
  const parameters = [tsc, '-b', '--watch', '--preserveWatchOutput', '--locale', 'en', ...nodeProjects]
  const child = spawn(node, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/Found 0 errors\./.test(line)) onCompiled()
    else if (line.trim() !== '' && !/Starting (incremental )?(compilation|build)/.test(line)) say(line)
  })
  child.on('exit', () => void end(1))
  return child
}

/** One process at a time: the one before is let end in good order first. */
function startedAgain(start) {
  let child = null
  let last = Promise.resolve()
  const stop = async () => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill()
    await ended
  }
  const startAgain = () => {
    last = last.then(async () => {
      const isFirst = child === null
      page.gone()
      await stop()
      const started = start()
      child = started
      started.on('exit', (code) => child === started && ended(code))
      if (!isFirst) say('Started again.')
    })
  }
  return { startAgain, stop: () => last.then(stop) }
}

/** Of its own accord: a window that a person closed, or an engine that cannot run as it is written now. */
function ended(code) {
  if (electron !== null && code === 0) return void end(0)
  say(`The program ended with ${code}. It is started again after the next change.`)
}

function startHost() {
  const host = spawn(node, [join(root, 'out', 'web', 'serve.js')], {
    cwd: root,
    env,
    // It ends when this script is gone, however it went.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  createInterface({ input: host.stdout }).on('line', (line) => {
    const url = /^Open (http:\S+)$/.exec(line)?.[1]
    if (url !== undefined) page.here(new URL(url))
  })
  return host
}

function startWindow() {
  const hook = join(root, 'scripts', 'dev-electron.cjs')
  return spawn(electron, ['--require', hook, root, ...electronSwitches(), ...process.argv.slice(3)], {
    cwd: root,
    env: { ...env, ODAP_DEV_PAGE: page.url },
    stdio: 'inherit',
  })
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
