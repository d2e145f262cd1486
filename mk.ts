import { copyFileSync, mkdtempSync } from 'node:fs'
import { createEngine } from './src/engine/index.ts'
import { planPath } from './src/engine/plans-folder.ts'
import { createClient } from './src/contract/client.ts'
import { takeJourney, must } from './test/support/journey.ts'
import { randomNumbers } from './test/support/random-numbers.ts'
import { randomPlanAction } from './test/support/random-plan-action.ts'
const dataDir = mkdtempSync('/tmp/mk-')
const engine = createEngine({ dataDir })
const { plan } = (await takeJourney(engine.call)).plan
const client = createClient(engine.call, () => 'x' + Math.random())
const random = randomNumbers(7)
for (let n = 0; n < 20; n++) {
  const { plan: now } = must(await client.call('plan.read', {}))
  const { call, input } = randomPlanAction(random, now, `word ${n}`)
  await client.call(call as never, input as never)
}
await engine.close()
copyFileSync(planPath(dataDir, plan.id), 'test/fixtures/plans/schema-7.odap')
console.log('made')
