import { act, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { InspectionView } from '../../../../src/contract/views.ts'
import type { ColumnMapping } from '../../../../src/domain/inventory-table.ts'
import { err, ok } from '../../../../src/domain/result.ts'
import { OpenStep } from '../../../../src/renderer/steps/open/open-step.tsx'
import { anInspection } from '../../support/fake-inspection.ts'
import { aPlan, aView } from '../../support/fake-plan.ts'
import { onScreen } from '../../support/on-screen.tsx'

const file = { fileId: 'file-1', name: 'DES inventory 2027.xlsx', size: 40_960 }
const seen = anInspection(null)

/** The open screen with these columns otherwise than the program guessed. */
async function inspected(
  changes: Readonly<Record<string, Partial<ColumnMapping>>> = {},
  more: Partial<InspectionView> = {},
) {
  const columns = seen.table.columns.map((column) => ({ ...column, ...changes[column.letter] }))
  const shown = await onScreen(null)
  shown.bridge.answerNext(ok({ ...seen, ...more, table: { ...seen.table, ...more.table, columns } }))
  shown.show(<OpenStep file={file} />)
  await act(async () => undefined)
  const { person, bridge, asked } = shown
  return {
    ...shown,
    press: (name: string) => person.click(screen.getByRole('button', { name })),
    /** What the columns would be imported as. */
    imported: async () => {
      bridge.answerNext(ok(aView(aPlan(58))))
      await person.click(screen.getByRole('button', { name: /^Import \d+ datasets$/ }))
      const [, input] = asked().find(([call]) => call === 'open.import') ?? []
      const { columns: given } = input as { columns: readonly { letter: string; field: string }[] }
      return given.map(({ letter, field }) => `${letter} ${field}`)
    },
  }
}

const item = (letter: string) =>
  screen.getByRole('button', { name: `Show column ${letter} on the sheet` }).closest('li') as HTMLElement
const select = (letter: string, place = 0) =>
  within(item(letter)).getAllByRole<HTMLSelectElement>('combobox')[place] as HTMLSelectElement
const guess = [
  'A inventory-number',
  'B title',
  'C description',
  'D classification',
  'E update-frequency',
  'F owner',
]

describe('a column', () => {
  test('shows its heading, its first values, and what it is read as and why', async () => {
    await inspected({ D: { confidence: 'low', reason: 'values' } })
    expect(item('B').textContent).toContain('Licenses issued · Complaint register')
    expect(select('B').value).toBe('title')
    expect(within(item('B')).getByText('Sure: the heading says so')).toBeTruthy()
    expect(within(item('D')).getByText('A guess: the values look like it')).toBeTruthy()
    expect(within(item('G')).getByText('Nothing fits; it comes back as it is')).toBeTruthy()
    expect(screen.getByText('6 of 7 used')).toBeTruthy()
  })

  test('without a heading or values says so', async () => {
    await inspected({ G: { header: ' ', samples: [] } })
    expect(within(item('G')).getByText('no heading')).toBeTruthy()
    expect(within(item('G')).getByText('empty column')).toBeTruthy()
  })

  test('is read as what a person chooses, or as nothing', async () => {
    const { person, imported } = await inspected()
    await person.selectOptions(select('G'), 'Notes')
    expect(within(item('G')).getByText('Chosen by you')).toBeTruthy()
    await person.selectOptions(select('F'), 'Not used')
    expect(within(item('F')).getByText('Not used; it comes back as it is')).toBeTruthy()
    expect(await imported()).toEqual([...guess.slice(0, 5), 'G notes'])
  })

  test('is read as two fields, and as one again', async () => {
    const { person, press, imported } = await inspected()
    await press('Read column F, Owner, as a second field too')
    await person.selectOptions(select('F', 1), 'Contact')
    await press('Read column E, Updated, as a second field too')
    await person.selectOptions(select('E', 1), 'Notes')
    await person.selectOptions(select('E', 1), 'Nothing more')
    expect(await imported()).toEqual([...guess, 'F contact'])
  })

  test('keeps its further field when the first is changed', async () => {
    const { person, imported } = await inspected({ F: { also: ['contact'] } })
    expect(select('F', 1).value).toBe('contact')
    await person.selectOptions(select('F'), 'Unit or program')
    const columns = await imported()
    expect(columns.filter((column) => column.startsWith('F'))).toEqual(['F unit', 'F contact'])
  })

  test('says of each field which other columns are read as it', async () => {
    await inspected()
    const option = (letter: string, field: string) =>
      [...select(letter).options].find(({ value }) => value === field)?.textContent
    expect(option('G', 'owner')).toMatch(/ \(column F too\)$/)
    expect(option('F', 'owner')).not.toContain('too')
  })
})

describe('a field that two columns claim', () => {
  const both = { G: { field: 'owner', reason: 'heading' } } as const

  test('is joined from both, as the example shows, unless one is to have it alone', async () => {
    const { press, imported } = await inspected(both)
    expect(screen.getByText('7 of 7 used · 1 field from several columns')).toBeTruthy()
    expect(
      within(item('F')).getByText(/^Joined with column G into Owner or steward: “J\. Rivera.+7 years”$/),
    ).toBeTruthy()
    await press('Take only column G as Owner or steward')
    expect(await imported()).toEqual([...guess.slice(0, 5), 'G owner'])
  })

  const contested = { G: { contested: 'owner' } } as const

  test('is offered to the one that only looks like it: instead of the other', async () => {
    const { press, imported } = await inspected(contested)
    expect(
      within(item('G')).getByText('Looks like Owner or steward too, which is read from column F.'),
    ).toBeTruthy()
    await press('Take G instead of F')
    expect(await imported()).toEqual([...guess.slice(0, 5), 'G owner'])
  })

  test('or joined with it, or neither', async () => {
    const { press, person, imported } = await inspected(contested)
    await press('Join it with F')
    expect(screen.getByText('7 of 7 used · 1 field from several columns')).toBeTruthy()
    await person.selectOptions(select('G'), 'Not used')
    expect(within(item('G')).queryByText(/^Looks like/)).toBeNull()
    expect(await imported()).toEqual(guess)
  })
})

describe('columns that were confirmed before', () => {
  const remembered = {
    guess: seen.table.columns,
    table: seen.table,
  }

  test('are read as last time; the program’s own guess is there instead, and back', async () => {
    const { press, imported } = await inspected({ G: { field: 'notes', reason: 'remembered' } }, remembered)
    expect(within(item('G')).getByText('As you confirmed it last time')).toBeTruthy()
    await press('Use the program’s own guess instead')
    expect(select('G').value).toBe('')
    expect(
      screen.getByText('You confirmed these headings before, and have changed something now.'),
    ).toBeTruthy()
    await press('Read as last time')
    expect(select('G').value).toBe('notes')
    expect(await imported()).toEqual([...guess, 'G notes'])
  })
})

describe('where every row went', () => {
  const account = () => screen.getByRole('region', { name: 'Where every row went' })

  test('adds up to all of them, and each that was left out can be seen', async () => {
    const { press, asked, bridge } = await inspected()
    const words = account().textContent ?? ''
    for (const part of [
      '64 rows in all',
      '58 datasets',
      '3 rows above the headings',
      '1 heading row',
      '1 blank row',
      '1 note',
    ])
      expect(words).toContain(part)
    const listed = within(account()).getAllByRole('listitem', { hidden: true })
    expect(listed.map(({ textContent }) => textContent)).toEqual(['Row 63: blank', 'Row 64: a note'])
    bridge.answerNext(ok({ ...seen, preview: { ...seen.preview, rows: [59, 60, 61, 62, 63, 64] } }))
    await act(async () => within(account()).getByText('Row 64: a note').click())
    expect(asked().at(-1)).toEqual(['open.view', { fileId: 'file-1', sheet: 'Inventory', fromRow: 59 }])
    expect(screen.getByText('Row 64: a note', { selector: '[role="status"]' })).toBeTruthy()
    await press('Back to the headings in row 4')
    expect(screen.getByText('Rows 1 to 9 of 64')).toBeTruthy()
  })

  test('is told of all sheets together, each row with its own', async () => {
    const north = {
      ...seen.table,
      sheet: 'North',
      datasets: 3,
      account: { ...seen.table.account, rows: 6, datasets: 3 },
    }
    await inspected({}, { table: { ...seen.table, further: [north] } })
    expect(account().textContent).toContain('70 rows in all')
    expect(account().textContent).toContain('61 datasets')
    const listed = within(account()).getAllByRole('listitem', { hidden: true })
    expect(listed[0]?.textContent).toBe('Inventory – Row 63: blank')
    expect(listed.at(-1)?.textContent).toBe('North – Row 64: a note')
  })
})

describe('the rows on screen', () => {
  test('are the first ones; later ones are shown, and earlier ones again', async () => {
    const { press, asked, bridge } = await inspected()
    expect(screen.getByText('Rows 1 to 9 of 64')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Earlier rows' }).getAttribute('aria-disabled')).toBe('true')
    const rows = [10, 11, 12, 13, 14, 15, 16, 17, 18]
    bridge.answerNext(ok({ ...seen, preview: { ...seen.preview, rows } }))
    await press('Later rows')
    bridge.answerNext(ok(seen))
    await press('Earlier rows')
    const views = asked().filter(([call]) => call === 'open.view')
    expect(views.map(([, input]) => (input as { fromRow: number }).fromRow)).toEqual([10, 1])
  })

  test('stay where others cannot be read, which is said until they can', async () => {
    const { press, bridge } = await inspected()
    bridge.answerNext(err({ code: 'engine-gone' }))
    await press('Later rows')
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(screen.getByText('Rows 1 to 9 of 64')).toBeTruthy()
    bridge.answerNext(ok({ ...seen, preview: { ...seen.preview, rows: [10, 11, 12] } }))
    await press('Later rows')
    expect(screen.getByText('Rows 10 to 12 of 64')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('end with the sheet', async () => {
    const last = { ...seen.preview, rows: [60, 61, 62, 63, 64] }
    await inspected({}, { preview: last })
    expect(screen.getByRole('button', { name: 'Later rows' }).getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('button', { name: 'Earlier rows' }).getAttribute('aria-disabled')).not.toBe(
      'true',
    )
  })

  test('are all of them where the sheet is short', async () => {
    const sheets = [{ name: 'Inventory', state: 'visible', rows: 9, columns: 7 } as const]
    await inspected({}, { sheets })
    expect(screen.getByText('All 9 rows of the sheet')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Later rows' })).toBeNull()
  })
})
