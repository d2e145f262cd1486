import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { noFacts } from '../../src/domain/inventory-field.ts'
import { datasetInserter, insertPlan } from '../../src/engine/store/edit-rows.ts'
import { begin } from '../../src/engine/store/history.ts'
import { journalledTables } from '../../src/engine/store/journal-triggers.ts'
import { closePlanFile, createPlanFile, type PlanFile } from '../../src/engine/store/open-plan-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const someone = { who: 'J. Rivera', at: '2026-11-22T15:42:07.000Z' }

/** The inventory that source rows stand in. */
export const anInventory = `
  INSERT INTO workbook (sha256, bytes, size, added_at) VALUES ('c', x'00', 1, '');
  INSERT INTO inventory (file_name, sha256, format, sheet, header_row, header_rows, last_row)
  VALUES ('inventory.xlsx', 'c', 'xlsx', 'Inventory', 4, 1, 9)`

/** A new plan file with datasets a, b and c, as after an import, closed when the test ends. */
export function aPlanFile(path = join(temporaryFolder(), 'plan.odap')): PlanFile {
  const created = createPlanFile(path)
  if (!created.ok) throw new Error(created.error.code)
  const file = created.value
  const beginning = begin(file.db, { ...someone, call: 'Imported 3 datasets' })
  insertPlan(file.db, { planId: 'plan-1', isSample: false })
  const insertDataset = datasetInserter(file.db)
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    insertDataset({
      id,
      position: index + 1,
      sourceRowId: null,
      facts: { ...noFacts, title: `Dataset ${id}` },
    })
  }
  beginning.keep()
  onTestFinished(() => {
    if (file.db.open) closePlanFile(file)
  })
  return file
}

/** Every journalled row, to compare a plan before and after. */
export function everyRow({ db }: PlanFile): unknown {
  return journalledTables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
}
