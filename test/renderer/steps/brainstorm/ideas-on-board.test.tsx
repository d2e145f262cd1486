import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/domain/result.ts'
import { QuestionColumn } from '../../../../src/renderer/steps/brainstorm/question-column.tsx'
import { anIdea, aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const datasets = someDatasets([
  { facts: { title: 'Licenses issued' }, review: { availability: 'on-portal' } },
])
const ideas = [
  anIdea({ id: 'idea-1', text: 'Wait times', raisedBy: 'M. Chen' }),
  anIdea({ id: 'idea-2', text: 'Licenses', datasetId: 'dataset-1', raisedBy: ' ' }),
  anIdea({ id: 'idea-3', text: 'Fees', raisedBy: 'A. Other' }),
]

async function theColumn() {
  const shown = await onScreen(
    <QuestionColumn question="frequently-requested" raisedBy="J. Rivera" />,
    aView(aPlan({ datasets, ideas })),
  )
  const { person } = shown
  const choose = async (idea: string, action: string) => {
    await person.click(screen.getByRole('button', { name: `More for “${idea}”` }))
    await person.click(screen.getByRole('menuitem', { name: action }))
  }
  return { ...shown, choose }
}

const field = (label: string | RegExp) => screen.getByLabelText<HTMLInputElement>(label)
const isClosed = (name: string) =>
  screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'

test('an idea stands there by its words, or by the name of the dataset it is about, with who raised it', async () => {
  await theColumn()
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Wait timesRaised by M. ChenIdeaMake it a dataset…',
    'Licenses issuedNobody namedDatasetrow 5 of Inventory · On portal',
    'FeesRaised by A. OtherIdeaMake it a dataset…',
  ])
})

describe('an idea is changed', () => {
  test('by itself, in its words and who raised it', async () => {
    const { person, bridge, asked, choose } = await theColumn()
    await choose('Fees', 'Edit…')
    await person.type(field(/^The idea/), ' by year ')
    await person.clear(field('Raised by'))
    await person.type(field('Raised by'), ' M. Osei ')
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: 'Save' }))
    expect(asked()).toEqual([
      ['brainstorm.change', { id: 'idea-3', changes: { raisedBy: 'M. Osei', text: 'Fees by year' } }],
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('in who raised it alone where it is about a dataset, which keeps its name', async () => {
    const { person, bridge, asked, choose } = await theColumn()
    await choose('Licenses issued', 'Edit…')
    expect(screen.queryByLabelText(/^The idea/)).toBeNull()
    await person.clear(field('Raised by'))
    await person.type(field('Raised by'), 'M. Osei')
    bridge.answerNext(ok(aChange(2)))
    await person.click(screen.getByRole('button', { name: 'Save' }))
    expect(asked()).toEqual([['brainstorm.change', { id: 'idea-2', changes: { raisedBy: 'M. Osei' } }]])
  })

  test('into no empty one, and stays open with what was typed where it is refused', async () => {
    const { person, bridge, asked, choose } = await theColumn()
    await choose('Wait times', 'Edit…')
    await person.clear(field(/^The idea/))
    await person.type(field(/^The idea/), '  ')
    expect(isClosed('Save')).toBe(true)
    await person.click(screen.getByRole('button', { name: 'Save' }))
    expect(asked()).toEqual([])
    await person.type(field(/^The idea/), 'Waiting')
    bridge.answerNext(err({ code: 'dataset-not-found' }))
    await person.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(field(/^The idea/).value).toBe('  Waiting')
  })

  test('not at all where its dialog is cancelled, and the focus is on the idea again', async () => {
    const { person, asked, choose } = await theColumn()
    await choose('Fees', 'Edit…')
    await person.type(field(/^The idea/), ' by year')
    await person.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More for “Fees”' })),
    )
    expect(asked()).toEqual([])
  })
})

describe('an idea becomes a dataset', () => {
  test('of its own, by the link and by the menu, as it is described', async () => {
    const { person, bridge, asked, choose } = await theColumn()
    await person.click(screen.getByRole('button', { name: 'Make it a dataset… Fees' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByLabelText<HTMLInputElement>(/^Title/).value).toBe('Fees')
    await person.type(dialog.getByLabelText('Unit or program'), 'Licensing')
    await person.type(dialog.getByLabelText('Description'), 'One row a fee')
    bridge.answerNext(ok(aChange(2)))
    await person.click(dialog.getByRole('button', { name: 'Make it a dataset' }))
    expect(asked()).toEqual([
      [
        'brainstorm.make-dataset',
        { id: 'idea-3', title: 'Fees', unit: 'Licensing', description: 'One row a fee' },
      ],
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await choose('Wait times', 'Make it a dataset…')
    expect(field(/^Title/).value).toBe('Wait times')
    await person.clear(field(/^Title/))
    expect(isClosed('Make it a dataset')).toBe(true)
  })

  test('and what is one already is not made one again', async () => {
    const { person } = await theColumn()
    await person.click(screen.getByRole('button', { name: 'More for “Licenses issued”' }))
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Edit…',
      'Remove from the board',
    ])
  })
})

test('an idea that is taken off is the one that was meant, and the focus goes to the field above', async () => {
  const { bridge, asked, choose } = await theColumn()
  const give = bridge.holdNext()
  await choose('Licenses issued', 'Remove from the board')
  expect(asked()).toEqual([['brainstorm.remove', { id: 'idea-2' }]])
  await act(async () => give(ok(aChange(2, { removedIdeas: ['idea-2'] }))))
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')))
})
