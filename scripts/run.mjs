// The one script behind every npm command: prepares what is missing, then does what was asked.
// Node's own modules only, on Node 20 and on Windows: it runs before anything is installed.
import { prepare } from './prepare.mjs'

const [command = '', ...parameters] = process.argv.slice(2)

const commands = {
  start: async () => (await import('./start.mjs')).start(await prepare({ build: true }), parameters),
  web: async () => (await import('./start.mjs')).startWeb(await prepare({ build: true })),
  dev: async () => (await import('./start.mjs')).startDev(await prepare({ build: true }), parameters),
  odap: async () => (await import('./start.mjs')).runOdap(await prepare({ build: true }), parameters),
  check: async () => (await import('./test.mjs')).check(await prepare({ build: false })),
  format: async () => (await import('./test.mjs')).format(await prepare({ build: false })),
  build: async () => {
    await prepare({ build: true })
    return 0
  },
  'test:unit': async () =>
    (await import('./test.mjs')).someUnitTests(await prepare({ build: true }), parameters),
  'test:e2e': async () =>
    (await import('./test.mjs')).someEndToEndTests(await prepare({ build: true }), parameters),
  test: async () => (await import('./test.mjs')).test(await prepare({ build: true }), { full: false }),
  verify: async () => verify(await prepare({ build: true })),
  bench: async () => (await import('./bench.mjs')).bench(await prepare({ build: true }), parameters),
  torture: async () => (await import('./test.mjs')).torture(await prepare({ build: true }), parameters),
  package: async () => (await import('./package.mjs')).packageApp(await prepare({ build: true }), parameters),
}

/** Everything, or one of the suites that prove the tests themselves. */
async function verify(prepared) {
  const [suite, ...rest] = parameters
  const tests = await import('./test.mjs')
  if (suite === 'planted') return tests.planted(prepared, rest)
  if (suite === 'mutants') return (await import('./mutants.mjs')).mutants(prepared, rest)
  if (suite === undefined) return tests.test(prepared, { full: true })
  throw new Error('Usage: npm run verify [-- planted [kind ...] | mutants [folder ...]]')
}

if (!Object.hasOwn(commands, command)) {
  process.stderr.write(`Usage: node scripts/run.mjs ${Object.keys(commands).join(' | ')}\n`)
  process.exit(2)
}
try {
  process.exitCode = await commands[command]()
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}
