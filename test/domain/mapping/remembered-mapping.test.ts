import { describe, expect, it, test } from 'vitest'
import type { InventoryField } from '../../../src/domain/inventory-field.ts'
import type {
  ColumnMapping,
  WorkbookInspection,
  WorkbookNotice,
} from '../../../src/domain/inventory-table.ts'
import { headerShape, withRememberedFields } from '../../../src/domain/mapping/remembered-mapping.ts'

const headed = (...headers: readonly string[]) => headers.map((header) => ({ header }))

describe('what makes two header rows the same', () => {
  it('is the words of the headings in their order, whatever their spelling', () => {
    expect(headerShape(headed('Dataset Names', 'OWNER_NAME', '', 'Notes'))).toEqual([
      'dataset name',
      'owner name',
      '',
      'note',
    ])
    expect(headerShape(headed('datasetName', 'Owner (name)', ' ', 'Note'))).toEqual([
      'dataset name',
      'owner name',
      '',
      'note',
    ])
  })

  test.each<[headers: readonly string[], isKnown: boolean]>([
    [['Dataset', 'Owner'], true],
    [['Dataset', '', 'Owner'], true],
    [['Dataset', '', '...'], false],
    [['Dataset'], false],
    [[], false],
  ])('is not known of too few headings: %j: %s', (headers, isKnown) => {
    expect(headerShape(headed(...headers)) !== null).toBe(isKnown)
  })
})

const guessed = (letter: string, header: string, field: InventoryField | null): ColumnMapping => ({
  letter,
  header,
  field,
  also: [],
  contested: 'owner',
  confidence: 'low',
  reason: 'values',
  samples: ['A sample'],
})

function inspected(
  columns: readonly ColumnMapping[],
  notices: readonly WorkbookNotice[],
): WorkbookInspection {
  return {
    format: 'xlsx',
    sheets: [],
    table: {
      sheet: 'Inventory',
      headerRow: 4,
      headerRows: 1,
      firstRow: 5,
      lastRow: 9,
      datasets: 5,
      columns,
      account: { rows: 9, above: 3, header: 1, datasets: 5, blank: 0, other: 0, why: {} },
      further: [],
      skipped: [],
      blank: [],
    },
    sameColumns: [],
    preview: { sheet: 'Inventory', letters: [], rows: [], cells: [] },
    guess: null,
    notices,
    frequencies: [],
    gaps: [],
    marks: [],
    doubtful: [],
  }
}

describe('what a person confirmed for the same headings before', () => {
  const columns = [guessed('A', 'Thing', null), guessed('B', 'People', 'unit'), guessed('C', 'Rest', 'notes')]
  const notices: readonly WorkbookNotice[] = [
    { code: 'macros' },
    { code: 'no-title-column' },
    { code: 'signed' },
  ]
  const inspection = inspected(columns, notices)

  it('stands in place of the guess, which is kept beside it', () => {
    const remembered = { contested: null, confidence: 'high', reason: 'remembered', samples: ['A sample'] }
    expect(withRememberedFields(inspection, [['title'], ['owner', 'contact']])).toEqual({
      ...inspection,
      table: {
        ...inspection.table,
        columns: [
          { letter: 'A', header: 'Thing', field: 'title', also: [], ...remembered },
          { letter: 'B', header: 'People', field: 'owner', also: ['contact'], ...remembered },
          { letter: 'C', header: 'Rest', field: null, also: [], ...remembered },
        ],
      },
      guess: columns,
      notices: [{ code: 'macros' }, { code: 'signed' }],
    })
  })

  it('leaves the notice that nothing is a title where that still holds', () => {
    expect(withRememberedFields(inspection, [['notes'], ['owner'], []]).notices).toEqual(notices)
  })
})
