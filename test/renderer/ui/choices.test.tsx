import { screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { ChoiceList, chosenByKey, isFreeEnter } from '../../../src/renderer/ui/choice-list.tsx'
import { ChoiceRow } from '../../../src/renderer/ui/choice-row.tsx'
import { onScreen, toRead } from '../support/on-screen.tsx'

const choices = [
  { id: 'yes', label: 'Public', hint: 'Anybody may have it' },
  { id: 'no', label: 'Protected' },
] as const
type Id = (typeof choices)[number]['id']

const pressed = () => screen.queryAllByRole('button', { pressed: true }).map((button) => button.textContent)

describe('a question with its answers', () => {
  const list = (chosen: Id | null, onChoose: (id: Id) => void) => (
    <ChoiceList question="May it be open?" choices={choices} chosen={chosen} onChoose={onChoose} />
  )

  test('is named by the question, shows which answer is chosen, and chooses by a click', async () => {
    const onChoose = vi.fn()
    const { person, show } = await onScreen(list(null, onChoose))
    expect(screen.getByRole('group', { name: 'May it be open?' })).toBeTruthy()
    expect(pressed()).toEqual([])
    await person.click(screen.getByRole('button', { name: /^Protected/ }))
    expect(onChoose.mock.calls).toEqual([['no']])
    show(list('no', onChoose))
    expect(pressed()).toEqual(['2Protected'])
  })

  test('is not chosen from by passing over its answers, only by pressing one', async () => {
    const onChoose = vi.fn()
    const { person } = await onScreen(list('yes', onChoose))
    await person.tab()
    await person.keyboard('{ArrowDown}')
    await person.tab()
    expect(onChoose).not.toHaveBeenCalled()
    await person.keyboard('{Enter}')
    expect(onChoose.mock.calls).toEqual([['no']])
  })

  test('says by which key an answer is chosen', async () => {
    await onScreen(list(null, () => undefined))
    const keys = screen.getAllByRole('button').map((button) => button.getAttribute('aria-keyshortcuts'))
    expect(keys).toEqual(['1', '2'])
  })

  test('takes no answer in a plan that can only be read, and shows the one that was given', async () => {
    const onChoose = vi.fn()
    const { person } = await onScreen(list('no', onChoose), toRead())
    await person.click(screen.getByRole('button', { name: /^Public/ }))
    expect(onChoose).not.toHaveBeenCalled()
    expect(pressed()).toEqual(['2Protected'])
    expect(screen.queryByText('Anybody may have it')).toBeNull()
  })
})

describe('a small question', () => {
  const row = (chosen: number | null, onChoose: (id: number | null) => void) => (
    <ChoiceRow
      label="Demand"
      choices={[
        { id: 3, label: '3', name: '3, much' },
        { id: null, label: 'Open', isOpen: true },
      ]}
      chosen={chosen}
      onChoose={onChoose}
    >
      <p>Why?</p>
    </ChoiceRow>
  )

  test('has its answers in a group of its name, each by its full name', async () => {
    const onChoose = vi.fn()
    const { person, show } = await onScreen(row(null, onChoose))
    expect(screen.getByRole('group', { name: 'Demand' }).textContent).toContain('Why?')
    expect(pressed()).toEqual(['Open'])
    await person.click(screen.getByRole('button', { name: '3, much' }))
    expect(onChoose.mock.calls).toEqual([[3]])
    show(row(3, onChoose))
    expect(pressed()).toEqual(['3'])
  })

  test('takes no answer in a plan that can only be read', async () => {
    const onChoose = vi.fn()
    const { person } = await onScreen(row(null, onChoose), toRead())
    await person.click(screen.getByRole('button', { name: '3, much' }))
    expect(onChoose).not.toHaveBeenCalled()
  })
})

describe('the keys of a step', () => {
  async function aStep() {
    const heard = vi.fn()
    const onScreenNow = await onScreen(
      <section
        aria-label="Step"
        onKeyDown={(event) => heard(isFreeEnter(event) ? 'next' : chosenByKey(event, choices))}
      >
        <div tabIndex={-1}>Beside the controls</div>
        <button type="button">A button</button>
        <input aria-label="A field" />
        <textarea aria-label="A note" />
        <input type="checkbox" aria-label="A box" />
      </section>,
    )
    return { ...onScreenNow, heard: () => heard.mock.lastCall?.[0] }
  }

  test.each([
    ['1', 'yes'],
    ['2', 'no'],
    ['3', null],
    ['0', null],
    ['a', null],
    ['{Control>}1{/Control}', null],
    ['{Alt>}1{/Alt}', null],
    ['{Meta>}1{/Meta}', null],
  ])('%s answers %s', async (keys, answer) => {
    const { person, heard } = await aStep()
    await person.click(screen.getByText('Beside the controls'))
    await person.keyboard(keys)
    expect(heard()).toBe(answer)
  })

  test('a number that is typed into a field is text, and one at a box is an answer', async () => {
    const { person, heard } = await aStep()
    await person.type(screen.getByLabelText('A field'), '1')
    expect(heard()).toBeNull()
    screen.getByLabelText('A box').focus()
    await person.keyboard('1')
    expect(heard()).toBe('yes')
  })

  test('Enter goes on where it does nothing else', async () => {
    const { person, heard } = await aStep()
    await person.click(screen.getByText('Beside the controls'))
    await person.keyboard('{Enter}')
    expect(heard()).toBe('next')
    await person.keyboard('{Control>}{Enter}{/Control}')
    expect(heard()).toBeNull()
    const others = ['A field', 'A note', 'A box'].map((label) => screen.getByLabelText(label))
    for (const control of [screen.getByRole('button'), ...others]) {
      await person.click(screen.getByText('Beside the controls'))
      control.focus()
      await person.keyboard('{Enter}')
      expect(heard()).toBeNull()
    }
  })
})
