import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import { Backups } from '../../../src/renderer/history/backups.tsx'
import { aPlan, aView } from '../support/fake-plan.ts'
import { onScreen, toRead } from '../support/on-screen.tsx'

const backup = {
  id: '000001-by-hand',
  kind: 'by-hand',
  name: 'Before',
  at: '2026-11-22T15:00:00.000Z',
  size: 1,
}
const nothing = { broughtBack: 0, changed: 0, takenAway: 0 }
const preview = {
  backup,
  datasets: { ...nothing, changed: 1 },
  ideas: nothing,
  details: false,
  titles: ['Fees'],
}

async function listed(view = aView(aPlan(1))) {
  const shown = await onScreen(null, view)
  shown.bridge.answerNext(ok([backup]))
  shown.show(<Backups />)
  await screen.findByText('Before')
  return shown
}

const compared = async ({ bridge, person }: Awaited<ReturnType<typeof listed>>) => {
  bridge.answerNext(ok(preview))
  await person.click(screen.getByRole('button', { name: /^Compare with Before/ }))
  await screen.findByText(/Fees/)
}

test('a backup is brought back after it was compared, and not from a plan that is open to read', async () => {
  await compared(await listed())
  expect(screen.queryByRole('button', { name: 'Restore' })).not.toBeNull()
})

test('in a plan that is open to read it is compared alone', async () => {
  await compared(await listed(toRead(aView(aPlan(1)))))
  expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull()
})

test('a list of which nobody knows whether it still holds is not offered', async () => {
  const { bridge } = await listed()
  bridge.answerNext(ok(aView(aPlan(1), 7)))
  bridge.answerNext(err({ code: 'engine-gone' }))
  await act(async () => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  await screen.findByRole('alert')
  expect(screen.queryByText('Before')).toBeNull()
})

test('a comparison goes with the state of the plan it was made with', async () => {
  const shown = await listed()
  await compared(shown)
  shown.bridge.answerNext(ok(aView(aPlan(1), 7)))
  shown.bridge.answerNext(ok([backup]))
  await act(async () => shown.bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  expect(screen.queryByText(/Fees/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull()
})

test('a comparison that was closed on its way does not open again', async () => {
  const { bridge, person } = await listed()
  const give = bridge.holdNext()
  const opener = screen.getByRole('button', { name: /^Compare with Before/ })
  await person.click(opener)
  await person.click(opener)
  await act(async () => give(ok(preview)))
  expect(screen.queryByText(/Fees/)).toBeNull()
})

test('a backup that is made by hand is said to be, and is in the list', async () => {
  const { bridge, person, asked } = await listed()
  await person.type(screen.getByLabelText('Name of a backup'), '  Before the hearing  ')
  bridge.answerNext(ok({ ...backup, id: '000002-by-hand', name: 'Before the hearing' }))
  bridge.answerNext(ok([{ ...backup, id: '000002-by-hand', name: 'Before the hearing' }, backup]))
  await person.keyboard('{Enter}')
  expect(asked()).toContainEqual(['history.make-backup', { name: 'Before the hearing' }])
  await screen.findByText('Kept as “Before the hearing”.')
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByLabelText<HTMLInputElement>('Name of a backup').value).toBe('')
})

test('one that could not be made is said to be, and its name stays', async () => {
  const { bridge, person } = await listed()
  await person.type(screen.getByLabelText('Name of a backup'), 'Before')
  bridge.answerNext(err({ code: 'disk-full' }))
  await person.keyboard('{Enter}')
  expect(screen.getByRole('alert')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Name of a backup').value).toBe('Before')
})

test('one without a name is not made', async () => {
  const { person, asked } = await listed()
  const before = asked().length
  await person.type(screen.getByLabelText('Name of a backup'), '   {Enter}')
  expect(asked()).toHaveLength(before)
})
