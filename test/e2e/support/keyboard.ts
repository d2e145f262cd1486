import type { Locator, Page } from '@playwright/test'
import { expect } from './program.ts'

/** More presses than any screen has stops. */
const mostStops = 150

/** A person who uses the keyboard alone: everything is reached by Tab and worked with keys. */
export function keyboard(page: Page) {
  /** Goes on with Tab until this has the focus. */
  const reach = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible()
    for (let stops = 0; stops < mostStops; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target}`)
  }
  return {
    reach,
    async press(target: Locator, key = 'Enter'): Promise<void> {
      await reach(target)
      await page.keyboard.press(key)
    },
    async type(target: Locator, words: string): Promise<void> {
      await reach(target)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(words)
    },
  }
}
