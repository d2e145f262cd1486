import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { damageUnnoticed } from '../support/damage.ts'
import { expectAccessible } from './support/accessible.ts'
import { keyboard } from './support/keyboard.ts'
import { type Officer, officer } from './support/officer.ts'
import { expect, type Program, test } from './support/program.ts'

/** A plan with an answer, kept in two backups, the second of which knows the answer. */
async function aKeptPlan(program: Program): Promise<Officer> {
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.goTo('Review')
  await me.saved()
  await keep(me, 'before the first answer')
  await me.choose('Grant Payments')
  await me.answer('Not public')
  await me.saved()
  await keep(me, 'with the first answer')
  await program.restart()
  // The program started anew may have a page of its own.
  return officer(program.page)
}

async function keep(me: Officer, name: string): Promise<void> {
  const { page } = me
  const panel = await me.openBackups()
  await panel.getByLabel('Name of a backup').fill(name)
  await page.keyboard.press('Enter')
  await expect(panel).toContainText(`Kept as “${name}”.`)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
}

function planFileIn(dataDir: string): string {
  const name = readdirSync(join(dataDir, 'plans')).find((entry) => entry.endsWith('.odap'))
  return join(dataDir, 'plans', name ?? '')
}

/** Overwrites `length` bytes of every other page but the first. */
function damagePages(path: string): void {
  const descriptor = openSync(path, 'r+')
  for (let at = 4_096 * 2; at < statSync(path).size; at += 4_096 * 2) {
    writeSync(descriptor, Buffer.alloc(3_000, 0xaa), 0, 3_000, at)
  }
  closeSync(descriptor)
}

/** The schema's version stands in the header: https://www.sqlite.org/fileformat.html, 1.3. */
function makeNewer(path: string): void {
  const descriptor = openSync(path, 'r+')
  writeSync(descriptor, Buffer.from([0, 0, 0, 99]), 0, 4, 60)
  closeSync(descriptor)
}

const damages: readonly (readonly [string, (path: string) => void, RegExp])[] = [
  ['has damaged pages', damagePages, /The plan’s file is damaged/],
  ['was cut off', (path) => truncateSync(path, 30_000), /The plan’s file is damaged/],
  ['is another file', (path) => writeFileSync(path, 'A letter. '.repeat(900)), /not a plan file/],
  ['was used with a newer version', makeNewer, /with a newer version of this program/],
  ['is gone', (path) => rmSync(path), /not on this computer any more/],
]

const isWhole = process.env['ODAP_SUITE'] === 'full'
const tried = isWhole
  ? damages
  : damages.filter(([what]) => what === 'has damaged pages' || what === 'is gone')

for (const [what, damage, words] of tried) {
  const title = `a plan that ${what} is explained and comes back from its newest backup, by keyboard`
  test(title, { tag: '@same-in-both-hosts' }, async ({ program }) => {
    await aKeptPlan(program)
    const { dataDir } = program
    const path = planFileIn(dataDir)
    damage(path)
    const damaged = what === 'is gone' ? null : readFileSync(path)

    const { page } = program
    const keys = keyboard(page)
    await page.reload()
    await keys.press(page.getByRole('button', { name: /^Office of Made-Up Affairs/ }))
    const recovery = page.getByRole('region', { name: 'This plan cannot be opened as it is' })
    await expect(recovery).toContainText(words)
    await expect(recovery.getByRole('radio').first()).toBeChecked()
    await expect(recovery.getByRole('radio').first()).toHaveAccessibleName(
      /with the first answer · the newest$/,
    )
    await expectAccessible(page, `a plan that ${what}`)
    await keys.press(recovery.getByRole('button', { name: 'Bring it back' }))

    await expect(page.getByRole('banner')).toContainText(/Saved \d/)
    await expect.poll(() => officer(page).progressOf('Review')).toMatch(/^1 of/)
    if (damaged === null) return
    const [aside] = readdirSync(join(dataDir, 'damaged'))
    expect(readFileSync(join(dataDir, 'damaged', aside ?? '')).equals(damaged)).toBe(true)
  })
}

