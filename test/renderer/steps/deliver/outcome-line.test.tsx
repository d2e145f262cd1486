import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../../src/contract/errors.ts'
import type { Delivery, Outcome, SaveHow } from '../../../../src/renderer/steps/deliver/delivery.ts'
import { OutcomeLine } from '../../../../src/renderer/steps/deliver/outcome-line.tsx'
import { onScreen } from '../../support/on-screen.tsx'

const nothing: Delivery = {
  making: null,
  cancel: null,
  progress: null,
  outcomes: { workbook: null, document: null, plan: null },
  made: null,
  isStale: false,
  previewWorkbook: () => undefined,
  save: () => undefined,
  saveBoth: () => undefined,
}

function ofWorkbook(workbook: Outcome, more: Partial<Delivery> = {}) {
  const delivery = { ...nothing, outcomes: { ...nothing.outcomes, workbook }, ...more }
  return <OutcomeLine what="workbook" delivery={delivery} />
}

const shownWords = () => document.body.textContent?.trim()

describe('where a file went is said of that file', () => {
  const saved = (where: Extract<Outcome, { readonly kind: 'saved' }>['where']): Outcome => ({
    kind: 'saved',
    where,
    name: 'inventory (updated).xlsx',
  })

  test('with its place, and with the place of what stood there before', async () => {
    const { show } = await onScreen(ofWorkbook(saved({ saved: '/plans/a.xlsx', kept: null })))
    expect(shownWords()).toBe('Saved to /plans/a.xlsx')
    show(ofWorkbook(saved({ saved: '/plans/a.xlsx', kept: '/plans/a (before).xlsx' })))
    expect(shownWords()).toBe(
      'Saved to /plans/a.xlsx. What stood there before is kept as /plans/a (before).xlsx',
    )
  })

  test('and what a browser was given is not called saved', async () => {
    await onScreen(ofWorkbook(saved({ handedTo: 'browser' })))
    expect(shownWords()).toBe('Handed to your browser’s downloads: inventory (updated).xlsx')
  })

  test('and of no other', async () => {
    const delivery = {
      ...nothing,
      making: 'plan' as const,
      outcomes: { ...nothing.outcomes, document: saved({ handedTo: 'browser' }) },
    }
    await onScreen(<OutcomeLine what="workbook" delivery={delivery} />)
    expect(shownWords()).toBe('')
  })
})

test('what somebody thought better of is said to be not saved', async () => {
  await onScreen(ofWorkbook({ kind: 'not-saved' }))
  expect(shownWords()).toContain('Nothing was saved.')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('what is being made is said to be on its way, whatever came of it before, and can be cancelled', async () => {
  let cancelled = 0
  const before: Outcome = { kind: 'failed', error: { code: 'cannot-write' } }
  const { person, show } = await onScreen(
    ofWorkbook(before, { making: 'workbook', cancel: () => cancelled++ }),
  )
  expect(screen.getByRole('status').textContent).toContain('Making and checking the workbook…')
  expect(screen.queryByRole('alert')).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(cancelled).toBe(1)
  show(ofWorkbook(before, { making: 'workbook', cancel: () => cancelled++, progress: { done: 1, total: 4 } }))
  expect(shownWords()).toContain('25 %')
  await person.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(cancelled).toBe(2)
  show(ofWorkbook(before, { making: 'workbook' }))
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

describe('what failed', () => {
  async function failedBy(error: AppError) {
    const asked: unknown[] = []
    const save = (what: string, how?: SaveHow) => asked.push([what, how])
    const shown = await onScreen(ofWorkbook({ kind: 'failed', error }, { save }))
    expect(screen.getByRole('alert').textContent).toContain('The workbook was not saved.')
    return { ...shown, asked }
  }

  test.each<[AppError, string, SaveHow]>([
    [{ code: 'target-open', name: 'a.xlsx' }, 'Save beside it', { way: 'beside' }],
    [{ code: 'target-read-only', name: 'a.xlsx' }, 'Save beside it', { way: 'beside' }],
    [{ code: 'target-not-downloaded', name: 'a.xlsx' }, 'Save beside it', { way: 'beside' }],
    [
      { code: 'encoding-cannot-hold', text: '→', encoding: 'windows-1252' },
      'Save it as UTF-8',
      { encoding: 'utf-8' },
    ],
    [
      { code: 'workbook-dialect-not-written', what: 'sheet1' },
      'Save a plain new workbook',
      { workbook: 'plain' },
    ],
  ])('can be done another way: $code', async (error, label, how) => {
    const { person, asked } = await failedBy(error)
    await person.click(screen.getByRole('button', { name: label }))
    expect(asked).toEqual([['workbook', how]])
  })

  test('in no way that helps offers none', async () => {
    await failedBy({ code: 'cannot-write' })
    expect(screen.queryAllByRole('button')).toEqual([])
  })
})
