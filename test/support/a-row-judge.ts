import type { RowJudge } from '../../src/domain/table/row-judge.ts'
import type { GridRow } from '../../src/domain/table/sheet-grid.ts'
import { makeGrid } from './make-grid.ts'

/** A table with six headings in row 1 and the names of its datasets in the first column, as its rows are judged. */
export function aRowJudge(more: Partial<RowJudge> = {}): RowJudge {
  const headings = ['Dataset', 'Holds', 'Format', 'Owner', 'Contact', 'Updated']
  const headers = new Map(headings.map((heading, index) => [index + 1, heading]))
  const columns = { headers, labelled: headings.length, title: 1, numbering: null, wideMerges: [] }
  const values = { usual: 6, defaults: new Set<string>(), hasOneExample: false, capitals: 0 }
  return { headerRow: 1, rows: 20, ...columns, ...values, ...more }
}

/** A dataset that fills all six columns. */
export const fullRow = (name: string) => [name, `All ${name}`, 'CSV', 'Ann', 'a@b.c', 'Daily']

/** Rows as they stand below the headings in row 1; an empty list is a blank row. */
export function rowsBelow(...rows: readonly (readonly (string | number | null)[])[]): readonly GridRow[] {
  return makeGrid([[], ...rows]).rows
}
