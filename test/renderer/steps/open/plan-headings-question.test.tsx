import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PlanHeadingsQuestion } from '../../../../src/renderer/steps/open/plan-headings-question.tsx'
import { onScreen } from '../../support/on-screen.tsx'

const doubtful = ['O', 'P'].map((letter) => ({
  name: `ODAP_${letter}`,
  sheet: 'Inventory',
  letter,
  headerRow: 1,
}))

test('whose the columns are is asked with no answer chosen, and either answer is handed on', async () => {
  const onAnswer = vi.fn()
  const question = (answer: 'take' | 'leave' | null) => (
    <PlanHeadingsQuestion doubtful={doubtful} answer={answer} onAnswer={onAnswer} />
  )
  const { person, show } = await onScreen(question(null))
  const answers = () => screen.getAllByRole<HTMLInputElement>('radio')
  expect(
    screen.getByRole('radiogroup', { name: 'Are columns O, P an earlier plan’s, or your own?' }),
  ).toBeTruthy()
  expect(answers().map(({ checked }) => checked)).toEqual([false, false])
  for (const answer of answers()) await person.click(answer)
  expect(onAnswer.mock.calls).toEqual([['take'], ['leave']])
  show(question('leave'))
  expect(answers().map(({ checked }) => checked)).toEqual([false, true])
})

test('nothing is asked where no column is in doubt', async () => {
  await onScreen(<PlanHeadingsQuestion doubtful={[]} answer={null} onAnswer={() => undefined} />)
  expect(screen.queryByRole('radiogroup')).toBeNull()
})
