import type { Dataset } from '../../src/domain/dataset.ts'
import { must } from '../support/journey.ts'
import { canHold, holdEngine } from './support/held-engine.ts'
import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, type Program, test } from './support/program.ts'

function onePageForAll({ kind }: Program): void {
  test.skip(kind === 'electron', 'the page is the same one')
}

test('what is typed goes to the dataset it was typed for when another one is chosen past the field', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, first, plan } = await openPreparedPlan(program, 'Review')
  const fields: readonly (readonly [string, string, (dataset: Dataset) => string])[] = [
    ['Review', 'Note', ({ review }) => review.reviewNote],
    ['Identify', 'Legal basis of the protection', ({ identification }) => identification.legalBasis],
    ['Publish', 'Steward', ({ commitment }) => commitment.steward],
    ['Publish', 'Update frequency', ({ commitment }) => commitment.updateFrequency],
  ]
  for (const [step, label, part] of fields) {
    await me.goTo(step)
    await me.choose(first.facts.title)
    const field = me.chosen().getByLabel(label, { exact: true })
    await field.fill(`Meant for one: ${label}`)
    await expect(field).toBeFocused()
    // A click that leaves the focus where it is, as those of assistive technology do.
    await page.getByRole('button', { name: 'Previous', exact: true }).dispatchEvent('click')
    await expect(me.chosen().getByRole('heading', { level: 2 })).not.toHaveText(first.facts.title)
    await expect
      .poll(async () => {
        const { datasets } = (await plan()).plan
        return datasets.filter((dataset) => part(dataset) !== '').map((one) => [one.id, part(one)])
      }, label)
      .toEqual([[first.id, `Meant for one: ${label}`]])
  }
})

test('what is typed for several datasets is saved for those, not for others ticked past the field', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, client, plan } = await openPreparedPlan(program, 'Identify')
  const ids = (await plan()).plan.datasets.map(({ id }) => id)
  must(await client.call('identify.set', { ids, changes: { access: 'protected' } }))
  const boxes = page.locator('.ag-row input[type="checkbox"]')
  await boxes.nth(0).click()
  await boxes.nth(1).click()
  const field = me.chosen().getByLabel('Legal basis of the protection', { exact: true })
  await field.fill('Meant for two')
  await boxes.nth(2).dispatchEvent('click')
  const meantForTwo = async () => {
    const { datasets } = (await plan()).plan
    return datasets.filter(({ identification }) => identification.legalBasis === 'Meant for two').length
  }
  await expect.poll(meantForTwo).toBe(2)
  await expect(field).toHaveValue('')
})

test('what is typed is saved when the screen goes away by the browser’s Back, on every step', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, first, plan, saved } = await openPreparedPlan(program, 'Plan details')
  const back = async () => {
    const title = page.getByRole('heading', { level: 1 })
    const here = await title.innerText()
    await page.goBack()
    await expect(title).not.toHaveText(here)
  }
  await me.goTo('Deliver')
  await me.goTo('Plan details')
  await page.getByLabel('Period', { exact: true }).fill('2027')
  await back()
  await expect.poll(async () => (await plan()).plan.details.period).toBe('2027')

  await me.goTo('Brainstorm')
  await page
    .getByRole('combobox', { name: /^Add under: / })
    .first()
    .fill('Wait times')
  await back()
  await expect.poll(async () => (await plan()).plan.ideas.map(({ text }) => text)).toEqual(['Wait times'])

  await me.goTo('Prioritize')
  await me.choose(first.facts.title)
  const demand = me.chosen().getByRole('group', { name: 'Demand from others', exact: true })
  await demand.getByLabel('Reason').fill('Asked for 14 times')
  await back()
  await expect
    .poll(async () => (await saved(first)).priority.ratings['demand'])
    .toEqual({ value: 3, reason: 'Asked for 14 times' })

  await me.goTo('Prioritize')
  await page.getByRole('slider').first().focus()
  await page.keyboard.down('ArrowRight')
  await back()
  await page.keyboard.up('ArrowRight')
  await expect.poll(async () => (await plan()).plan.criteria[0]?.weight).toBe(1.5)

  await me.goTo('Publish')
  await me.choose(first.facts.title)
  await me.chosen().getByLabel('Update frequency', { exact: true }).fill('Every spring')
  await back()
  await expect.poll(async () => (await saved(first)).commitment.updateFrequency).toBe('Every spring')
})

