import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Noticing } from './planted-fault.ts'

/** A run that takes longer than this hangs, in milliseconds. */
const longestRun = 180_000

export type Outcome = 'passed' | 'failed' | 'not-run'

const programs = {
  compiler: ['typescript', 'bin', 'tsc'],
  bundler: ['vite', 'bin', 'vite.js'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright', 'test', 'cli.js'],
}

/** Builds what the tests start; answers what the compiler said when it refused, null when all is well. */
export async function build(folder: string, withPage: boolean): Promise<string | null> {
  const hosts = ['main', 'preload', 'web', 'cli'].map((host) => join('src', host))
  const compiled = await run(folder, 'compiler', ['-b', ...hosts])
  if (compiled.code !== 0) return compiled.said
  if (!withPage) return null
  const bundled = await run(folder, 'bundler', ['build', '--logLevel', 'error'])
  return bundled.code === 0 ? null : bundled.said
}

/** Runs the named test alone. A test that ran and failed has noticed; one that could not run has not. */
export async function runTest(folder: string, noticing: Noticing): Promise<Outcome> {
  const report = join(folder, 'test-results', 'planted.json')
  rmSync(report, { force: true })
  const title = escaped(noticing.test)
  if (noticing.file.endsWith('.e2e.ts')) {
    const project = `--project=${noticing.host ?? 'electron'}`
    const parameters = ['test', noticing.file, project, '--retries=0', '--reporter=json', '--grep', title]
    await run(folder, 'playwright', parameters, { PLAYWRIGHT_JSON_OUTPUT_FILE: report })
    return existsSync(report) ? playwrightOutcome(JSON.parse(readFileSync(report, 'utf8'))) : 'not-run'
  }
  const reporters = ['--reporter=json', `--outputFile.json=${report}`]
  await run(folder, 'vitest', ['run', noticing.file, '--testNamePattern', title, ...reporters])
  return existsSync(report) ? vitestOutcome(JSON.parse(readFileSync(report, 'utf8'))) : 'not-run'
}

interface VitestReport {
  readonly numFailedTests: number
  readonly numPassedTests: number
}

function vitestOutcome({ numFailedTests, numPassedTests }: VitestReport): Outcome {
  if (numFailedTests > 0) return 'failed'
  return numPassedTests > 0 ? 'passed' : 'not-run'
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number }
}

function playwrightOutcome({ stats }: PlaywrightReport): Outcome {
  if (stats.unexpected > 0) return 'failed'
  return stats.expected > 0 ? 'passed' : 'not-run'
}

function run(
  folder: string,
  program: keyof typeof programs,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const script = join(folder, 'node_modules', ...programs[program])
    const child = spawn(process.execPath, [script, ...parameters], {
      cwd: folder,
      env: { ...process.env, ...environment },
      timeout: longestRun,
    })
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
