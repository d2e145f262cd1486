import { describe, expect, test } from 'vitest'
import type { InventoryField } from '../../../../src/domain/inventory-field.ts'
import {
  assignField,
  correctableChoice,
  fieldOf,
  inspectingReducer,
  notInspected,
} from '../../../../src/renderer/steps/open/mapping-state.ts'
import { anInspection } from '../../support/fake-inspection.ts'

const { columns } = anInspection(null).table

function fieldsWith(chosen: Parameters<typeof fieldOf>[1]): Record<string, InventoryField | null> {
  return Object.fromEntries(columns.map((column) => [column.letter, fieldOf(column, chosen)]))
}

describe('what each column is read as', () => {
  test('is the guess until somebody chooses', () => {
    expect(fieldsWith({})).toMatchObject({ A: 'inventory-number', B: 'title', G: null })
  })

  test('a column can be left out', () => {
    expect(fieldsWith(assignField(columns, {}, 'B', null))).toMatchObject({ B: null, A: 'inventory-number' })
  })

  test('a field goes to one column only: the one that had it lets go', () => {
    const chosen = assignField(columns, {}, 'C', 'title')
    expect(fieldsWith(chosen)).toMatchObject({ B: null, C: 'title' })
    expect(fieldsWith(assignField(columns, chosen, 'B', 'title'))).toMatchObject({ B: 'title', C: null })
  })

  test('columns that are not used do not compete', () => {
    const chosen = assignField(columns, assignField(columns, {}, 'A', null), 'B', null)
    expect(fieldsWith(chosen)).toMatchObject({ A: null, B: null, C: 'description' })
  })
})

describe('looking into a file', () => {
  const inspected = inspectingReducer(notInspected, { type: 'inspected', inspection: anInspection(null) })

  test('choices are forgotten with the table they were made for', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: 'notes' } })
    const other = anInspection({ sheet: 'Lists', headerRow: 1, headerRows: 1 })
    expect(inspectingReducer(chosen, { type: 'inspected', inspection: other }).chosen).toEqual({})
  })

  test('choices stay when only further sheets are taken', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: 'notes' } })
    expect(inspectingReducer(chosen, { type: 'inspected', inspection: anInspection(null) }).chosen).toEqual({
      A: 'notes',
    })
  })

  test('where there is no table, the sheet is there to choose one, and nothing else is', () => {
    const error = { code: 'no-datasets', sheet: 'Lists', headerRow: 3 } as const
    const choice = { sheet: 'Lists', headerRow: 3, headerRows: 1 }
    const state = inspectingReducer(inspected, { type: 'no-table', error, choice, view: anInspection(null) })
    expect(state).toMatchObject({ inspection: null, problem: error, choice })
    expect(state.view?.sheets.map(({ name }) => name)).toContain('Inventory')
  })

  test('a row that is looked up leaves the table and the choices alone', () => {
    const chosen = inspectingReducer(inspected, { type: 'chosen', chosen: { A: 'notes' } })
    const state = inspectingReducer(chosen, { type: 'looked-up', row: 64, view: anInspection(null) })
    expect(state).toEqual({ ...chosen, lookedUp: 64, view: anInspection(null) })
  })

  test('a choice that fails keeps the last table on screen, and the problem until the next try', () => {
    const failed = inspectingReducer(inspected, {
      type: 'failed',
      error: { code: 'header-row-empty', sheet: 'Inventory', headerRow: 5 },
    })
    expect(failed.inspection).toBe(inspected.inspection)
    expect(failed.problem?.code).toBe('header-row-empty')
    expect(inspectingReducer(failed, { type: 'asked' }).problem).toBeNull()
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
