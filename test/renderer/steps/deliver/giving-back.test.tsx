import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { err, ok } from '../../../../src/domain/result.ts'
import { useDelivery } from '../../../../src/renderer/steps/deliver/delivery.ts'
import { MarkAsSubmitted } from '../../../../src/renderer/steps/deliver/submission.tsx'
import { WorkbookQuestions } from '../../../../src/renderer/steps/deliver/workbook-questions.tsx'
import { aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

test('a plan is marked as submitted today or on a day before, and on none to come', async () => {
  const { person } = await onScreen(<MarkAsSubmitted />)
  await person.click(screen.getByRole('button', { name: 'Mark as submitted…' }))
  const send = screen.getByRole('button', { name: 'Mark as submitted' })
  const isClosed = () => send.getAttribute('aria-disabled') === 'true' || (send as HTMLButtonElement).disabled
  const on = screen.getByLabelText('Submitted on')
  for (const [day, expected] of [
    ['2026-01-05', false],
    ['2999-01-01', true],
    ['', true],
  ] as const) {
    fireEvent.change(on, { target: { value: day } })
    expect(isClosed(), day).toBe(expected)
  }
})

test.each([true, false])(
  'what is asked of a workbook is answered where the plan is not open to read: %s',
  async (isReading) => {
    const plan = aPlan(1)
    const delivery = {
      changesSheet: 'add',
      columns: 'everything',
      protectedCells: 'write',
      lockedStructure: 'add',
    } as const
    const view = aView({ ...plan, delivery })
    const questions = { changesSheet: 'none', protectedSheets: ['Inventory'], structureLocked: true } as const
    await onScreen(
      <WorkbookQuestions questions={questions} isAsking={false} choose={() => undefined} />,
      isReading ? toRead(view) : view,
    )
    const answers = [
      ...screen.getAllByRole<HTMLInputElement>('radio'),
      ...screen.getAllByRole<HTMLInputElement>('checkbox'),
    ]
    expect(answers).toHaveLength(6)
    expect(answers.map(({ disabled }) => disabled)).toEqual(answers.map(() => isReading))
  },
)

function Delivers() {
  const { save, previewWorkbook, outcomes, made, isStale } = useDelivery()
  return (
    <>
      <button type="button" onClick={() => save('workbook', { encoding: 'utf-8' })}>
        Save as UTF-8
      </button>
      <button type="button" onClick={previewWorkbook}>
        Look
      </button>
      <p>{made === null ? 'not made' : isStale ? 'stale' : 'made'}</p>
      <button type="button" onClick={() => save('workbook')}>
        Save
      </button>
      <p role="status">{outcomes.workbook?.kind ?? 'nothing yet'}</p>
    </>
  )
}

test('a workbook is made once while nothing changes, and anew where it could not be saved', async () => {
  const { person, bridge, asked } = await onScreen(<Delivers />)
  const made = (fileId: string) =>
    ok({ file: { fileId, name: 'inventory (updated).xlsx', size: 1 }, report: {} })
  const save = async (expected: string) => {
    await person.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(expected)
  }
  const saved: string[] = []
  const answers = [
    ok({ handedTo: 'browser' as const }),
    err({ code: 'file-gone' as const }),
    ok({ handedTo: 'browser' as const }),
  ]
  Object.assign(bridge, {
    saveFile: async ({ fileId }: { readonly fileId: string }) => {
      saved.push(fileId)
      return answers.shift()
    },
  })
  bridge.answerNext(made('one'))
  await save('saved')
  await save('failed')
  bridge.answerNext(made('two'))
  await save('saved')
  expect(saved).toEqual(['one', 'one', 'two'])
  expect(asked().map(([call]) => call)).toEqual(['deliver.make-workbook', 'deliver.make-workbook'])
})

test('a workbook that was looked at is made anew once something else is decided', async () => {
  const { person, bridge } = await onScreen(<Delivers />)
  const saved: string[] = []
  Object.assign(bridge, {
    saveFile: async ({ fileId }: { readonly fileId: string }) => {
      saved.push(fileId)
      return ok({ handedTo: 'browser' })
    },
  })
  const file = (fileId: string) =>
    ok({ file: { fileId, name: 'inventory (updated).xlsx', size: 1 }, report: {} })
  bridge.answerNext(file('as it was'))
  await person.click(screen.getByRole('button', { name: 'Look' }))
  await screen.findByText('made')
  bridge.answerNext(ok(aView(aPlan(1), 7)))
  await act(async () => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  await screen.findByText('stale')
  bridge.answerNext(file('as it is'))
  await person.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('saved')
  expect(saved).toEqual(['as it is'])
})

test('how a workbook is to be made stays said where it could not be saved', async () => {
  const { person, bridge, asked } = await onScreen(<Delivers />)
  const answers = [err({ code: 'target-open', name: 'inventory.csv' }), ok({ handedTo: 'browser' })]
  Object.assign(bridge, { saveFile: async () => answers.shift() })
  const file = ok({ file: { fileId: 'one', name: 'inventory.csv', size: 1 }, report: {} })
  bridge.answerNext(file)
  await person.click(screen.getByRole('button', { name: 'Save as UTF-8' }))
  await screen.findByText('failed')
  bridge.answerNext(file)
  await person.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('saved')
  expect(asked().map(([, input]) => input)).toEqual([{ encoding: 'utf-8' }, { encoding: 'utf-8' }])
})
