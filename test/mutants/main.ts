/**
 * Changes the program's lines one at a time and counts how many of the changes the tests notice.
 * Run: npm run verify -- mutants [folder …]
 */
import { equivalentChanges } from './equivalent.ts'
import { mutatedFolders } from './folders.ts'
import type { MutatedFolder } from './mutated-folder.ts'
import { runStryker } from './run-stryker.ts'
import { type Change, percentage, type Score, scoreOf, shown } from './score.ts'

const wanted = process.argv.slice(2)
const isMeant = ({ name }: MutatedFolder, asked: string) => name === asked || name.startsWith(`${asked}/`)
const unknown = wanted.filter((asked) => !mutatedFolders.some((folder) => isMeant(folder, asked)))
if (unknown.length > 0) {
  say(
    `No such folder: ${unknown.join(', ')}. There are ${mutatedFolders.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}
const folders = mutatedFolders.filter(
  (folder) => wanted.length === 0 || wanted.some((asked) => isMeant(folder, asked)),
)

const failures: string[] = []
const figures: string[] = []
for (const folder of folders) {
  const began = Date.now()
  const report = await runStryker(folder)
  if (report === null) {
    failures.push(`${folder.name}: Stryker could not run; what it says above tells why`)
    continue
  }
  const score = scoreOf(report, equivalentChanges)
  tellSurvivors(folder, score)
  failures.push(...score.problems, ...undercut(folder, score))
  figures.push(inFigures(folder, score, (Date.now() - began) / 60_000))
}
for (const failure of failures) say(`failed: ${failure}`)
for (const line of figures) say(line)
process.exitCode = failures.length === 0 ? 0 : 1

function tellSurvivors({ name, leftOut }: MutatedFolder, { survived, notReached }: Score): void {
  for (const { file, reason } of leftOut) say(`${name}: ${file} is left out: ${reason}`)
  const tell = (what: string) => (change: Change) =>
    say(`${what} ${change.file}:${change.line}: ${shown(change)}`)
  survived.forEach(tell('survived   '))
  notReached.forEach(tell('not reached'))
}

function undercut({ name, floor }: MutatedFolder, score: Score): readonly string[] {
  const reached = percentage(score)
  return reached < floor ? [`${name}: ${reached.toFixed(1)} % is below its floor of ${floor} %`] : []
}

function inFigures(
  { name, floor, changesWhatRunsOnce }: MutatedFolder,
  score: Score,
  minutes: number,
): string {
  return [
    `${name}: ${percentage(score).toFixed(1)} % (floor ${floor} %)`,
    `${score.noticed} noticed, ${score.timedOut} of them by never ending`,
    `${score.survived.length} survived`,
    `${score.notReached.length} not reached`,
    `${score.equivalent} equivalent`,
    ...(changesWhatRunsOnce ? [] : [`${score.notTried} of what runs once not tried`]),
    `${minutes.toFixed(1)} min`,
  ].join(', ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
