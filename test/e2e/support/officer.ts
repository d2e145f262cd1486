import type { Locator, Page } from '@playwright/test'
import { expect } from './program.ts'

/** What an officer does, by the words on the screen: the only place that knows them. */
export function officer(page: Page) {
  const step = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) })
  const chosen = () => page.getByRole('region', { name: /^The chosen/ })
  return {
    page,

    async openSample(): Promise<void> {
      await page.getByRole('button', { name: 'Try it with a sample inventory' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your inventory?')
    },

    async importIt(): Promise<void> {
      await page.getByRole('button', { name: /^Import \d+ datasets$/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Who is this plan for?')
    },

    /** Fills a field of the plan's details and leaves it, which saves it. */
    async fill(label: string, value: string): Promise<void> {
      const field = page.getByRole('main').getByLabel(label, { exact: true })
      await field.fill(value)
      await field.blur()
    },

    async goTo(name: string): Promise<void> {
      await step(name).click()
    },

    /** What the rail says of a step: "12 of 61". */
    async progressOf(name: string): Promise<string> {
      return /[\d,]+ of [\d,]+/.exec(await step(name).innerText())?.[0] ?? ''
    },

    /** Makes the dataset of this name the chosen one. */
    async choose(dataset: string): Promise<void> {
      const search = page.getByRole('searchbox', { name: 'Search datasets' })
      await search.fill(dataset)
      // The table still moves while it is searched, and a click on a row that moves away chooses nothing.
      await expect(async () => {
        await page.getByRole('gridcell', { name: dataset, exact: true }).first().click()
        const heading = chosen().getByRole('heading', { level: 2, name: dataset })
        await expect(heading).toBeVisible({ timeout: 3_000 })
      }).toPass({ timeout: 30_000 })
      await search.fill('')
    },

    /** Presses an answer of the chosen dataset, by the beginning of its words. */
    async answer(words: string): Promise<void> {
      const button = chosen()
        .getByRole('button', { name: new RegExp(`^${words}`) })
        .first()
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    },

    async rate(criterion: string, value: string, reason: string): Promise<void> {
      const button = chosen()
        .getByRole('group', { name: criterion, exact: true })
        .getByRole('button', { name: value })
      await button.click()
      await expect(button).toHaveAttribute('aria-pressed', 'true')
      const field = chosen().getByRole('group', { name: criterion, exact: true }).getByLabel('Reason')
      await field.fill(reason)
      await field.blur()
    },

    /** Fills a field of the chosen dataset and leaves it, which saves it. */
    async fillChosen(label: string, value: string): Promise<void> {
      const field = chosen().getByLabel(label, { exact: true })
      await field.fill(value)
      await field.blur()
    },

    /** Raises an idea under one of the brainstorm's questions. */
    async raise(question: string, idea: string): Promise<void> {
      const field = page.getByRole('combobox', { name: `Add under: ${question}` })
      await field.fill(idea)
      await field.press('Enter')
      await expect(page.getByRole('list', { name: question })).toContainText(idea)
    },

    async saveBoth(): Promise<void> {
      await page.getByRole('button', { name: 'Save both files…' }).click()
    },

    /** Opens the history by its keys and goes to its backups. Answers the panel. */
    async openBackups(): Promise<Locator> {
      await page.keyboard.press('Control+h')
      const panel = page.getByRole('dialog', { name: 'History' })
      const tab = panel.getByRole('tab', { name: 'Backups' })
      // The panel slides in, and a press that begins on the tab may end beside it.
      await expect(async () => {
        await tab.click({ timeout: 3_000 })
        await expect(tab).toHaveAttribute('aria-selected', 'true', { timeout: 3_000 })
      }).toPass({ timeout: 30_000 })
      return panel
    },

    chosen,

    async saved(): Promise<void> {
      await expect(page.getByRole('banner')).toContainText(/Saved \d/)
    },
  }
}

export type Officer = ReturnType<typeof officer>
