import { defineConfig } from 'vitest/config'

// SQLite's binary crashes the process without a message below Node-API 10; say so before it can.
if (Number(process.versions['napi']) < 10) throw new Error('Run the tests with: npm test')

export default defineConfig({
  test: {
    execArgv: [`--import=${new URL('test/support/built-threads.mjs', import.meta.url).href}`],
    globalSetup: ['test/support/build-program.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
