import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { err, ok } from '../../../../src/domain/result.ts'
import { BrainstormStep } from '../../../../src/renderer/steps/brainstorm/brainstorm-step.tsx'
import { QuestionColumn } from '../../../../src/renderer/steps/brainstorm/question-column.tsx'
import { anIdea, aPlan, someDatasets } from '../../../support/builders.ts'
import { aChange, aView } from '../../support/fake-plan.ts'
import { onScreen, toRead } from '../../support/on-screen.tsx'

const datasets = someDatasets([
  { facts: { title: 'Licenses issued' } },
  { facts: { title: 'Complaint register', demand: '14 requests' } },
  { facts: { title: 'Complaints by town' } },
])
const question = 'frequently-requested'
const onBoard = anIdea({ text: 'Licenses issued', datasetId: 'dataset-1' })
const ownWords = anIdea({ id: 'idea-9', text: 'Fees' })
const view = aView(aPlan({ datasets, ideas: [onBoard, ownWords] }))

const field = () => screen.getByRole<HTMLInputElement>('combobox')
const offered = () => screen.getAllByRole('option').map((option) => option.textContent)
const asIdea = (text: string, datasetId: string | null = null) => [
  'brainstorm.add',
  { question, text, raisedBy: 'J. Rivera', datasetId },
]

describe('under a question', () => {
  const column = (isReading = false) =>
    onScreen(<QuestionColumn question={question} raisedBy="J. Rivera" />, isReading ? toRead(view) : view)

  test('what is typed becomes an idea of whoever raised it, once, and the field is free for the next', async () => {
    const { person, bridge, asked } = await column()
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(), ' Wait times {Enter}')
    expect(field().value).toBe('')
    await person.keyboard('{Enter}')
    await person.tab()
    expect(asked()).toEqual([asIdea('Wait times')])
  })

  test('a dataset’s whole name means that dataset, and its words where it stands there already', async () => {
    const { person, bridge, asked } = await column()
    for (const name of ['complaint register', 'licenses issued']) {
      bridge.answerNext(ok(aChange(2)))
      await person.type(field(), `${name}{Enter}`)
    }
    expect(asked()).toEqual([asIdea('Complaint register', 'dataset-2'), asIdea('licenses issued')])
  })

  test('what is chosen from the list is what is added', async () => {
    const { person, bridge, asked } = await column()
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(), 'complaint')
    await person.click(screen.getByRole('option', { name: /^Complaints by town/ }))
    bridge.answerNext(ok(aChange(3)))
    await person.type(field(), 'complaint')
    await person.click(screen.getByRole('option', { name: 'New idea: “complaint”' }))
    expect(asked()).toEqual([asIdea('Complaints by town', 'dataset-3'), asIdea('complaint')])
  })

  test('the datasets that fit it are offered first, and none that stands there already', async () => {
    const { person } = await column()
    await person.click(field())
    expect(offered()).toEqual([
      'Complaint registerrow 6 of Inventory',
      'Complaints by townrow 7 of Inventory',
    ])
  })

  test('words that were refused come back, unless others stand there by then', async () => {
    const { person, bridge } = await column()
    bridge.answerNext(err({ code: 'dataset-not-found' }))
    await person.type(field(), 'Wait times{Enter}')
    expect(field().value).toBe('Wait times')
    await person.clear(field())
    bridge.answerNext(ok(aChange(2)))
    await person.type(field(), 'Fees{Enter}')
    expect(field().value).toBe('')
  })

  test('in a plan that is open to read nothing is added, changed or made', async () => {
    await column(true)
    expect(field().disabled).toBe(true)
    expect(screen.queryByRole('button', { name: /^(More for|Make it a dataset)/ })).toBeNull()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
  })
})

describe('the board', () => {
  const ideas = [
    onBoard,
    anIdea({ id: 'idea-2', position: 2, question: 'not-yet-public', raisedBy: 'A. Other' }),
    anIdea({ id: 'idea-3', position: 1, question: 'not-yet-public', raisedBy: 'B. Third' }),
  ]
  const asks = (name: string) => screen.getByRole('combobox', { name: `Add under: ${name}` })
  const kept = 'What do people keep asking us for?'

  test('adds an idea under its own question, by the name given last or the one that is typed now', async () => {
    const { person, bridge, asked } = await onScreen(<BrainstormStep />, aView(aPlan({ datasets, ideas })))
    const by = screen.getByLabelText<HTMLInputElement>('Raised by')
    expect(by.value).toBe('A. Other')
    bridge.answerNext(ok(aChange(2)))
    await person.type(asks(kept), 'Wait times{Enter}')
    await person.clear(by)
    await person.type(by, ' M. Osei ')
    bridge.answerNext(ok(aChange(3)))
    await person.type(asks('What is already on the open data portal?'), 'Fees{Enter}')
    expect(asked().filter(([call]) => call === 'brainstorm.add')).toEqual([
      ['brainstorm.add', { question, text: 'Wait times', raisedBy: 'A. Other', datasetId: null }],
      ['brainstorm.add', { question: 'on-portal', text: 'Fees', raisedBy: 'M. Osei', datasetId: null }],
    ])
  })

  test('counts its ideas by question, and shows each under its own', async () => {
    await onScreen(<BrainstormStep />, aView(aPlan({ datasets, ideas })))
    expect(screen.getByText(/^2 of 5 questions have an idea/)).toBeTruthy()
    const ideasOf = (name: string) => {
      const column = within(screen.getByRole('region', { name }))
      return [column.queryByText(/^\d+ ideas?$/)?.textContent, column.queryAllByRole('listitem').length]
    }
    expect(ideasOf(kept)).toEqual(['1 idea', 1])
    expect(ideasOf('What do we hold that nobody outside can get yet?')).toEqual(['2 ideas', 2])
    expect(ideasOf('What is already on the open data portal?')).toEqual([undefined, 0])
  })

  test('leads to the first question without an idea, or on to the next step', async () => {
    const { person } = await onScreen(<BrainstormStep />, aView(aPlan({ datasets, ideas })))
    await person.click(screen.getByRole('button', { name: 'Next empty question' }))
    expect(document.activeElement).toBe(asks('What is already on the open data portal?'))
    await person.click(screen.getByRole('button', { name: 'Go on to Identify' }))
    expect(window.history.state).toEqual({ place: { screen: 'identify' } })
  })
})
