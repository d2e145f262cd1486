import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isHeldOrLeft, type PlanLock, readHolder, takeLock } from '../../../src/engine/store/plan-lock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const builtLock = new URL('../../../out/engine/store/plan-lock.js', import.meta.url).href
const holder = { who: 'J. Rivera', computer: 'desk-4', since: '2026-11-23T09:00:00.000Z' }

/** Another process that takes a plan's lock and keeps it until it is killed. */
async function aProcessHolding(path: string): Promise<{ readonly kill: () => Promise<void> }> {
  const script = `
    import { takeLock } from ${JSON.stringify(builtLock)}
    // A lock nobody holds on to is let go with what else is swept up.
    globalThis.lock = takeLock(${JSON.stringify(path)}, ${JSON.stringify(holder)})
    process.send(globalThis.lock !== null)
    process.on('message', () => undefined)`
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const holds = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The other process ended with ${code}`)))
  })
  expect(holds).toBe(true)
  return { kill }
}

function mustTake(path: string, who: typeof holder | null = null): PlanLock {
  const lock = takeLock(path, who)
  if (lock === null) throw new Error('The lock is held elsewhere')
  return lock
}

describe('the lock of a plan', () => {
  test('of a living process is not to be had, and says who has it', async () => {
    const path = join(temporaryFolder(), 'plan.odap')
    await aProcessHolding(path)
    expect(takeLock(path)).toBeNull()
    expect(readHolder(path)).toEqual(holder)
  })

  test('of a process that was killed is free at once, and nobody is named any more', async () => {
    const path = join(temporaryFolder(), 'plan.odap')
    const other = await aProcessHolding(path)
    await other.kill()
    expect(isHeldOrLeft(path)).toBe(true)
    const lock = mustTake(path)
    expect(readHolder(path)).toBeNull()
    expect(isHeldOrLeft(path)).toBe(false)
    lock.release()
  })

  test('is not lost by somebody who asks for it in vain', async () => {
    const path = join(temporaryFolder(), 'plan.odap')
    await aProcessHolding(path)
    expect([takeLock(path), takeLock(path), takeLock(path)]).toEqual([null, null, null])
    expect(readHolder(path)).toEqual(holder)
  })

  test('can be taken again once it was let go, and leaves no word of its holder', () => {
    const path = join(temporaryFolder(), 'plan.odap')
    const first = mustTake(path, holder)
    expect(takeLock(path)).toBeNull()
    first.setWho('K. Osei')
    expect(readHolder(path)).toEqual({ ...holder, who: 'K. Osei' })
    first.release()
    expect(existsSync(`${path}.holder.json`)).toBe(false)
    mustTake(path).release()
  })
})
