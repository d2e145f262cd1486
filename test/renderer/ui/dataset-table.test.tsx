import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { DatasetTable } from '../../../src/renderer/ui/dataset-table.tsx'
import type { TableColumn } from '../../../src/renderer/ui/table-column.ts'
import { onScreen } from '../support/on-screen.tsx'

interface Row {
  readonly id: string
  readonly name: string
  readonly isOpen: boolean
  readonly place: number
}

const aRow = (name: string, place: number, isOpen = true): Row => ({
  id: name.toLowerCase(),
  name,
  place,
  isOpen,
})
const rows = [
  aRow('Permits', 10),
  aRow('Licenses', 9, false),
  aRow('Inspections', 100),
  aRow('Payments', 2, false),
]
const isOpen = (row: Row) => row.isOpen

const columns: readonly TableColumn<Row>[] = [
  { id: 'dataset', heading: 'Dataset', text: ({ name }) => name },
  {
    id: 'place',
    heading: 'Place',
    text: ({ place }) => `No. ${place}`,
    sortBy: ({ place }) => place,
    show: ({ place, isOpen }) => <b>{`No. ${place}${isOpen ? '' : ' done'}`}</b>,
    width: 90,
  },
]

const told = { current: vi.fn(), ticked: vi.fn() }

interface TableProps {
  readonly rows?: readonly Row[]
  readonly first?: string | null
  readonly withFilter?: boolean
  readonly emptyText?: string
}

/** The table with what a step keeps of it. */
function Table({ rows: shown = rows, first = 'permits', withFilter = true, emptyText }: TableProps) {
  const [currentId, setCurrent] = useState(first)
  const [ids, setIds] = useState<readonly string[]>([])
  return (
    <>
      <DatasetTable
        label="Datasets to review"
        rows={shown}
        columns={columns}
        {...(withFilter && { isOpen })}
        {...(emptyText !== undefined && { emptyText })}
        currentId={currentId}
        onCurrentChange={(id) => {
          told.current(id)
          setCurrent(id)
        }}
        selection={{
          ids,
          onChange: (now) => {
            told.ticked(now)
            setIds(now)
          },
        }}
      />
      <button type="button" onClick={() => setCurrent('payments')}>
        Go to Payments
      </button>
      <button type="button">Behind the table</button>
    </>
  )
}

const cells = (column: string) =>
  [...document.querySelectorAll<HTMLElement>(`[role="gridcell"][col-id="${column}"]`)].map(
    (cell) => cell.textContent,
  )
const names = () => cells('dataset')
const cell = (name: string) => screen.getByRole('gridcell', { name })
const rowOf = (name: string) => cell(name).closest<HTMLElement>('[role="row"]') as HTMLElement
const boxOf = (name: string) => within(rowOf(name)).getByRole('checkbox')
const ticked = () =>
  rows.map(({ name }) => name).filter((name) => screen.queryByRole('gridcell', { name }) && isTicked(name))
const isTicked = (name: string) => rowOf(name).getAttribute('aria-selected') === 'true'
const boxOfAll = () =>
  document.querySelector<HTMLInputElement>('.ag-header-select-all input') as HTMLInputElement

async function aTable(props: TableProps = {}) {
  told.current.mockClear()
  told.ticked.mockClear()
  const { person, show } = await onScreen(<Table {...props} />)
  if ((props.rows ?? rows).length > 0) await waitFor(() => expect(names().length).toBeGreaterThan(0))
  return {
    person,
    press: (name: string | RegExp) => person.click(screen.getByRole('button', { name })),
    show: (next: TableProps) => show(<Table {...props} {...next} />),
    search: async (words: string) => {
      const field = screen.getByRole('searchbox', { name: 'Search datasets' })
      await person.clear(field)
      if (words !== '') await person.type(field, words)
    },
    sortBy: (heading: string) => person.click(screen.getByText(heading)),
  }
}

test('it holds every dataset in the order it was given, and is named', async () => {
  await aTable()
  expect(names()).toEqual(['Permits', 'Licenses', 'Inspections', 'Payments'])
  expect(cells('place')).toEqual(['No. 10', 'No. 9 done', 'No. 100', 'No. 2 done'])
  expect(screen.getByRole('region', { name: 'Datasets to review' })).toBeTruthy()
  expect(document.querySelector('[role="grid"]')?.getAttribute('aria-label')).toBe('Datasets to review')
  expect(screen.getByRole('heading', { name: '4 datasets' })).toBeTruthy()
})

test('a search shows what matches, says how many, and gives all back', async () => {
  const { search } = await aTable()
  await search('lic')
  await waitFor(() => expect(names()).toEqual(['Licenses']))
  expect(screen.getByRole('status').textContent).toMatch(/^1 /)
  await search('')
  await waitFor(() => expect(names()).toHaveLength(4))
  expect(screen.getByRole('status').textContent).toBe('')
})

