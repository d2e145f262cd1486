import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'

/**
 * Damages a closed plan where opening it does not look: the first page of the index that only the history of one
 * dataset is found by.
 */
export function damageUnnoticed(path: string): void {
  const db = new BetterSqlite3(path, { readonly: true })
  const page = Number(
    db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'change_of_row'").pluck().get(),
  )
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(size, 0xaa), 0, size, (page - 1) * size)
  closeSync(file)
}

/** As a process leaves a plan that is killed while it has it open. */
export function leaveHeld(path: string): void {
  writeFileSync(`${path}.holder.json`, JSON.stringify({ who: '', computer: 'this', since: '2026-11-23' }))
}
