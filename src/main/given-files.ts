import { resolve } from 'node:path'
import { kindOf } from '../contract/host.ts'

/** A plan file the system handed to the program, kept until the page asks for it. */
export interface GivenFiles {
  /** Takes the plan file a command line names, if it names one. */
  readonly fromCommandLine: (argv: readonly string[], workingDirectory: string) => void
  readonly add: (path: string) => void
  /** Answers it once; null when there is none. */
  readonly take: () => string | null
  readonly onAdded: (listener: () => void) => void
}

export function givenFiles(): GivenFiles {
  let waiting: string | null = null
  let tell: () => void = () => undefined
  const add = (path: string): void => {
    if (kindOf(path) !== 'plan') return
    waiting = path
    tell()
  }
  return {
    add,
    fromCommandLine: (argv, workingDirectory) => {
      // The first is the program itself. Chromium puts switches of its own among what a second start was given.
      const named = argv.slice(1).findLast((part) => !part.startsWith('-') && kindOf(part) === 'plan')
      if (named !== undefined) add(resolve(workingDirectory, named))
    },
    take: () => {
      const path = waiting
      waiting = null
      return path
    },
    onAdded: (listener) => {
      tell = listener
    },
  }
}
