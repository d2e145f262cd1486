/**
 * A fault that a later change might make without noticing, and the test that must then fail. For what mutation
 * testing cannot see: settings, headers, switches, flushes, packaging.
 */
export interface PlantedFault {
  /** What the program promises, in the words of whoever relies on it. */
  readonly promise: string
  /** What goes wrong, in the same words. */
  readonly fault: string
  /** The file that is changed, from the project's folder. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  /** What stands there instead while the fault is in. */
  readonly plant: string
  readonly noticedBy: Noticing
}

export interface Noticing {
  /** A test file, from the project's folder: `.test.ts` for Vitest, `.e2e.ts` for Playwright. */
  readonly file: string
  /** The test's title, or words of it that no other title of the file has. */
  readonly test: string
  /** Which host an end-to-end test runs in; Electron unless told otherwise. */
  readonly host?: 'browser' | 'electron'
}
