import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import { PlanFileExport } from '../../../src/renderer/history/plan-file-export.tsx'
import { onScreen } from '../support/on-screen.tsx'

const made = ok({ fileId: 'made-1', name: 'Plan 2027.odap', size: 4_096 })

async function exportPart() {
  const shown = await onScreen(<PlanFileExport planId="plan-1" />)
  const save = () => shown.person.click(screen.getByRole('button', { name: 'Save the plan file…' }))
  const saving = (answer: unknown) => Object.assign(shown.bridge, { saveFile: async () => answer })
  return { ...shown, save, saving }
}

test('the plan is made a file and saved where the person says', async () => {
  const { save, saving, bridge, asked } = await exportPart()
  saving(ok({ saved: 'D:\\Plans\\Plan 2027.odap' }))
  bridge.answerNext(made)
  await save()
  expect(asked()).toEqual([['deliver.make-plan-file', {}]])
  await screen.findByText('Saved to D:\\Plans\\Plan 2027.odap')
})

test('what a browser was given is not called saved', async () => {
  const { save, bridge } = await exportPart()
  bridge.answerNext(made)
  await save()
  await screen.findByText('Handed to your browser’s downloads: Plan 2027.odap')
})

test('a person who thinks better of it is told nothing, and can ask again', async () => {
  const { save, saving, bridge, asked } = await exportPart()
  saving(ok(null))
  bridge.answerNext(made)
  await save()
  expect(screen.queryByText(/^Saved|^Handed/)).toBeNull()
  bridge.answerNext(made)
  await save()
  expect(asked()).toHaveLength(2)
})

test.each([
  ['cannot be made', err({ code: 'disk-full' } as const), ok({ saved: 'x' })],
  ['cannot be saved', made, err({ code: 'disk-full' } as const)],
])('a file that %s is said to be so', async (_, answer, saved) => {
  const { save, saving, bridge } = await exportPart()
  saving(saved)
  bridge.answerNext(answer)
  await save()
  await screen.findByRole('alert')
  expect(screen.queryByText(/^Saved/)).toBeNull()
})

test('it is made once, however often it is asked for meanwhile', async () => {
  const { save, bridge, asked } = await exportPart()
  const give = bridge.holdNext()
  await save()
  await save()
  await act(async () => give(made))
  expect(asked()).toHaveLength(1)
})
