// What a person does with a large plan: opens it, goes through the steps, answers, searches, scrolls, undoes.
import { watchSaving } from './page-watch.mjs'

const edits = 30
const patience = { timeout: 60_000 }

/** Every row whose words begin like this is ticked where all would be too many: about a ninth of them. */
const someOfThem = 'dataset 9'

/**
 * @param {import('playwright-core').Page} page
 * @param {number} datasets how many the plan has
 * @param {(name: string, act: () => Promise<void>) => Promise<void>} during measures what is done
 */
export async function workThrough(page, datasets, during) {
  await during('open the plan', async () => {
    await page.getByRole('button', { name: /Office of Made-Up Affairs/ }).click()
    await step(page, 'Review').waitFor(patience)
  })
  for (const name of steps) {
    await during(`go to ${name}`, () => goTo(page, name))
    if (name === 'Brainstorm') await during('type an idea', () => typeIdea(page))
    if (name === 'Prioritize') await during('one rating', () => rate(page, '3'))
  }
  await during('one answer', () => answer(page, '4'))
  await during('search', async () => {
    await page.getByRole('searchbox').pressSequentially(someOfThem, { delay: 60 })
    await page.getByText(/datasets shown$/).waitFor({ state: 'attached', ...patience })
  })
  if (datasets <= 10_000) await during('end the search', () => page.getByRole('searchbox').fill(''))
  await during('tick many', () => page.locator('.ag-header-select-all input').click())
  await page.getByText(/selected$/).waitFor(patience)
  await during('answer many', () => answer(page, '5'))
  await during('undo', async () => saved(page, () => page.keyboard.press('Control+z')))
  await during('untick', () => page.getByRole('button', { name: 'Clear selection' }).click())
  if (datasets > 10_000) await during('end the search', () => page.getByRole('searchbox').fill(''))
  await during('scroll', () => scroll(page))
  await during('history', async () => {
    await step(page, 'History').click()
    await page
      .getByRole('dialog')
      .getByText(/^Undid|^Set|^Imported/)
      .first()
      .waitFor(patience)
  })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/**
 * How long each of some single answers took to be seen as saved, in milliseconds.
 * @param {import('playwright-core').Page} page
 */
export async function editTimes(page) {
  const times = []
  for (let edit = 0; edit < edits; edit += 1) {
    times.push(await answer(page, edit % 2 === 0 ? '4' : '3'))
    await page.keyboard.press('Enter')
    await page.waitForTimeout(100)
  }
  return times
}

/** By a key in the step's frame, where no field has the focus. */
async function answer(page, key) {
  await page.getByRole('main').getByRole('heading', { level: 1 }).focus()
  return saved(page, () => page.keyboard.press(key))
}

/** And take it back: what stands there when the screen is left is saved. */
async function typeIdea(page) {
  const field = page.getByRole('main').getByRole('combobox').first()
  await field.pressSequentially(someOfThem, { delay: 60 })
  await field.fill('')
}

/** By a key, where the first criterion is rated. */
async function rate(page, key) {
  await page.locator('[id="rating-demand"] button').first().focus()
  return saved(page, () => page.keyboard.press(key))
}

async function saved(page, press) {
  const whenSaved = await watchSaving(page)
  await press()
  return whenSaved()
}

async function goTo(page, name) {
  await step(page, name).click()
  const shown = withTable.includes(name)
    ? cell(page)
    : page.getByRole('main').getByRole('heading', { level: 1 })
  await shown.waitFor(patience)
}

const withTable = ['Review', 'Identify', 'Prioritize', 'Publish']
const steps = [
  'Review',
  'Brainstorm',
  'Identify',
  'Prioritize',
  'Publish',
  'Deliver',
  'Plan details',
  'Review',
]

function step(page, name) {
  return page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) })
}

function cell(page) {
  return page.getByRole('gridcell').first()
}

async function scroll(page) {
  await page.getByRole('gridcell').first().hover()
  for (let turn = 0; turn < 20; turn += 1) {
    await page.mouse.wheel(0, 1_200)
    await page.waitForTimeout(30)
  }
}
