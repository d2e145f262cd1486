import type { InspectionView } from '../../../src/contract/views.ts'
import type { ColumnMapping, InventoryTable, TableChoice } from '../../../src/domain/inventory-table.ts'

const columns: readonly ColumnMapping[] = [
  column('A', 'ID', 'inventory-number', 'high', ['DES-001', 'DES-002', 'DES-003', 'DES-004', 'DES-005']),
  column('B', 'Dataset Name', 'title', 'high', [
    'Licenses issued',
    'Complaint register',
    'Inspection results',
    'Grants awarded',
    'Vendor payments',
  ]),
  column('C', 'What is in it?', 'description', 'medium', [
    'All professional licenses',
    'Complaints received, with outcome',
  ]),
  column('D', 'Contains PII', 'classification', 'low', ['No', 'Yes', 'No', 'No', 'Yes']),
  column('E', 'Updated', 'update-frequency', 'high', ['Monthly', 'Daily', 'Weekly', 'Quaterly', 'Monthly']),
  column('F', 'Owner', 'owner', 'high', ['J. Rivera', 'J. Rivera', 'Field Unit', 'Finance', 'Finance']),
  column('G', 'Retention', null, 'low', ['7 years', '7 years', 'Permanent']),
]

function column(
  letter: string,
  header: string,
  field: ColumnMapping['field'],
  confidence: ColumnMapping['confidence'],
  samples: readonly string[],
): ColumnMapping {
  const reason = field === null ? 'none' : 'heading'
  return { letter, header, field, also: [], contested: null, confidence, reason, samples }
}

/** What the open screen sees of an untidy workbook. */
export function anInspection(choice: TableChoice | null): InspectionView {
  const chosen = choice ?? { sheet: 'Inventory', headerRow: 4, headerRows: 1 }
  const table: InventoryTable = {
    ...chosen,
    firstRow: chosen.headerRow + 1,
    lastRow: 62,
    datasets: 58,
    columns,
    account: { rows: 64, above: 3, header: 1, datasets: 58, blank: 1, other: 1, why: { note: 1 } },
    skipped: [{ row: 64, reason: 'note' }],
    blank: [{ first: 63, last: 63 }],
    further: [],
  }
  return {
    format: 'xlsx',
    sheets: [
      { name: 'Inventory', state: 'visible', rows: 64, columns: 7 },
      { name: 'Instructions', state: 'visible', rows: 20, columns: 2 },
      { name: 'Lists', state: 'hidden', rows: 20, columns: 2 },
    ],
    table,
    sameColumns: [],
    preview: {
      sheet: chosen.sheet,
      letters: columns.map(({ letter }) => letter),
      rows: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      cells: [
        ['', 'High Value Data Inventory', '', '', '', '', ''],
        ['', 'Please do not delete rows', '', '', '', '', ''],
        ['', '', '', '', '', '', ''],
        columns.map(({ header }) => header),
        ...[0, 1, 2, 3, 4].map((row) => columns.map(({ samples }) => samples[row] ?? '')),
      ],
    },
    notices: [{ code: 'macros' }, { code: 'hidden-rows', count: 3, places: [] }],
    guess: null,
    frequencies: [],
    gaps: [],
    frequencyVocabulary: [],
    marks: [],
    doubtful: [],
  }
}
