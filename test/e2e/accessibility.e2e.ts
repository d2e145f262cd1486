import { takeJourney } from '../support/journey.ts'
import { expectAccessible } from './support/accessible.ts'
import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

const steps = ['Review', 'Brainstorm', 'Identify', 'Prioritize', 'Publish', 'Deliver', 'Plan details']

const looks = [
  { name: 'light', scheme: 'light', width: 1366, height: 768 },
  { name: 'dark', scheme: 'dark', width: 1366, height: 768 },
  { name: 'at 200 % zoom', scheme: 'light', width: 683, height: 384 },
] as const

for (const look of looks) {
  test(`every screen is accessible, ${look.name}, and none scrolls sideways`, async ({ program }) => {
    test.skip(program.kind === 'electron', 'the page is the same one')
    const { page } = program
    await takeJourney(program.invoke)
    await page.emulateMedia({ colorScheme: look.scheme })
    await page.setViewportSize({ width: look.width, height: look.height })
    await page.reload()
    await expect(page.getByRole('region', { name: 'Recent plans' })).toContainText(
      'Office of Made-Up Affairs',
    )
    await expectAccessible(page, 'Start')
    await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
    const me = officer(page)
    for (const step of steps) {
      await me.goTo(step)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page, step)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(sideways, `${step} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  })
}

test('Review can be worked by keyboard alone', async ({ program }) => {
  const { page } = program
  const me = officer(page)
  await takeJourney(program.invoke)
  await page.reload()
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).focus()
  await page.keyboard.press('Enter')
  await me.goTo('Review')
  const before = await me.progressOf('Review')
  await page.getByRole('gridcell').first().focus()
  await page.keyboard.press('4')
  await expect.poll(() => me.progressOf('Review')).not.toBe(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => me.progressOf('Review')).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => me.progressOf('Review')).not.toBe(before)
})
