/** A part of the program whose lines are changed one at a time, and the tests that must then fail. */
export interface MutatedFolder {
  /** What `npm run verify -- mutants` takes; `workbook` means every folder below `workbook/`. */
  readonly name: string
  /** Patterns of the files that are changed, from the project's folder. */
  readonly mutate: readonly string[]
  /** Files of the same patterns that are left as they are. */
  readonly leftOut: readonly LeftOut[]
  /**
   * Patterns of the test files that run: quick ones, that need nothing built and start no thread or process. One that
   * begins with `!` leaves files out.
   */
  readonly tests: readonly string[]
  /** Whether each test file needs a process of its own, since it puts stand-ins in the place of modules. Slower. */
  readonly testsApart: boolean
  /** How many of a hundred changes the tests must notice, at least. */
  readonly floor: number
  /**
   * Whether what runs once, when a module is loaded, is changed too: lists, regular expressions, limits. Each of
   * these changes needs all of the folder's tests in a fresh process, so that only quick tests can bear it.
   */
  readonly changesWhatRunsOnce: boolean
}

export interface LeftOut {
  readonly file: string
  readonly reason: string
}

/** A change that makes no difference to anybody: no test can notice it, and none needs to. */
export interface EquivalentChange {
  readonly file: string
  /** The line it begins in, without the spaces around it. */
  readonly line: string
  /** What is changed, and into what, as the run prints them. */
  readonly from: string
  readonly to: string
  readonly reason: string
}
