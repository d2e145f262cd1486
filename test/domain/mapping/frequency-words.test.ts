import { describe, expect, test } from 'vitest'
import { intervalsIn } from '../../../src/domain/mapping/frequency-words.ts'

describe('how often a text says', () => {
  test.each<[text: string, intervals: readonly string[]]>([
    ['Weekly', ['week']],
    [' (weekly) ', ['week']],
    ['twice -- a  year', ['half-year']],
    ['Twice a year, once', ['half-year', 'never']],
    ['Weekly, then every other month; weekly', ['week', 'two-months']],
    ['every two weeks', ['two-weeks']],
    ['not updated (historical only)', ['never']],
    ['Monday through Friday', ['weekday']],
    ['semi - annual', ['half-year']],
    ['semi  annual', ['half-year']],
    ['SEMI-ANNUALLY', ['half-year']],
    ['Real-time feed', ['continuous']],
    ['bi weekly', ['half-week', 'two-weeks']],
    ['tri-annual', ['four-months']],
    ['semi', []],
    ['anual and quaterly', ['year', 'quarter']],
    ['', []],
    ['...', []],
  ])('%j: %j', (text, intervals) => {
    expect(intervalsIn(text)).toEqual(intervals)
  })
})

describe('a misspelled word', () => {
  test.each<[text: string, intervals: readonly string[]]>([
    ['Montly', ['month']],
    ['Biennyul', ['two-years']],
    ['qaurtrely', ['quarter']],
    ['biannial', ['half-year', 'two-years']],
    ['semiwerly', ['half-week', 'half-year']],
  ])('%j may be %j', (text, intervals) => {
    expect(intervalsIn(text)).toEqual(intervals)
  })

  test.each([
    ['with two letters wrong of seven', 'mnothyl'],
    ['too short to be told from others', 'daly'],
    ['near a word too short for that', 'liver'],
    ['near another word too short for that', 'ounce'],
    ['with another first letter', 'gaily'],
    ['that is several words run together', 'perday'],
  ])('is none %s: %s', (_, text) => {
    expect(intervalsIn(text)).toEqual([])
  })
})

describe('a repeating interval of ISO 8601', () => {
  test.each<[text: string, intervals: readonly string[]]>([
    ['R/PT', ['continuous']],
    ['R/PT0S', ['continuous']],
    ['R/PT1S', ['continuous']],
    [' r/pt1s ', ['continuous']],
    ['R/PT15S', ['continuous']],
    ['R/PT1H', ['hour']],
    ['R/P0D', ['continuous']],
    ['R/P1D', ['day']],
    ['R/P3.5D', ['half-week']],
    ['R/P7D', ['week']],
    ['R/P1W', ['week']],
    ['R/P2W', ['two-weeks']],
    ['R/P.5M', ['half-month']],
    ['R/P0.5M', ['half-month']],
    ['R/P1M', ['month']],
    ['R/P31D', ['month']],
    ['R/P32D', []],
    ['R/P29D', []],
    ['R/P2M', ['two-months']],
    ['R/P3M', ['quarter']],
    ['R/P4M', ['four-months']],
    ['R/P6M', ['half-year']],
    ['R/P1Y', ['year']],
    ['\tR/P12M\n', ['year']],
    ['R/P2Y', ['two-years']],
    ['R/P5Y', ['five-years']],
    ['R/P10Y', ['decade']],
    ['R/P20Y', []],
    ['R/P1H', []],
    ['R/P1S', []],
    ['R/PT1M', []],
    ['R/PT1D', []],
    ['Always R/P1Y', []],
    ['R/P1Y or so', []],
    ['R/PT or so', []],
    ['R/PXY', []],
  ])('%j: %j', (text, intervals) => {
    expect(intervalsIn(text)).toEqual(intervals)
  })
})
