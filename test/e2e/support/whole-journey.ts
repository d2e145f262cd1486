import { officer } from './officer.ts'
import { expect, type Program } from './program.ts'

/** Where both deliverables were saved. */
export interface Deliverables {
  readonly workbook: string
  readonly document: string
}

/** The whole job as an officer does it: the sample inventory, all five steps with typing, both files saved. */
export async function takeWholeJourney(program: Program): Promise<Deliverables> {
  const { page } = program
  const me = officer(page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.fill('Period', '2027')
  await me.fill('Officer’s name', 'J. Rivera')
  await me.saved()

  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Public, but not machine-readable')
  await me.choose('Inspection Results')
  await me.answer('On the open data portal')
  await me.choose('Training Completions')
  await me.answer('Not public')
  await expect.poll(() => me.progressOf('Review')).toMatch(/^3 of/)

  await me.goTo('Brainstorm')
  await me.raise('What do people keep asking us for?', 'Wait times by office')
  await page.getByRole('button', { name: /^Make it a dataset/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Make/ }).click()
  await expect(page.getByRole('list', { name: 'What do people keep asking us for?' })).toContainText(
    'Dataset',
  )

  await me.goTo('Identify')
  await me.choose('Grant Payments')
  await me.answer('Public')
  await me.choose('Wait times by office')
  await me.answer('Public')
  await me.choose('Training Completions')
  await me.answer('Protected, releasable')
  await me.fillChosen('Legal basis of the protection', 'CGS 1-210(b)(2)')
  await me.answer('Aggregate')

  await me.goTo('Prioritize')
  await me.choose('Grant Payments')
  await me.rate('Demand from others', '3 high', 'Asked for 14 times in 2026')
  await me.choose('Wait times by office')
  await me.rate('Demand from others', '2 medium', 'Town clerks asked twice')
  await expect.poll(() => me.progressOf('Prioritize')).toMatch(/of 3/)

  await me.goTo('Publish')
  await me.choose('Grant Payments')
  await me.fillChosen('Target date', '2027-06-30')
  await me.fillChosen('Update frequency', 'Quarterly')
  await me.fillChosen('Steward', 'Fiscal Division')
  await me.saved()
  await page.getByRole('tab', { name: /^Already published/ }).click()
  await me.choose('Inspection Results')
  await me.answer('Keep')
  await me.saved()

  await me.goTo('Deliver')
  const workbook = await program.saving(() =>
    page.getByRole('button', { name: 'Save the workbook…' }).click(),
  )
  await expect(page.getByRole('main')).toContainText(/Saved to|Handed to your browser/)
  const document = await program.saving(() =>
    page.getByRole('button', { name: 'Save the Word plan…' }).click(),
  )
  return { workbook, document }
}