test('the box above all rows ticks those that the search shows, and no others', async () => {
  const { person, search } = await aTable()
  await search('p')
  await waitFor(() => expect(names()).toEqual(['Permits', 'Inspections', 'Payments']))
  await search('pa')
  await waitFor(() => expect(names()).toEqual(['Payments']))
  await person.click(boxOfAll())
  expect(told.ticked.mock.lastCall).toEqual([['payments']])
  await search('')
  await waitFor(() => expect(names()).toHaveLength(4))
  expect(ticked()).toEqual(['Payments'])
})

test('without a search it ticks all, and clearing what is ticked leaves none', async () => {
  const { person, press } = await aTable()
  await person.click(boxOfAll())
  expect([...(told.ticked.mock.lastCall?.[0] ?? [])].sort()).toEqual([
    'inspections',
    'licenses',
    'payments',
    'permits',
  ])
  expect(screen.getByText('4 datasets selected')).toBeTruthy()
  await press(/Clear/)
  await waitFor(() => expect(ticked()).toEqual([]))
  expect(screen.queryByText('4 datasets selected')).toBeNull()
})

test('a box ticks its row, and does not make it the current one by a click elsewhere in the row', async () => {
  const { person } = await aTable()
  await person.click(boxOf('Licenses'))
  expect(told.ticked.mock.lastCall).toEqual([['licenses']])
  await person.click(cell('Payments'))
  expect(told.ticked).toHaveBeenCalledTimes(1)
  expect(told.current.mock.lastCall).toEqual(['payments'])
})

test('only what is open is shown on request, and what is worked on stays when its answer takes it out', async () => {
  const { press, show } = await aTable()
  await press(/^Not answered/)
  await waitFor(() => expect(names()).toEqual(['Permits', 'Inspections']))
  show({ rows: rows.map((row) => (row.id === 'permits' ? { ...row, isOpen: false } : row)) })
  await waitFor(() => expect(cells('place')).toEqual(['No. 10 done', 'No. 100']))
  await press('Go to Payments')
  await waitFor(() => expect(names()).toEqual(['Inspections', 'Payments']))
  await press(/^All/)
  await waitFor(() => expect(names()).toHaveLength(4))
})

test('where nothing is open any more it says so', async () => {
  const { press } = await aTable({ rows: rows.filter((row) => !row.isOpen), first: null })
  await press(/^Not answered/)
  expect(screen.getByText('Nothing left to answer here.')).toBeTruthy()
})

test('an empty table says so in the words of its step', async () => {
  await aTable({ rows: [], first: null, emptyText: 'No candidates yet.' })
  expect(screen.getByText('No candidates yet.')).toBeTruthy()
})

test('a column is sorted by what it means, up and then down', async () => {
  const { sortBy } = await aTable()
  await sortBy('Place')
  await waitFor(() => expect(names()).toEqual(['Payments', 'Licenses', 'Permits', 'Inspections']))
  await sortBy('Place')
  await waitFor(() => expect(names()).toEqual(['Inspections', 'Permits', 'Licenses', 'Payments']))
  await sortBy('Dataset')
  await waitFor(() => expect(names()).toEqual(['Inspections', 'Licenses', 'Payments', 'Permits']))
})

test('a row that changes is drawn again where it stands, and moves where the table is sorted by it', async () => {
  const { sortBy, show } = await aTable()
  const with7 = (place: number) => rows.map((row) => (row.id === 'permits' ? { ...row, place } : row))
  show({ rows: with7(7) })
  await waitFor(() => expect(cells('place')[0]).toBe('No. 7'))
  await sortBy('Place')
  await waitFor(() => expect(names()[1]).toBe('Permits'))
  show({ rows: with7(1) })
  await waitFor(() => expect(names()[0]).toBe('Permits'))
})

test('a row that a change makes match or not match comes and goes while the table is searched', async () => {
  const { search, show } = await aTable()
  await search('100')
  await waitFor(() => expect(names()).toEqual(['Inspections']))
  show({ rows: rows.map((row) => (row.id === 'permits' ? { ...row, place: 1001 } : row)) })
  await waitFor(() => expect(names()).toEqual(['Permits', 'Inspections']))
})

test('rows that are added or taken away follow', async () => {
  const { show } = await aTable()
  show({ rows: [aRow('Maps', 1), ...rows.slice(2)] })
  await waitFor(() => expect(names()).toEqual(['Maps', 'Inspections', 'Payments']))
})

test('the current row is marked, and the mark goes along', async () => {
  const { press } = await aTable()
  const marked = () =>
    [...document.querySelectorAll('.current-row[col-id="dataset"]')].map(({ textContent }) => textContent)
  await waitFor(() => expect(marked()).toEqual(['Permits']))
  await press('Go to Payments')
  await waitFor(() => expect(marked()).toEqual(['Payments']))
})

test('arrow keys make the next row the current one, and Tab leaves the rows', async () => {
  const { person } = await aTable()
  await person.click(cell('Permits'))
  await person.keyboard('{ArrowDown}')
  await waitFor(() => expect(told.current.mock.lastCall).toEqual(['licenses']))
  await person.keyboard('{ArrowDown}')
  await waitFor(() => expect(told.current.mock.lastCall).toEqual(['inspections']))
  await person.tab()
  expect(document.activeElement?.closest('[role="gridcell"]')).toBeNull()
})
