import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../contract/client.ts'
import { createClient } from '../contract/client.ts'
import { dataFolder, dataFolderProblem } from '../engine/computer/data-folder.ts'
import { createEngine, type Engine } from '../engine/index.ts'
import { UsageError } from './say.ts'

export interface Session {
  readonly engine: Engine
  readonly client: Client
}

/** The engine on this computer's own data folder. */
export async function withEngine<Answer>(work: (session: Session) => Promise<Answer>): Promise<Answer> {
  const dataDir = dataFolder()
  const problem = dataFolderProblem(dataDir)
  if (problem !== null) throw new Error(problem)
  return runWith(dataDir, work)
}

/** The engine on a folder of its own that is gone afterwards: nothing shows up among the user's plans. */
export async function withTemporaryEngine<Answer>(
  work: (session: Session) => Promise<Answer>,
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'odap-'))
  try {
    return await runWith(folder, work)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runWith<Answer>(folder: string, work: (session: Session) => Promise<Answer>): Promise<Answer> {
  const engine = createEngine({ dataDir: folder })
  try {
    return await work({ engine, client: createClient(engine.call, randomUUID) })
  } finally {
    await engine.close()
  }
}

export interface Parameters {
  readonly files: readonly string[]
  readonly json: boolean
  readonly out: string | null
  readonly flags: ReadonlySet<Flag>
}

/** What a person has to say before it is done; without them what is written touches least. */
const knownFlags = [
  '--all-sheets',
  '--take-plan-columns',
  '--write-protected',
  '--add-to-locked',
  '--utf-8',
] as const
export type Flag = (typeof knownFlags)[number]
type Option = Flag | '--json' | '--out'

/** Splits what was typed into files and the options a command knows; any other option is the caller's mistake. */
export function parametersFrom(typed: readonly string[], known: readonly Option[]): Parameters {
  const files: string[] = []
  let json = false
  let out: string | null = null
  const flags = new Set<Flag>()
  for (let index = 0; index < typed.length; index++) {
    const word = typed[index] ?? ''
    if (word === '') fail('A name is empty')
    if (!word.startsWith('--')) files.push(word)
    else if (!(known as readonly string[]).includes(word)) fail(`There is no option ${word} here`)
    else if (word === '--json') json = true
    else if (isFlag(word)) flags.add(word)
    else if (out !== null) fail('--out is there twice')
    else out = placeFrom(typed[++index])
  }
  return { files, json, out, flags }
}

/** An empty place would be the folder one stands in, and an option is no place. */
function placeFrom(word = ''): string {
  return word === '' || word.startsWith('--') ? fail('--out needs a place') : word
}

function isFlag(word: string): word is Flag {
  return (knownFlags as readonly string[]).includes(word)
}

function fail(problem: string): never {
  throw new UsageError(problem)
}
