import { act, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { err, ok } from '../../../src/domain/result.ts'
import { usePlanFile } from '../../../src/renderer/ui/plan-file.ts'
import { ReadingDatasetsLine } from '../../../src/renderer/ui/reading-datasets.tsx'
import { aDataset, aPlan, aView } from '../support/fake-plan.ts'
import { onScreen } from '../support/on-screen.tsx'

test('while a large plan comes in, the page says how much of it is there', async () => {
  const { bridge } = await onScreen(<ReadingDatasetsLine />, aView(aPlan(1)))
  expect(screen.queryByRole('progressbar')).toBeNull()
  const more = Array.from({ length: 3 }, (_, index) => `more-${index}`)
  bridge.answerNext(ok({ ...aView(aPlan(1), 2), moreDatasets: more }))
  const give = bridge.holdNext()
  act(() => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 2 }))
  const line = await screen.findByRole('progressbar', { name: 'Reading 4 datasets…' })
  expect(line.getAttribute('aria-valuenow')).toBe('0.25')
  expect(screen.getByText('25 %')).toBeTruthy()
  await act(async () => give(ok({ revision: 2, datasets: more.map((id, index) => aDataset(id, index + 1)) })))
  expect(screen.queryByRole('progressbar')).toBeNull()
})

function PlanFileButton() {
  const { save, isSaving, outcome } = usePlanFile('plan-1')
  return (
    <>
      <button type="button" onClick={save}>
        {isSaving ? 'Saving…' : 'Save'}
      </button>
      <p role="status">{outcome === null ? '' : outcome.ok ? `saved ${outcome.name}` : outcome.error.code}</p>
    </>
  )
}

const made = ok({ fileId: 'made', name: 'Plan.odap', size: 1 })
const said = () => screen.getByRole('status').textContent
const save = () => screen.getByRole('button', { name: /^Sav/ })

test('a plan’s file is made and handed to the host, once however often it is asked for meanwhile', async () => {
  const { person, bridge, asked } = await onScreen(<PlanFileButton />)
  const saveFile = vi.spyOn(bridge, 'saveFile')
  const give = bridge.holdNext()
  await person.click(save())
  expect(save().textContent).toBe('Saving…')
  await person.click(save())
  await act(async () => give(made))
  expect(asked()).toEqual([['deliver.make-plan-file', {}]])
  expect(saveFile.mock.calls).toEqual([[made.value, 'ask']])
  expect(said()).toBe('saved Plan.odap')
  expect(save().textContent).toBe('Save')
})

test('what keeps it from being made is said, and a later try counts', async () => {
  const { person, bridge } = await onScreen(<PlanFileButton />)
  bridge.answerNext(err({ code: 'plan-file-lost' }))
  await person.click(save())
  expect(said()).toBe('plan-file-lost')
  bridge.answerNext(made)
  await person.click(save())
  expect(said()).toBe('saved Plan.odap')
})
