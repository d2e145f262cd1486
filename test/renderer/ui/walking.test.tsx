import { fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { useSteadyRows } from '../../../src/renderer/ui/steady-rows.ts'
import { useWalk, walkKeys } from '../../../src/renderer/ui/walk.ts'
import { WalkButtons } from '../../../src/renderer/ui/walk-buttons.tsx'
import { aDataset } from '../support/fake-plan.ts'
import { onScreen } from '../support/on-screen.tsx'

const datasets = ['a', 'b', 'c', 'd'].map((id, index) => aDataset(id, index))

function Walk({
  open,
  among = datasets,
}: {
  readonly open: readonly string[]
  readonly among?: readonly Dataset[]
}) {
  const { current, worked, selected, select, goTo, goOn, goBack } = useWalk(among, ({ id }) =>
    open.includes(id),
  )
  return (
    <>
      <h2>{current?.facts.title ?? 'None'}</h2>
      <p role="status">{worked.map(({ id }) => id).join(' ')}</p>
      <p role="note">{selected.join(' ')}</p>
      <button type="button" onClick={() => goTo('b')}>
        Choose b
      </button>
      <button type="button" onClick={() => select(['d', 'gone', 'b'])}>
        Tick b and d
      </button>
      <WalkButtons
        isDone={open.length === 0}
        words={{ previous: 'Previous', next: 'Next', goOn: 'Go on' }}
        onPrevious={goBack}
        onNext={goOn}
        onGoOn={() => undefined}
      />
    </>
  )
}

const current = () => screen.getByRole('heading').textContent

async function aWalk(open: readonly string[], among?: readonly Dataset[]) {
  const walk = (now: readonly string[]) => <Walk open={now} {...(among && { among })} />
  const { person, show } = await onScreen(walk(open))
  const press = (name: string) => person.click(screen.getByRole('button', { name }))
  return { press, nowOpen: (now: readonly string[]) => show(walk(now)) }
}

test('a step begins with the first dataset that is open, or the first where none is', async () => {
  await aWalk(['c', 'd'])
  expect(current()).toBe('Dataset c')
})

test('a step in which nothing is open begins with the first dataset', async () => {
  await aWalk([])
  expect(current()).toBe('Dataset a')
})

test('a step without datasets has none', async () => {
  const { press } = await aWalk([], [])
  expect(current()).toBe('None')
  await press('Previous')
  expect(current()).toBe('None')
})

test('the next one is the next that is open, from the top again after the last', async () => {
  const { press } = await aWalk(['a', 'c', 'd'])
  const seen = []
  for (const _ of [1, 2, 3]) {
    await press('Next')
    seen.push(current())
  }
  expect(seen).toEqual(['Dataset c', 'Dataset d', 'Dataset a'])
})

test('answering does not move on by itself, and the next one is looked for from where one is', async () => {
  const { press, nowOpen } = await aWalk(['b', 'd'])
  nowOpen(['a', 'd'])
  expect(current()).toBe('Dataset b')
  await press('Next')
  expect(current()).toBe('Dataset d')
})

test('the previous one is the one before, open or not, from the bottom before the first', async () => {
  const { press } = await aWalk(['b'])
  await press('Previous')
  expect(current()).toBe('Dataset a')
  await press('Previous')
  expect(current()).toBe('Dataset d')
})

test('where no other one is open, the next one is where one is', async () => {
  const { press } = await aWalk(['c'])
  await press('Next')
  expect(current()).toBe('Dataset c')
  await press('Choose b')
  await press('Next')
  expect(current()).toBe('Dataset c')
})

test('a dataset that is gone hands over to the first', async () => {
  const { show } = await onScreen(<Walk open={['c']} />)
  show(<Walk open={['c']} among={datasets.slice(0, 2)} />)
  expect(current()).toBe('Dataset a')
})

test('the way on leads to the next dataset while something is open, and to the next step after that', async () => {
  const [onPrevious, onNext, onGoOn] = [vi.fn(), vi.fn(), vi.fn()]
  const words = { previous: 'Previous', next: 'Next', goOn: 'Go on' }
  const buttons = (isDone: boolean) => <WalkButtons {...{ isDone, words, onPrevious, onNext, onGoOn }} />
  const { person, show } = await onScreen(buttons(false))
  await person.click(screen.getByRole('button', { name: 'Next' }))
  expect(onNext).toHaveBeenCalledOnce()
  show(buttons(true))
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Go on' }))
  await person.click(screen.getByRole('button', { name: 'Previous' }))
  expect([onPrevious, onNext, onGoOn].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1])
})

test('an answer is for the ticked datasets that are there, in their order, and for the current one where none is', async () => {
  const { press } = await aWalk(['c'])
  expect(screen.getByRole('status').textContent).toBe('c')
  await press('Tick b and d')
  expect(screen.getByRole('status').textContent).toBe('b d')
  expect(screen.getByRole('note').textContent).toBe('b d')
  expect(current()).toBe('Dataset c')
  await press('Next')
  expect(screen.getByRole('status').textContent).toBe('c')
  expect(screen.getByRole('note').textContent).toBe('')
})

test('a key that answers or goes on does nothing besides, such as typing into a field that comes of it', async () => {
  const done: string[] = []
  const choices = [{ id: 'yes', label: 'Yes' }] as const
  const answers = { choices, onChoose: (id: string) => done.push(id) }
  const keys = walkKeys(() => done.push('next'), answers)
  const noAnswers = walkKeys(() => done.push('next'), null)
  await onScreen(
    <>
      <p onKeyDown={keys}>With answers</p>
      <p onKeyDown={noAnswers}>Without</p>
    </>,
  )
  /** Whether the key is left to do what it does elsewhere. */
  const press = (words: string, key: string) => fireEvent.keyDown(screen.getByText(words), { key })
  expect([press('With answers', '1'), press('With answers', 'Enter')]).toEqual([false, false])
  expect([press('With answers', '2'), press('With answers', 'x')]).toEqual([true, true])
  expect([press('Without', '1'), press('Without', 'Enter')]).toEqual([true, false])
  expect(done).toEqual(['yes', 'next', 'next'])
})

test('a row that says the same as before is the same object, and one that does not is the new one', async () => {
  const seen: (readonly { readonly name: string }[])[] = []
  const isSame = (one: { readonly name: string }, other: { readonly name: string }) => one.name === other.name
  function Rows({ names }: { readonly names: readonly string[] }) {
    seen.push(
      useSteadyRows(
        names.map((name) => ({ name })),
        isSame,
      ),
    )
    return null
  }
  const { show } = await onScreen(<Rows names={['a', 'b']} />)
  const before = seen.at(-1)
  show(<Rows names={['a', 'c', 'd']} />)
  const now = seen.at(-1)
  expect(now).toEqual([{ name: 'a' }, { name: 'c' }, { name: 'd' }])
  expect(now?.[0]).toBe(before?.[0])
  show(<Rows names={['a', 'c', 'd']} />)
  for (const [index, row] of (now ?? []).entries()) expect(seen.at(-1)?.[index]).toBe(row)
})
