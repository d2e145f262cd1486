import { describe, expect, test } from 'vitest'
import type { AppError, ErrorCode } from '../../../src/contract/errors.ts'
import { describeError } from '../../../src/renderer/text/describe-error.ts'

/** One error of each code; a new code does not compile until it is here. */
const errors: { readonly [Code in ErrorCode]: Extract<AppError, { readonly code: Code }> } = {
  'file-empty': { code: 'file-empty' },
  'file-too-large': { code: 'file-too-large', megabytes: 1_204, limit: 50 },
  'file-locked-by-password': { code: 'file-locked-by-password' },
  'file-damaged': { code: 'file-damaged' },
  'file-kind-not-read': { code: 'file-kind-not-read', kind: 'xls' },
  'file-is-lock-file': { code: 'file-is-lock-file' },
  'workbook-has-no-sheets': { code: 'workbook-has-no-sheets' },
  'no-table-found': { code: 'no-table-found' },
  'table-transposed': { code: 'table-transposed', sheet: 'Inventory' },
  'columns-differ': { code: 'columns-differ', sheet: 'Roads' },
  'no-datasets': { code: 'no-datasets', sheet: 'Template', headerRow: 3 },
  'sheet-not-found': { code: 'sheet-not-found', sheet: 'Gone' },
  'header-row-empty': { code: 'header-row-empty', sheet: 'Inventory', headerRow: 7 },
  'workbook-too-complex': { code: 'workbook-too-complex', what: '6,000 parts' },
  'reading-took-too-long': { code: 'reading-took-too-long' },
  cancelled: { code: 'cancelled' },
  'workbook-dialect-not-written': { code: 'workbook-dialect-not-written', what: 'strict OOXML' },
  'workbook-check-failed': { code: 'workbook-check-failed', what: 'a part differs' },
  'writing-takes-too-much': { code: 'writing-takes-too-much', what: 'memory' },
  'encoding-cannot-hold': { code: 'encoding-cannot-hold', text: 'Łódź', encoding: 'windows-1252' },
  'unknown-call': { code: 'unknown-call', call: 'plan.dance' },
  'invalid-input': { code: 'invalid-input', problems: ['title: too long'] },
  'text-too-long': { code: 'text-too-long', limit: 10_000 },
  internal: { code: 'internal', incident: 'K7-2291' },
  'no-plan-open': { code: 'no-plan-open' },
  'other-plan-open': { code: 'other-plan-open' },
  'plan-has-decisions': { code: 'plan-has-decisions' },
  'reference-data-unreadable': { code: 'reference-data-unreadable', problem: 'line 3' },
  'plan-not-found': { code: 'plan-not-found' },
  'plan-open-elsewhere': {
    code: 'plan-open-elsewhere',
    holder: { who: 'J. Rivera', computer: 'LAPTOP-12', since: '2026-11-22T15:42:07.000Z' },
  },
  'plan-read-only': { code: 'plan-read-only' },
  'plan-file-lost': { code: 'plan-file-lost' },
  'plan-known-already': {
    code: 'plan-known-already',
    planId: 'inventory-1a2b3c',
    changedAt: '2026-11-22T15:42:07.000Z',
    fileChangedAt: '2026-11-21T15:42:07.000Z',
  },
  'plan-damaged': { code: 'plan-damaged' },
  'plan-newer': { code: 'plan-newer' },
  'plan-unreleased': { code: 'plan-unreleased' },
  'not-a-plan-file': { code: 'not-a-plan-file' },
  'criterion-not-found': { code: 'criterion-not-found' },
  'dataset-not-found': { code: 'dataset-not-found' },
  'idea-not-found': { code: 'idea-not-found' },
  'idea-already-a-dataset': { code: 'idea-already-a-dataset' },
  'title-column-missing': { code: 'title-column-missing' },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
  'action-not-found': { code: 'action-not-found' },
  'backup-not-found': { code: 'backup-not-found' },
  'backup-damaged': { code: 'backup-damaged' },
  'file-gone': { code: 'file-gone' },
  'file-not-readable': { code: 'file-not-readable' },
  'document-check-failed': { code: 'document-check-failed', what: 'a heading is missing' },
  'disk-full': { code: 'disk-full' },
  'cannot-write': { code: 'cannot-write' },
  'file-not-downloaded': { code: 'file-not-downloaded' },
  'target-open': { code: 'target-open', name: 'inventory.xlsx' },
  'target-read-only': { code: 'target-read-only', name: 'inventory.xlsx' },
  'target-not-downloaded': { code: 'target-not-downloaded', name: 'inventory.xlsx' },
  'folder-gone': { code: 'folder-gone', folder: 'E:\\plans' },
  'folder-read-only': { code: 'folder-read-only', folder: 'S:\\shared' },
  'engine-gone': { code: 'engine-gone' },
}

const all = Object.values(errors)

describe('every error in words', () => {
  test.each(all)('$code says what happened, what is safe and what to do next in whole sentences', (error) => {
    for (const sentence of Object.values(describeError(error))) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(sentence).not.toContain('undefined')
    }
  })

  // Codes of one word are words of the language too.
  test.each(all.filter(({ code }) => code.includes('-')))('$code does not show its code', (error) => {
    expect(Object.values(describeError(error)).join(' ')).not.toContain(error.code)
  })

  test('no two errors are told in the same words', () => {
    const told = all.map((error) => Object.values(describeError(error)).join(' '))
    expect(new Set(told).size).toBe(told.length)
  })
})

describe('what the sentences carry', () => {
  const told = (error: AppError) => Object.values(describeError(error)).join(' ')

  test.each([
    [errors['file-too-large'], ['1,204 MB', '50 MB']],
    [errors['no-datasets'], ['row 3', '“Template”']],
    [errors['header-row-empty'], ['Row 7', '“Inventory”']],
    [errors['sheet-not-found'], ['“Gone”']],
    [errors['workbook-too-complex'], ['6,000 parts']],
    [errors['encoding-cannot-hold'], ['Łódź', 'windows-1252']],
    [errors['invalid-input'], ['title: too long']],
    [errors['text-too-long'], ['10,000 characters']],
    [errors.internal, ['K7-2291']],
  ] satisfies [AppError, string[]][])('%o', (error, parts) => {
    for (const part of parts) expect(told(error)).toContain(part)
  })

  test('an old Excel file is sent to Excel, a PDF is not', () => {
    expect(told({ code: 'file-kind-not-read', kind: 'xls' })).toContain('save it as an Excel workbook')
    expect(told({ code: 'file-kind-not-read', kind: 'pdf' })).not.toContain('save it as an Excel workbook')
  })

  test('a kind nobody has heard of gets a sentence all the same', () => {
    expect(told({ code: 'file-kind-not-read', kind: 'wordperfect' })).toContain(
      'This kind of file cannot be read.',
    )
  })
})
