import { screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { SavedCombobox } from '../../../src/renderer/ui/saved-combobox.tsx'
import { onScreen, toRead } from '../support/on-screen.tsx'

const frequencies = ['Daily', 'Monthly', 'Every month or so']

async function aCombobox({
  value = '',
  view = undefined as Parameters<typeof onScreen>[1],
  saves = true,
} = {}) {
  const onSave = vi.fn(async (_value: string) => saves)
  const combobox = <SavedCombobox label="Updated" value={value} options={frequencies} onSave={onSave} />
  const { person } = await onScreen(combobox, view)
  return { person, onSave }
}

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Updated' })
const offered = () => screen.queryAllByRole('option', { hidden: false }).map(({ textContent }) => textContent)

test('all values are offered first, and those that hold what is typed after that', async () => {
  const { person } = await aCombobox({ value: 'Daily' })
  await person.click(field())
  expect(offered()).toEqual(frequencies)
  await person.clear(field())
  await person.type(field(), 'MONTH')
  expect(offered()).toEqual(['Monthly', 'Every month or so'])
})

test('a value that is chosen is saved at once', async () => {
  const { person, onSave } = await aCombobox()
  await person.click(field())
  await person.click(screen.getByRole('option', { name: 'Monthly' }))
  expect(onSave.mock.calls).toEqual([['Monthly']])
})

describe('Enter', () => {
  test('means what was typed, whatever the list would offer first', async () => {
    const { person, onSave } = await aCombobox()
    await person.type(field(), 'Month{Enter}')
    expect(onSave.mock.calls).toEqual([['Month']])
    expect(offered()).toEqual([])
  })

  test('means the entry that an arrow key went to', async () => {
    const { person, onSave } = await aCombobox()
    await person.type(field(), 'Month{ArrowDown}{Enter}')
    expect(onSave.mock.calls.map(([value]) => frequencies.includes(value))).toEqual([true])
  })

  test('means what was typed again, after going into the list and typing on', async () => {
    const { person, onSave } = await aCombobox()
    await person.type(field(), 'Mon{ArrowDown}th{Enter}')
    expect(onSave.mock.calls).toEqual([['Month']])
  })
})

test.each(['Each spring', 'Month'])('“%s” is saved as it was typed when the field is left', async (words) => {
  const { person, onSave } = await aCombobox()
  await person.type(field(), words)
  await person.tab()
  expect(onSave.mock.calls).toEqual([[words]])
})

test('Escape closes the list first, and takes back what was typed after that', async () => {
  const { person, onSave } = await aCombobox({ value: 'Daily' })
  await person.clear(field())
  await person.type(field(), 'Month{Escape}')
  expect(offered()).toEqual([])
  expect(field().value).toBe('Month')
  await person.keyboard('{Escape}')
  expect(field().value).toBe('Daily')
  await person.tab()
  expect(onSave).not.toHaveBeenCalled()
})

test('what could not be saved stays, with words', async () => {
  const { person } = await aCombobox({ saves: false })
  await person.type(field(), 'Each spring{Enter}')
  expect(field().value).toBe('Each spring')
  expect(screen.getByText('Not saved yet. Press Enter to try again.')).toBeTruthy()
})

test('in a plan that can only be read it is closed', async () => {
  await aCombobox({ view: toRead() })
  expect(field().disabled).toBe(true)
})
