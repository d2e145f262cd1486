import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useDraftWeights } from '../../../../src/renderer/steps/prioritize/draft-weights.ts'
import { TierPart } from '../../../../src/renderer/steps/prioritize/tier-part.tsx'
import { WeightsPanel } from '../../../../src/renderer/steps/prioritize/weights-panel.tsx'
import { aDataset, aPlan, aView } from '../../support/fake-plan.ts'
import { asksBeforeClosing, onScreen, toRead } from '../../support/on-screen.tsx'

const dataset = aDataset('d0', 0)
const candidate = { id: 'd0', dataset, rank: 1, score: 2, suggested: 'next', tier: 'next' } as const

test('a reason typed for a tier is not lost without a question', async () => {
  const { person } = await onScreen(<TierPart candidate={candidate} />)
  await person.click(screen.getByRole('button', { name: 'Set another tier…' }))
  expect(asksBeforeClosing()).toBe(false)
  await person.type(screen.getByLabelText('Why'), 'Promised')
  expect(asksBeforeClosing()).toBe(true)
  await person.clear(screen.getByLabelText('Why'))
  expect(asksBeforeClosing()).toBe(false)
})

function Panel() {
  return <WeightsPanel draft={useDraftWeights()} />
}

test.each([true, false])('weights are moved where the plan is not open to read: %s', async (isReading) => {
  const view = aView(aPlan(1))
  await onScreen(<Panel />, isReading ? toRead(view) : view)
  const sliders = screen.getAllByRole<HTMLInputElement>('slider')
  expect(sliders.map((slider) => slider.disabled)).toEqual(sliders.map(() => isReading))
})
