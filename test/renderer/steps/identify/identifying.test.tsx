import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../../src/domain/dataset.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { GroundsPart } from '../../../../src/renderer/steps/identify/grounds-part.tsx'
import { IdentifyStep } from '../../../../src/renderer/steps/identify/identify-step.tsx'
import { OpennessPart } from '../../../../src/renderer/steps/identify/openness-part.tsx'
import { aDataset, aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const three = someDatasets([
  { facts: { title: 'Licenses' }, identification: { access: 'public' } },
  { facts: { title: 'Complaints' } },
  { facts: { title: 'Grants' }, identification: { access: 'protected' } },
])
const plan = aView(aPlan({ datasets: three }))

const boxes = () => screen.getAllByRole('checkbox', { name: /^Select this dataset/ })
const status = () => screen.getAllByRole('status').map((one) => one.textContent)

async function theStep(view = plan) {
  const shown = await onScreen(<IdentifyStep />, view)
  await screen.findAllByRole('checkbox', { name: /^Select this dataset/ })
  return shown
}

describe('whether data may be public', () => {
  test('is answered for the one in work, or for those that are ticked and no other', async () => {
    const { person, bridge, asked } = await theStep()
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: /^Protected, releasable/ }))
    await person.click(boxes()[0] as HTMLElement)
    await person.click(boxes()[2] as HTMLElement)
    bridge.answerNext(ok(aChange(3)))
    await person.keyboard('3')
    expect(asked()).toEqual([
      ['identify.set', { ids: ['dataset-2'], changes: { access: 'protected-releasable' } }],
      ['identify.set', { ids: ['dataset-1', 'dataset-3'], changes: { access: 'protected' } }],
    ])
  })

  test('is not answered in a plan that is open to read', async () => {
    const { person, asked } = await theStep(toRead(plan))
    await person.click(screen.getByRole('button', { name: /^Undetermined/ }))
    await person.keyboard('1')
    await person.click(boxes()[0] as HTMLElement)
    await person.keyboard('1')
    expect(asked()).toEqual([])
  })

  test('is counted, with what is left to do and why', async () => {
    const { person } = await theStep()
    expect(status()).toContain('1 of 3 datasets identified · 2 left')
    expect(
      screen.getByText('1 dataset undetermined · 1 without a legal basis or a release route'),
    ).toBeTruthy()
    expect(status()).toContain('Still needed: access')
    await person.click(screen.getByRole('button', { name: 'Next unanswered' }))
    expect(screen.getByRole('heading', { level: 2, name: 'Grants' })).toBeTruthy()
    expect(status()).toContain('Still needed: legal basis')
  })

  test('leads on to the next step once nothing is left', async () => {
    const { person } = await theStep(
      aView(
        aPlan({
          datasets: three.map((dataset) => ({
            ...dataset,
            identification: { ...dataset.identification, access: 'public' as const },
          })),
        }),
      ),
    )
    expect(status()).toContain('Nothing more is needed here.')
    await person.click(screen.getByRole('button', { name: 'Go on to Prioritize' }))
    expect(window.history.state).toEqual({ place: { screen: 'prioritize' } })
  })
})

describe('a property of open data', () => {
  const dataset = aDataset({ openness: { free: 'yes', described: 'no' } })
  const property = (name: string) => within(screen.getByRole('group', { name }))

  test('is answered by itself, for this dataset', async () => {
    const { person, bridge, asked } = await onScreen(<OpennessPart dataset={dataset} />)
    expect(screen.getByText('2 of 5 determined')).toBeTruthy()
    bridge.answerNext(ok(aChange(2)))
    await person.click(property('Machine-readable').getByRole('button', { name: 'No' }))
    bridge.answerNext(ok(aChange(3)))
    await person.click(property('Free to get').getByRole('button', { name: 'Not yet determined' }))
    expect(asked()).toEqual([
      ['identify.set-openness', { ids: ['dataset-1'], changes: { 'machine-readable': 'no' } }],
      ['identify.set-openness', { ids: ['dataset-1'], changes: { free: 'not-yet-determined' } }],
    ])
  })

  test('shows its own answer, and takes none in a plan that is open to read', async () => {
    const { person, asked } = await onScreen(<OpennessPart dataset={dataset} />, toRead())
    const chosen = (name: string) => property(name).getByRole('button', { pressed: true }).textContent
    expect([chosen('Free to get'), chosen('Described in metadata'), chosen('Machine-readable')]).toEqual([
      'Yes',
      'No',
      'Not yet',
    ])
    await person.click(property('Free to get').getByRole('button', { name: 'No' }))
    expect(asked()).toEqual([])
  })
})

