import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { AppError } from '../../src/contract/errors.ts'
import type { PlanChange, PlanView } from '../../src/contract/views.ts'
import type { Result } from '../../src/domain/result.ts'
import { backupPath, listBackups } from '../../src/engine/plans/backups.ts'
import { planPath } from '../../src/engine/plans/plans-folder.ts'
import { type EngineProcess, startEngineProcess } from '../support/engine-process.ts'
import { importSample, must } from '../support/journey.ts'
import {
  afterAction,
  isPlaceholder,
  modelOf,
  movedTo,
  type NewIds,
  type PlanAction,
  type PlanModel,
  type PlanState,
  placeholderId,
  sameButForNewIds,
  startOf,
  withNewIds,
} from '../support/plan-model.ts'
import { type RandomNumbers, randomNumbers } from '../support/random-numbers.ts'
import { randomPlanAction } from '../support/random-plan-action.ts'

export interface TortureFigures {
  readonly seed: number
  readonly kills: number
  /** Kills while at least one action had been sent and not yet answered. */
  readonly killsMidway: number
  /** Answered with a result before the kill, and found again after it. */
  readonly acknowledged: number
  readonly refused: number
  /** Actions nobody was told of that were nevertheless committed whole before the kill. */
  readonly committedUnanswered: number
  /** Actions sent and lost with the kill: nobody was told that they were saved. */
  readonly lostUnanswered: number
  readonly wentBack: number
  readonly backups: number
  readonly undoneAtTheEnd: number
}

const noFigures: Omit<TortureFigures, 'seed'> = {
  kills: 0,
  killsMidway: 0,
  acknowledged: 0,
  refused: 0,
  committedUnanswered: 0,
  lostUnanswered: 0,
  wentBack: 0,
  backups: 0,
  undoneAtTheEnd: 0,
}

interface Sent {
  readonly action: PlanAction
  readonly newId: string
  readonly after: PlanModel
  readonly answer: Promise<Result<unknown, AppError>>
}

