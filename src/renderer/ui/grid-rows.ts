import type { GridApi } from 'ag-grid-community'
import { useEffect, useRef, useState } from 'react'
import type { TableRow } from './table-column.ts'

/**
 * The rows that are other objects than before; null where rows were added, taken away or moved, so that more than
 * single rows has to be looked at.
 */
export function changedRows<Row extends TableRow>(
  before: readonly Row[],
  now: readonly Row[],
): readonly Row[] | null {
  if (before.length !== now.length) return null
  const changed: Row[] = []
  const areInPlace = now.every((row, index) => {
    const earlier = before[index]
    if (earlier === row) return true
    changed.push(row)
    return earlier?.id === row.id
  })
  return areInPlace ? changed : null
}

/**
 * Keeps the grid's rows up to date, and answers those it starts with. A new array has the grid look through all rows,
 * sort and filter them: with many rows that is felt, so a change of single rows is given to it as that.
 */
export function useGridRows<Row extends TableRow>(
  api: GridApi<Row> | null,
  rows: readonly Row[],
  isSearching: boolean,
): Row[] {
  const [first] = useState(() => [...rows])
  const given = useRef(rows)
  useEffect(() => {
    if (api === null || given.current === rows) return undefined
    const changed = changedRows(given.current, rows)
    if (changed !== null && !isSearching && !isSorted(api)) {
      given.current = rows
      for (const row of changed) api.getRowNode(row.id)?.updateData(row)
      return undefined
    }
    // What the rest of the screen had to do is shown first.
    const later = setTimeout(() => {
      given.current = rows
      if (changed === null) api.setGridOption('rowData', [...rows])
      else api.applyTransaction({ update: [...changed] })
    })
    return () => clearTimeout(later)
  }, [api, rows, isSearching])
  return first
}

function isSorted<Row>(api: GridApi<Row>): boolean {
  return api.getColumnState().some(({ sort }) => sort !== null && sort !== undefined)
}
