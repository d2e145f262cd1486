import { defineConfig } from '@playwright/test'

const browser = process.env['ODAP_BROWSER'] ?? 'chromium'
const isRoot = process.getuid?.() === 0

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
    { name: 'electron' },
    // Run by nothing-leaves.e2e.ts on a computer without a network.
    { name: 'alone', testMatch: 'alone/*.alone.ts' },
  ],
})
