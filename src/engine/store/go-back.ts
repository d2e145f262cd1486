import type { Database } from 'better-sqlite3'
import { type Action, type ChangeRow, change, changesOf, replayer, type TouchedRows } from './history.ts'

/**
 * Brings the plan to where it stood right after an action, as one action that can itself be undone; null when that
 * changes nothing. What was done since stays in history. `actionId` must be one that `canGoBackTo` agrees to.
 */
export function goBack(db: Database, action: Action, actionId: number): TouchedRows | null {
  return change(db, action, () => {
    const path = pathTo(db, actionId)
    if (path === null) throw new Error(`No way leads to action ${actionId}`)
    const replay = replayer(db)
    for (const { row, has, shall } of netEffect(db, path)) replay(row, has, shall)
    db.prepare('UPDATE action SET went_back_to = ? WHERE id = (SELECT action_id FROM journal)').run(actionId)
  })
}

export function canGoBackTo(db: Database, actionId: number): boolean {
  return pathTo(db, actionId) !== null
}

interface Path {
  /** Actions to take back, the latest first. */
  readonly back: readonly number[]
  /** Actions to do again, the earliest first. */
  readonly forth: readonly number[]
}

/** From where the plan stands, back to where both histories part, and forth from there. */
function pathTo(db: Database, target: number): Path | null {
  const here = db.prepare("SELECT max(id) FROM action WHERE state = 'done'").pluck().get()
  const fromHere = lineOf(db, Number(here))
  const fromTarget = lineOf(db, target)
  const ours = new Set(fromHere)
  const theirs = new Set(fromTarget)
  if (!fromTarget.some((id) => ours.has(id))) return null
  return {
    back: fromHere.filter((id) => !theirs.has(id)),
    forth: fromTarget.filter((id) => !ours.has(id)).reverse(),
  }
}

/** An action and all it was built on, back to the import. */
function lineOf(db: Database, actionId: number): readonly number[] {
  return db
    .prepare<[number], number>(
      `WITH RECURSIVE line (id, parent_id) AS (
         SELECT id, parent_id FROM action WHERE id = ?
         UNION ALL
         SELECT action.id, action.parent_id FROM action JOIN line ON action.id = line.parent_id
       )
       SELECT id FROM line`,
    )
    .pluck()
    .all(actionId)
}

interface Step {
  readonly row: ChangeRow
  readonly has: string | null
  readonly shall: string | null
}

/** Each row once, from the image it has to the one it shall have, however often it was changed on the way. */
function netEffect(db: Database, { back, forth }: Path): readonly Step[] {
  const net = new Map<string, Step>()
  const follow = (row: ChangeRow, has: string | null, shall: string | null) => {
    const key = `${row.table_name}\0${row.row_key}`
    const sofar = net.get(key)
    const image = sofar === undefined ? shall : laidOver(sofar.shall, shall)
    net.set(key, { row, has: sofar === undefined ? has : sofar.has, shall: image })
  }
  for (const id of back) for (const row of changesOf(db, id).reverse()) follow(row, row.after, row.before)
  for (const id of forth) for (const row of changesOf(db, id)) follow(row, row.before, row.after)
  // Of what came and went on the way, a row that is not there is taken away, which changes nothing.
  return [...net.values()]
}

/** An update's image holds only what it changes; the rest is as the image before it says. */
function laidOver(before: string | null, after: string | null): string | null {
  return after === null ? null : JSON.stringify({ ...JSON.parse(before ?? '{}'), ...JSON.parse(after) })
}
