import { describe, expect, it } from 'vitest'
import { datasetFields, ideaFields, planFields, ratingFields } from '../../src/domain/changed-fields.ts'
import { inventoryFields } from '../../src/domain/inventory-field.ts'
import { opennessProperties } from '../../src/domain/vocabulary.ts'

const fields = { ...datasetFields, ...ideaFields, ...planFields, ...ratingFields('focal-points') }

describe('a change in the plan’s history', () => {
  it.each([
    ['facts.title', 'Fines', 'Title', 'Fines'],
    ['facts.inventory-number', '7', 'Inventory number', '7'],
    ['facts.unit', 'Licensing', 'Unit or program', 'Licensing'],
    ['availability', 'public-report', 'Availability', 'Public, but not machine-readable'],
    ['publishedAt', 'https://x.gov', 'Published at', 'https://x.gov'],
    ['publishedFormat', 'CSV', 'Published format', 'CSV'],
    ['reviewNote', 'Ask IT', 'Note', 'Ask IT'],
    ['access', 'protected', 'Access', 'Protected'],
    ['legalBasis', 'HIPAA', 'Legal basis of the protection', 'HIPAA'],
    ['releaseRoute', 'redact-fields', 'Release route', 'Redact fields'],
    ['suppressionRule', 'Hide 5 or fewer', 'Suppression rule', 'Hide 5 or fewer'],
    ['checkedBy', 'L. Ortiz', 'Checked before release by', 'L. Ortiz'],
    ['openness.free', 'yes', 'Open data: Free to get', 'Yes'],
    ['openness.described', 'not-yet-determined', 'Open data: Described in metadata', 'Not yet determined'],
    ['overrideTier', 'not-planned', 'Tier, set by hand', 'Not planned'],
    ['overrideReason', 'Next year', 'Reason for the tier', 'Next year'],
    ['targetDate', '2026-11-22', 'Target date', 'November 22, 2026'],
    ['targetDate', '', 'Target date', ''],
    ['updateFrequency', 'Monthly', 'Update frequency promised', 'Monthly'],
    ['method', 'Upload', 'How it gets there', 'Upload'],
    ['steward', 'M. Chen', 'Steward', 'M. Chen'],
    ['custodian', 'IT', 'Custodian', 'IT'],
    ['automation', 'partly-automated', 'Automation', 'Partly automated'],
    ['upkeep', 'keep', 'Upkeep', 'Keep as it is'],
    ['retirementGround', 'replaced', 'Ground for retiring', 'Discontinued, consolidated or replaced'],
    ['upkeepNote', 'See minutes', 'Note on upkeep', 'See minutes'],
    ['question', 'not-yet-public', 'Question', 'Not yet public'],
    ['text', 'Wait times', 'Card', 'Wait times'],
    ['raisedBy', 'J. Rivera', 'Raised by', 'J. Rivera'],
    ['agencyName', 'Example Services', 'Agency', 'Example Services'],
    ['planTitle', 'Open data', 'Title of the plan', 'Open data'],
    ['period', '2027', 'Period', '2027'],
    ['officerName', 'J. Rivera', 'Officer’s name', 'J. Rivera'],
    ['officerTitle', 'Analyst', 'Officer’s job title', 'Analyst'],
    ['officerEmail', 'j@x.gov', 'Officer’s e-mail', 'j@x.gov'],
    ['headName', 'D. Whitfield', 'Head’s name', 'D. Whitfield'],
    ['headTitle', 'Commissioner', 'Head’s job title', 'Commissioner'],
    ['reviewedOn', '2026-02-01', 'Reviewed together on', 'February 1, 2026'],
    ['demand', '2', 'Weight of “Demand from others”', '2'],
    ['machine-readable', '0', 'Weight of “Machine-readable”', '0'],
    ['changesSheet', 'add', 'Sheet “Plan changes”', 'Add it'],
    ['changesSheet', 'leave-out', 'Sheet “Plan changes”', 'Leave it out'],
    ['protectedCells', 'write', 'Protected cells', 'Write, and leave the protection on'],
    ['protectedCells', 'keep-off', 'Protected cells', 'Use the sheet “Plan additions”'],
    ['lockedStructure', 'add', 'A further sheet where sheets are locked', 'Add it'],
    ['lockedStructure', 'keep-off', 'A further sheet where sheets are locked', 'Add none'],
    ['submittedOn', '2026-12-01', 'Submitted on', 'December 1, 2026'],
    ['submittedHow', 'By e-mail', 'Submitted to whom or how', 'By e-mail'],
    ['value', '3', 'Rating: State Data Plan focal points', '3'],
    ['reason', 'Asked for', 'Reason: State Data Plan focal points', 'Asked for'],
  ])('of %s to “%s” reads “%s”: “%s”', (name, value, field, words) => {
    expect(fields[name]?.field).toBe(field)
    expect(fields[name]?.words(value)).toBe(words)
  })

  it('of the high-value grounds names each with its letter', () => {
    const { highValueGrounds: grounds } = datasetFields
    expect(grounds?.field).toBe('High-value grounds')
    expect(grounds?.words('AF')).toBe(
      'A: Critical to how the agency operates; F: Often requested by the public',
    )
    expect(grounds?.words('')).toBe('')
    expect(grounds?.words('Z')).toBe('Z: ')
  })

  it('keeps a value or a criterion it has no words for as it is', () => {
    const { access } = datasetFields
    expect(access?.words('of an older version')).toBe('of an older version')
    expect(ratingFields('older')).toMatchObject({
      value: { field: 'Rating: older' },
      reason: { field: 'Reason: older' },
    })
  })

  it('has a name for every fact of the inventory and every property of open data', () => {
    const names = [
      ...inventoryFields.map((field) => `facts.${field}`),
      ...opennessProperties.map((property) => `openness.${property}`),
    ]
    expect(Object.keys(datasetFields)).toEqual(expect.arrayContaining(names))
    expect(Object.values(fields).filter(({ field }) => field.trim() === '')).toEqual([])
  })
})
