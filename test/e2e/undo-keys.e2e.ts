import type { Locator, Page } from '@playwright/test'
import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, type Program, test } from './support/program.ts'

const everyKey = ['Control+z', 'Control+y', 'Control+Shift+z', 'Meta+z', 'Meta+Shift+z']

/** Presses every undo and redo key while this has the focus. */
async function pressAllIn(field: Locator): Promise<void> {
  await field.focus()
  await expect(field).toBeFocused()
  for (const key of everyKey) await field.page().keyboard.press(key)
}

/** Which undos and redos the page has asked for so far. */
function watchUndo(page: Page): () => readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const [, call] = /"call":"plan\.(undo|redo)"/.exec(request.postData() ?? '') ?? []
    if (call !== undefined) asked.push(call)
  })
  return () => asked
}

function onePageForAll({ kind }: Program): void {
  test.skip(kind === 'electron', 'the page is the same one')
}

test('in whatever takes text the undo keys are its own, and leave the plan alone', async ({ program }) => {
  onePageForAll(program)
  const { page } = program
  const { me, plan } = await openPreparedPlan(program, 'Review')
  const { revision } = await plan()
  const asked = watchUndo(page)
  const note = me.chosen().getByLabel('Note', { exact: true })
  await pressAllIn(note)
  await pressAllIn(page.getByRole('searchbox', { name: 'Search datasets' }))

  await page.evaluate(() => {
    const main = document.querySelector('main')
    for (const type of ['text', 'email', 'date', 'number', 'url', 'password']) {
      main?.append(Object.assign(document.createElement('input'), { type, id: `a-field-of-${type}` }))
    }
    main?.append(Object.assign(document.createElement('p'), { contentEditable: 'true', id: 'a-free-text' }))
  })
  for (const type of ['text', 'email', 'date', 'number', 'url', 'password']) {
    await pressAllIn(page.locator(`#a-field-of-${type}`))
  }
  await pressAllIn(page.locator('#a-free-text'))

  await page.getByRole('button', { name: 'Correct the inventory' }).click()
  await pressAllIn(page.getByRole('dialog').getByRole('textbox', { name: /^Title/ }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await note.focus()
  await page.keyboard.type('x')
  await page.keyboard.press('Control+z')
  await expect(note).toHaveValue('')
  await page.keyboard.press('Control+y')
  await expect(note).toHaveValue('x')
  await page.keyboard.press('Escape')
  await expect(note).toHaveValue('')

  // Had any of them reached the plan, it would have done so before this one.
  await page.getByRole('gridcell').first().focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await plan()).revision).toBe(revision + 1)
  expect(asked()).toEqual(['undo'])
})

test('outside of text the undo keys are the plan’s: in the table, on a button, a box and a slider', async ({
  program,
}) => {
  onePageForAll(program)
  const { page } = program
  const { me, plan } = await openPreparedPlan(program, 'Review')
  const search = page.getByRole('searchbox', { name: 'Search datasets' })
  await search.focus()
  await page.keyboard.type('cannot')
  await expect(page.getByText('Nothing matches this search.').last()).toBeVisible()
  const answer = me.chosen().getByRole('button', { name: /^Cannot be determined/ })
  await answer.click()
  await expect.poll(() => me.progressOf('Review')).toMatch(/^3 of/)
  const asked = watchUndo(page)
  const press = async (key: string, reviewed: RegExp) => {
    await page.keyboard.press(key)
    await expect.poll(() => me.progressOf('Review')).toMatch(reviewed)
  }
  await press('Control+z', /^2 of/)
  // The browser has an undo of its own, which would take back what was typed in the field left last.
  await expect(search).toHaveValue('cannot')
  await press('Control+y', /^3 of/)
  await press('Meta+z', /^2 of/)
  await press('Control+Shift+Z', /^3 of/)
  await search.fill('')
  await page.locator('.ag-header-select-all input').focus()
  await press('Control+z', /^2 of/)
  await press('Meta+Shift+z', /^3 of/)
  expect(asked()).toEqual(['undo', 'redo', 'undo', 'redo', 'undo', 'redo'])
  // Where Alt is held too, a letter of some keyboards is meant.
  await page.keyboard.press('Control+Alt+z')

  await me.goTo('Prioritize')
  await page.getByRole('slider').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await plan()).plan.criteria[0]?.weight).toBe(1.5)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await plan()).plan.criteria[0]?.weight).toBe(1)
  expect(asked()).toHaveLength(7)
})

test('an undo that there is nothing left for is not asked for', async ({ program }) => {
  onePageForAll(program)
  const { page } = program
  const { me, plan, client } = await openPreparedPlan(program, 'Review')
  const asked = watchUndo(page)
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo' })
  for (let left = 5; left > 0; left--) {
    const { revision } = await plan()
    await undo.click()
    await expect.poll(async () => (await plan()).revision).toBe(revision + 1)
  }
  // The button that was pressed keeps the focus, although it has nothing left to do.
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  await expect(undo).not.toHaveAttribute('aria-disabled', 'true')
  expect(asked()).toEqual(['undo', 'undo', 'undo', 'undo', 'undo', 'redo'])
  await client.call('plan.redo', {})
  await expect.poll(() => me.progressOf('Review')).toMatch(/^2 of/)
  await expect(page.getByRole('alert')).toHaveCount(0)
})
