import { expectAccessible } from './support/accessible.ts'
import { keyboard } from './support/keyboard.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

test('history by keyboard: what changed, one dataset alone, back to a point, and back again', async ({
  program,
}) => {
  const { page } = program
  const me = officer(page)
  const keys = keyboard(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.choose('Hearing Docket')
  await me.answer('On the open data portal')
  await me.saved()
  expect(await me.progressOf('Review')).toMatch(/^2 of/)

  await page.keyboard.press('Control+h')
  const panel = page.getByRole('dialog', { name: 'History' })
  await expect(panel.getByRole('heading', { name: /^Today, [A-Z][a-z]+ \d+, \d{4}$/ })).toBeVisible()
  const first = panel.getByRole('button', { name: /“Hearing Docket”/ })
  await expect(first).toContainText('The plan stands here')
  await expect(first).toContainText('J. Rivera')

  const second = panel.getByRole('button', { name: /“Grant Payments”/ })
  await keys.press(second)
  const changes = panel.getByRole('table', { name: /^What changed: / })
  await expect(changes.getByRole('row').nth(1)).toHaveText(
    /Grant Payments.*Availability.*Not yet determined.*Not public/,
  )
  await expectAccessible(page, 'the history with an action opened')

  await keys.press(panel.getByRole('button', { name: 'Go back to here…' }))
  const question = page.getByRole('alertdialog', { name: 'Go back to here?' })
  await expect(question).toContainText('you can undo it')
  await expectAccessible(page, 'the question before going back')
  await keys.press(question.getByRole('button', { name: 'Go back', exact: true }))
  await expect(panel.getByRole('status')).toContainText('The plan is back there')
  await expect(panel.getByRole('button', { name: /Went back to: Set availability/ })).toContainText(
    'The plan stands here',
  )
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect.poll(() => me.progressOf('Review')).toMatch(/^1 of/)

  await page.keyboard.press('Control+z')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^2 of/)
  await page.keyboard.press('Control+h')
  await expect(panel.getByRole('button', { name: /Went back to/ })).toContainText('Undone')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await me.choose('Grant Payments')
  await keys.press(me.chosen().getByRole('button', { name: 'History of this dataset' }))
  await expect(panel).toContainText('Only what changed “Grant Payments”')
  await expect(panel.getByRole('button', { name: /“Hearing Docket”/ })).toHaveCount(0)
  await keys.press(panel.getByRole('button', { name: 'Show everything' }))
  await expect(panel.getByRole('button', { name: /for “Hearing Docket”/ })).not.toHaveCount(0)
})

test('a backup is made, compared and restored by keyboard, and that is undone', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  const keys = keyboard(page)
  await me.openSample()
  await me.importIt()
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.saved()

  await page.keyboard.press('Control+h')
  const panel = page.getByRole('dialog', { name: 'History' })
  await keys.reach(panel.getByRole('tab', { name: 'What was done' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await keys.type(panel.getByLabel('Name of a backup'), 'before the meeting')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('status').first()).toContainText('Kept as “before the meeting”.')
  const compare = panel.getByRole('button', { name: /^Compare with before the meeting/ })
  await keys.press(compare)
  await expect(panel).toContainText('Restoring would change nothing')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await me.choose('Hearing Docket')
  await me.answer('On the open data portal')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^2 of/)
  await page.keyboard.press('Control+h')
  await keys.reach(panel.getByRole('tab', { name: 'What was done' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await keys.press(compare)
  await expect(panel).toContainText('1 dataset changed back: “Hearing Docket”')
  await expectAccessible(page, 'the backups with one compared')
  await keys.press(panel.getByRole('button', { name: 'Restore', exact: true }))
  await expect(panel).toContainText('Restored. Undo brings back what was there before.')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect.poll(() => me.progressOf('Review')).toMatch(/^1 of/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^2 of/)
})

test('thousands of actions are read on while one scrolls', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  const actions = 1_000
  for (let action = 0; action < actions; action++) {
    await program.invoke({
      callId: `period-${action}`,
      call: 'plan.set-details',
      input: { changes: { period: `${action}` } },
    })
  }
  await me.goTo('Review')
  await page.keyboard.press('Control+h')
  const rows = page.getByRole('dialog', { name: 'History' }).getByRole('listitem')
  await expect(rows).toHaveCount(100)
  const older = page.getByRole('button', { name: 'Show older actions' })
  while ((await rows.count()) < actions) {
    const before = await rows.count()
    await older.scrollIntoViewIfNeeded()
    await expect.poll(() => rows.count()).toBeGreaterThan(before)
  }
  await rows.last().scrollIntoViewIfNeeded()
  await expect(rows.last()).toContainText('Imported 61 datasets')
  await expect(older).toHaveCount(0)
})
