import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { expectAccessible } from './support/accessible.ts'
import { canInterfere, refusingDisk } from './support/interfered-disk.ts'
import { keyboard } from './support/keyboard.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

test('a plan that is open elsewhere can be read, follows what is saved there, and changes nothing', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'a second window is not opened by the same Electron')
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()

  const { page, close } = await program.another()
  const other = officer(page)
  const keys = keyboard(page)
  await keys.press(page.getByRole('button', { name: /^Office of Made-Up Affairs/ }))
  const main = page.getByRole('main')
  await expect(main).toContainText(`J. Rivera has this plan open on the computer ${hostname()}, since `)
  await expectAccessible(page, 'a plan that is open elsewhere')
  await keys.press(page.getByRole('button', { name: 'Read it here' }))
  await expect(main).toContainText('You are reading this plan. Nothing here can be changed.')
  await expect(page.getByRole('banner')).toContainText('Open to read')

  await other.goTo('Review')
  await other.choose('Grant Payments')
  const answer = other.chosen().getByRole('button', { name: /^Not public/ })
  await expect(answer).toHaveAttribute('aria-disabled', 'true')
  await answer.press('Enter')
  await page.keyboard.press('4')
  await expect(main).toContainText('You have this plan open to read. Nothing was changed.')
  await expect(answer).toHaveAttribute('aria-pressed', 'false')
  await expect(other.chosen().getByLabel('Note', { exact: true })).toHaveAttribute('readonly', '')
  await expectAccessible(page, 'a step of a plan that is open to read')

  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await expect(answer).toHaveAttribute('aria-pressed', 'true')

  await keys.press(page.getByRole('button', { name: 'Make a copy to work in' }))
  await expect(main).not.toContainText('You are reading this plan')
  await other.goTo('Review')
  await other.choose('Hearing Docket')
  await other.answer('On the open data portal')
  expect(await other.progressOf('Review')).toMatch(/^2 of/)
  expect(await me.progressOf('Review')).toMatch(/^1 of/)
  await other.goTo('Start')
  await expect(page.getByRole('button', { name: /^Office of Made-Up Affairs.*a copy/ })).toBeVisible()
  await close()
})

test('a plan that is closed elsewhere is opened for changes from where it is read', async ({ program }) => {
  test.skip(program.kind === 'electron', 'a second window is not opened by the same Electron')
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()
  const { page, close } = await program.another()
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await page.getByRole('button', { name: 'Read it here' }).click()
  const open = page.getByRole('button', { name: 'Open it for changes' })
  await open.click()
  await expect(page.getByRole('alert')).toContainText('has this plan open')

  await program.invoke({ callId: 'close', call: 'plan.close', input: {} })
  await open.click()
  await expect(page.getByRole('main')).not.toContainText('You are reading this plan')
  await expect(page.getByRole('banner')).toContainText(/Saved \d/)
  await close()
})

test('when the data folder goes under the running program the page says so and writes the plan again', async ({
  program,
}) => {
  test.skip(process.platform === 'win32', 'Windows refuses to remove a file that is open')
  const { page, dataDir } = program
  const me = officer(page)
  const keys = keyboard(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.saved()

  rmSync(dataDir, { recursive: true })
  await expect(page.getByRole('banner')).toContainText('Not saved: the plan’s file is gone')
  await expect(page.getByRole('alert')).toContainText('it has been removed, moved or replaced')
  await expectAccessible(page, 'a plan whose file is gone')
  await me
    .chosen()
    .getByRole('button', { name: /^Not public/ })
    .press('Enter')
  await expect(page.getByRole('alert')).toContainText('1 change not saved yet.')
  if (program.kind === 'browser') {
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => void setTimeout(() => window.location.reload()))
    expect((await asked).type()).toBe('beforeunload')
    await (await asked).dismiss()
  }
  await keys.press(page.getByRole('button', { name: 'Write the plan to the disk again' }))
  await me.saved()
  await expect.poll(() => me.progressOf('Review')).toMatch(/^1 of/)

  await program.restart()
  const again = officer(program.page)
  await program.page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await again.goTo('Review')
  expect(await again.progressOf('Review')).toMatch(/^1 of/)
})

test('what a full disk refuses is kept on screen, said to be unsaved, and saved once there is room', async ({
  program,
}) => {
  test.skip(!canInterfere(), 'needs strace, to make the disk refuse')
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.choose('Grant Payments')
  const disk = await refusingDisk(await program.enginePid())
  const note = me.chosen().getByLabel('Note', { exact: true })
  await note.fill('Ask the licensing unit first')
  await note.blur()
  await expect(page.getByRole('banner')).toContainText('Not saved')
  await expect(page.getByRole('alert')).toContainText('1 change not saved yet. The disk is full.')
  await expect(note).toHaveValue('Ask the licensing unit first')
  await expectAccessible(page, 'a full disk')
  await disk.end()
  await me.saved()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(note).toHaveValue('Ask the licensing unit first')
})
