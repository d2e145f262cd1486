import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Packed, pack } from './support/pack.ts'
import { expect, test } from './support/program.ts'
import { takeWholeJourney } from './support/whole-journey.ts'

const output = mkdtempSync(join(tmpdir(), 'odap-packed-'))
let release: Packed
let testBuild: Packed

test.beforeAll(({ browserName: _ }, { project }) => {
  test.skip(project.name !== 'electron', 'a package is an Electron program')
  test.skip(process.env['ODAP_SUITE'] !== 'full', 'packing takes a minute: npm run verify does it')
  test.skip(process.platform !== 'linux', 'the folder’s layout is that of Linux')
  test.setTimeout(300_000)
  release = pack(join(output, 'release'), 'release')
  testBuild = pack(join(output, 'test-build'), 'test-build')
  process.env['ODAP_TEST_PACKED'] = testBuild.program
})

test.afterAll(() => {
  delete process.env['ODAP_TEST_PACKED']
  rmSync(output, { recursive: true, force: true })
})

test('the packed program does the whole job', async ({ program }) => {
  const { workbook, document } = await takeWholeJourney(program)
  expect(statSync(workbook).size).toBeGreaterThan(10_000)
  expect(statSync(document).size).toBeGreaterThan(10_000)
  expect(await program.page.evaluate(() => location.origin)).toBe('app://odap')
})

test('every fuse of the packed program is set as it must be', async () => {
  const fuses = await getCurrentFuseWire(release.program)
  const states = Object.fromEntries(
    Object.entries(FuseV1Options)
      .filter(([name]) => Number.isNaN(Number(name)))
      .map(([name, place]) => [name, fuses[place as FuseV1Options] === FuseState.ENABLE]),
  )
  expect(states).toMatchObject({
    RunAsNode: false,
    EnableCookieEncryption: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  })
})

test('it holds the program and nothing else: no sources, no tests, no maps, no other system’s binaries', () => {
  const { files } = release
  for (const needed of [
    'out/main/main.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'package.json',
  ])
    expect(files).toContain(needed)
  const folders = [...new Set(files.map((path) => path.split('/')[0]))].sort()
  expect(folders).toEqual(['assets', 'node_modules', 'out', 'package.json'])
  const unwanted =
    /\.(ts|cts|mts|tsx|map|tsbuildinfo|md|c|cc|cpp|h|gyp|py)$|(^|\/)(test|tests|src|deps)\/|\/\.[^/]+$/
  expect(files.filter((path) => unwanted.test(path) && !/^node_modules\/zod\//.test(path))).toEqual([])
  expect(files.filter((path) => path.endsWith('.node'))).toEqual([
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  ])
  expect(readdirSync(join(release.archive, '..')).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
})

test('what lets tests run the engine under another Node is in no release', () => {
  const ownNode = 'out/main/engine-in-own-node.js'
  expect(testBuild.files).toContain(ownNode)
  expect(release.files).not.toContain(ownNode)
  expect(readFileSync(join(`${testBuild.archive}.unpacked`, ownNode)).includes('ODAP_NODE')).toBe(true)
  expect(readFileSync(release.archive).includes('ODAP_NODE')).toBe(false)
  expect(existsSync(join(`${release.archive}.unpacked`, 'out'))).toBe(false)
})

test('a release gives up its sandbox for nobody, and opens no door to debuggers', async () => {
  test.skip(
    process.getuid?.() !== 0,
    'only for root, whom Chromium refuses its sandbox, does the program end',
  )
  const parameters = ['--no-sandbox', '--remote-debugging-port=0']
  const started = spawn(release.program, parameters, {
    env: { ...process.env, ODAP_DATA_DIR: join(output, 'data') },
  })
  let said = ''
  started.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await expect.poll(() => said).toContain('Running as root without --no-sandbox is not supported')
  started.kill('SIGKILL')
  await once(started, 'exit')
  expect(said).not.toContain('DevTools listening')
})
