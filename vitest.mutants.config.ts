import { defineConfig } from 'vitest/config'

const patterns = JSON.parse(process.env['ODAP_MUTANT_TESTS'] ?? '[]') as readonly string[]
const isLeftOut = (pattern: string) => pattern.startsWith('!')

/** What Stryker runs for each change. Nothing is built, and mostly one process runs many tests: that makes it quick. */
export default defineConfig({
  test: {
    include: patterns.filter((pattern) => !isLeftOut(pattern)),
    exclude: patterns.filter(isLeftOut).map((pattern) => pattern.slice(1)),
    isolate: process.env['ODAP_MUTANT_TESTS_APART'] === 'true',
    testTimeout: 30_000,
  },
})
