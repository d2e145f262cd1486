import { describe, expect, test } from 'vitest'
import {
  correctableChoice,
  inspectingReducer,
  notInspected,
} from '../../../../src/renderer/steps/open/mapping-state.ts'
import { anInspection } from '../../support/fake-inspection.ts'

describe('looking into a file', () => {
  const inspected = inspectingReducer(notInspected, { type: 'inspected', inspection: anInspection(null) })

  test('choices are forgotten with the table they were made for', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: ['notes'] } })
    const other = anInspection({ sheet: 'Lists', headerRow: 1, headerRows: 1 })
    expect(inspectingReducer(chosen, { type: 'inspected', inspection: other }).chosen).toEqual({})
  })

  test('choices stay when only further sheets are taken', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: ['notes'] } })
    expect(inspectingReducer(chosen, { type: 'inspected', inspection: anInspection(null) }).chosen).toEqual({
      A: ['notes'],
    })
  })

  test('where there is no table, the sheet is there to choose one, and nothing else is', () => {
    const error = { code: 'no-datasets', sheet: 'Lists', headerRow: 3 } as const
    const choice = { sheet: 'Lists', headerRow: 3, headerRows: 1 }
    const state = inspectingReducer(inspected, { type: 'no-table', error, choice, view: anInspection(null) })
    expect(state).toMatchObject({ inspection: null, problem: error, choice })
    expect(state.view?.sheets.map(({ name }) => name)).toContain('Inventory')
  })

  test('what is chosen is shown at once, and what was there before where it fails', () => {
    const choice = { sheet: 'Inventory', headerRow: 7, headerRows: 1 }
    const asked = inspectingReducer(inspected, { type: 'asked', choice })
    expect(asked).toMatchObject({ asked: choice, choice: inspected.choice })
    const failed = inspectingReducer(asked, { type: 'failed', error: { code: 'cancelled' } })
    expect(failed).toMatchObject({ asked: null, choice: inspected.choice })
  })

  test('what words mean is kept while the table changes, and can be left open again', () => {
    const answered = inspectingReducer(inspected, { type: 'answered', word: 'biannual', value: 'Other' })
    const other = anInspection({ sheet: 'Lists', headerRow: 1, headerRows: 1 })
    const again = inspectingReducer(answered, { type: 'inspected', inspection: other })
    expect(again.answers).toEqual([{ word: 'biannual', value: 'Other' }])
    expect(inspectingReducer(again, { type: 'answered', word: 'biannual', value: null }).answers).toEqual([])
  })

  test('a row that is looked up leaves the table and the choices alone', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: ['notes'] } })
    const place = { sheet: 'Inventory', row: 64, letter: null }
    const state = inspectingReducer(chosen, { type: 'viewed', place, view: anInspection(null) })
    expect(state).toEqual({ ...chosen, lookedUp: place, view: anInspection(null) })
  })

  test('looking around does not make a choice that is still being read a settled one', () => {
    const choice = { sheet: 'Inventory', headerRow: 6, headerRows: 1 }
    const asked = inspectingReducer(inspected, { type: 'asked', choice })
    const state = inspectingReducer(asked, { type: 'viewed', place: null, view: anInspection(null) })
    expect(state.asked).toEqual(choice)
  })

  test('a choice that fails keeps the last table on screen, and the problem until the next try', () => {
    const failed = inspectingReducer(inspected, {
      type: 'failed',
      error: { code: 'header-row-empty', sheet: 'Inventory', headerRow: 5 },
    })
    expect(failed.inspection).toBe(inspected.inspection)
    expect(failed.problem?.code).toBe('header-row-empty')
    expect(inspectingReducer(failed, { type: 'asked', choice: null }).problem).toBeNull()
  })
})

describe('what can be corrected', () => {
  const asked = { sheet: 'Inventory', headerRow: 7, headerRows: 2 }

  test('is the row of headings where that led nowhere', () => {
    expect(correctableChoice({ code: 'header-row-empty', sheet: 'Inventory', headerRow: 7 }, asked)).toEqual(
      asked,
    )
  })

  test('is the sheet where no table was found at all', () => {
    expect(correctableChoice({ code: 'no-table-found' }, null)).toEqual({
      sheet: null,
      headerRow: 0,
      headerRows: 1,
    })
  })

  test('is nothing where the file itself cannot be read', () => {
    expect(correctableChoice({ code: 'file-damaged' }, asked)).toBeNull()
  })
})
