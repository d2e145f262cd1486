import { describe, expect, it, test } from 'vitest'
import { type ColumnProfile, profileColumn } from '../../../src/domain/mapping/column-profile.ts'

type Share = Exclude<keyof ColumnProfile, 'filled' | 'distinct' | 'meanLength'>

const shares: readonly Share[] = [
  'urls',
  'emails',
  'yesNo',
  'frequencies',
  'classifications',
  'dates',
  'numbers',
  'measures',
]

/** What a column of this value alone looks like. */
function looksLike(value: string): string {
  const profile = profileColumn([value])
  return shares.filter((share) => profile[share] === 1).join(' ')
}

describe('a value', () => {
  test.each([
    ['http://example.org', 'urls'],
    ['https://data.ct.gov/d/a', 'urls'],
    ['FTP://example.org/a', 'urls'],
    ['www.example.org', 'urls'],
    ['www. example.org', ''],
    ['https://', ''],
    ['httpss://example.org', ''],
    ['see https://data.ct.gov', ''],
    ['ask@example.gov', 'emails'],
    ['A. Stone <a.stone@example.gov>', 'emails'],
    ['ask@example', ''],
    ['ask@example.g', ''],
    ['@example.gov', ''],
    ['ask @ example.gov', ''],
    ['o@example.gov', 'emails'],
    ['Yes', 'yesNo'],
    ['No', 'yesNo'],
    ['Y', 'yesNo'],
    ['n', 'yesNo'],
    ['TRUE', 'yesNo'],
    ['false', 'yesNo'],
    ['x', 'yesNo'],
    ['Unsure', 'yesNo'],
    ['N/A', 'yesNo'],
    ['Partial', 'yesNo'],
    ['Partially', 'yesNo'],
    ['Published', 'yesNo'],
    ['Not published', 'yesNo'],
    ['Unpublished', 'yesNo'],
    ['available', 'yesNo'],
    ['Not available', 'yesNo'],
    ['Unavailable', 'yesNo'],
    ['closed', 'yesNo'],
    ['Open', 'yesNo classifications'],
    ['Public', 'yesNo classifications'],
    ['private', 'yesNo classifications'],
    ['In progress', 'yesNo'],
    ['planned', 'yesNo'],
    ['Pending', 'yesNo'],
    ['Scheduled', 'yesNo'],
    ['Yes, mostly', ''],
    ['Surely yes', ''],
    ['Once published', ''],
    ['Published once', ''],
    ['Annual', 'frequencies'],
    ['Annually', 'frequencies'],
    ['Yearly', 'frequencies'],
    ['Semi-annual (July)', 'frequencies'],
    ['biweekly', 'frequencies'],
    ['bi-monthly', 'frequencies'],
    ['Quarterly', 'frequencies'],
    ['daily', 'frequencies'],
    ['Hourly', 'frequencies'],
    ['decennial', 'frequencies'],
    ['Real-time', 'frequencies'],
    ['real time', 'frequencies'],
    ['Continuous', 'frequencies'],
    ['As needed', 'frequencies'],
    ['ad hoc', 'frequencies'],
    ['One-time', 'frequencies'],
    ['Static', 'frequencies'],
    ['Every 2 weeks', 'frequencies'],
    ['R/P1Y ...', 'frequencies'],
    ['Annual report', ''],
    ['Monthly  budget of the agency', ''],
    ['Annuals', ''],
    ['Updated annually', ''],
    ['Non-public', 'classifications'],
    ['Confidential data', 'classifications'],
    ['Restricted', 'classifications'],
    ['protected', 'classifications'],
    ['Sensitive', 'classifications'],
    ['Internal', 'classifications'],
    ['Level 3', 'classifications'],
    ['Level 5', ''],
    ['Openness', ''],
    ['For internal use', ''],
    ['2025-05', 'dates'],
    ['2025-05-01', 'dates'],
    ['2025-05-01 at noon', 'dates'],
    ['2025-051', ''],
    ['2025-05-01st', 'dates'],
    ['12025-05', ''],
    ['FY 2025-05', ''],
    ['5/1/25', 'dates'],
    ['12/31/2025', 'dates'],
    ['5/1/2', ''],
    ['x/1/2025', ''],
    ['5/x/2025', ''],
    ['5/1/xx', ''],
    ['5/1/2025 or so', ''],
    ['on 5/1/2025', ''],
    ['9:30', 'dates'],
    ['12:30:15', 'dates'],
    ['9:30 pm', 'dates'],
    ['9:30AM', 'dates'],
    ['9:30 xm', ''],
    ['9:3', ''],
    ['x:30', ''],
    ['9:xx', ''],
    ['9:30:1', ''],
    ['9:30:xx', ''],
    ['9:30 or so', ''],
    ['at 9:30', ''],
    ['12', 'numbers'],
    ['-1,234.5', 'numbers'],
    ['+3', 'numbers'],
    ['$1,000', 'numbers'],
    ['12%', 'numbers'],
    ['.5', 'numbers'],
    ['x12', ''],
    ['12 or so', ''],
    ['12x', ''],
    ['about 12', ''],
    ['12.', ''],
    ['kg/m3', 'measures'],
    ['%', 'measures'],
    ['°C', 'measures'],
    ['USD', 'measures'],
    ['hours', 'measures'],
    ['m/s', 'measures'],
    ['kilometers by road', ''],
    ['Wait times', ''],
  ])('%j looks like %j', (value, kinds) => {
    expect(looksLike(value)).toBe(kinds)
  })
})

describe('a column', () => {
  it('is described by shares of the cells that hold something', () => {
    const values = ['https://data.ct.gov/a', '', '  ', 'ask@example.gov', 'Yes', ' Yes ']
    expect(profileColumn(values)).toEqual({
      filled: 4,
      urls: 0.25,
      emails: 0.25,
      yesNo: 0.5,
      frequencies: 0,
      classifications: 0,
      dates: 0,
      numbers: 0,
      measures: 0,
      distinct: 0.75,
      meanLength: 10.5,
    })
  })

  it('without values is nothing at all', () => {
    expect(profileColumn(['', ' '])).toEqual({
      filled: 0,
      urls: 0,
      emails: 0,
      yesNo: 0,
      frequencies: 0,
      classifications: 0,
      dates: 0,
      numbers: 0,
      measures: 0,
      distinct: 0,
      meanLength: 0,
    })
  })

  it('is known by the beginnings of long values', () => {
    const long = `${'word '.repeat(99)}words`
    expect(profileColumn([`${long} and more`, `${long} and others`, long])).toMatchObject({
      distinct: 1 / 3,
      meanLength: 500,
    })
    expect(profileColumn([`${'a'.repeat(499)} b`]).meanLength).toBe(499)
  })
})
