import { test } from '../support/program.ts'
import { takeWholeJourney } from '../support/whole-journey.ts'

/** How long the program is left to itself afterwards: what calls home may take its time. */
const idleMilliseconds = process.env['ODAP_SUITE'] === 'full' ? 120_000 : 10_000

test('the whole job, and then nothing for a while', async ({ program }) => {
  test.setTimeout(300_000 + idleMilliseconds)
  await takeWholeJourney(program)
  await program.page.waitForTimeout(idleMilliseconds)
})
