import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ok } from '../../../../src/domain/result.ts'
import { PublishStep } from '../../../../src/renderer/steps/publish/publish-step.tsx'
import type { DatasetChanges } from '../../../support/builders.ts'
import { aPlan, ratings, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const whole = {
  steward: 'J. Rivera',
  targetDate: '2027-06-30',
  updateFrequency: 'Monthly',
} as const
const planned = (title: string, value: 1 | 2 | 3, more: DatasetChanges = {}): DatasetChanges => ({
  facts: { title },
  review: { availability: 'not-public' },
  identification: { access: 'public' },
  priority: { ratings: ratings(value), override: null },
  ...more,
})
const published = (title: string, upkeep: 'keep' | 'not-yet-determined'): DatasetChanges => ({
  facts: { title },
  review: { availability: 'on-portal' },
  commitment: { upkeep },
})

async function theStep(...changes: readonly DatasetChanges[]) {
  const shown = await onScreen(<PublishStep />, aView(aPlan({ datasets: someDatasets(changes) })))
  const press = (name: string | RegExp) => shown.person.click(screen.getByRole('button', { name }))
  return { ...shown, press, goTo: (name: RegExp) => shown.person.click(screen.getByRole('tab', { name })) }
}

const names = () =>
  [...document.querySelectorAll('[role="gridcell"][col-id="dataset"]')].map(({ textContent }) => textContent)
const current = (name: string) => screen.getByRole('heading', { level: 2, name })
const tab = () => screen.getByRole('tab', { selected: true }).textContent

describe('what is planned', () => {
  test('stands in the plan’s order, with what each one lacks', async () => {
    await theStep(planned('Low', 1), planned('High', 3, { commitment: whole }), planned('Middle', 2))
    await waitFor(() => expect(names()).toEqual(['High', 'Middle', 'Low']))
    const said = [...document.querySelectorAll('[role="gridcell"][col-id="commitment"]')]
    expect(said.map(({ textContent }) => textContent)[0]).toBe('June 30, 2027')
    expect(current('Middle')).toBeTruthy()
    expect(screen.getByText(/2 of 3/)).toBeTruthy()
  })

  test('leaves out what is not planned', async () => {
    const override = { tier: 'not-planned', reason: 'No staff', who: '', at: '' } as const
    await theStep(planned('Kept', 1), planned('Dropped', 3, { priority: { ratings: ratings(3), override } }))
    await waitFor(() => expect(names()).toEqual(['Kept']))
    expect(tab()).toBe('Planned (1)')
  })

  test('is gone through by what is open, back again, and saved with the plan', async () => {
    const { press, person, bridge, asked } = await theStep(
      planned('First', 3),
      planned('Second', 2, { commitment: whole }),
      planned('Third', 1),
    )
    expect(current('First')).toBeTruthy()
    await press('Next unsettled')
    expect(current('Third')).toBeTruthy()
    await press('Previous')
    expect(current('Second')).toBeTruthy()
    bridge.answerNext(ok(aChange(2)))
    await person.clear(screen.getByLabelText('Steward'))
    await person.type(screen.getByLabelText('Steward'), 'M. Chen')
    await person.tab()
    expect(asked()).toEqual([['publish.set', { ids: ['dataset-2'], changes: { steward: 'M. Chen' } }]])
  })
})

test('each list says by which keys it is worked through, and that nothing is left', async () => {
  const { goTo } = await theStep(
    planned('Planned', 3),
    published('Out', 'not-yet-determined'),
    published('Kept', 'keep'),
  )
  expect(screen.getByText(/^Enter in the table goes to the next unsettled dataset/)).toBeTruthy()
  await goTo(/^Already/)
  expect(screen.getByText(/^Keys 1 to 4 answer/)).toBeTruthy()
})

test('a list in which nothing is left says so', async () => {
  await theStep(planned('Planned', 3, { commitment: whole }))
  expect(screen.getByText('Everything here is settled.')).toBeTruthy()
})

describe('the way on', () => {
  test('is to the other list once this one is settled, and then to Deliver', async () => {
    const { press, bridge } = await theStep(
      planned('Planned', 3, { commitment: whole }),
      published('Out', 'not-yet-determined'),
    )
    expect(tab()).toBe('Planned (1)')
    await press('Go to the published ones')
    expect(tab()).toBe('Already published (1)')
    await waitFor(() => expect(names()).toEqual(['Out']))
    bridge.answerNext(
      ok(
        aChange(2, {
          datasets: someDatasets([published('Out', 'keep')]).map((dataset) => ({
            ...dataset,
            id: 'dataset-2',
            position: 1,
          })),
        }),
      ),
    )
    await press(/^Keep/)
    await press('Go on to Deliver')
    expect(window.history.state.place).toEqual({ screen: 'deliver' })
  })

  test('is back to what is planned where only that is open', async () => {
    const { press, goTo } = await theStep(planned('Planned', 3), published('Out', 'keep'))
    await goTo(/^Already/)
    await press('Go to the planned ones')
    expect(tab()).toBe('Planned (1)')
  })
})

describe('an empty list', () => {
  test('gives way to the other at the beginning', async () => {
    await theStep(published('Out', 'keep'))
    expect(tab()).toBe('Already published (1)')
  })

  test.each([
    ['identify', [{ facts: { title: 'Undetermined' }, review: { availability: 'not-public' } }]],
    [
      'prioritize',
      [
        {
          facts: { title: 'Unrated' },
          review: { availability: 'not-public' },
          identification: { access: 'public' },
        },
      ],
    ],
  ] as const)('says what to do first: %s', async (step, changes) => {
    const { person } = await theStep(...(changes as readonly DatasetChanges[]))
    expect(tab()).toBe('Planned (0)')
    await person.click(screen.getByRole('button', { name: /^Go to / }))
    expect(window.history.state.place).toEqual({ screen: step })
  })

  test('of what is published leads to the review', async () => {
    const { person, goTo } = await theStep(planned('Planned', 3))
    await goTo(/^Already/)
    await person.click(screen.getByRole('button', { name: 'Go to Review' }))
    expect(window.history.state.place).toEqual({ screen: 'review' })
  })
})