interface Run {
  readonly dataDir: string
  readonly random: RandomNumbers
  readonly newIds: NewIds
  /** What the plan held right after some of its actions. */
  readonly stateAfter: Map<number, PlanState>
  readonly figures: Mutable<TortureFigures>
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/**
 * Does random actions to a plan of the sample through the engine's own process and kills that process at random
 * moments. After each restart the plan must be as the model says it is after all acknowledged actions, or after
 * those and some of the ones nobody answered any more, each of them whole. Throws at the first that is not.
 */
export async function torture(
  kills: number,
  seed: number,
  progress: (done: number) => void = () => undefined,
): Promise<TortureFigures> {
  const run: Run = {
    dataDir: mkdtempSync(join(tmpdir(), 'odap-torture-')),
    random: randomNumbers(seed),
    newIds: new Map(),
    stateAfter: new Map(),
    figures: { ...noFigures, seed },
  }
  let engine = await startEngineProcess(run.dataDir)
  try {
    const imported = await importSample(clientOf(engine))
    const planId = imported.plan.id
    let model = modelOf(imported)
    while (run.figures.kills < kills) {
      const candidates = await workUntilKilled(run, engine, model)
      engine = await startEngineProcess(run.dataDir)
      const reopened = must(await clientOf(engine).call('plan.open', { planId }))
      model = theOneThatIs(run, reopened, candidates)
      const path = planPath(run.dataDir, planId)
      checkFile(path, reopened)
      run.figures.backups = checkBackups(run.dataDir, path)
      progress(run.figures.kills)
    }
    run.figures.undoneAtTheEnd = await undoEverything(engine, model, run.newIds)
    return run.figures
  } finally {
    await engine.kill()
    rmSync(run.dataDir, { recursive: true, force: true })
  }
}

/** Answers with what the plan may be after the kill: what was acknowledged last, then each action nobody answered. */
async function workUntilKilled(
  run: Run,
  engine: EngineProcess,
  start: PlanModel,
): Promise<readonly PlanModel[]> {
  const { random, figures } = run
  let model = start
  // A few actions one by one, as a person does them, then many at once, so that the kill finds work under way.
  for (let calm = random.below(6); calm > 0; calm--) {
    const sent = send(run, engine, model)
    await acknowledge(sent, run)
    model = sent.after
  }
  if (random.chance(0.3)) model = await goBack(run, clientOf(engine), model)
  const burst: Sent[] = []
  for (let size = 2 + random.below(40); size > 0; size--) {
    burst.push(send(run, engine, burst.at(-1)?.after ?? model))
  }
  if (random.chance(0.5)) await burst[random.below(4)]?.answer
  else await wait(random.below(20))
  await engine.kill()
  figures.kills++

  const answers = await Promise.all(burst.map(({ answer }) => answer))
  const firstLost = answers.findIndex((answer) => !answer.ok && answer.error.code === 'engine-gone')
  const acknowledged = firstLost === -1 ? burst.length : firstLost
  if (acknowledged < burst.length) figures.killsMidway++
  for (const sent of burst.slice(0, acknowledged)) await acknowledge(sent, run)
  return [model, ...burst.map(({ after }) => after)].slice(acknowledged)
}

/** Goes back to an action seen before, and checks that this is the state seen then. */
async function goBack(run: Run, client: Client, model: PlanModel): Promise<PlanModel> {
  const { random, stateAfter, newIds, figures } = run
  const { entries } = must(await client.call('history.read', { datasetId: null, before: null }))
  const here = entries.find(({ isCurrent }) => isCurrent)
  if (here !== undefined) stateAfter.set(here.id, model.state)
  const [actionId, state] = random.oneOf([...stateAfter])
  const wanted = withNewIds(state, newIds)
  const current = { ...model, state: withNewIds(model.state, newIds) }
  must(await client.call('history.go-back', { actionId }))
  const { plan } = must(await client.call('plan.read', {}))
  if (!sameButForNewIds(wanted, plan, newIds)) throw new Error(`Going back to ${actionId} is not as it was`)
  figures.wentBack++
  return movedTo(current, wanted)
}

function send({ random, newIds }: Run, engine: EngineProcess, before: PlanModel): Sent {
  const newId = placeholderId()
  const known = { ...before, state: withNewIds(before.state, newIds) }
  const action = randomPlanAction(random, known.state, `word ${newId}`)
  return {
    action,
    newId,
    after: afterAction(known, action, newId),
    answer: engine.invoke({ callId: newId, ...action }),
  }
}

function theOneThatIs(run: Run, reopened: PlanView, candidates: readonly PlanModel[]): PlanModel {
  const found = candidates.findIndex(
    ({ state, revision }) =>
      revision === reopened.revision && sameButForNewIds(state, reopened.plan, run.newIds),
  )
  const whole = candidates[found]
  if (whole === undefined) throw new Error(`After kill ${run.figures.kills} the plan is at no whole action`)
  run.figures.committedUnanswered += found
  run.figures.lostUnanswered += candidates.length - 1 - found
  return whole
}

function clientOf(engine: EngineProcess) {
  return createClient(engine.invoke, randomUUID)
}

/** Counts an answer, and learns from it the id the engine made. */
async function acknowledge(
  { action, newId, answer }: Sent,
  { newIds, figures }: Pick<Run, 'newIds' | 'figures'>,
): Promise<void> {
  const result = await answer
  if (!result.ok) {
    const expected: readonly string[] = [
      'nothing-to-undo',
      'nothing-to-redo',
      'idea-not-found',
      'idea-already-a-dataset',
      'dataset-not-found',
    ]
    if (!expected.includes(result.error.code))
      throw new Error(`${action.call}: ${JSON.stringify(result.error)}`)
    figures.refused++
    return
  }
  figures.acknowledged++
  const { ideas, datasets } = result.value as PlanChange
  const [idea] = ideas
  const [dataset] = datasets
  if (action.call === 'brainstorm.add' && idea !== undefined) newIds.set(newId, idea.id)
  if (action.call === 'brainstorm.make-dataset' && dataset !== undefined) newIds.set(newId, dataset.id)
}

/** What the file itself says: sound, and its journal at rest with every action's images beside it. */
function checkFile(path: string, { revision }: PlanView): void {
  const db = new BetterSqlite3(path, { readonly: true })
  try {
    const one = (sql: string) => db.prepare(sql).pluck().get()
    const problems = [
      ['integrity', one('PRAGMA integrity_check') === 'ok'],
      ['references', db.pragma('foreign_key_check')],
      ['journal at rest', one('SELECT action_id IS NULL FROM journal') === 1],
      ['revision', one('SELECT revision FROM journal') === revision],
      [
        'every action has its images',
        one(`SELECT count(*) FROM action WHERE undoable = 1
             AND NOT EXISTS (SELECT 1 FROM change WHERE action_id = action.id)`) === 0,
      ],
    ].filter(([, fine]) => fine === false || (Array.isArray(fine) && fine.length > 0))
    if (problems.length > 0)
      throw new Error(`The plan file fails: ${problems.map(([name]) => name).join(', ')}`)
  } finally {
    db.close()
  }
}

/**
 * The plan backs itself up when it is opened and before going back, so kills land in the middle of that too: every
 * backup that is listed can be opened and is sound. Answers how many there are.
 */
function checkBackups(dataDir: string, path: string): number {
  const points = listBackups(dataDir, path)
  for (const { id } of points.slice(0, 2)) {
    const backup = new BetterSqlite3(backupPath(dataDir, path, id) ?? '', { readonly: true })
    if (backup.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error(`${id} is not sound`)
    backup.close()
  }
  return points.length
}

/** Takes everything back, to the import, and checks that this is what the plan then holds. */
async function undoEverything(engine: EngineProcess, model: PlanModel, newIds: NewIds): Promise<number> {
  const client = clientOf(engine)
  let steps = 0
  while ((await client.call('plan.undo', {})).ok) steps++
  const { plan } = must(await client.call('plan.read', {}))
  if (!sameButForNewIds(startOf(model), plan, newIds)) throw new Error('Undoing everything is not the start')
  for (let step = 0; step < steps; step++) must(await client.call('plan.redo', {}))
  const again = must(await client.call('plan.read', {}))
  if (model.future === null && !sameButForNewIds(model.state, again.plan, newIds))
    throw new Error('Redoing everything is not the end')
  if ([...newIds.values()].some(isPlaceholder)) throw new Error('An id was never told')
  return steps
}
