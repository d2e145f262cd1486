import { defineConfig } from 'vitest/config'

// SQLite's binary crashes the process without a message below Node-API 10; say so before it can.
if (Number(process.versions['napi']) < 10) throw new Error('Run the tests with: npm test')

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'program',
          execArgv: [`--import=${new URL('test/support/built-threads.mjs', import.meta.url).href}`],
          globalSetup: ['test/support/build-program.ts'],
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Pieces of the page, in a browser that is made of words alone.
          name: 'page',
          environment: 'happy-dom',
          setupFiles: ['test/renderer/support/page-set-up.ts'],
          include: ['test/renderer/**/*.test.tsx'],
          // Reading the components takes seconds, once for all files instead of for each.
          isolate: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
})
