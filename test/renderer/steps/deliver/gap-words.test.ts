import { describe, expect, test } from 'vitest'
import { gapsOf } from '../../../../src/domain/checks.ts'
import type { Dataset } from '../../../../src/domain/dataset.ts'
import { detailFields } from '../../../../src/domain/fields/plan-fields.ts'
import type { Plan } from '../../../../src/domain/plan.ts'
import { gapLines, rightLines } from '../../../../src/renderer/steps/deliver/gap-words.ts'
import { text } from '../../../../src/renderer/text/text.ts'
import { aDataset, aPlan } from '../../support/fake-plan.ts'

const complete = Object.fromEntries(
  Object.keys(detailFields).map((field) => [field, 'given']),
) as unknown as Plan['details']

function planOf(...datasets: readonly Dataset[]): Plan {
  return { ...aPlan(0), details: complete, datasets }
}

function protectedDataset(id: string, legalBasis: string): Dataset {
  const dataset = aDataset(id, Number(id.slice(1)), { title: `Register ${id}` })
  return {
    ...dataset,
    review: { ...dataset.review, availability: 'not-public' },
    identification: { ...dataset.identification, access: 'protected', legalBasis },
  }
}

const rightOf = (plan: Plan) => rightLines(plan, gapsOf(plan))
const lineOf = (plan: Plan, key: string) => gapLines(plan, gapsOf(plan)).find((line) => line.key === key)

describe('what stands open', () => {
  test('names the empty plan details in one line that leads to them', () => {
    const plan = { ...planOf(), details: { ...complete, period: '', headName: ' ' } }
    expect(lineOf(plan, 'details')).toEqual({
      key: 'details',
      words: '2 plan details are empty',
      which: `${text.details.fields.period}, ${text.details.fields.headName}`,
      screen: 'details',
    })
  })

  test('names the first three of many empty details and counts the rest', () => {
    const plan = {
      ...planOf(),
      details: { ...complete, period: '', officerName: '', officerTitle: '', headName: '', headTitle: '' },
    }
    expect(lineOf(plan, 'details')?.which).toMatch(/ and 2 more$/)
  })

  test('counts the datasets, names the first three and leads to the step', () => {
    const plan = planOf(...['d1', 'd2', 'd3', 'd4', 'd5'].map((id) => protectedDataset(id, '')))
    expect(lineOf(plan, 'legal-basis-missing')).toMatchObject({
      words: '5 protected datasets name no law',
      which: 'Register d1, Register d2, Register d3 and 2 more',
      screen: 'identify',
    })
  })

  test('speaks of one dataset in the singular', () => {
    expect(lineOf(planOf(protectedDataset('d1', '')), 'legal-basis-missing')?.words).toBe(
      '1 protected dataset names no law',
    )
  })

  test('says that nothing is planned', () => {
    expect(lineOf(planOf(protectedDataset('d1', 'HIPAA')), 'nothing-planned')?.screen).toBe('prioritize')
  })
})

describe('what is all right', () => {
  test('is said of what was asked and answered', () => {
    expect(rightOf(planOf(protectedDataset('d1', 'HIPAA')))).toEqual([
      text.deliver.right.details,
      text.deliver.right.review,
      text.deliver.right.access,
      text.deliver.right.law,
    ])
  })

  test('is never said of what stands open', () => {
    const right = rightOf(planOf(aDataset('d1', 1), protectedDataset('d2', '')))
    expect(right).toEqual([text.deliver.right.details])
  })

  test('is not said of a plan without datasets', () => {
    expect(rightOf(planOf())).toEqual([text.deliver.right.details])
  })
})
