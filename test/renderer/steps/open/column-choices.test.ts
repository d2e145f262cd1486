import { describe, expect, test } from 'vitest'
import type { ChosenFields } from '../../../../src/renderer/steps/open/column-choices.ts'
import {
  choicesAs,
  confirmedFields,
  fieldsOf,
  joinedExample,
  lettersOf,
  onlyFrom,
  sharedFields,
  withFields,
} from '../../../../src/renderer/steps/open/column-choices.ts'
import { anInspection } from '../../support/fake-inspection.ts'

const { table, preview } = anInspection(null)
const { columns } = table

function fieldsWith(chosen: ChosenFields): Record<string, readonly string[]> {
  return Object.fromEntries(columns.map((column) => [column.letter, fieldsOf(column, chosen)]))
}

describe('what each column is read as', () => {
  test('is the guess until somebody chooses', () => {
    expect(fieldsWith({})).toMatchObject({ A: ['inventory-number'], B: ['title'], G: [] })
  })

  test('can be nothing, or several fields, each once', () => {
    const chosen = withFields(withFields({}, 'A', []), 'F', ['owner', 'contact', 'owner'])
    expect(fieldsWith(chosen)).toMatchObject({ A: [], B: ['title'], F: ['owner', 'contact'] })
    expect(confirmedFields(columns, chosen).filter(({ letter }) => letter === 'F' || letter === 'A')).toEqual(
      [
        { letter: 'F', field: 'owner' },
        { letter: 'F', field: 'contact' },
      ],
    )
  })

  test('can be what the program would take it for by itself', () => {
    const guess = columns.map((column) =>
      column.letter === 'F' ? { ...column, also: ['contact' as const] } : column,
    )
    expect(fieldsWith(choicesAs(guess))).toMatchObject({
      A: ['inventory-number'],
      F: ['owner', 'contact'],
      G: [],
    })
  })
})

describe('a field that several columns claim', () => {
  const both = withFields({}, 'G', ['title'])

  test('comes to a column that is read as others, which stay', () => {
    const several = withFields(both, 'F', ['owner', 'contact'])
    const only = onlyFrom(columns, several, 'F', 'title')
    expect(fieldsWith(only)).toMatchObject({ B: [], F: ['owner', 'contact', 'title'], G: [] })
  })

  test('is shared by them until one is to have it alone', () => {
    expect(sharedFields(columns, {})).toEqual([])
    expect(sharedFields(columns, both)).toEqual([{ field: 'title', letters: ['B', 'G'] }])
    const only = onlyFrom(columns, both, 'G', 'title')
    expect(lettersOf(columns, only, 'title')).toEqual(['G'])
    expect(sharedFields(columns, only)).toEqual([])
  })

  test('goes over to a column that did not have it, and takes nothing else from the others', () => {
    const chosen = withFields({}, 'B', ['title', 'description'])
    expect(fieldsWith(onlyFrom(columns, chosen, 'G', 'title'))).toMatchObject({
      B: ['description'],
      C: ['description'],
      G: ['title'],
    })
  })

  test('shows what the first dataset gets from all of them', () => {
    expect(joinedExample(table, preview, ['B', 'F'])).toBe('Licenses issued; J. Rivera')
    expect(joinedExample({ firstRow: 900 }, preview, ['B', 'F'])).toBe('')
  })
})
