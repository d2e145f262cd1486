import { expectAccessible } from './support/accessible.ts'
import { keyboard } from './support/keyboard.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

test('the plan is marked as submitted by keyboard, stays kept for good, and undo takes the mark back', async ({
  program,
}) => {
  const { page } = program
  const me = officer(page)
  const keys = keyboard(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Deliver')

  await keys.press(page.getByRole('button', { name: 'Mark as submitted…' }))
  const dialog = page.getByRole('dialog', { name: 'Mark the plan as submitted' })
  await expect(dialog).toContainText('Nothing is sent from here')
  await expectAccessible(page, 'the dialog for a submission')
  const day = dialog.getByLabel('Submitted on')
  await day.fill('2999-01-01')
  await expect(dialog).toContainText('That day is still to come.')
  await day.fill('2026-01-26')
  await keys.type(dialog.getByLabel('To whom or how (optional)'), 'E-mail to the Open Data Coordinator')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  const main = page.getByRole('main')
  await expect(main).toContainText('Submitted January 26, 2026')
  await expect(main).toContainText('E-mail to the Open Data Coordinator. The plan has not changed since.')
  await expectAccessible(page, 'Deliver after the submission')
  await me.goTo('Plan details')
  await me.fill('Agency', 'Office of Real Affairs')
  await me.goTo('Deliver')
  await expect(main).toContainText('The plan has changed since.')

  await program.restart()
  // The program started anew may have a page of its own.
  const again = officer(program.page)
  const mainAgain = again.page.getByRole('main')
  await again.page.getByRole('button', { name: /^Office of Real Affairs/ }).click()
  await again.goTo('Deliver')
  await expect(mainAgain).toContainText('The plan has changed since.')
  const undo = again.page.getByRole('banner').getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(mainAgain).toContainText('The plan has not changed since.')
  await undo.click()
  await expect(mainAgain).not.toContainText('Submitted January 26, 2026')
  const panel = await again.openBackups()
  await expect(panel.getByRole('listitem').filter({ hasText: 'Submitted January 26, 2026' })).toContainText(
    'Kept for good',
  )
})
