import { describe, expect, test } from 'vitest'
import {
  columnLetter,
  columnNumber,
  firstIndexFrom,
  rowAt,
  textAt,
} from '../../../src/domain/table/sheet-grid.ts'
import { makeGrid } from '../../support/make-grid.ts'

describe('columns', () => {
  test.each([
    [1, 'A'],
    [2, 'B'],
    [26, 'Z'],
    [27, 'AA'],
    [28, 'AB'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('count %i at %s', (number, letter) => {
    expect(columnLetter(number)).toBe(letter)
    expect(columnNumber(letter)).toBe(number)
    expect(columnNumber(letter.toLowerCase())).toBe(number)
  })

  test('begin with A', () => {
    expect(columnLetter(0)).toBe('')
    expect(columnNumber('')).toBe(0)
  })
})

describe('a sheet', () => {
  const grid = makeGrid([['Dataset', null, 'Owner'], [], ['Roads'], [], [], ['Rails', 'all']])
  const [headings, roads, rails] = grid.rows

  test('has the text of a cell, and none where the row or the cell is not there', () => {
    expect([0, 1, 2, 3, 4].map((column) => textAt(headings, column))).toEqual([
      '',
      'Dataset',
      '',
      'Owner',
      '',
    ])
    expect(textAt(undefined, 1)).toBe('')
  })

  test('has the rows that hold something, by number', () => {
    const found = [0, 1, 2, 3, 4, 5, 6, 7].map((row) => rowAt(grid, row))
    const none = undefined
    expect(found).toEqual([none, headings, none, roads, none, none, rails, none])
  })

  test('knows where the rows from a number on begin', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((row) => firstIndexFrom(grid.rows, row))).toEqual([
      0, 0, 1, 1, 2, 2, 2, 3,
    ])
    expect(firstIndexFrom([], 1)).toBe(0)
  })
})
