import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { InspectionView } from '../../../../src/contract/views.ts'
import { ok } from '../../../../src/domain/result.ts'
import { NoticeList } from '../../../../src/renderer/steps/open/notice-list.tsx'
import { OpenStep } from '../../../../src/renderer/steps/open/open-step.tsx'
import { anInspection } from '../../support/fake-inspection.ts'
import { onScreen } from '../../support/on-screen.tsx'

const file = { fileId: 'file-1', name: 'DES inventory 2027.xlsx', size: 40_960 }
const seen = anInspection(null)

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

/** The open screen with what was seen in the file, and what happens once the screen has waited long enough. */
async function inspected(inspection: InspectionView = seen) {
  const shown = await onScreen(null)
  shown.bridge.answerNext(ok(inspection))
  shown.show(<OpenStep file={file} />)
  const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(1_000)))
  await settle()
  return {
    ...shown,
    settle,
    /** The table that is asked for from here on. */
    chosen: () =>
      shown
        .asked()
        .flatMap(([call, input]) => (call === 'open.inspect' ? [input] : []))
        .slice(1),
  }
}

const handle = () => screen.getByRole('slider')
const row = (element: HTMLElement) => element.getAttribute('aria-valuenow')

describe('the headings are moved', () => {
  test.each([
    ['{ArrowDown}', 'ArrowDown', 5],
    ['{ArrowUp}', 'ArrowUp', 3],
    ['{PageDown}', 'PageDown', 14],
    ['{PageUp}', 'PageUp', 1],
    ['{Home}', 'Home', 1],
  ])('by %s, to where the sheet has a row', async (_, key, headerRow) => {
    const { chosen, settle } = await inspected()
    fireEvent.keyDown(handle(), { key })
    await settle()
    expect(chosen()).toEqual([{ fileId: 'file-1', choice: { sheet: 'Inventory', headerRow, headerRows: 1 } }])
  })

  test('many rows by one key held down, of which only the last is read', async () => {
    const { chosen, settle } = await inspected()
    for (let time = 0; time < 3; time += 1) {
      fireEvent.keyDown(handle(), { key: 'ArrowDown' })
      await act(async () => void (await vi.advanceTimersByTimeAsync(30)))
    }
    await settle()
    expect(chosen()).toMatchObject([{ choice: { headerRow: 7 } }])
  })

  test('and what was said of the plan’s headings stays said', async () => {
    const { chosen, settle } = await inspected({ ...seen, table: { ...seen.table, planHeadings: 'leave' } })
    fireEvent.keyDown(handle(), { key: 'ArrowDown' })
    await settle()
    expect(chosen()).toMatchObject([{ choice: { headerRow: 5, planHeadings: 'leave' } }])
  })

  /** Rows of 20 pixels each, the first at the top. */
  function rowsInPlace() {
    const rows = [...document.querySelectorAll<HTMLElement>('tbody tr')]
    rows.forEach((element, index) => {
      Object.assign(element, {
        scrollIntoView: () => undefined,
        getBoundingClientRect: () => ({ top: index * 20, bottom: index * 20 + 20, height: 20 }),
      })
    })
    Object.assign(handle(), { setPointerCapture: () => undefined })
  }

  test('by dragging: shown where the mouse is, read where it lets go', async () => {
    const { chosen, settle } = await inspected()
    rowsInPlace()
    fireEvent.pointerDown(handle(), { button: 0, clientY: 68 })
    fireEvent.pointerMove(handle(), { clientY: 128 })
    expect(row(handle())).toBe('7')
    expect(chosen()).toEqual([])
    fireEvent.pointerUp(handle(), { clientY: 148 })
    // The mouse goes on without the handle.
    fireEvent.pointerMove(handle(), { clientY: 28 })
    await settle()
    expect(row(handle())).toBe('8')
    expect(chosen()).toMatchObject([{ choice: { headerRow: 8 } }])
  })

  test('not where the dragging is broken off: they are shown where they were', async () => {
    const { chosen, settle } = await inspected()
    rowsInPlace()
    fireEvent.pointerDown(handle(), { button: 0, clientY: 68 })
    fireEvent.pointerMove(handle(), { clientY: 128 })
    fireEvent.pointerCancel(handle())
    expect(row(handle())).toBe('4')
    fireEvent.pointerMove(handle(), { clientY: 168 })
    expect(row(handle())).toBe('4')
    await settle()
    expect(chosen()).toEqual([])
  })

  test('not by another mouse button, and not to where they are', async () => {
    const { chosen, settle } = await inspected()
    rowsInPlace()
    fireEvent.pointerDown(handle(), { button: 2, clientY: 68 })
    fireEvent.pointerMove(handle(), { clientY: 128 })
    fireEvent.pointerUp(handle(), { clientY: 128 })
    fireEvent.pointerDown(handle(), { button: 0, clientY: 68 })
    fireEvent.pointerUp(handle(), { clientY: 69 })
    await settle()
    expect(chosen()).toEqual([])
  })
})

describe('the table is corrected', () => {
  test('by choosing another sheet, whose headings are looked for', async () => {
    const { chosen, settle } = await inspected()
    fireEvent.change(screen.getByRole('combobox', { name: 'Sheet' }), {
      target: { value: 'Instructions' },
    })
    await settle()
    expect(chosen()).toEqual([
      { fileId: 'file-1', choice: { sheet: 'Instructions', headerRow: 0, headerRows: 1 } },
    ])
  })

  test('among the sheets that have rows, hidden ones named as such', async () => {
    await inspected({
      ...seen,
      sheets: [...seen.sheets, { name: 'Chart', state: 'visible', rows: 0, columns: 0 }],
    })
    const options = within(screen.getByRole('combobox', { name: 'Sheet' })).getAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Inventory',
      'Instructions',
      expect.stringMatching(/^Lists .*hidden/),
    ])
  })
})

describe('what is worth knowing', () => {
  const withNotices = (inspection: Partial<InspectionView>) =>
    onScreen(
      <NoticeList
        inspection={{ ...seen, ...inspection }}
        chosen={{}}
        hasTitle={true}
        onLookUp={() => undefined}
      />,
    )
  const protection = (sheet: string) => ({ code: 'protected-sheet', sheet }) as const

  test('is told of every sheet that the table is on, and of no other', async () => {
    await withNotices({
      table: { ...seen.table, further: [{ ...seen.table, sheet: 'North' }] },
      notices: [protection('Inventory'), protection('North'), protection('Lists')],
    })
    const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(said.map((words) => /Sheet “(.+?)”/.exec(words ?? '')?.[1])).toEqual(['Inventory', 'North'])
  })

  test.each([
    [1, 0, '1 dataset on “Plan additions”'],
    [0, 14, '14 answers on “Plan additions”'],
    [2, 1, '2 datasets and 1 answer on “Plan additions”'],
  ])('is what an earlier plan left beside the inventory: %d and %d', async (datasets, values, left) => {
    await withNotices({ notices: [{ code: 'plan-additions', datasets, values }] })
    expect(screen.getByRole('listitem').textContent).toContain(`An earlier plan left ${left}.`)
  })
})