describe('the high-value grounds', () => {
  const dataset = aDataset({ identification: { highValueGrounds: ['B', 'H'] } })
  const box = (letter: string) =>
    screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^${letter}\\. `) })
  const part = (one: Dataset) => <GroundsPart dataset={one} />

  test('are saved together, in their order, with the one that was ticked or without it', async () => {
    const { person, bridge, asked } = await onScreen(part(dataset))
    expect(screen.getByText('2 ticked')).toBeTruthy()
    bridge.answerNext(ok(aChange(2)))
    await person.click(box('D'))
    await screen.findByText('2 ticked')
    bridge.answerNext(ok(aChange(3)))
    await person.click(box('B'))
    expect(asked()).toEqual([
      ['identify.set', { ids: ['dataset-1'], changes: { highValueGrounds: ['B', 'D', 'H'] } }],
      ['identify.set', { ids: ['dataset-1'], changes: { highValueGrounds: ['H'] } }],
    ])
  })

  test('ticked one after the other before the first is saved are both kept', async () => {
    const { person, bridge, asked } = await onScreen(part(dataset))
    const give = bridge.holdNext()
    bridge.answerNext(ok(aChange(3)))
    await person.click(box('A'))
    expect(screen.getByText('3 ticked')).toBeTruthy()
    await person.click(box('C'))
    expect(screen.getByText('4 ticked')).toBeTruthy()
    await act(async () => give(ok(aChange(2))))
    expect(asked()).toEqual([
      ['identify.set', { ids: ['dataset-1'], changes: { highValueGrounds: ['A', 'B', 'H'] } }],
      ['identify.set', { ids: ['dataset-1'], changes: { highValueGrounds: ['A', 'B', 'C', 'H'] } }],
    ])
  })

  test('are shown as they are saved again where one was refused', async () => {
    const { person, bridge } = await onScreen(part(dataset))
    bridge.answerNext(err({ code: 'dataset-not-found' }))
    await person.click(box('A'))
    expect(await screen.findByText('2 ticked')).toBeTruthy()
    expect(box('A').checked).toBe(false)
  })

  test('are not ticked in a plan that is open to read', async () => {
    const { person, asked } = await onScreen(part(dataset), toRead())
    expect(screen.getAllByRole<HTMLInputElement>('checkbox').map(({ disabled }) => disabled)).toEqual(
      Array.from({ length: 8 }, () => true),
    )
    await person.click(box('A'))
    expect(asked()).toEqual([])
  })
})

test('what was refused for one dataset does not stand in the field of the next', async () => {
  const two = someDatasets([
    { facts: { title: 'Licenses' }, identification: { access: 'protected' } },
    { facts: { title: 'Complaints' }, identification: { access: 'protected' } },
  ])
  const { person, bridge, asked } = await theStep(aView(aPlan({ datasets: two })))
  const field = () => screen.getByLabelText<HTMLInputElement>('Legal basis of the protection')
  bridge.answerNext(err({ code: 'disk-full' }))
  await person.type(field(), 'CGS Sec. 17a-101k')
  await person.click(screen.getByRole('button', { name: 'Next unanswered' }))
  expect(screen.getByRole('heading', { level: 2, name: 'Complaints' })).toBeTruthy()
  expect(field().value).toBe('')
  await person.click(field())
  await person.tab()
  expect(asked().filter(([, input]) => JSON.stringify(input).includes('dataset-2'))).toEqual([])
})
