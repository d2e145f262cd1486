import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { InspectionView } from '../../../../src/contract/views.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { FurtherSheets } from '../../../../src/renderer/steps/open/further-sheets.tsx'
import { OpenStep } from '../../../../src/renderer/steps/open/open-step.tsx'
import { anInspection } from '../../support/fake-inspection.ts'
import { aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const file = { fileId: 'file-1', name: 'DES inventory 2027.xlsx', size: 40_960 }
const seen = anInspection(null)
const choice = { sheet: 'Inventory', headerRow: 4, headerRows: 1 }

async function inspected(inspection: InspectionView = seen) {
  const shown = await onScreen(null)
  shown.bridge.answerNext(ok(inspection))
  shown.show(<OpenStep file={file} />)
  await act(async () => undefined)
  return { ...shown, imports: () => shown.asked().filter(([call]) => call === 'open.import') }
}

const importButton = () =>
  screen.getByRole<HTMLButtonElement>('button', { name: /^(Import|Choose the column)/ })

describe('datasets are imported', () => {
  test('when somebody says so and not before, from the file, the headings and the columns that are shown', async () => {
    const { person, bridge, imports, asked } = await inspected()
    expect(asked()).toEqual([['open.inspect', { fileId: 'file-1', choice: null }]])
    bridge.answerNext(ok(aView(aPlan(58))))
    await person.click(screen.getByRole('button', { name: 'Import 58 datasets' }))
    expect(imports()).toEqual([
      [
        'open.import',
        {
          fileId: 'file-1',
          choice,
          columns: [
            { letter: 'A', field: 'inventory-number' },
            { letter: 'B', field: 'title' },
            { letter: 'C', field: 'description' },
            { letter: 'D', field: 'classification' },
            { letter: 'E', field: 'update-frequency' },
            { letter: 'F', field: 'owner' },
          ],
          frequencies: [],
        },
      ],
    ])
    expect(window.history.state).toEqual({ place: { screen: 'details' } })
  })

  test('once, and can be cancelled while they are', async () => {
    const { person, bridge, imports } = await inspected()
    const cancelled: string[] = []
    Object.assign(bridge, { cancel: (callId: string) => cancelled.push(callId) })
    const give = bridge.holdNext()
    await person.click(importButton())
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
    await person.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(cancelled).toHaveLength(1)
    await act(async () => give(err({ code: 'cancelled' })))
    expect(imports()).toHaveLength(1)
    expect(importButton().disabled).toBe(false)
  })

  test('not where no column is read as the title, or where there are none', async () => {
    const columns = seen.table.columns.map((column) =>
      column.field === 'title' ? { ...column, field: null } : column,
    )
    const { remove } = await inspected({ ...seen, table: { ...seen.table, columns } })
    expect(importButton().textContent).toBe('Choose the column that holds the title first.')
    expect(importButton().disabled).toBe(true)
    remove()
    await inspected({ ...seen, table: { ...seen.table, datasets: 0 } })
    expect(importButton().disabled).toBe(true)
  })

  test('and where that fails it is said, and nothing is lost of what was seen', async () => {
    const { person, bridge } = await inspected()
    window.history.replaceState({ place: { screen: 'open', file } }, '')
    bridge.answerNext(err({ code: 'disk-full' }))
    await person.click(importButton())
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(importButton().textContent).toBe('Import 58 datasets')
    expect(window.history.state).toEqual({ place: { screen: 'open', file } })
  })
})

describe('further sheets', () => {
  const further = (sheet: string, datasets: number) => ({ ...seen.table, sheet, datasets })
  const sheets = [further('North', 3), further('South', 1)]
  const withSheets: InspectionView = { ...seen, sameColumns: sheets }

  test('are taken once they were read; until then the datasets before are not imported', async () => {
    const { bridge, imports, asked } = await inspected(withSheets)
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    fireEvent.click(screen.getByRole('checkbox', { name: 'South (1 dataset)' }))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'South (1 dataset)' }).checked).toBe(true)
    fireEvent.click(importButton())
    expect(importButton().getAttribute('aria-disabled')).toBe('true')
    expect(imports()).toEqual([])
    const alsoSheets = ['South']
    bridge.answerNext(ok({ ...withSheets, table: { ...withSheets.table, alsoSheets } }))
    await act(async () => void (await vi.advanceTimersByTimeAsync(1_000)))
    expect(asked().at(-1)).toEqual(['open.inspect', { fileId: 'file-1', choice: { ...choice, alsoSheets } }])
    bridge.answerNext(ok(aView(aPlan(58))))
    await act(async () => void fireEvent.click(importButton()))
    expect(imports()).toMatchObject([['open.import', { choice: { ...choice, alsoSheets } }]])
  })

  test('are ticked one by one or all at once, in their order', async () => {
    const taken: (readonly string[])[] = []
    const piece = (now: readonly string[]) => (
      <FurtherSheets sheets={sheets} taken={now} className="" onTake={(names) => taken.push(names)} />
    )
    const { person, show } = await onScreen(piece(['South']))
    const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
    await person.click(box(/^North/))
    await person.click(box(/^South/))
    await person.click(box(/^All 2 sheets/))
    show(piece(['North', 'South']))
    await person.click(box(/^All 2 sheets/))
    expect(taken).toEqual([['North', 'South'], [], ['North', 'South'], []])
  })
})

describe('a word that means two things', () => {
  const asks: InspectionView = {
    ...seen,
    frequencyVocabulary: ['Annually', 'Bi-annually', 'Quarterly', 'Monthly', 'Other'],
    frequencies: [{ letter: 'E', words: [{ text: 'Biannual', rows: 3 }] }],
  }
  const question = () =>
    within(screen.getByRole('group', { name: /^In 3 rows the inventory says “Biannual”/ }))

  test('may wait, and what it was said to mean last goes with the import', async () => {
    const { person, bridge, imports } = await inspected(asks)
    expect(screen.getByText('1 question for all rows at once; it can wait')).toBeTruthy()
    const meanings = question().getAllByRole('button')
    expect(meanings.at(-1)?.textContent).toBe('Decide later')
    await person.click(question().getByRole('button', { name: /^every two years/ }))
    await person.click(question().getByRole('button', { name: /^twice a year/ }))
    expect(screen.getByText('All answered, for all rows at once')).toBeTruthy()
    bridge.answerNext(ok(aView(aPlan(58))))
    await person.click(importButton())
    expect(imports()).toMatchObject([
      ['open.import', { frequencies: [{ word: 'biannual', value: 'Bi-annually' }] }],
    ])
  })

  test('means nothing that was taken back', async () => {
    const { person, bridge, imports } = await inspected(asks)
    await person.click(question().getByRole('button', { name: /^twice a year/ }))
    await person.click(question().getByRole('button', { name: 'Decide later' }))
    bridge.answerNext(ok(aView(aPlan(58))))
    await person.click(importButton())
    expect(imports()).toMatchObject([['open.import', { frequencies: [] }]])
  })
})
