import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { callPlan, listCalls } from '../../src/cli/call-command.ts'
import { compare } from '../../src/cli/compare-command.ts'
import { draft } from '../../src/cli/draft-command.ts'
import { inspect } from '../../src/cli/inspect-command.ts'
import { patch } from '../../src/cli/patch-command.ts'
import { UsageError } from '../../src/cli/say.ts'
import { sampleInventory } from '../support/odap.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const commands: Readonly<Record<string, (typed: readonly string[]) => number | Promise<number>>> = {
  inspect,
  draft,
  call: callPlan,
  calls: listCalls,
  compare,
  patch,
}

test.each([
  'inspect',
  'inspect NOTHING',
  'inspect --json',
  'inspect --fast FILE',
  'inspect FILE --out OUT',
  'inspect FILE --utf-8',
  'draft FILE',
  'draft --out OUT',
  'draft FILE --out',
  'draft FILE --out NOTHING',
  'draft FILE --out --json',
  'draft FILE --out OUT --out OUT',
  'draft FILE FILE --out OUT',
  'draft FILE --out OUT --all',
  // A draft decides nothing, so it writes into nothing.
  'draft FILE --out OUT --write-protected',
  'compare FILE',
  'compare FILE FILE FILE',
  'compare FILE FILE --all-sheets',
  'patch FILE --out OUT',
  'patch FILE CHANGES',
  'patch FILE CHANGES CHANGES --out OUT',
  'patch FILE CHANGES --out OUT --all-sheets',
  'call',
  'call PLAN plan.read',
  'call PLAN plan.read no-JSON',
  'call PLAN plan.read {} --json',
  'calls plan.read',
  'calls --fast',
])('odap %s is no usage, and nothing is done', async (typed) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'changes.json'), '{}')
  const meant: Readonly<Record<string, string>> = {
    NOTHING: '',
    FILE: sampleInventory,
    OUT: join(folder, 'out'),
    CHANGES: join(folder, 'changes.json'),
    PLAN: join(folder, 'plan.odap'),
  }
  const [name = '', ...words] = typed.split(' ').map((word) => meant[word] ?? word)
  const ended = (async () => commands[name]?.(words))()
  await expect(ended).rejects.toBeInstanceOf(UsageError)
  expect(readdirSync(folder)).toEqual(['changes.json'])
})
