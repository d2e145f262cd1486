import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { detailFields } from '../../../../src/domain/fields/plan-fields.ts'
import type { Plan } from '../../../../src/domain/plan.ts'
import { ok } from '../../../../src/domain/result.ts'
import { BeforeYouSend } from '../../../../src/renderer/steps/deliver/before-you-send.tsx'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const complete = Object.fromEntries(
  Object.keys(detailFields).map((field) => [field, 'given']),
) as unknown as Plan['details']
const reviewed = { availability: 'not-public' } as const
const plan = aPlan({
  details: { ...complete, period: '' },
  datasets: someDatasets([
    { facts: { title: 'Licenses' }, review: reviewed, identification: { access: 'protected' } },
    { facts: { title: 'Complaints' }, review: reviewed, identification: { access: 'protected' } },
    { facts: { title: 'Grants' }, review: reviewed, identification: { access: 'undetermined' } },
  ]),
})

const open = () => within(screen.getByRole('list', { name: 'What stands open' }))
const lines = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((item) => item.textContent)

test('what stands open is named and counted, and what is all right is not among it', async () => {
  await onScreen(<BeforeYouSend className="" />, aView(plan))
  expect(lines('What stands open')).toEqual([
    'One plan detail is emptyPeriodGo to Plan details',
    '1 dataset has no decision on access yetGrantsGo to Identify',
    '2 protected datasets name no lawLicenses, ComplaintsGo to Identify',
    'No dataset is planned yet, so the list of what will be published is emptyGo to Prioritize',
  ])
  expect(screen.getByText('4 gaps')).toBeTruthy()
  expect(lines('What is all right')).toEqual(['Every dataset has an availability'])
})

test('each line leads to where it is mended', async () => {
  const { person } = await onScreen(<BeforeYouSend className="" />, aView(plan))
  const places = []
  for (const link of open().getAllByRole('button')) {
    await person.click(link)
    places.push(window.history.state.place.screen)
  }
  expect(places).toEqual(['details', 'identify', 'identify', 'prioritize'])
})

test('what was mended meanwhile no longer stands open', async () => {
  const { bridge } = await onScreen(<BeforeYouSend className="" />, aView(plan, 1))
  expect(screen.getByText('4 gaps')).toBeTruthy()
  const now = { ...plan, details: complete }
  bridge.answerNext(ok(aView(now, 7)))
  await act(async () => bridge.emit({ kind: 'changed', planId: 'plan-1', revision: 7 }))
  expect(screen.getByText('3 gaps')).toBeTruthy()
  expect(open().queryByText('One plan detail is empty')).toBeNull()
  expect(lines('What is all right')).toContain('Every plan detail is filled in')
})

test('a plan without a gap is said to have none', async () => {
  const planned = aPlan({
    details: complete,
    datasets: someDatasets([
      {
        review: reviewed,
        identification: { access: 'public' },
        priority: { override: { tier: 'now', reason: 'Asked for', who: '', at: '' } },
        commitment: { targetDate: '2027-06-30', updateFrequency: 'Monthly', steward: 'M. Osei' },
      },
    ]),
  })
  await onScreen(<BeforeYouSend className="" />, aView(planned))
  expect(screen.getByText('no gaps')).toBeTruthy()
  expect(screen.getByText('Nothing is open. The plan is complete.')).toBeTruthy()
  expect(screen.queryByRole('list', { name: 'What stands open' })).toBeNull()
})
