import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { AppError } from '../../../src/contract/errors.ts'
import type { Backup } from '../../../src/contract/views.ts'
import { err, ok, type Result } from '../../../src/domain/result.ts'
import { RecoverPlan } from '../../../src/renderer/ui/recover-plan.tsx'
import { held, onScreen } from '../support/on-screen.tsx'

const backup = (id: string, at: string, name = ''): Backup => ({
  id,
  kind: name === '' ? 'automatic' : 'by-hand',
  name,
  at,
  size: 1,
})
const backups = [
  backup('third', '2026-03-03T12:00:00.000Z'),
  backup('second', '2026-02-02T12:00:00.000Z', 'Before the meeting'),
  backup('first', '2026-01-01T12:00:00.000Z'),
]

interface Told {
  readonly error?: AppError
  readonly answers?: readonly (AppError | null)[]
}

async function offered(answer: Result<readonly Backup[], AppError>, told: Told = {}) {
  const answers = [...(told.answers ?? [])]
  const onRecover = vi.fn(async (_id: string) => answers.shift() ?? null)
  const onNotNow = vi.fn()
  const { person, bridge, show } = await onScreen('Nothing yet')
  bridge.answerNext(answer)
  show(
    <RecoverPlan
      heading="Bring it back"
      planId="plan-1"
      error={told.error ?? { code: 'plan-damaged' }}
      onRecover={onRecover}
      onNotNow={onNotNow}
    />,
  )
  await act(async () => undefined)
  const bringBack = () => person.click(screen.getByRole('button', { name: 'Bring it back' }))
  return { person, bridge, onRecover, onNotNow, bringBack }
}

const chosen = () => screen.getAllByRole<HTMLInputElement>('radio').findIndex(({ checked }) => checked)

test('the backups are offered, the newest one chosen, with what each is', async () => {
  const { bridge, onRecover, bringBack } = await offered(ok(backups))
  expect(bridge.calls.at(-1)).toMatchObject({ call: 'plan.backups', input: { planId: 'plan-1' } })
  expect(screen.getByText(/There are 3 backups of it\./)).toBeTruthy()
  expect(chosen()).toBe(0)
  expect(screen.getByRole('radio', { name: /the newest$/ })).toBe(screen.getAllByRole('radio')[0])
  expect(screen.getByRole('radio', { name: /Before the meeting/ })).toBe(screen.getAllByRole('radio')[1])
  await bringBack()
  expect(onRecover.mock.calls).toEqual([['third']])
})

test('another backup can be chosen', async () => {
  const { person, onRecover, bringBack } = await offered(ok(backups))
  await person.click(screen.getByRole('radio', { name: /Before the meeting/ }))
  await bringBack()
  expect(onRecover.mock.calls).toEqual([['second']])
})

test('a backup that is damaged too is left out, the next one is chosen, and none at the end', async () => {
  const damaged = { code: 'backup-damaged' } as const
  const { onRecover, bringBack } = await offered(ok(backups), { answers: [damaged, damaged, damaged] })
  await bringBack()
  expect(chosen()).toBe(1)
  expect(screen.getByText(/That backup is damaged too/)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /damaged too$/ }).disabled).toBe(true)
  await bringBack()
  await bringBack()
  expect(onRecover.mock.calls).toEqual([['third'], ['second'], ['first']])
  await bringBack()
  expect(onRecover).toHaveBeenCalledTimes(3)
})

test('another failure is said, and the same backup stays chosen', async () => {
  const { bringBack } = await offered(ok(backups), {
    answers: [{ code: 'plan-open-elsewhere', holder: null }],
  })
  await bringBack()
  expect(screen.getAllByRole('alert').length).toBeGreaterThan(1)
  expect(chosen()).toBe(0)
})

test('it is brought back once, however often the button is pressed meanwhile', async () => {
  const { person, onRecover, bringBack } = await offered(ok(backups))
  const answer = held<AppError | null>()
  onRecover.mockReturnValue(answer.promise)
  await bringBack()
  await person.click(screen.getByRole('button', { name: 'Bringing it back…' }))
  expect(onRecover).toHaveBeenCalledOnce()
  await answer.give(null)
})

test.each([
  ['plan-damaged', /The file that is there now is kept/],
  ['plan-newer', /The file of the newer version is kept/],
  ['plan-not-found', /is lost with the file/],
] as const)('for %s it says what becomes of the file that is there', async (code, words) => {
  await offered(ok(backups), { error: { code } })
  expect(screen.getByText(words)).toBeTruthy()
})

test('where there is no backup it says so, and there is a way back', async () => {
  const { person, onNotNow } = await offered(ok([]))
  expect(screen.getByText(/There is no backup of it on this computer\./)).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Not now' }))
  expect(onNotNow).toHaveBeenCalledOnce()
})

test('where the backups cannot be looked up it says why', async () => {
  await offered(err({ code: 'engine-gone' }))
  expect(screen.queryByText(/There is no backup/)).toBeNull()
  expect(screen.getAllByRole('alert').length).toBeGreaterThan(1)
})
