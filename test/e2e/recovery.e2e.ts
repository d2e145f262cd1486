import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

test('an edit is there after a restart, and can still be undone', async ({ program }) => {
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.saved()

  await program.restart()
  const again = officer(program.page)
  await program.page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await again.goTo('Review')
  expect(await again.progressOf('Review')).toMatch(/^1 of/)
  await program.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => again.progressOf('Review')).toMatch(/^0 of/)
  await program.page.getByRole('banner').getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => again.progressOf('Review')).toMatch(/^1 of/)

  // Where the plan is not in sight the undo keys leave it alone.
  await again.goTo('Start')
  await expect(program.page.getByRole('button', { name: 'Try it with a sample inventory' })).toBeVisible()
  await program.page.keyboard.press('Control+z')
  await program.page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await again.goTo('Review')
  expect(await again.progressOf('Review')).toMatch(/^1 of/)
})

test('what is typed when the window closes is there after a restart', async ({ program }) => {
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()
  const field = program.page.getByRole('main').getByLabel('Agency', { exact: true })
  await field.fill('Office of Real Affairs')
  await expect(program.page.getByRole('banner')).toContainText('Not saved yet')

  await program.restart()
  await expect(program.page.getByRole('button', { name: /^Office of Real Affairs/ })).toBeVisible()
})

test('an idea that is typed when the window closes is on the board after a restart', async ({ program }) => {
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Brainstorm')
  const field = program.page.getByRole('combobox', { name: /^Add under: / }).first()
  await field.fill('Wait times by office')
  await expect(program.page.getByRole('banner')).toContainText('Not saved yet')

  await program.restart()
  const again = officer(program.page)
  await program.page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await again.goTo('Brainstorm')
  await expect(program.page.getByRole('main')).toContainText('Wait times by office')
})

test('what is typed in a dialog is said to be unsaved, and the window asks before it closes', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'there the question is one of the system’s own')
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Brainstorm')
  const field = page.getByRole('combobox', { name: /^Add under: / }).first()
  await field.fill('Wait times by office')
  await field.press('Enter')
  await me.saved()
  await page.getByRole('button', { name: 'More for “Wait times by office”' }).click()
  await page.getByRole('menuitem', { name: /^Edit/ }).click()
  const words = page.getByRole('dialog').getByRole('textbox').first()
  await words.fill('Wait times by office and hour')
  await expect(page.locator('header')).toContainText('Not saved yet')
  const asked = page.waitForEvent('dialog')
  await page.evaluate(() => void setTimeout(() => window.location.reload()))
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).dismiss()
  await expect(words).toHaveValue('Wait times by office and hour')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await me.saved()
  await expect(page.getByRole('main')).toContainText('Wait times by office')
})

test('undo leaves a plan alone that is not on screen', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await me.goTo('Plan details')
  await expect(page.getByLabel('Agency', { exact: true })).toHaveValue('Office of Made-Up Affairs')
})

test('when the engine is killed the window recovers and says so, and committed edits are there', async ({
  program,
}) => {
  test.skip(program.kind === 'browser', 'in a browser the host and its engine are one process')
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.saved()

  process.kill(await program.enginePid(), 'SIGKILL')
  await expect(page.getByRole('main')).toContainText('Everything that was saved is still there')
  expect(await me.progressOf('Review')).toMatch(/^1 of/)
  await me.choose('Hearing Docket')
  await me.answer('On the open data portal')
  await me.saved()
  expect(await me.progressOf('Review')).toMatch(/^2 of/)
})
