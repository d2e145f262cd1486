/** The long run: `npm run torture [kills] [seed]`. Prints the figures and fails at the first broken promise. */
import { torture } from './torture.ts'

const [kills = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)
process.stdout.write(
  `Seed ${seed}. The same seed does the same actions; when the kills land is up to the machine.\n`,
)
const figures = await torture(Number(kills), Number(seed), (done) => {
  if (done % 100 === 0) process.stdout.write(`${done} kills\n`)
})
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
