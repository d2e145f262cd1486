import { expect, test } from 'vitest'
import { outlineXml } from '../../../../../src/engine/ooxml/xml/xml-outline.ts'
import { drawnRanges } from '../../../../../src/engine/workbook/patching/sheet/drawings.ts'

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'
const place = (column: number, row: number) =>
  `<x:col>${column}</x:col><x:colOff>5</x:colOff><x:row>${row}</x:row>`

function rangesOf(anchors: string) {
  const bytes = Buffer.from(`<x:wsDr xmlns:x="${drawing}" xmlns:m="m">${anchors}</x:wsDr>`)
  const root = outlineXml(bytes)
  if (root === null) throw new Error('That is no XML')
  return drawnRanges({ root, bytes })
}

const range = (firstColumn: number, firstRow: number, lastColumn: number, lastRow: number) => {
  return { firstColumn, firstRow, lastColumn, lastRow }
}

test('what is drawn between two cells lies over them and all between', () => {
  const anchor = `<x:twoCellAnchor><x:from>${place(15, 2)}</x:from><x:to>${place(18, 9)}</x:to></x:twoCellAnchor>`
  expect(rangesOf(anchor)).toEqual([range(16, 3, 19, 10)])
  expect(rangesOf(`<m:AlternateContent><m:Choice>${anchor}</m:Choice></m:AlternateContent>`)).toEqual([
    range(16, 3, 19, 10),
  ])
})

test('what has a place and a size lies over about so many cells', () => {
  const size = '<x:ext cx="1219201" cy="190500"/>'
  expect(rangesOf(`<x:oneCellAnchor><x:from>${place(3, 4)}</x:from>${size}</x:oneCellAnchor>`)).toEqual([
    range(4, 5, 7, 6),
  ])
  expect(rangesOf(`<x:absoluteAnchor><x:pos x="609600" y="0"/>${size}</x:absoluteAnchor>`)).toEqual([
    range(2, 1, 5, 2),
  ])
})

test('what says nothing of its place lies over the first cell, and nonsense over none', () => {
  expect(rangesOf('<x:twoCellAnchor/>')).toEqual([range(1, 1, 1, 1)])
  expect(rangesOf('<x:twoCellAnchor><x:from><x:col>far</x:col></x:from></x:twoCellAnchor>')).toEqual([])
})
