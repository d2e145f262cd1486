import { describe, expect, test } from 'vitest'
import type { PlanEvent, PlanState } from '../../../src/renderer/plan/plan-state.ts'
import { applyChange, noPlan, planReducer } from '../../../src/renderer/plan/plan-state.ts'
import { weighed } from '../../support/builders.ts'
import { aChange, aDataset, aPlan, aView } from '../support/fake-plan.ts'

const stateAfter = (...events: readonly PlanEvent[]): PlanState => events.reduce(planReducer, noPlan)

describe('a change applied to the plan on screen', () => {
  test('replaces the datasets it names and leaves the others the very same objects', () => {
    const view = aView(aPlan(3), 4)
    const changed = { ...aDataset('d1', 1), facts: { ...aDataset('d1', 1).facts, title: 'Renamed' } }

    const { plan, revision, history } = applyChange(view, aChange(5, { datasets: [changed] }))

    expect(plan.datasets.map(({ facts }) => facts.title)).toEqual([
      'Licenses issued',
      'Renamed',
      'Inspection results',
    ])
    expect(plan.datasets[0]).toBe(view.plan.datasets[0])
    expect(revision).toBe(5)
    expect(history.undo).toBe('Set availability')
  })

  test('moves a dataset whose position changed', () => {
    const view = aView(aPlan(3))
    const { plan } = applyChange(view, aChange(2, { datasets: [aDataset('d0', 2.5)] }))
    expect(plan.datasets.map(({ id }) => id)).toEqual(['d1', 'd2', 'd0'])
  })

  test('puts a new dataset where its position says', () => {
    const view = aView({ ...aPlan(0), datasets: [aDataset('a', 0), aDataset('c', 2)] })
    const { plan } = applyChange(view, aChange(2, { datasets: [aDataset('b', 1)] }))
    expect(plan.datasets.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('takes away what was removed, datasets and ideas alike', () => {
    const idea = {
      id: 'i',
      question: 'on-portal',
      text: 'Fees',
      raisedBy: '',
      datasetId: null,
      position: 0,
    } as const
    const view = aView({ ...aPlan(2), ideas: [idea] })
    const { plan } = applyChange(view, aChange(2, { removedDatasets: ['d0'], removedIdeas: ['i'] }))
    expect(plan.datasets.map(({ id }) => id)).toEqual(['d1'])
    expect(plan.ideas).toEqual([])
  })

  test('keeps the list of datasets the same object when only details changed', () => {
    const view = aView()
    const details = { ...view.plan.details, agencyName: 'Department of Example Services' }
    const { plan } = applyChange(view, aChange(2, { details }))
    expect(plan.details.agencyName).toBe('Department of Example Services')
    expect(plan.datasets).toBe(view.plan.datasets)
  })

  test('brings everything it holds, and nothing else is touched', () => {
    const view = aView(aPlan(2), 4)
    const change = aChange(5, {
      savedAt: '2026-11-22T16:00:00.000Z',
      history: { undo: null, redo: 'Set weights' },
      submission: { on: '2026-11-30', how: 'E-mail', isChangedSince: false },
      criteria: weighed({ goals: 3 }),
      delivery: { ...view.plan.delivery },
      ideas: [{ id: 'i', question: 'on-portal', text: 'Fees', raisedBy: '', datasetId: null, position: 0 }],
    })
    const { criteria, delivery, ideas, savedAt, history, submission, revision } = change
    expect(applyChange(view, change)).toEqual({
      ...view,
      savedAt,
      history,
      submission,
      revision,
      plan: { ...view.plan, criteria, delivery, ideas },
    })
    expect(applyChange(view, change).plan.delivery).toBe(delivery)
  })

  test('is passed over when the plan on screen is newer', () => {
    const view = aView(aPlan(2), 9)
    expect(applyChange(view, aChange(8, { removedDatasets: ['d0'] }))).toBe(view)
  })
})

describe('how saving goes', () => {
  const opened: PlanEvent = { type: 'opened', view: aView(), takenInFrom: null }
  const failed: PlanEvent = { type: 'change-failed', error: { code: 'disk-full' } }

  test('is on its way until every change was answered', () => {
    const sent = stateAfter(opened, { type: 'change-sent' }, { type: 'change-sent' })
    expect(sent.saving).toBe(2)
    expect(planReducer(sent, { type: 'change-saved', change: aChange(2) }).saving).toBe(1)
  })

  test('stays failed through later changes, until it is dismissed', () => {
    const state = stateAfter(
      opened,
      { type: 'change-sent' },
      failed,
      { type: 'change-sent' },
      { type: 'change-saved', change: aChange(2) },
    )
    expect(state.failure).toEqual({ code: 'disk-full' })
    expect(state.saving).toBe(0)
    expect(planReducer(state, { type: 'failure-dismissed' }).failure).toBeNull()
  })

  test('is refused for as long as the disk refuses, and over when a change is saved', () => {
    const waits: PlanEvent = { type: 'change-waits', error: { code: 'cannot-write' } }
    const refused = stateAfter(opened, { type: 'change-sent' }, waits)
    expect(refused).toMatchObject({ saving: 1, retrying: { code: 'cannot-write' }, isFileLost: false })
    expect(planReducer(refused, { type: 'read', view: aView() }).retrying).not.toBeNull()
    const saved = planReducer(refused, { type: 'change-saved', change: aChange(2) })
    expect(saved).toMatchObject({ saving: 0, retrying: null })
    expect(planReducer(refused, failed)).toMatchObject({ saving: 0, retrying: null })
  })

  test('a change of another plan is counted down and shown nowhere', () => {
    const state = stateAfter(opened, { type: 'change-sent' }, { type: 'change-saved', change: null })
    expect(state).toEqual(stateAfter(opened))
  })

  test('leaves the plan as it was when a change failed', () => {
    const state = stateAfter(opened, { type: 'change-sent' }, failed)
    expect(state.view).toEqual(aView())
  })

  test('closing forgets the plan and its messages', () => {
    expect(
      stateAfter(opened, { type: 'change-sent' }, failed, { type: 'engine-restarted' }, { type: 'closed' }),
    ).toEqual(noPlan)
  })
})
