import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { SelectionLine, TableFilter, TableSearch } from '../../../src/renderer/ui/dataset-table-tools.tsx'
import { onScreen } from '../support/on-screen.tsx'

test('the filter shows how many are open and how many there are, and which of both is on', async () => {
  const onChange = vi.fn()
  const filter = (onlyOpen: boolean) => (
    <TableFilter openLabel="Not answered" open={12} all={1234} onlyOpen={onlyOpen} onChange={onChange} />
  )
  const { person, show } = await onScreen(filter(false))
  const pressed = () => screen.getByRole('button', { pressed: true }).textContent
  expect(pressed()).toBe('All 1,234')
  await person.click(screen.getByRole('button', { name: 'Not answered 12' }))
  expect(onChange.mock.calls).toEqual([[true]])
  show(filter(true))
  expect(pressed()).toBe('Not answered 12')
  await person.click(screen.getByRole('button', { name: 'All 1,234' }))
  expect(onChange.mock.calls).toEqual([[true], [false]])
})

test('a table is searched once, when the typing pauses', async () => {
  const onSearch = vi.fn()
  await onScreen(<TableSearch onSearch={onSearch} found={null} />)
  vi.useFakeTimers()
  const type = (value: string) =>
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search datasets' }), { target: { value } })
  for (const words of ['l', 'li', ' lic ']) {
    type(words)
    act(() => void vi.advanceTimersByTime(100))
  }
  expect(onSearch).not.toHaveBeenCalledWith('l')
  act(() => void vi.advanceTimersByTime(300))
  expect(onSearch.mock.calls.filter(([words]) => words !== '')).toEqual([['lic']])
})

test('what the search found is said aloud, and nothing while nothing is searched', async () => {
  const search = (found: number | null) => <TableSearch onSearch={() => undefined} found={found} />
  const { show } = await onScreen(search(null))
  const said = () => screen.getByRole('status').textContent
  expect(said()).toBe('')
  show(search(1))
  expect(said()).toBe('1 dataset shown')
  show(search(0))
  expect(said()).toBe('Nothing matches this search.')
})

test('what is selected is counted and can be let go', async () => {
  const onClear = vi.fn()
  const { person } = await onScreen(<SelectionLine selected={3} onClear={onClear} />)
  expect(screen.getByRole('status').textContent).toBe('3 datasets selected')
  await person.click(screen.getByRole('button', { name: 'Clear selection' }))
  expect(onClear).toHaveBeenCalledOnce()
})
