import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellDifferences } from '../../../../../src/engine/workbook/patching/check/compare-sheets.ts'
import { withoutEqualCells } from '../../../../../src/engine/workbook/patching/check/equal-cells.ts'
import { readCells } from '../../../../../src/engine/workbook/reading/read-sheet.ts'
import {
  availability,
  noChanges,
  partText,
  patched,
  sampleInventory,
} from '../../../../support/patch-sample.ts'

const sheet = 'xl/worksheets/sheet1.xml'
const isFull = process.env['ODAP_SUITE'] === 'full'
const original = Buffer.from(partText(sampleInventory, sheet))
const updated = Buffer.from(
  partText(patched(sampleInventory, { ...noChanges, columns: [availability] }).bytes, sheet),
)
const dictionary = {
  strings: (index: number) => (index < 999 ? `text ${index}` : ''),
  formats: [],
  date1904: false,
}

it('comparing without reading everything finds what comparing all cells finds, whatever bytes differ', () => {
  const place = fc.nat(updated.length - 1)
  const change = fc.tuple(place, fc.constantFrom(...'0123456789ABC<>/" rcs'), fc.integer({ min: 1, max: 2 }))
  const read = (bytes: Buffer) => readCells(bytes, dictionary)
  let compared = 0
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const damaged = Buffer.from(updated)
      for (const [at, letter, times] of changes)
        damaged.fill(letter, at, Math.min(at + times, damaged.length))
      const rest = withoutEqualCells(original, damaged)
      const [was, is] = [read(original), read(damaged)]
      if (rest === null || !was.ok) return
      const [restWas, restIs] = [read(rest.before), read(rest.after)]
      expect(restWas.ok && restIs.ok).toBe(is.ok)
      if (!is.ok || !restWas.ok || !restIs.ok) return
      // Where a cell is there twice both sheets are read whole.
      const isTwice = restIs.value.some(({ row, columns }) => rest.leftOut(row, columns[0] ?? 0))
      if (isTwice) return
      compared += 1
      expect(cellDifferences('S', restWas.value, restIs.value)).toEqual(
        cellDifferences('S', was.value, is.value),
      )
    }),
    { numRuns: isFull ? 5_000 : 400 },
  )
  expect(compared).toBeGreaterThan(isFull ? 250 : 20)
})
