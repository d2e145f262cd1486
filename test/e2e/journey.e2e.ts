import { officer } from './support/officer.ts'
import { expect, test } from './support/program.ts'

test('review to prioritize', async ({ program }) => {
  const me = officer(program.page)
  await me.openSample()
  await me.importIt()
  await me.fill('Your name', 'J. Rivera')
  await me.fill('Agency', 'Office of Made-Up Affairs')
  await me.saved()
  await me.goTo('Review')
  await me.choose('Grant Payments')
  await me.answer('Public, but not machine-readable')
  expect(await me.progressOf('Review')).toMatch(/^1 of/)
  await me.goTo('Identify')
  await me.choose('Grant Payments')
  await me.answer('Public')
  await me.goTo('Prioritize')
  await me.choose('Grant Payments')
  await me.rate('Demand from others', '3 high', 'Asked for 14 times in 2026')
})
