// Makes a fresh clone runnable, and costs a second clone nothing: a new enough Node, the packages of the lockfile,
// and a build, each only when missing or out of date.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { binary, root, run, withNode } from './run-command.mjs'

const toolsFolder = join(root, '.tools')

/** What the build is made of: when none of it changed, there is nothing to build. */
const buildInputs = [
  'src',
  'assets',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
]

/** What the page's bundle is made of. */
const pageInputs = [
  'src/renderer',
  'src/contract',
  'src/domain',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'vite.config.ts',
]

/** What is compiled for Node; the projects these refer to are compiled with them. */
export const nodeProjects = ['src/main', 'src/preload', 'src/web', 'src/cli']

/**
 * @param {{ build: boolean }} wanted
 * @returns {Promise<{ node: string }>} the Node that everything else runs on
 */
export async function prepare({ build }) {
  mkdirSync(toolsFolder, { recursive: true })
  const release = await takeLock()
  try {
    const node = await ensureNode()
    await ensurePackages()
    if (build) await ensureBuild(node)
    return { node }
  } finally {
    release()
  }
}

/** SQLite's binary needs Node-API 10 and crashes without a word below it. */
async function ensureNode() {
  if (Number(process.versions.napi) >= 10) return process.execPath
  const folder = join(toolsFolder, 'node')
  const wanted = hashOf(['scripts/node-runtime'])
  if (installedNode(folder) === null || readMark(folder) !== wanted) {
    say(
      `This machine's Node ${process.versions.node} is too old for the program. Fetching a newer one (once) …`,
    )
    mkdirSync(folder, { recursive: true })
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(join(root, 'scripts', 'node-runtime', name), join(folder, name))
    }
    await npm(['ci', '--no-audit', '--no-fund'], folder)
    writeMark(folder, wanted)
  }
  const node = installedNode(folder)
  if (node === null)
    throw new Error(
      'No Node with Node-API 10 is to be had for this machine. Install Node 24, then try again.',
    )
  return node
}

function installedNode(folder) {
  const packages = join(folder, 'node_modules')
  if (!existsSync(packages)) return null
  for (const name of readdirSync(packages)) {
    for (const file of ['bin/node', 'bin/node.exe', 'node.exe']) {
      const path = join(packages, name, file)
      if (existsSync(path)) return path
    }
  }
  return null
}

async function ensurePackages() {
  const wanted = hashOf(['package.json', 'package-lock.json', '.npmrc'])
  const folder = join(root, 'node_modules')
  if (existsSync(folder) && readMark(folder) === wanted) return
  say('Installing the packages of the lockfile …')
  // The system's Node is older than some packages ask for; what runs them is our own, so npm's warnings would mislead.
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root)
  writeMark(folder, wanted)
}

async function ensureBuild(node) {
  const out = join(root, 'out')
  const [state, pageBuilt] = readMark(out).split('\n')
  if (existsSync(out) && state === buildState(out)) return
  say('Building …')
  // A build that fails half way must not pass for the one before it.
  rmSync(join(out, markName), { force: true })
  await step(node, [binary('typescript', 'bin', 'tsc'), '-b', ...nodeProjects])
  const page = hashOf(pageInputs)
  if (pageBuilt !== page) await step(node, [binary('vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
  writeMark(out, `${buildState(out)}\n${page}`)
}

/** The sources, and what was compiled last: tests, checks and `npm run dev` compile too, perhaps what is gone again now. */
function buildState(out) {
  return hashOf([...buildInputs, ...readdirSync(out).map((name) => `out/${name}/.tsbuildinfo`)])
}

/** A step of the preparation: what it prints goes to stderr, so that stdout holds the answer alone. */
async function step(node, parameters) {
  const code = await run(node, parameters, { stdio: ['ignore', 2, 2], env: withNode(node) })
  if (code !== 0) throw new Error('The build failed; the messages above say where.')
}

async function npm(parameters, cwd) {
  const cli = npmCli()
  const options = { cwd, stdio: ['ignore', 2, 2] }
  const code =
    cli === null
      ? await run('npm', parameters, options)
      : await run(process.execPath, [cli, ...parameters], options)
  if (code !== 0)
    throw new Error('npm could not fetch what is needed; is the registry within reach? Then try again.')
}

/** npm's own script, since `npm` on Windows is no program that can be started without a shell. */
function npmCli() {
  const beside = dirname(process.execPath)
  const candidates = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  return candidates.find((path) => path.endsWith('npm-cli.js') && existsSync(path)) ?? null
}

/** One preparation at a time; a lock whose process is gone is nobody's. */
async function takeLock() {
  const path = join(toolsFolder, 'lock')
  for (let told = false; ; ) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause
    }
    if (isAbandoned(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!told) say(`Another start is preparing the program (${path}); waiting for it …`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

/** No preparation takes this long; the process of that number is another one by now. */
const longestPreparation = 30 * 60 * 1000
/** How long another start may take between making the lock and writing its number into it. */
const longestNaming = 10 * 1000

function isAbandoned(path) {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  if (made === undefined) return false
  const age = Date.now() - made
  const pid = Number(readIfThere(path))
  if (!Number.isInteger(pid) || pid <= 0) return age > longestNaming
  return age > longestPreparation || !isAlive(pid)
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause.code === 'EPERM'
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const markName = '.odap-prepared'

function readMark(folder) {
  return readIfThere(join(folder, markName))
}

function writeMark(folder, hash) {
  writeFileSync(join(folder, markName), hash)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const add = (path) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (name !== 'node_modules') add(`${path}/${name}`)
      return
    }
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

function say(text) {
  process.stderr.write(`${text}\n`)
}
