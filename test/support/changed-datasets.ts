import type { Dataset } from '../../src/domain/dataset.ts'
import type { MappedTable } from '../../src/domain/write-back/added-datasets.ts'
import type { AnswerField, ChangedDataset, LastWord } from '../../src/domain/write-back/changed-dataset.ts'
import type { WorkbookChanges } from '../../src/domain/write-back/workbook-changes.ts'
import { workbookChanges } from '../../src/domain/write-back/workbook-columns.ts'
import { aDataset, aPlan, type DatasetChanges } from './builders.ts'

/** A table of the sheet `Inventory` with titles in B and notes in A. */
export const table: MappedTable = {
  sheet: 'Inventory',
  headerRow: 4,
  lastRow: 12,
  letters: ['A', 'B', 'C'],
  fields: [
    { letter: 'A', field: 'notes' },
    { letter: 'B', field: 'title' },
    { letter: 'C', field: null },
  ],
}

/** What a person said last. */
export const word: LastWord = {
  actionId: 3,
  who: 'J. Rivera',
  day: '2026-11-23',
  what: 'Said where it stands',
  reason: '',
}

export interface Change {
  readonly before?: DatasetChanges | null
  readonly now?: DatasetChanges
  readonly words: Partial<Record<AnswerField, Partial<LastWord>>>
  readonly cells?: Record<string, string>
}

export function changed({ before = {}, now = {}, words, cells = {} }: Change): ChangedDataset {
  return {
    before: before === null ? null : aDataset(before),
    now: aDataset({ ...before, ...now }),
    words: new Map(
      Object.entries(words).map(([field, said]) => [field as AnswerField, { ...word, ...said }]),
    ),
    cells,
  }
}

/** What the sheet of changes tells of them. */
export function logOf(
  changes: readonly ChangedDataset[],
  more: readonly Dataset[] = [],
  where: MappedTable = table,
): NonNullable<WorkbookChanges['changeLog']>['entries'] {
  const plan = aPlan({ datasets: [...more, ...changes.map(({ now }) => now)] })
  const { changeLog } = workbookChanges(plan, where, { changed: changes, withChangeLog: true })
  if (changeLog === undefined) throw new Error('The workbook was to tell of its changes.')
  return changeLog.entries
}

export const day = { date: '2026-11-23' }
