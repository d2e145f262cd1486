import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, type Program, test } from './support/program.ts'

function onePageForAll({ kind }: Program): void {
  test.skip(kind === 'electron', 'the page is the same one')
}

test('the focus is never lost: to an answer, a new screen, an idea taken off, or a dialog that closes', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, first } = await openPreparedPlan(program, 'Review')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toBeFocused()
  await expect(page).toHaveTitle(/^Where does each dataset stand today\? – /)
  await me.choose(first.facts.title)
  const answer = me.chosen().getByRole('button', { name: /^Cannot be determined/ })
  await answer.press('Enter')
  await expect(answer).toHaveAttribute('aria-pressed', 'true')
  await expect(answer).toBeFocused()

  const correct = page.getByRole('button', { name: 'Correct the inventory' })
  await correct.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(correct).toBeFocused()

  await me.goTo('Brainstorm')
  await expect(title).toBeFocused()
  await expect(page).toHaveTitle(/^What else should people be able to get\? – /)
  const field = page.getByRole('combobox', { name: 'Add under: What do people keep asking us for?' })
  await field.fill('Wait times')
  await field.press('Enter')
  await expect(page.getByRole('list', { name: 'What do people keep asking us for?' })).toContainText(
    'Wait times',
  )
  await expect(field).toBeFocused()
  const more = page.getByRole('button', { name: 'More for “Wait times”' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: /^Edit/ }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(more).toBeFocused()
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Remove from the board' }).press('Enter')
  await expect(more).toHaveCount(0)
  await expect(field).toBeFocused()

  await me.goTo('Prioritize')
  await me.choose(first.facts.title)
  const tier = me.chosen().getByRole('button', { name: 'Set another tier…' })
  await tier.press('Enter')
  await me.chosen().getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(tier).toBeFocused()
  const demand = me.chosen().getByRole('group', { name: 'Demand from others', exact: true })
  await demand.getByRole('button', { name: '3 high' }).focus()
  await page.keyboard.press('1')
  await expect(demand.getByRole('button', { name: '1 low' })).toHaveAttribute('aria-pressed', 'true')
  await expect(demand.getByRole('button', { name: '1 low' })).toBeFocused()
})

test('a panel keeps the keyboard, though what is behind it takes the focus for itself', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  await openPreparedPlan(program, 'Review')
  await page.keyboard.press('Control+h')
  const panel = page.getByRole('dialog', { name: 'History' })
  const backups = panel.getByRole('tab', { name: 'Backups' })
  await backups.click()
  await page.evaluate(() => document.querySelector<HTMLElement>('[role=gridcell]')?.focus())
  await expect(backups).toBeFocused()
  // What is hidden from screen readers is hidden a moment after the focus has gone.
  await page.waitForTimeout(600)
  await panel.getByLabel('Name of a backup').fill('Before')
  // A dialog in front of it has the focus, and gives it back.
  await panel.getByRole('tab', { name: 'What was done' }).click()
  await panel.getByRole('listitem').nth(1).getByRole('button').first().click()
  await panel.getByRole('button', { name: 'Go back to here…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Go back to here…' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('what changes is read out, and its numbers are the same wherever they stand and add up', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, plan } = await openPreparedPlan(program, 'Review')
  const all = (await plan()).plan.datasets.length
  const main = page.getByRole('main')
  const said = (words: string | RegExp) => page.getByRole('status').filter({ hasText: words })
  const expectReviewed = async (done: number) => {
    await expect(said(`${done} of ${all} datasets answered · ${all - done} left`)).toBeVisible()
    await expect.poll(() => me.progressOf('Review')).toBe(`${done} of ${all}`)
    await expect(main.getByRole('button', { name: `Not answered ${all - done}`, exact: true })).toBeVisible()
    await expect(main.getByRole('button', { name: `All ${all}`, exact: true })).toBeVisible()
    await expect(main.getByRole('heading', { level: 2, name: `${all} datasets` })).toBeVisible()
  }
  await expectReviewed(2)
  await me.answer('Cannot be determined')
  await expectReviewed(3)
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click()
  await expectReviewed(2)

  const search = page.getByRole('searchbox', { name: 'Search datasets' })
  await search.fill('Grant Payments')
  await expect(said('1 dataset shown')).toHaveCount(1)
  await search.fill('no such dataset')
  await expect(said('Nothing matches this search.')).not.toHaveCount(0)
  await search.fill('')
  await page.locator('.ag-header-select-all input').click()
  await expect(said(`${all} datasets selected`)).toBeVisible()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(said(/selected$/)).toHaveCount(0)

  for (const [step, total] of [
    ['Identify', all],
    ['Prioritize', 2],
    ['Publish', 2],
  ] as const) {
    await me.goTo(step)
    const left = page.getByRole('status').filter({ hasText: / left$/ })
    await expect(left).toContainText(await me.progressOf(step))
    const [, done, of, rest] = /^(\d+) of (\d+) .* · (\d+) left$/.exec(await left.innerText()) ?? []
    expect(Number(of), step).toBe(total)
    expect(Number(done) + Number(rest), step).toBe(total)
  }
})
