import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { usePendingValue } from '../../../src/renderer/ui/pending-value.ts'
import { held, onScreen } from '../support/on-screen.tsx'

interface MarksProps {
  readonly saved: readonly string[]
  readonly send: (marks: readonly string[]) => Promise<boolean>
}

/** Several marks that are saved together and set one by one. */
function Marks({ saved, send }: MarksProps) {
  const { value, save } = usePendingValue(saved, send)
  return ['law', 'contract'].map((mark) => (
    <button
      key={mark}
      type="button"
      aria-pressed={value.includes(mark)}
      onClick={() => void save([...value, mark])}
    >
      {mark}
    </button>
  ))
}

const pressed = () => screen.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)

test('a second mark builds on the first one while that is still on its way', async () => {
  const answers = [held<boolean>(), held<boolean>()]
  const send = vi.fn((_marks: readonly string[]) => answers[send.mock.calls.length - 1]?.promise ?? false)
  const { person } = await onScreen(<Marks saved={[]} send={send as MarksProps['send']} />)
  await person.click(screen.getByRole('button', { name: 'law' }))
  expect(pressed()).toEqual(['law'])
  await person.click(screen.getByRole('button', { name: 'contract' }))
  expect(pressed()).toEqual(['law', 'contract'])
  expect(send.mock.calls).toEqual([[['law']], [['law', 'contract']]])
  for (const { give } of answers) await give(true)
})

test('what could not be saved is not shown any more, and what is saved is', async () => {
  const answer = held<boolean>()
  const { person, show } = await onScreen(<Marks saved={[]} send={() => answer.promise} />)
  await person.click(screen.getByRole('button', { name: 'law' }))
  expect(pressed()).toEqual(['law'])
  await answer.give(false)
  expect(pressed()).toEqual([])
  show(<Marks saved={['contract']} send={() => answer.promise} />)
  expect(pressed()).toEqual(['contract'])
})
