import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { canInterfere, slowFolder } from './support/interfered-disk.ts'
import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, test } from './support/program.ts'

test('a save to a share that takes its time leaves the window answering', async ({ program }) => {
  test.skip(program.kind === 'browser', 'there the browser saves')
  test.skip(!canInterfere(), 'needs strace, to make the disk wait')
  const { page } = program
  await openPreparedPlan(program, 'Deliver')
  const save = page.getByRole('button', { name: 'Save the plan file…' })
  await expect(save).toBeEnabled()
  const folder = join(program.dataDir, 'saved')
  mkdirSync(folder)
  const share = await slowFolder(await program.enginePid(), folder, 5)
  let isSaved = false
  const saving = program
    .saving(() => save.click())
    .then((path) => {
      isSaved = true
      return path
    })
  // One press after the other: the mouse is one.
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Help and words' }).click()
  const help = page.getByRole('dialog', { name: 'Help and words' })
  await expect(help).toContainText('One body of data')
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(help).toBeHidden()
  expect(isSaved).toBe(false)
  const path = await saving
  await share.end()
  expect(existsSync(path)).toBe(true)
})
