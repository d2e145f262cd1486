import { defineConfig } from '@playwright/test'

const browser = process.env['ODAP_BROWSER'] ?? 'chromium'
const isRoot = process.getuid?.() === 0

/**
 * In Electron everything runs by `npm run verify`; `npm test` runs what differs there: windows, dialogs, files handed
 * over, the engine's own process. The page is the same one, and the browser runs every test of it.
 */
const isWhole = process.env['ODAP_SUITE'] === 'full'
const ofElectron = isWhole
  ? '*.e2e.ts'
  : '{journey,security,hardening,nothing-leaves,recovery,damaged-plans,submission,slow-share,packed}.e2e.ts'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results/e2e',
  workers: 1,
  // A test that fails now and then is mended: a second try would hide what a person meets now and then.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser,
      // Chromium refuses its sandbox to root; the other switches keep it from calling home.
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'browser' },
    {
      name: 'electron',
      testMatch: ofElectron,
      ...(isWhole ? {} : { grepInvert: /@same-in-both-hosts/ }),
    },
    // Run by nothing-leaves.e2e.ts on a computer without a network.
    { name: 'alone', testMatch: 'alone/*.alone.ts' },
  ],
})
