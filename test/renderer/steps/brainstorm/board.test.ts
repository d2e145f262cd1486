import { describe, expect, test } from 'vitest'
import type { Dataset } from '../../../../src/domain/dataset.ts'
import type { Idea } from '../../../../src/domain/plan.ts'
import type { Availability } from '../../../../src/domain/vocabulary.ts'
import { brainstormQuestions } from '../../../../src/domain/vocabulary.ts'
import {
  datasetNamed,
  datasetsOfIdeas,
  datasetsToOffer,
  lastNameGiven,
  nextEmptyQuestion,
  numberFromReview,
} from '../../../../src/renderer/steps/brainstorm/board.ts'
import { aDataset } from '../../support/fake-plan.ts'

const nobody = new Set<string>()

function reviewed(id: string, title: string, availability: Availability): Dataset {
  const dataset = aDataset(id, Number(id.slice(1)), { title, unit: 'Licensing' })
  return { ...dataset, review: { ...dataset.review, availability } }
}

function anIdea(position: number, question: Idea['question'], raisedBy = ''): Idea {
  return { id: `i${position}`, question, text: 'Something', raisedBy, datasetId: null, position }
}

const datasets = [
  reviewed('d1', 'Licenses issued', 'not-public'),
  reviewed('d2', 'License fees', 'on-portal'),
  reviewed('d3', 'Case load by town', 'on-portal'),
]

test('the datasets that ideas are about are found by their id, ideas without one aside', () => {
  const ideas = [
    { ...anIdea(1, 'on-portal'), datasetId: 'd3' },
    anIdea(2, 'on-portal'),
    { ...anIdea(3, 'on-portal'), datasetId: 'gone' },
  ]
  expect([...datasetsOfIdeas(datasets, ideas)]).toEqual([['d3', datasets[2]]])
})

describe('datasets to offer', () => {
  test('begin with those Review has put under the question', () => {
    expect(datasetsToOffer(datasets, 'on-portal', '', nobody).map(({ id }) => id)).toEqual(['d2', 'd3', 'd1'])
  })

  test('hold every typed word, in the name, the unit or the number', () => {
    expect(datasetsToOffer(datasets, 'not-yet-public', 'LICENS fee', nobody).map(({ id }) => id)).toEqual([
      'd2',
    ])
    expect(datasetsToOffer(datasets, 'not-yet-public', 'licensing town', nobody).map(({ id }) => id)).toEqual(
      ['d3'],
    )
  })

  test('leave out what is on the board already', () => {
    expect(datasetsToOffer(datasets, 'on-portal', 'licens fee', new Set(['d2']))).toEqual([])
  })

  test('begin with those the inventory says are asked for, under that question', () => {
    const asked = aDataset('d4', 4, { demand: '14 requests in 2026' })
    expect(datasetsToOffer([...datasets, asked], 'frequently-requested', '', nobody)[0]).toBe(asked)
  })
})

test('a name typed out in full names its dataset, part of a name does not', () => {
  expect(datasetNamed(datasets, ' license FEES ')?.id).toBe('d2')
  expect(datasetNamed(datasets, 'license')).toBeUndefined()
})

test('Review is quoted only for the questions it asks', () => {
  expect(numberFromReview(datasets, 'on-portal')).toBe(2)
  expect(numberFromReview(datasets, 'used-for-analysis')).toBe(0)
  expect(numberFromReview([aDataset('d5', 5, { demand: 'often' })], 'frequently-requested')).toBe(0)
})

test('the next empty question is the first without an idea', () => {
  const ideas = [anIdea(1, 'not-yet-public'), anIdea(2, 'not-machine-readable')]
  expect(nextEmptyQuestion(brainstormQuestions, ideas)).toBe('on-portal')
  expect(
    nextEmptyQuestion(
      brainstormQuestions,
      brainstormQuestions.map((question, at) => anIdea(at, question)),
    ),
  ).toBeNull()
})

test('the name on the newest idea is the one offered next', () => {
  expect(lastNameGiven([anIdea(2, 'on-portal', 'M. Osei'), anIdea(1, 'on-portal', 'T. Okafor')])).toBe(
    'M. Osei',
  )
  expect(lastNameGiven([])).toBe('')
})
