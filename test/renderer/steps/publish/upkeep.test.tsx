import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { ok } from '../../../../src/domain/result.ts'
import type { Upkeep } from '../../../../src/domain/vocabulary.ts'
import { PublishedCard } from '../../../../src/renderer/steps/publish/publish-cards.tsx'
import { PublishStep } from '../../../../src/renderer/steps/publish/publish-step.tsx'
import { RetirementField } from '../../../../src/renderer/steps/publish/retirement-field.tsx'
import type { DatasetChanges } from '../../../support/builders.ts'
import { aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const published = (title: string, more: DatasetChanges = {}): DatasetChanges => ({
  ...more,
  facts: { title, ...more.facts },
  review: { availability: 'on-portal', ...more.review },
})
const kept = (upkeep: Upkeep): DatasetChanges => ({ commitment: { upkeep } })

const pressed = () => screen.queryAllByRole('button', { pressed: true }).map((button) => button.textContent)
const grounds = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /^Ground/ })

describe('the datasets that are published already', () => {
  const three = aView(
    aPlan({
      datasets: someDatasets([
        published('Licenses', kept('keep')),
        published('Complaints'),
        published('Grants', kept('retire')),
      ]),
    }),
  )
  const boxes = () => screen.getAllByRole('checkbox', { name: /^Select this dataset/ })
  async function theStep(view = three) {
    const shown = await onScreen(<PublishStep />, view)
    await screen.findAllByRole('checkbox', { name: /^Select this dataset/ })
    return shown
  }

  test('get the answer of the one in work, or of those that are ticked and no other', async () => {
    const { person, bridge, asked } = await theStep()
    expect(screen.getByText('1 of 3 datasets settled · 2 left')).toBeTruthy()
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: /^Update newer data/ }))
    await person.click(boxes()[0] as HTMLElement)
    await person.click(boxes()[2] as HTMLElement)
    bridge.answerNext(ok(aChange(3)))
    await person.keyboard('1')
    expect(asked()).toEqual([
      ['publish.set', { ids: ['dataset-2'], changes: { upkeep: 'update' } }],
      ['publish.set', { ids: ['dataset-1', 'dataset-3'], changes: { upkeep: 'keep' } }],
    ])
  })

  test('get none in a plan that is open to read', async () => {
    const { person, asked } = await theStep(toRead(three))
    await person.click(screen.getByRole('button', { name: 'Update' }))
    await person.click(screen.getByRole('heading', { level: 1 }))
    await person.keyboard('1')
    expect(asked()).toEqual([])
  })
})

test('a number means nothing among the planned ones, where nothing is answered by key', async () => {
  const planned: DatasetChanges = {
    review: { availability: 'not-public' },
    identification: { access: 'public' },
    priority: { override: { tier: 'now', reason: 'Asked for', who: '', at: '' } },
  }
  const datasets = someDatasets([planned, published('Licenses')])
  const { person, asked } = await onScreen(<PublishStep />, aView(aPlan({ datasets })))
  await screen.findAllByRole('row')
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Planned (1)')
  await person.click(screen.getByRole('heading', { level: 1 }))
  await person.keyboard('1')
  expect(asked()).toEqual([])
})

describe('the card of what is published', () => {
  async function cardFor(changes: readonly DatasetChanges[]) {
    const datasets = someDatasets(changes)
    return onScreen(
      <PublishedCard datasets={datasets} among={datasets} onAnswer={() => undefined} />,
      aView(aPlan({ datasets })),
    )
  }

  test('says where it is published by what was reviewed, else by the inventory, else that nobody knows', async () => {
    const facts = { url: 'https://example.gov/old', format: 'PDF' }
    const { remove } = await cardFor([
      published('Licenses', { facts, review: { publishedAt: ' data.ct.gov ', publishedFormat: 'CSV' } }),
    ])
    expect(screen.getByText('Published now: data.ct.gov · CSV')).toBeTruthy()
    remove()
    const second = await cardFor([published('Licenses', { facts })])
    expect(screen.getByText('Published now: https://example.gov/old · PDF')).toBeTruthy()
    second.remove()
    await cardFor([published('Licenses')])
    expect(screen.getByText('Published now: where is not recorded')).toBeTruthy()
  })

  test('asks for a ground where all of them are to be retired, and for their keeping where not', async () => {
    const { remove } = await cardFor([published('Licenses', kept('retire'))])
    expect(grounds().value).toBe('')
    expect(screen.queryByLabelText('Steward')).toBeNull()
    remove()
    await cardFor([published('Licenses', kept('retire')), published('Grants', kept('keep'))])
    expect(screen.queryByRole('combobox', { name: /^Ground/ })).toBeNull()
    expect(screen.getByLabelText('Steward')).toBeTruthy()
    expect(pressed()).toEqual([])
  })

  test('offers a frequency for what is kept alone, not for what is to be retired', async () => {
    const monthly = { 'update-frequency': 'monthly' }
    const datasets = someDatasets([
      published('Licenses', { facts: monthly }),
      published('Grants', { facts: monthly, ...kept('retire') }),
      published('Fees', { facts: monthly }),
    ])
    const { person, bridge, asked } = await onScreen(
      <PublishedCard datasets={datasets.slice(0, 1)} among={datasets} onAnswer={() => undefined} />,
      aView(aPlan({ datasets })),
    )
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: 'Use “Monthly” for all 2' }))
    expect(asked()).toEqual([
      ['publish.set', { ids: ['dataset-1', 'dataset-3'], changes: { updateFrequency: 'Monthly' } }],
    ])
  })
})

describe('the ground for retiring', () => {
  const warning = 'Retiring needs a ground; without one this stays unsettled.'
  const with2 = (one: 'outdated' | null, other: 'outdated' | 'rarely-used' | null) =>
    someDatasets([{ commitment: { retirementGround: one } }, { commitment: { retirementGround: other } }])

  test('is set for all of them, and taken back for all of them', async () => {
    const { person, bridge, asked } = await onScreen(
      <RetirementField datasets={with2('outdated', 'outdated')} />,
    )
    expect(grounds().value).toBe('outdated')
    expect(screen.queryByText(warning)).toBeNull()
    bridge.answerNext(ok(aChange(2)))
    await person.selectOptions(grounds(), 'Rarely used')
    bridge.answerNext(ok(aChange(3)))
    await person.selectOptions(grounds(), 'Choose a ground')
    const ids = ['dataset-1', 'dataset-2']
    expect(asked()).toEqual([
      ['publish.set', { ids, changes: { retirementGround: 'rarely-used' } }],
      ['publish.set', { ids, changes: { retirementGround: null } }],
    ])
  })

  test('is said to be missing where it is for any of them, and not where they only differ', async () => {
    const { show } = await onScreen(<RetirementField datasets={with2('outdated', null)} />)
    expect(grounds().value).toBe('')
    expect(screen.getByText(warning)).toBeTruthy()
    show(<RetirementField datasets={with2('outdated', 'rarely-used')} />)
    expect(grounds().value).toBe('')
    expect(screen.queryByText(warning)).toBeNull()
  })

  test('is not chosen in a plan that is open to read', async () => {
    await onScreen(<RetirementField datasets={with2(null, null)} />, toRead())
    expect(grounds().disabled).toBe(true)
  })
})
