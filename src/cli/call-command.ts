import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { z } from 'zod'
import { calls } from '../contract/calls.ts'
import { parametersFrom, withEngine } from './engine-session.ts'
import { reading } from './from-disk.ts'
import { printJson, UsageError } from './say.ts'

/** Any call of the contract on a plan file, the result envelope as JSON. */
export async function callPlan(typed: readonly string[]): Promise<number> {
  const [path, call, json, ...others] = typed
  if (path === undefined || call === undefined || json === undefined || others.length > 0) {
    throw new UsageError('Name a plan file, a call and its input as JSON')
  }
  const input = parseInput(json)
  return withEngine(async ({ engine }) => {
    const tried = reading(() => engine.openPlanAt(resolve(path)))
    const opened = tried.ok ? tried.value : tried
    const answer = opened.ok ? await engine.call({ callId: randomUUID(), call, input }) : opened
    printJson(answer)
    return answer.ok ? 0 : 1
  })
}

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new UsageError('The input is not JSON')
  }
}

/** Every call with what it does and its input as JSON Schema, one line each. */
export function listCalls(typed: readonly string[]): number {
  // Its answer is JSON anyway.
  const { files } = parametersFrom(typed, ['--json'])
  if (files.length > 0) throw new UsageError('The calls are listed all together')
  for (const [call, { about, input }] of Object.entries(calls)) {
    printJson({ call, about, input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) })
  }
  return 0
}
