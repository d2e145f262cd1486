import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { err, ok } from '../../../src/domain/result.ts'
import { CorrectInventory } from '../../../src/renderer/ui/correct-inventory.tsx'
import { aChange, aDataset, aPlan, aView } from '../support/fake-plan.ts'
import { onScreen, toRead } from '../support/on-screen.tsx'

const licenses = aDataset('d0', 0, { title: 'Licenses issued', owner: 'J. Rivera' })

async function opened(dataset: Dataset = licenses) {
  const plan = aPlan(1)
  const inventory = { ...plan.inventory, holds: ['title', 'owner', 'description'] as const }
  const shown = await onScreen(<CorrectInventory dataset={dataset} />, aView({ ...plan, inventory }))
  await shown.person.click(screen.getByRole('button', { name: 'Correct the inventory' }))
  return shown
}

const save = () => screen.getByRole('button', { name: 'Save the corrections' })
const labels = () =>
  screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).labels?.[0]?.textContent)

test('what was corrected is sent with its reason, and nothing that was not', async () => {
  const { person, bridge, asked } = await opened()
  bridge.answerNext(ok(aChange(2)))
  await person.type(screen.getByLabelText(/^Owner/), ' and A. Other ')
  await person.type(screen.getByLabelText('Why'), 'Two of them now')
  await person.click(save())
  expect(asked()).toEqual([
    [
      'review.correct-inventory',
      { id: 'd0', changes: { owner: 'J. Rivera and A. Other' }, reason: 'Two of them now' },
    ],
  ])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a cell that is to be empty is sent as that', async () => {
  const { person, bridge, asked } = await opened()
  bridge.answerNext(ok(aChange(2)))
  await person.clear(screen.getByLabelText(/^Owner/))
  await person.click(save())
  expect(asked()).toMatchObject([['review.correct-inventory', { changes: { owner: '' } }]])
})

test('there is nothing to save where nothing is corrected, or but for spaces, or where no name is left', async () => {
  const { person, asked } = await opened()
  const isClosed = () => save().getAttribute('aria-disabled') === 'true'
  expect(isClosed()).toBe(true)
  await person.type(screen.getByLabelText(/^Owner/), '  ')
  expect(isClosed()).toBe(true)
  const name = screen.getAllByRole('textbox')[0] as HTMLInputElement
  expect(name.value).toBe('Licenses issued')
  await person.clear(name)
  expect(isClosed()).toBe(true)
  await person.type(name, 'Licenses')
  expect(isClosed()).toBe(false)
  expect(asked()).toEqual([])
})

test('it stays open with what was typed where it could not be saved', async () => {
  const { person, bridge } = await opened()
  bridge.answerNext(err({ code: 'dataset-not-found' }))
  await person.type(screen.getByLabelText(/^Owner/), '!')
  await person.click(save())
  expect(screen.getByRole('alert')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Owner/).value).toBe('J. Rivera!')
})

test('only what the inventory has a column for is offered, and anything for a dataset that has no row yet', async () => {
  await opened()
  expect(labels()).toHaveLength(4)
})

test('a dataset that was added may say anything', async () => {
  await opened({ ...licenses, source: null })
  expect(labels().length).toBeGreaterThan(8)
})

test('in a plan that can only be read it does not open', async () => {
  const { person } = await onScreen(<CorrectInventory dataset={licenses} />, toRead())
  await person.click(screen.getByRole('button', { name: 'Correct the inventory' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})
