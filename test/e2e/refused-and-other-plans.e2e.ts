import type { Page } from '@playwright/test'
import { importSample } from '../support/journey.ts'
import { canHold, holdEngine } from './support/held-engine.ts'
import { officer } from './support/officer.ts'
import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, type Program, test } from './support/program.ts'

function onePageForAll({ kind }: Program): void {
  test.skip(kind === 'electron', 'the page is the same one')
}

/** Has every call of this name refused before it reaches the program. */
async function refuse(page: Page, call: string): Promise<void> {
  const refusal = { ok: false, error: { code: 'internal', incident: '12345678' } }
  await page.route('**/call', (route) =>
    route.request().postDataJSON().call === call ? route.fulfill({ json: refusal }) : route.fallback(),
  )
}

test('what is typed for the board, in a dialog or for a tier stays there where it cannot be saved', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, first } = await openPreparedPlan(program, 'Brainstorm')
  for (const call of ['brainstorm.add', 'review.correct-inventory', 'prioritize.override']) {
    await refuse(page, call)
  }
  const failure = page.getByRole('main').getByText('12345678').first()
  const idea = page.getByRole('combobox', { name: /^Add under: / }).first()
  await idea.fill('Wait times')
  await idea.press('Enter')
  await expect(failure).toBeVisible()
  await expect(idea).toHaveValue('Wait times')
  await idea.fill('')

  await me.goTo('Review')
  await me.choose(first.facts.title)
  await page.getByRole('button', { name: 'Correct the inventory' }).click()
  const dialog = page.getByRole('dialog')
  const title = dialog.getByRole('textbox', { name: /^Title/ })
  await title.fill('Another title')
  await dialog.getByRole('button', { name: 'Save the corrections' }).click()
  await expect(dialog).toContainText('12345678')
  await expect(title).toHaveValue('Another title')
  await page.keyboard.press('Escape')

  await me.goTo('Prioritize')
  await me.choose(first.facts.title)
  await me.chosen().getByRole('button', { name: 'Set another tier…' }).click()
  await me.chosen().getByRole('group', { name: 'Tier instead' }).getByRole('button').last().click()
  const why = me.chosen().getByLabel('Why', { exact: true })
  await why.fill('Waits for the new system')
  const refused = page.waitForResponse((response) => response.url().endsWith('/call'))
  await me.chosen().getByRole('button', { name: 'Save this tier' }).click()
  await refused
  await expect(page.getByRole('banner')).not.toContainText('Saving…')
  await expect(why).toHaveValue('Waits for the new system')
})

test('what was refused is no longer spoken of once it is taken back', async ({ program }) => {
  onePageForAll(program)
  const { page } = program
  const { me, first } = await openPreparedPlan(program, 'Review')
  await refuse(page, 'review.set')
  await me.choose(first.facts.title)
  const note = me.chosen().getByLabel('Note', { exact: true })
  await note.fill('Ask the licensing unit')
  await note.blur()
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  await note.press('Escape')
  await expect(note).toHaveValue('')
  await expect(note).not.toHaveAttribute('aria-invalid', 'true')
})

test('a field with a list saves what was typed when it is left', async ({ program }) => {
  onePageForAll(program)
  const { me, first, saved } = await openPreparedPlan(program, 'Publish')
  await me.choose(first.facts.title)
  await me.fillChosen('Update frequency', 'Every spring')
  await expect.poll(async () => (await saved(first)).commitment.updateFrequency).toBe('Every spring')
})

test('a rating and its reason that follow each other at once are both saved', async ({ program }) => {
  onePageForAll(program)
  test.skip(!canHold, 'a process cannot be stopped here')
  const { me, first, saved } = await openPreparedPlan(program, 'Prioritize')
  await me.choose(first.facts.title)
  const demand = me.chosen().getByRole('group', { name: 'Demand from others', exact: true })
  const engine = await holdEngine(program)
  await demand.getByRole('button', { name: /^1/ }).click()
  await demand.getByLabel('Reason').fill('Asked for once')
  await demand.getByLabel('Reason').blur()
  engine.letGo()
  await expect
    .poll(async () => (await saved(first)).priority.ratings['demand'])
    .toEqual({ value: 1, reason: 'Asked for once' })
})

test('what is typed for one plan does not turn up in another that is opened from elsewhere', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { client, plan } = await openPreparedPlan(program, 'Brainstorm')
  const idea = page.getByRole('combobox', { name: /^Add under: / }).first()
  await idea.fill('Wait times')
  await importSample(client)
  await client.call('plan.set-details', { changes: { agencyName: 'Another office' } })
  await expect(page.getByRole('banner')).toContainText('Another office')
  await expect(idea).toHaveValue('')
  expect((await plan()).plan.ideas).toEqual([])
})

test('in a plan that is open to read nothing can be typed or chosen, whatever the step', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'a second window is not opened by the same Electron')
  const { first } = await openPreparedPlan(program, 'Review')
  const { page, close } = await program.another()
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await page.getByRole('button', { name: 'Read it here' }).click()
  const reader = officer(page)
  await reader.goTo('Brainstorm')
  for (const field of await page.getByRole('combobox', { name: /^Add under: / }).all()) {
    await expect(field).toBeDisabled()
  }
  await reader.goTo('Prioritize')
  await reader.choose(first.facts.title)
  const tier = reader.chosen().getByRole('button', { name: 'Set another tier…' })
  await expect(tier).toHaveAttribute('aria-disabled', 'true')
  await reader.goTo('Publish')
  await reader.choose(first.facts.title)
  await expect(reader.chosen().getByLabel('Update frequency', { exact: true })).toBeDisabled()
  await expect(reader.chosen().getByLabel('Steward', { exact: true })).toHaveAttribute('readonly', '')
  await close()
})
