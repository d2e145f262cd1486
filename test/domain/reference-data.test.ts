import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { isCalendarDate } from '../../src/domain/calendar-date.ts'
import { webAddress } from '../../src/domain/plan-document/wording.ts'
import type { ReferenceData } from '../../src/domain/reference-data.ts'

const file = new URL('../../assets/reference-data.json', import.meta.url)
const reference = JSON.parse(await readFile(file, 'utf8')) as ReferenceData

describe('the reference data that come with the program', () => {
  it('name the source and the date of every list', () => {
    for (const [name, list] of Object.entries(reference)) {
      expect(list.source, name).not.toBe('')
      expect(isCalendarDate(list.asOf), name).toBe(true)
      expect(list.entries.length, name).toBeGreaterThan(0)
    }
  })

  it('hold the handbook’s ten categories and twelve frequencies', () => {
    expect(new Set(reference.categories.entries).size).toBe(10)
    expect(new Set(reference.updateFrequencies.entries).size).toBe(12)
  })

  it('label every suppression rule as an example', () => {
    for (const { name } of reference.suppressionRules.entries) expect(name).toMatch(/^Example: /)
  })

  it('hold the citation the cover names, and addresses a document can link to', () => {
    expect(reference.citations.entries.map(({ id }) => id)).toContain('plan-duty')
    for (const { url } of reference.links.entries) expect(webAddress(url)).toBe(url)
  })
})