const alsoDamaged = 'a backup that is damaged too is said to be so, and the next one is chosen'
test(alsoDamaged, { tag: '@same-in-both-hosts' }, async ({ program }) => {
  await aKeptPlan(program)
  const { dataDir, page } = program
  const path = planFileIn(dataDir)
  truncateSync(path, 30_000)
  const backups = join(dataDir, 'backups', path.slice(join(dataDir, 'plans').length + 1, -'.odap'.length))
  const newest = readdirSync(backups)
    .filter((name) => name.endsWith('.odap'))
    .sort()
    .at(-1)
  truncateSync(join(backups, newest ?? ''), 9_000)
  await page.reload()
  await page.getByRole('region', { name: 'Recent plans' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('main')).toContainText('That backup is damaged too')
  await expect(page.getByRole('radio', { name: /before the first answer/ })).toBeChecked()
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page.getByRole('banner')).toContainText(/Saved \d/)
  await expect.poll(() => officer(page).progressOf('Review')).toMatch(/^0 of/)
})

test('a plan file that is double-clicked opens, in the running program and when that starts it', async ({
  program,
}) => {
  test.skip(program.kind === 'browser', 'the system hands files to a program, not to a page')
  const me = await aKeptPlan(program)
  await program.page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await me.goTo('Deliver')
  const file = await program.saving(() =>
    program.page.getByRole('button', { name: 'Save the plan file…' }).click(),
  )
  await program.handOver(file)
  await expect(program.page.getByRole('main')).toContainText('This computer has this plan already')

  await program.restart(file)
  await expect(program.page.getByRole('main')).toContainText('This computer has this plan already')
  await program.page.getByRole('button', { name: 'Go on with the plan of this computer' }).click()
  await expect(program.page.getByRole('banner')).toContainText(/Saved \d/)
})

test('the whole plan goes to another computer as one file, and is not taken in twice', async ({
  program,
}) => {
  const me = await aKeptPlan(program)
  const { page, dataDir } = program
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await me.goTo('Deliver')
  const file = await program.saving(() => page.getByRole('button', { name: 'Save the plan file…' }).click())

  await me.goTo('Start')
  await program.choosing(file, () => page.getByRole('button', { name: 'Open a plan file…' }).click())
  await expect(page.getByRole('main')).toContainText('This computer has this plan already')
  await expectAccessible(page, 'a plan file that is known')
  await page.getByRole('button', { name: 'Open the file as a plan of its own' }).click()
  await expect(page.getByRole('main')).toContainText('This computer now has its own copy of the plan in')
  expect(readdirSync(join(dataDir, 'plans')).filter((name) => name.endsWith('.odap'))).toHaveLength(2)
  await me.goTo('Review')
  expect(await me.progressOf('Review')).toMatch(/^1 of/)
})

test('damage that is found while the plan is open is said, and a backup comes back, by keyboard', async ({
  program,
}) => {
  const before = await aKeptPlan(program)
  const { dataDir } = program
  damageUnnoticed(planFileIn(dataDir))
  const { page } = before
  await page.getByRole('button', { name: /^Office of Made-Up Affairs/ }).click()
  await before.goTo('Review')
  expect(await before.progressOf('Review')).toMatch(/^1 of/)
  const main = page.getByRole('main')
  await expect(main).toContainText('The file of this plan is damaged.')
  await before.choose('Hearing Docket')
  await expect(before.chosen()).toContainText('Hearing Docket')

  const keys = keyboard(page)
  await keys.press(page.getByRole('button', { name: 'See the backups' }))
  const recovery = page.getByRole('region', { name: 'Bring back a backup of this plan' })
  await expect(recovery.getByRole('radio').first()).toBeChecked()
  await expectAccessible(page, 'a plan found damaged while it is open')
  await keys.press(recovery.getByRole('button', { name: 'Not now' }))
  const opener = page.getByRole('button', { name: 'See the backups' })
  await expect(opener).toBeFocused()
  await page.reload()
  await expect(main).toContainText('The file of this plan is damaged.')
  await keys.press(opener)
  await keys.press(recovery.getByRole('button', { name: 'Bring it back' }))
  await expect(main).not.toContainText('The file of this plan is damaged.')
  expect(await before.progressOf('Review')).toMatch(/^1 of/)
  expect(readdirSync(join(dataDir, 'damaged'))).not.toEqual([])
})
