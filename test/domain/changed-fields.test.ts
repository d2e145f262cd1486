import { describe, expect, it } from 'vitest'
import { criterionFields, fieldsInWords } from '../../src/domain/changed-fields.ts'
import { inventoryFields } from '../../src/domain/inventory-field.ts'
import { opennessProperties } from '../../src/domain/vocabulary.ts'

const fields = new Map([...fieldsInWords, ...Object.entries(criterionFields('State Data Plan focal points'))])

describe('a change in the plan’s history', () => {
  it.each([
    ['facts.title', 'Fines', 'Title', 'Fines'],
    ['facts.inventory-number', '7', 'Inventory number', '7'],
    ['facts.unit', 'Licensing', 'Unit or program', 'Licensing'],
    ['review.availability', 'public-report', 'Availability', 'Public, but not machine-readable'],
    ['review.publishedAt', 'https://x.gov', 'Published at', 'https://x.gov'],
    ['review.publishedFormat', 'CSV', 'Published format', 'CSV'],
    ['review.reviewNote', 'Ask IT', 'Note', 'Ask IT'],
    ['identification.access', 'protected', 'Access', 'Protected'],
    ['identification.legalBasis', 'HIPAA', 'Legal basis of the protection', 'HIPAA'],
    ['identification.releaseRoute', 'redact-fields', 'Release route', 'Redact fields'],
    ['identification.suppressionRule', 'Hide 5 or fewer', 'Suppression rule', 'Hide 5 or fewer'],
    ['identification.checkedBy', 'L. Ortiz', 'Checked before release by', 'L. Ortiz'],
    ['openness.free', 'yes', 'Open data: Free to get', 'Yes'],
    ['openness.described', 'not-yet-determined', 'Open data: Described in metadata', 'Not yet determined'],
    ['override.tier', 'not-planned', 'Tier, set by hand', 'Not planned'],
    ['override.reason', 'Next year', 'Reason for the tier', 'Next year'],
    ['commitment.targetDate', '2026-11-22', 'Target date', 'November 22, 2026'],
    ['commitment.targetDate', '', 'Target date', ''],
    ['commitment.updateFrequency', 'Monthly', 'Update frequency promised', 'Monthly'],
    ['commitment.method', 'Upload', 'How it gets there', 'Upload'],
    ['commitment.steward', 'M. Chen', 'Steward', 'M. Chen'],
    ['commitment.custodian', 'IT', 'Custodian', 'IT'],
    ['commitment.automation', 'partly-automated', 'Automation', 'Partly automated'],
    ['commitment.upkeep', 'keep', 'Upkeep', 'Keep as it is'],
    [
      'commitment.retirementGround',
      'replaced',
      'Ground for retiring',
      'Discontinued, consolidated or replaced',
    ],
    ['commitment.upkeepNote', 'See minutes', 'Note on upkeep', 'See minutes'],
    ['idea.question', 'not-yet-public', 'Question', 'Not yet public'],
    ['idea.text', 'Wait times', 'Idea', 'Wait times'],
    ['idea.raisedBy', 'J. Rivera', 'Raised by', 'J. Rivera'],
    ['details.agencyName', 'Example Services', 'Agency', 'Example Services'],
    ['details.planTitle', 'Open data', 'Title of the plan', 'Open data'],
    ['details.period', '2027', 'Period', '2027'],
    ['details.officerName', 'J. Rivera', 'Officer’s name', 'J. Rivera'],
    ['details.officerTitle', 'Analyst', 'Officer’s job title', 'Analyst'],
    ['details.officerEmail', 'j@x.gov', 'Officer’s e-mail', 'j@x.gov'],
    ['details.headName', 'D. Whitfield', 'Head’s name', 'D. Whitfield'],
    ['details.headTitle', 'Commissioner', 'Head’s job title', 'Commissioner'],
    ['details.reviewedOn', '2026-02-01', 'Reviewed together on', 'February 1, 2026'],
    ['weight', '2', 'Weight of “State Data Plan focal points”', '2'],
    ['delivery.changesSheet', 'add', 'Sheet “Plan changes”', 'Add it'],
    ['delivery.changesSheet', 'leave-out', 'Sheet “Plan changes”', 'Leave it out'],
    ['delivery.protectedCells', 'write', 'Protected cells', 'Write, and leave the protection on'],
    ['delivery.protectedCells', 'keep-off', 'Protected cells', 'Use the sheet “Plan additions”'],
    ['delivery.lockedStructure', 'add', 'A further sheet where sheets are locked', 'Add it'],
    ['delivery.lockedStructure', 'keep-off', 'A further sheet where sheets are locked', 'Add none'],
    ['submission.on', '2026-12-01', 'Submitted on', 'December 1, 2026'],
    ['submission.how', 'By e-mail', 'Submitted to whom or how', 'By e-mail'],
    ['value', '3', 'Rating: State Data Plan focal points', '3'],
    ['reason', 'Asked for', 'Reason: State Data Plan focal points', 'Asked for'],
  ])('of %s to “%s” reads “%s”: “%s”', (name, value, field, words) => {
    expect(fields.get(name)?.field).toBe(field)
    expect(fields.get(name)?.words(value)).toBe(words)
  })

  it('of the high-value grounds names each with its letter', () => {
    const grounds = fields.get('identification.highValueGrounds')
    expect(grounds?.field).toBe('High-value grounds')
    expect(grounds?.words('AF')).toBe(
      'A: Critical to how the agency operates; F: Often requested by the public',
    )
    expect(grounds?.words('')).toBe('')
    expect(grounds?.words('Z')).toBe('Z: ')
  })

  it('keeps a value it has no words for as it is, and tells of a criterion by its name', () => {
    const access = fields.get('identification.access')
    expect(access?.words('of an older version')).toBe('of an older version')
    expect(criterionFields('older')).toMatchObject({
      weight: { field: 'Weight of “older”' },
      value: { field: 'Rating: older' },
      reason: { field: 'Reason: older' },
    })
  })

  it('has a name for every fact of the inventory and every property of open data', () => {
    const names = [
      ...inventoryFields.map((field) => `facts.${field}`),
      ...opennessProperties.map((property) => `openness.${property}`),
    ]
    expect([...fields.keys()]).toEqual(expect.arrayContaining(names))
    expect([...fields.values()].filter(({ field }) => field.trim() === '')).toEqual([])
  })
})
