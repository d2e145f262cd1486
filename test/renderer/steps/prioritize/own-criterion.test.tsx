import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { guidanceCriteria } from '../../../../src/domain/criteria.ts'
import { ok } from '../../../../src/domain/result.ts'
import { DatasetPriority } from '../../../../src/renderer/steps/prioritize/dataset-priority.tsx'
import { useDraftWeights } from '../../../../src/renderer/steps/prioritize/draft-weights.ts'
import { RatingSquares } from '../../../../src/renderer/steps/prioritize/rating-squares.tsx'
import { WeightsPanel } from '../../../../src/renderer/steps/prioritize/weights-panel.tsx'
import { ownCriterion, ratings } from '../../../support/builders.ts'
import { aChange, aDataset, aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const criteria = [...guidanceCriteria, ownCriterion]
const view = aView({ ...aPlan(1), criteria })
const priority = { ratings: ratings(2, ['demand', 'own-1']), override: null }
const dataset = { ...aDataset('d0', 0), priority }

test('a criterion of the agency’s own is rated below the guidance’s', async () => {
  const candidate = { id: 'd0', dataset, rank: 1, score: 2, suggested: 'next', tier: 'next' } as const
  const { person, bridge, asked } = await onScreen(
    <DatasetPriority candidate={candidate} candidates={1} criteria={criteria} onNext={() => undefined} />,
    view,
  )
  const groups = screen
    .getAllByRole('group')
    .map((group) => group.getAttribute('aria-label') ?? group.textContent)
  expect(groups.findIndex((name) => name?.includes('Cost of a breach'))).toBe(5)
  const own = screen.getByRole('group', { name: 'Cost of a breach' })
  bridge.answerNext(ok(aChange(2)))
  await person.click(within(own).getByRole('button', { name: /^3/ }))
  expect(asked()).toEqual([
    ['prioritize.rate', { id: 'd0', criterion: 'own-1', value: 3, reason: 'Because of own-1' }],
  ])
})

test('it has a weight of its own, which is saved with the others’', async () => {
  function Panel() {
    return <WeightsPanel draft={useDraftWeights()} />
  }
  const { person, bridge, asked } = await onScreen(<Panel />, view)
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Cost of a breach' })
  expect(slider.value).toBe('2')
  fireEvent.change(slider, { target: { value: '2.5' } })
  bridge.answerNext(ok(aChange(2)))
  fireEvent.blur(slider)
  const once = { goals: 1, 'focal-points': 1, demand: 1, quality: 1, 'machine-readable': 1 }
  expect(asked()).toEqual([['prioritize.weigh', { weights: { ...once, 'own-1': 2.5 } }]])
  bridge.answerNext(ok(aChange(3)))
  await person.click(screen.getByRole('button', { name: 'All equal' }))
  expect(asked()[1]).toEqual(['prioritize.weigh', { weights: { ...once, 'own-1': 1 } }])
})

test('its rating stands last among the squares', async () => {
  await onScreen(<RatingSquares ratings={priority.ratings} criteria={criteria} />, view)
  expect(screen.getByRole('img').textContent).toBe('––2––2')
  expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/Cost of a breach: 2 medium$/)
})
