import { canHold, holdEngine } from './support/held-engine.ts'
import { openPreparedPlan } from './support/prepared-plan.ts'
import { expect, test } from './support/program.ts'

test('“Saved” is said only once the engine has answered, and with the time it saved at', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'the page is the same one')
  test.skip(!canHold, 'a process cannot be stopped here')
  const { page } = program
  const { me, first, plan } = await openPreparedPlan(program, 'Review')
  await me.choose(first.facts.title)
  const banner = page.getByRole('banner')
  const answer = me.chosen().getByRole('button', { name: /^Cannot be determined/ })
  const engine = await holdEngine(program)
  await answer.click()
  await me.chosen().getByLabel('Note', { exact: true }).fill('Nobody can say')
  await me.chosen().getByLabel('Note', { exact: true }).blur()
  await expect(banner).toContainText('Saving…')
  await expect(banner).not.toContainText('Saved')
  await expect(answer).toHaveAttribute('aria-pressed', 'false')
  engine.letGo()
  await me.saved()
  await expect(answer).toHaveAttribute('aria-pressed', 'true')
  const { savedAt, plan: saved } = await plan()
  await expect(banner).toContainText(`Saved ${new Date(savedAt).toLocaleTimeString('en-US')}`)
  expect(saved.datasets[0]?.review).toMatchObject({
    availability: 'cannot-determine',
    reviewNote: 'Nobody can say',
  })
})

test('an answer that cannot be brought to the engine is said in plain words, and is not said to be saved', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'there the engine is brought back at once')
  const { page } = program
  const { me } = await openPreparedPlan(program, 'Review')
  await page.route('**/call', (route) =>
    route.fulfill({ status: 500, body: 'Error: EPIPE\n    at send (engine.js:1:1)' }),
  )
  await me
    .chosen()
    .getByRole('button', { name: /^Cannot be determined/ })
    .click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Your last change was not saved.')
  await expect(alert).toContainText(
    'The program did not answer. Everything saved so far is still in the plan.',
  )
  await expect(page.getByRole('main')).not.toContainText(/EPIPE|engine\.js|engine-gone|\bError\b/)
  await expect(page.getByRole('banner')).toContainText('Not saved')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^2 of/)
  await page.unroute('**/call')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await me.answer('Cannot be determined')
  await me.saved()
  expect(program.forgetProblems()).toEqual([expect.stringMatching(/status of 500/)])
})

test('a page that breaks says so in plain words, and loading it again brings the plan back', async ({
  program,
}) => {
  test.skip(program.kind === 'electron', 'the page is the same one')
  const { page } = program
  await openPreparedPlan(program, 'Review')
  await page.route('**/call', async (route) => {
    const answer = await route.fetch()
    const { ok, value } = await answer.json()
    // A plan without its datasets is nothing the page was made for.
    const spoilt = value?.plan === undefined ? value : { ...value, plan: { ...value.plan, datasets: null } }
    await route.fulfill({ response: answer, json: { ok, value: spoilt } })
  })
  await page.reload()
  const main = page.getByRole('main')
  await expect(page.getByRole('alert')).toContainText(
    'This page stopped because of a mistake in the program.',
  )
  await expect(main).toContainText('Everything that was saved is still in the plan.')
  await expect(main).not.toContainText(/TypeError|null|undefined|\bat \w/)
  expect(program.forgetProblems()).toContainEqual(expect.stringMatching(/^error: /))
  await page.unroute('**/call')
  await page.getByRole('link', { name: 'Load the page again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where does each dataset stand today?')
  await expect(page.getByRole('banner')).toContainText(/Saved \d/)
})
