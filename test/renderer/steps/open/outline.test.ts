import { expect, test } from 'vitest'
import { cellOutline, outlineAt, outlineOf, sameInRow } from '../../../../src/renderer/steps/open/outline.ts'
import { anInspection } from '../../support/fake-inspection.ts'

const { table, preview } = anInspection(null)
const choice = { sheet: 'Inventory', headerRow: 4, headerRows: 1 }

test('a table is outlined from its headings to its last row', () => {
  const outline = outlineOf(table, choice, preview)
  expect(cellOutline(outline, 4, 'A')).toMatchObject({
    isInside: true,
    isHeader: true,
    top: true,
    left: true,
  })
  expect(cellOutline(outline, 62, 'G')).toMatchObject({ isHeader: false, bottom: true, right: true })
  expect(cellOutline(outline, 3, 'A').isInside).toBe(false)
  expect(cellOutline(outline, 63, 'A').isInside).toBe(false)
})

test('without a table only the row that was tried is outlined', () => {
  const outline = outlineOf(null, choice, preview)
  expect(cellOutline(outline, 4, 'C')).toMatchObject({ isHeader: true, top: true, bottom: true })
  expect(cellOutline(outline, 5, 'C').isInside).toBe(false)
  expect(outlineOf(null, { ...choice, headerRow: 0 }, preview)).toBeNull()
})

test('while the headings are moved up, rows of headings never begin above the sheet', () => {
  const outline = outlineOf({ ...table, headerRows: 3 }, choice, preview)
  if (outline === null) throw new Error('no outline')
  expect(outlineAt(outline, 2)).toMatchObject({ headerRow: 2, headerRows: 2 })
})

test('a sheet that is taken with the table has an outline of its own, and any other has none', () => {
  const { account } = table
  const place = { sheet: 'South', headerRow: 2, headerRows: 1, firstRow: 3, lastRow: 9, datasets: 7 }
  const further = [{ ...place, account, skipped: [], blank: [] }]
  const south = { ...preview, sheet: 'South' }
  expect(outlineOf({ ...table, further }, choice, south)).toMatchObject({ headerRow: 2, lastRow: 9 })
  expect(outlineOf(table, choice, south)).toBeNull()
})

test('only the rows that look different are drawn anew when the headings move', () => {
  const outline = outlineOf(table, choice, preview)
  if (outline === null) throw new Error('no outline')
  const moved = outlineAt(outline, 6)
  const differing = [1, 2, 3, 4, 5, 6, 7, 62, 63].filter((row) => !sameInRow(outline, moved, row))
  expect(differing).toEqual([4, 5, 6])
  expect(sameInRow(outline, null, 1)).toBe(false)
})
