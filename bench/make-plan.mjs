// Makes a plan file of a given size, with a history of a given length, as importing and working on it would.
import { rmSync } from 'node:fs'
import { noFacts } from '../src/domain/inventory-field.ts'
import { availabilities } from '../src/domain/vocabulary.ts'
import {
  datasetInserter,
  insertPlan,
  setFields,
  setPlanFields,
  setRating,
} from '../src/engine/store/edit-rows.ts'
import { begin, change } from '../src/engine/store/history.ts'
import { closePlanFile, createPlanFile } from '../src/engine/store/open-plan-file.ts'

const someone = { who: 'J. Rivera', at: '2026-11-22T15:42:07.000Z' }

/**
 * @param {string} path
 * @param {{ datasets: number, actions: number, isDecided?: boolean }} size with `isDecided` most of its datasets are
 *   reviewed, identified and rated, so that every step has long lists
 */
export function makePlan(path, { datasets, actions, isDecided = false }) {
  const created = createPlanFile(path)
  if (!created.ok) throw new Error(created.error.code)
  const { db } = created.value
  try {
    // Only while it is made: nobody waits for these to be safe.
    db.pragma('synchronous = OFF')
    const beginning = begin(db, {
      ...someone,
      call: 'open.import',
      about: { count: datasets, name: 'inventory.xlsx' },
    })
    insertDatasets(db, datasets)
    if (isDecided) decide(db, datasets)
    beginning.keep()
    for (let action = 0; action < actions; action += 1) {
      const availability = availabilities[action % availabilities.length]
      const id = idOf(action % datasets)
      const changes = { availability, reviewNote: `As of action ${action}` }
      const input = { ids: [id], changes }
      const about = { count: 1, name: `Dataset ${id}` }
      change(db, { ...someone, call: 'review.set', input, about }, () =>
        setFields(db, [id], 'review', changes),
      )
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (cause) {
    closePlanFile(created.value)
    rmSync(path)
    throw cause
  }
  closePlanFile(created.value)
}

function insertDatasets(db, datasets) {
  db.prepare("INSERT INTO workbook (sha256, bytes, size, added_at) VALUES ('none', x'00', 1, ?)").run(
    someone.at,
  )
  db.prepare(
    `INSERT INTO inventory (file_name, sha256, format, sheet, header_row, header_rows, last_row)
     VALUES ('inventory.xlsx', 'none', 'xlsx', 'Inventory', 1, 1, ?)`,
  ).run(datasets + 1)
  insertPlan(db, { planId: 'bench', isSample: false })
  setPlanFields(db, 'details', { agencyName: 'Office of Made-Up Affairs' })
  const insertRow = db.prepare(
    "INSERT INTO source_row (id, inventory_id, sheet, row, cells) VALUES (?, 1, 'Inventory', ?, '{}')",
  )
  const insertDataset = datasetInserter(db)
  for (let index = 0; index < datasets; index += 1) {
    insertRow.run(`row-${index}`, index + 2)
    const facts = {
      ...noFacts,
      title: `Dataset ${index} of the inventory`,
      description: `What dataset ${index} holds, by town and year, in plain words.`,
      unit: 'Planning and Research',
    }
    insertDataset({ id: idOf(index), position: index + 1, sourceRowId: `row-${index}`, facts })
  }
}

/** Of ten datasets three are not reviewed, one is published, and the others are to be published. */
function decide(db, datasets) {
  const ids = Array.from({ length: datasets }, (_, index) => idOf(index))
  const those = (matches) => ids.filter((_, index) => matches(index % 10))
  const [most, published] = [those((digit) => digit >= 3), those((digit) => digit === 9)]
  setFields(db, most, 'review', { availability: 'not-public' })
  setFields(db, published, 'review', { availability: 'on-portal' })
  setFields(db, most, 'identification', { access: 'public' })
  for (const [index, id] of ids.entries()) {
    setRating(db, id, 'goals', { value: index % 4, reason: 'As the state plan says.' })
    setFields(db, [id], 'facts', { 'update-frequency': index % 2 === 0 ? 'Annual' : 'every month' })
  }
}

/** @param {number} index from 0 */
export function idOf(index) {
  return `dataset-${index}`
}
