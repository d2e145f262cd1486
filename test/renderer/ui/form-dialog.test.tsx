import { Field, Input } from '@fluentui/react-components'
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'
import type { AppError } from '../../../src/contract/errors.ts'
import type { PlanChange } from '../../../src/contract/views.ts'
import { err, ok, type Result } from '../../../src/domain/result.ts'
import { SavingLine } from '../../../src/renderer/frame/saving-line.tsx'
import { FormDialog } from '../../../src/renderer/ui/form-dialog.tsx'
import { aChange } from '../support/fake-plan.ts'
import { asksBeforeClosing, held, onScreen } from '../support/on-screen.tsx'

type Send = () => Promise<Result<PlanChange, AppError>>

/** A button that opens a dialog with one field. */
function Opener({ send, canSend }: { readonly send: Send; readonly canSend: boolean }) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  return (
    <>
      <SavingLine />
      <button type="button" onClick={() => setOpen(true)}>
        Rename…
      </button>
      {isOpen && (
        <FormDialog
          title="Rename the card"
          action="Rename it"
          canSend={canSend}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <Field label="Name">
            <Input value={name} onChange={(_, { value }) => setName(value)} />
          </Field>
        </FormDialog>
      )}
    </>
  )
}

const saved: Send = async () => ok(aChange(2))
const dialog = () => screen.queryByRole('dialog', { name: 'Rename the card' })
const action = () => screen.getByRole('button', { name: 'Rename it' })
const field = () => screen.getByLabelText<HTMLInputElement>('Name')

async function opened(send: Send = saved, canSend = true) {
  const onSend = vi.fn(send)
  const { person } = await onScreen(<Opener send={onSend} canSend={canSend} />)
  await person.click(screen.getByRole('button', { name: 'Rename…' }))
  return { person, onSend }
}

test('it closes once its action is saved', async () => {
  const { person, onSend } = await opened()
  await person.type(field(), 'Licenses')
  await person.click(action())
  expect(onSend).toHaveBeenCalledOnce()
  await waitFor(() => expect(dialog()).toBeNull())
})

test('Enter in a field is its action', async () => {
  const { person, onSend } = await opened()
  await person.type(field(), 'Licenses{Enter}')
  expect(onSend).toHaveBeenCalledOnce()
})

test('it stays with what was typed and says why where it could not be saved, and can be sent again', async () => {
  const { person, onSend } = await opened(async () => err({ code: 'plan-read-only' }))
  await person.type(field(), 'Licenses{Enter}')
  expect(screen.getByRole('alert').textContent).not.toBe('')
  expect(field().value).toBe('Licenses')
  await person.click(action())
  expect(onSend).toHaveBeenCalledTimes(2)
})

test('it is sent once, however often the action is pressed while it is on its way', async () => {
  const answer = held<Result<PlanChange, AppError>>()
  const { person, onSend } = await opened(() => answer.promise)
  await person.type(field(), 'Licenses{Enter}{Enter}')
  await person.click(action())
  expect(onSend).toHaveBeenCalledOnce()
  await answer.give(ok(aChange(2)))
})

test('it is not sent while something needed is missing, by Enter neither', async () => {
  const { person, onSend } = await opened(saved, false)
  await person.type(field(), 'Licenses{Enter}')
  await person.click(action())
  expect(onSend).not.toHaveBeenCalled()
  expect(action().getAttribute('aria-disabled')).toBe('true')
})

test.each([
  [
    'Cancel',
    (person: Awaited<ReturnType<typeof opened>>['person']) =>
      person.click(screen.getByRole('button', { name: 'Cancel' })),
  ],
  ['Escape', (person: Awaited<ReturnType<typeof opened>>['person']) => person.keyboard('{Escape}')],
])('%s closes it without its action, and gives the focus back to what opened it', async (_, leave) => {
  const { person, onSend } = await opened()
  await person.type(field(), 'Licenses')
  await leave(person)
  await waitFor(() => expect(dialog()).toBeNull())
  expect(onSend).not.toHaveBeenCalled()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Rename…'))
})

describe('what is typed in it is nowhere else', () => {
  test('so the page says that it is not saved, and asks before it closes, until the dialog is gone', async () => {
    const { person } = await opened()
    expect(asksBeforeClosing()).toBe(false)
    await person.type(field(), 'L')
    expect(screen.queryByText('Not saved yet')).not.toBeNull()
    expect(asksBeforeClosing()).toBe(true)
    await person.keyboard('{Escape}')
    await waitFor(() => expect(dialog()).toBeNull())
    expect(screen.queryByText('Not saved yet')).toBeNull()
    expect(asksBeforeClosing()).toBe(false)
  })
})
