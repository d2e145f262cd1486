import { act, screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { SavingLine } from '../../../src/renderer/frame/saving-line.tsx'
import { SavedField } from '../../../src/renderer/ui/saved-field.tsx'
import { held, onScreen, toRead } from '../support/on-screen.tsx'

const saved = () => vi.fn(async (_value: string) => true)
const field = () => screen.getByLabelText<HTMLInputElement>('Officer')
const failedWords = 'Not saved yet. Press Enter to try again.'

describe('what is typed is saved', () => {
  test('when the field is left, once', async () => {
    const onSave = saved()
    const { person } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Rivera')
    expect(onSave).not.toHaveBeenCalled()
    await person.tab()
    expect(onSave.mock.calls).toEqual([['J. Rivera']])
  })

  test('by Enter, and not once more when the field is left while it is on its way', async () => {
    const answer = held<boolean>()
    const onSave = vi.fn(() => answer.promise)
    const { person } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Rivera{Enter}')
    await person.tab()
    await answer.give(true)
    expect(onSave.mock.calls).toEqual([['J. Rivera']])
  })

  test('when its field goes without being left, as by the browser’s Back', async () => {
    const onSave = saved()
    const { person, show } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Riv')
    show('Another screen')
    expect(onSave.mock.calls).toEqual([['J. Riv']])
  })

  test.each(['beforeunload', 'pagehide'])('when the tab or the window closes (%s)', async (closing) => {
    const onSave = saved()
    const { person } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Riv')
    await act(async () => void window.dispatchEvent(new Event(closing)))
    expect(onSave.mock.calls).toEqual([['J. Riv']])
  })

  test('in several lines: Enter begins a new one, Control and Enter save', async () => {
    const onSave = saved()
    const { person } = await onScreen(
      <SavedField label="Officer" value="" onSave={onSave} kind="multiline" />,
    )
    await person.type(field(), 'One{Enter}two')
    expect(onSave).not.toHaveBeenCalled()
    await person.keyboard('{Control>}{Enter}{/Control}')
    expect(onSave.mock.calls).toEqual([['One\ntwo']])
  })
})

describe('nothing is saved', () => {
  test('where nothing was changed', async () => {
    const onSave = saved()
    const { person } = await onScreen(<SavedField label="Officer" value="J. Rivera" onSave={onSave} />)
    await person.click(field())
    await person.type(field(), 'x{Backspace}')
    await person.tab()
    expect(onSave).not.toHaveBeenCalled()
  })

  test('of what Escape takes back', async () => {
    const onSave = saved()
    const { person } = await onScreen(<SavedField label="Officer" value="J. Rivera" onSave={onSave} />)
    await person.type(field(), ' and others{Escape}')
    expect(field().value).toBe('J. Rivera')
    await person.tab()
    expect(onSave).not.toHaveBeenCalled()
  })

  test('of half a date, and the person is told; a whole one is saved', async () => {
    const onSave = saved()
    const { person, show } = await onScreen(
      <SavedField label="Officer" value="2026-01-31" onSave={onSave} kind="date" />,
    )
    // What a browser says of a date whose month alone was typed.
    Object.defineProperty(field(), 'validity', { value: { badInput: true }, configurable: true })
    await person.clear(field())
    await person.tab()
    expect(screen.getByText('This date is not complete, so it is not saved.')).toBeTruthy()
    Object.defineProperty(field(), 'validity', { value: { badInput: false } })
    await person.type(field(), '2026-02-28')
    await person.tab()
    expect(screen.queryByText(/not complete/)).toBeNull()
    show('Another screen')
    expect(onSave.mock.calls).toEqual([['2026-02-28']])
  })

  test('of half a date when its field goes', async () => {
    const onSave = saved()
    const { person, show } = await onScreen(
      <SavedField label="Officer" value="2026-01-31" onSave={onSave} kind="date" />,
    )
    Object.defineProperty(field(), 'validity', { value: { badInput: true } })
    await person.clear(field())
    show('Another screen')
    expect(onSave).not.toHaveBeenCalled()
  })
})

describe('what is typed stays in the field', () => {
  test('where saving fails, with words, until it is saved by a second try', async () => {
    const onSave = vi.fn(async () => false)
    const { person, show } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Rivera{Enter}')
    expect(screen.getByText(failedWords)).toBeTruthy()
    expect(field().value).toBe('J. Rivera')
    onSave.mockResolvedValue(true)
    await person.type(field(), '{Enter}')
    expect(screen.queryByText(failedWords)).toBeNull()
    expect(onSave).toHaveBeenCalledTimes(2)
    show(<SavedField label="Officer" value="J. Rivera" onSave={onSave} />)
    expect(field().value).toBe('J. Rivera')
  })

  test('while it is on its way', async () => {
    const answer = held<boolean>()
    const { person } = await onScreen(<SavedField label="Officer" value="" onSave={() => answer.promise} />)
    await person.type(field(), 'J. Rivera{Enter}')
    expect(field().value).toBe('J. Rivera')
    await answer.give(true)
  })

  test('where it goes on being typed while what was there is on its way', async () => {
    const answer = held<boolean>()
    const onSave = vi.fn((_value: string) => answer.promise)
    const { person } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Rivera{Enter}')
    await person.type(field(), ' Jr.')
    await answer.give(true)
    expect(field().value).toBe('J. Rivera Jr.')
    await person.tab()
    expect(onSave.mock.calls).toEqual([['J. Rivera'], ['J. Rivera Jr.']])
  })

  test('where something else is saved elsewhere meanwhile', async () => {
    const onSave = saved()
    const { person, show } = await onScreen(<SavedField label="Officer" value="" onSave={onSave} />)
    await person.type(field(), 'J. Riv')
    show(<SavedField label="Officer" value="A. Other" onSave={onSave} />)
    expect(field().value).toBe('J. Riv')
    await person.keyboard('{Escape}')
    expect(field().value).toBe('A. Other')
  })
})

test('a field in which nothing is typed shows what is saved elsewhere', async () => {
  const { show } = await onScreen(<SavedField label="Officer" value="" onSave={saved()} />)
  show(<SavedField label="Officer" value="A. Other" onSave={saved()} />)
  expect(field().value).toBe('A. Other')
})

test('the page says that something is not saved from the first letter until it is saved or taken back', async () => {
  const answer = held<boolean>()
  const { person, show } = await onScreen(
    <>
      <SavingLine />
      <SavedField label="Officer" value="" onSave={() => answer.promise} />
    </>,
  )
  const line = () => (screen.queryByText('Not saved yet') === null ? 'saved' : 'not saved')
  expect(line()).toBe('saved')
  await person.type(field(), 'J')
  expect(line()).toBe('not saved')
  await person.keyboard('{Escape}')
  expect(line()).toBe('saved')
  await person.type(field(), 'J{Enter}')
  expect(line()).toBe('not saved')
  await answer.give(true)
  show(<SavingLine />)
  expect(line()).toBe('saved')
})

describe('in a plan that can only be read', () => {
  test('nothing can be typed', async () => {
    const onSave = saved()
    const { person } = await onScreen(<SavedField label="Officer" value="J." onSave={onSave} />, toRead())
    await person.type(field(), ' Rivera{Enter}')
    expect(field().value).toBe('J.')
    expect(onSave).not.toHaveBeenCalled()
  })

  test('what is no part of the plan can', async () => {
    const onSave = saved()
    const { person } = await onScreen(
      <SavedField label="Officer" value="J." onSave={onSave} isSetting />,
      toRead(),
    )
    await person.type(field(), ' Rivera{Enter}')
    expect(onSave.mock.calls).toEqual([['J. Rivera']])
  })
})
