import type { Database } from 'better-sqlite3'
import {
  actionInWords,
  type DoneAction,
  type Parameters,
  wentBackInWords,
} from '../../domain/action-in-words.ts'
import { criterionName } from './criterion-rows.ts'
import { prepared } from './prepared.ts'

/** What of an action's row its words are made from. */
export interface ActionRow {
  readonly call: string
  readonly input: string
  readonly aboutCount: number
  readonly aboutName: string
  readonly wentBackTo: number | null
}

export const actionColumns =
  'call, input, about_count AS aboutCount, about_name AS aboutName, went_back_to AS wentBackTo'

/** Going back to where one had gone back to is named by the place, not by the way. */
export function wordsOf(db: Database, row: ActionRow): string {
  const inWords = row.wentBackTo === null ? actionInWords : wentBackInWords
  return inWords(doneBy(placeOf(db, row)), (id) => criterionName(db, id))
}

/** The place an action brought the plan to: where it went back to, else itself. */
export function placeInWords(db: Database, row: ActionRow): string {
  return actionInWords(doneBy(placeOf(db, row)), (id) => criterionName(db, id))
}

function placeOf(db: Database, row: ActionRow): ActionRow {
  let place = row
  while (place.wentBackTo !== null) {
    const next = prepared<[number], ActionRow>(db, `SELECT ${actionColumns} FROM action WHERE id = ?`).get(
      place.wentBackTo,
    )
    if (next === undefined) return place
    place = next
  }
  return place
}

function doneBy({ call, input, aboutCount, aboutName }: ActionRow): DoneAction {
  return { call, input: JSON.parse(input) as Parameters, about: { count: aboutCount, name: aboutName } }
}