test('what is typed is there again when the page is loaded again', async ({ program }) => {
  onePageForAll(program)
  const { page } = program
  await openPreparedPlan(program, 'Plan details')
  const field = page.getByLabel('Agency', { exact: true })
  await field.fill('Office of Real Affairs')
  await page.reload()
  await expect(field).toHaveValue('Office of Real Affairs')
  await expect(page.getByRole('banner')).toContainText(/Saved \d/)
})

test('what is typed is saved when the page closes while a change before it has no answer yet', async ({
  program,
}) => {
  onePageForAll(program)
  test.skip(!canHold, 'a process cannot be stopped here')
  const { page } = program
  const { me, plan } = await openPreparedPlan(program, 'Plan details')
  const engine = await holdEngine(program)
  await me.fill('Period', '2027')
  await page.getByLabel('Officer’s name', { exact: true }).fill('J. Rivera')
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
  engine.letGo()
  await expect
    .poll(async () => (await plan()).plan.details)
    .toMatchObject({ period: '2027', officerName: 'J. Rivera' })
})

test('what is typed stays in its field when an undo arrives, and is saved when the field is left', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, client, first, saved } = await openPreparedPlan(program, 'Review')
  await me.choose(first.facts.title)
  const note = me.chosen().getByLabel('Note', { exact: true })
  await me.fillChosen('Note', 'Ask the licensing unit')
  await expect.poll(async () => (await saved(first)).review.reviewNote).toBe('Ask the licensing unit')
  await note.fill('Ask the licensing unit first')
  await client.call('plan.undo', {})
  await expect(page.getByRole('banner').getByRole('button', { name: 'Redo' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect((await saved(first)).review.reviewNote).toBe('')
  await expect(note).toHaveValue('Ask the licensing unit first')
  await expect(page.getByRole('banner')).toContainText('Not saved yet')
  await note.blur()
  await expect.poll(async () => (await saved(first)).review.reviewNote).toBe('Ask the licensing unit first')
})

test('what is typed while the same field is being saved is not lost to the answer', async ({ program }) => {
  onePageForAll(program)
  test.skip(!canHold, 'a process cannot be stopped here')
  const { page } = program
  const { plan } = await openPreparedPlan(program, 'Plan details')
  const field = page.getByLabel('Period', { exact: true })
  const engine = await holdEngine(program)
  await field.fill('2027')
  await field.press('Enter')
  await expect(page.getByRole('banner')).toContainText('Saving…')
  await field.fill('2027 to 2028')
  engine.letGo()
  await expect(page.getByRole('banner')).toContainText('Not saved yet')
  await expect(field).toHaveValue('2027 to 2028')
  expect((await plan()).plan.details.period).toBe('2027')
  await field.press('Enter')
  await expect.poll(async () => (await plan()).plan.details.period).toBe('2027 to 2028')
})

test('Escape takes back what was typed, and half a date is not taken for an empty one', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, plan } = await openPreparedPlan(program, 'Plan details')
  const agency = page.getByLabel('Agency', { exact: true })
  await agency.fill('Another office')
  await agency.press('Escape')
  await expect(agency).toHaveValue('Office of Made-Up Affairs')
  await expect(page.getByRole('banner')).toContainText(/Saved \d/)

  const day = page.locator('input[type=date]')
  await day.fill('2026-11-30')
  await day.blur()
  await expect.poll(async () => (await plan()).plan.details.reviewedOn).toBe('2026-11-30')
  const { revision } = await plan()
  await day.focus()
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('banner')).toContainText('Not saved yet')
  await day.blur()
  await expect(page.getByRole('main')).toContainText('This date is not complete, so it is not saved.')
  await me.goTo('Deliver')
  await me.goTo('Plan details')
  await expect(day).toHaveValue('2026-11-30')
  expect((await plan()).revision).toBe(revision)
})

test('a text that is refused stays in its field, is said to be unsaved, and can be mended', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, first, saved } = await openPreparedPlan(program, 'Review')
  await me.choose(first.facts.title)
  const note = me.chosen().getByLabel('Note', { exact: true })
  const tooLong = 'word '.repeat(3_000)
  await note.fill(tooLong)
  await note.blur()
  await expect(page.getByRole('alert').first()).toContainText('That text is too long')
  await expect(page.getByRole('banner')).toContainText('Not saved')
  await expect(me.chosen().getByRole('alert')).toHaveText('Not saved yet. Press Enter to try again.')
  await expect(note).toHaveValue(tooLong)
  await note.fill('A few words')
  await note.blur()
  await expect.poll(async () => (await saved(first)).review.reviewNote).toBe('A few words')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await me.saved()
})
