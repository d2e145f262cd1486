import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MutatedFolder } from './mutated-folder.ts'

const root = join(import.meta.dirname, '..', '..')
/** Where Stryker keeps what it found, so that the next run tries again only what a change touches. */
const kept = join(root, '.tools', 'mutants')

/** In memory where a system offers that: plan files are flushed with every change, and there it costs nothing. */
const temporary = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** As Stryker reports a change: https://github.com/stryker-mutator/mutation-testing-elements, report schema 2. */
export interface Mutant {
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: Place; readonly end: Place }
  readonly status:
    | 'Killed'
    | 'Survived'
    | 'NoCoverage'
    | 'Timeout'
    | 'CompileError'
    | 'RuntimeError'
    | 'Ignored'
    | 'Pending'
  readonly statusReason?: string
}

/** Both count from one. */
interface Place {
  readonly line: number
  readonly column: number
}

export interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>
}

/** Changes every line of a folder, one change at a time; null when Stryker could not run. */
export async function runStryker(folder: MutatedFolder): Promise<Report | null> {
  mkdirSync(kept, { recursive: true })
  const name = folder.name.replaceAll('/', '-')
  const [config, report] = ['config', 'report'].map((what) => join(kept, `${name}.${what}.json`)) as [
    string,
    string,
  ]
  const before = incrementalFile(name)
  if (existsSync(before)) forgetUnnoticed(before)
  const workshop = mkdtempSync(join(temporary, 'odap-mutants-'))
  const [copies, forTests] = ['copies', 'temporary'].map((part) => join(workshop, part)) as [string, string]
  mkdirSync(forTests)
  // Found from every copy below it; Stryker itself links packages only where their folder is no link already.
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'), 'junction')
  rmSync(report, { force: true })
  writeFileSync(config, JSON.stringify(settings(folder, name, copies, report), null, 2))
  try {
    const script = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
    await run([script, 'run', config], {
      ODAP_MUTANT_TESTS: JSON.stringify(folder.tests),
      TMPDIR: forTests,
      ODAP_MUTANT_TESTS_APART: String(folder.testsApart),
    })
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null
}

function incrementalFile(name: string): string {
  return join(kept, `${name}.incremental.json`)
}

/**
 * Has every change tried again that no test noticed. Stryker would keep that verdict where a test was changed that runs
 * what is changed only while its file is loaded, or where what changed stands outside of `it` (a table, a helper).
 */
function forgetUnnoticed(file: string): void {
  writeFileSync(file, JSON.stringify(withoutUnnoticed(JSON.parse(readFileSync(file, 'utf8')) as Report)))
}

export function withoutUnnoticed(report: Report): Report {
  const files = Object.entries(report.files).map(([name, file]) => {
    const noticed = file.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout')
    return [name, { ...file, mutants: noticed }] as const
  })
  return { ...report, files: Object.fromEntries(files) }
}

function settings(
  { mutate, leftOut, changesWhatRunsOnce }: MutatedFolder,
  name: string,
  copies: string,
  report: string,
): object {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutants.config.ts', related: false },
    mutate: [...mutate, ...leftOut.map(({ file }) => `!${file}`)],
    ignorePatterns: ['out', 'dist', 'docs', '.tools', 'bench', 'test-results'],
    tempDirName: copies,
    symlinkNodeModules: false,
    coverageAnalysis: 'perTest',
    ignoreStatic: !changesWhatRunsOnce,
    incremental: true,
    incrementalFile: incrementalFile(name),
    concurrency: availableParallelism(),
    // Changes that never end are found by counting; this is for what waits, on a machine with other work to do.
    timeoutMS: 15_000,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
    clearTextReporter: { allowColor: false },
    allowConsoleColors: false,
    logLevel: 'warn',
  }
}

function run(parameters: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 2, 2],
    })
    let isStopped = false
    // Stopped by a person, it still clears away what lies in memory.
    const stop = (signal: NodeJS.Signals) => {
      isStopped = true
      child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    child.on('error', reject)
    child.on('close', () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
      if (isStopped) reject(new Error('Stopped before its end'))
      else resolve()
    })
  })
}
