import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { describeError } from '../../../src/renderer/text/describe-error.ts'
import { ErrorMessage, Message } from '../../../src/renderer/ui/message.tsx'
import { onScreen } from '../support/on-screen.tsx'

test.each([
  ['error', 'alert'],
  ['warning', 'status'],
  ['info', 'status'],
  ['success', 'status'],
] as const)('a message of kind %s is read out as %s', async (intent, role) => {
  await onScreen(
    <Message intent={intent} title="Two rows were left out.">
      They have no name.
    </Message>,
  )
  expect(screen.getByRole(role).textContent).toBe('Two rows were left out. They have no name.')
})

test('it can be put away only where somebody hears of it, and may bring what to do', async () => {
  const onDismiss = vi.fn()
  const { person, show } = await onScreen(
    <Message intent="info" onDismiss={onDismiss} actions={<button type="button">See them</button>} />,
  )
  expect(screen.getByRole('button', { name: 'See them' })).toBeTruthy()
  await person.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(onDismiss).toHaveBeenCalledOnce()
  show(<Message intent="info">Nothing to do.</Message>)
  expect(screen.queryAllByRole('button')).toEqual([])
})

const error = { code: 'plan-file-lost' } as const
const { happened, safe, next } = describeError(error)

test('an error says what happened, what is safe and what to do next', async () => {
  await onScreen(<ErrorMessage error={error} />)
  const said = screen.getByRole('alert').textContent
  for (const part of [happened, safe, next]) expect(said).toContain(part)
  expect(said?.split(happened)).toHaveLength(2)
})

test('where it says first what did not happen, the rest is still said', async () => {
  await onScreen(<ErrorMessage error={error} title="The workbook was not made." />)
  const said = screen.getByRole('alert').textContent
  for (const part of ['The workbook was not made.', happened, safe, next]) expect(said).toContain(part)
})
