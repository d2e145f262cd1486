import type { Database } from 'better-sqlite3'
import type { DatasetId } from '../../domain/dataset.ts'
import type { Facts, InventoryField } from '../../domain/inventory-field.ts'
import { noFacts } from '../../domain/inventory-field.ts'
import type { ColumnField, SourceRow, TableContent, WorkbookFormat } from '../../domain/inventory-table.ts'
import { mainAgency } from '../../domain/main-agency.ts'
import { joinedFact } from '../../domain/mapping/joined-fact.ts'
import type { FrequencyAnswer } from '../../domain/mapping/update-frequency.ts'
import { rowKey, type TitledRow, valuesByRow } from '../../domain/write-back/additional-values.ts'
import type { PlanAnswers } from '../../domain/write-back/decisions-from-columns.ts'
import { datasetInserter, insertPlan, setPlanFields } from './edit-rows.ts'
import { importDecisions } from './import-decisions.ts'

export interface ImportedInventory {
  readonly planId: string
  readonly isSample: boolean
  readonly fileName: string
  readonly format: WorkbookFormat
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Who opens it: a tier the workbook holds is taken as that person's word. */
  readonly who: string
  /** ISO date and time in UTC. */
  readonly at: string
  readonly content: TableContent
  /** The confirmed mapping. */
  readonly fields: readonly ColumnField[]
  /** What words of two meanings mean in this inventory. */
  readonly frequencies: readonly FrequencyAnswer[]
  readonly newId: () => string
}

/** So many rows are written between two pauses: some tens of milliseconds. */
const rowsAtOnce = 1_000

/**
 * Fills a new plan file: the workbook's bytes, every source row, and a dataset for each. Runs after `begin`, step by
 * step: it yields how many rows are done, and goes on when it is asked to.
 */
export function* importInventory(db: Database, imported: ImportedInventory): Generator<number, void> {
  const { bytes, sha256, content, fields } = imported
  db.prepare('INSERT INTO workbook (sha256, bytes, size, added_at) VALUES (?, ?, ?, ?)').run(
    sha256,
    bytes,
    bytes.length,
    imported.at,
  )
  const inventoryId = insertTable(db, imported)
  const insert = datasetsInserter(db, inventoryId, imported.newId)
  const answersIn = new Map(content.answers.map((one) => [rowKey(one), one.answers]))
  const beside = valuesByRow(content.additions.values, titledRows(imported), fields)
  const agencies: string[] = []
  const said: { readonly id: string; readonly answers: PlanAnswers }[] = []
  const titles = new Set<string>()
  let position = 0
  for (const row of content.rows) {
    if (position % rowsAtOnce === 0) yield position
    position += 1
    const values = beside.get(rowKey(row))
    const facts = { ...factsOf(row, fields), ...values?.facts }
    const id = insert({ position, sheet: row.sheet, row: row.row, cells: row.cells, facts })
    const answers = { ...values?.answers, ...filled(answersIn.get(rowKey(row))) }
    if (Object.keys(answers).length > 0) said.push({ id, answers })
    agencies.push(facts.agency)
    titles.add(titleKey(facts))
  }
  for (const { sheet, row, facts: known, answers } of content.additions.datasets) {
    const facts = { ...noFacts, ...known }
    // Somebody gave it a row of its own since.
    if (titles.has(titleKey(facts))) continue
    position += 1
    said.push({ id: insert({ position, sheet, row, cells: {}, facts }), answers })
  }
  insertPlan(db, imported)
  setPlanFields(db, 'details', { agencyName: mainAgency(agencies) })
  importDecisions(db, { said, weights: content.weights }, imported)
}

interface NewRow {
  readonly position: number
  readonly sheet: string
  readonly row: number
  readonly cells: SourceRow['cells']
  readonly facts: Facts
}

/** Puts rows of the workbook with their datasets, and answers the ids of these. */
function datasetsInserter(
  db: Database,
  inventoryId: number | bigint,
  newId: () => string,
): (row: NewRow) => DatasetId {
  const insertRow = db.prepare(
    'INSERT INTO source_row (id, inventory_id, sheet, row, cells) VALUES (?, ?, ?, ?, ?)',
  )
  const insertDataset = datasetInserter(db)
  return ({ position, sheet, row, cells, facts }) => {
    const sourceRowId = newId()
    const id = newId()
    insertRow.run(sourceRowId, inventoryId, sheet, row, JSON.stringify(cells))
    insertDataset({ id, position, sourceRowId, facts })
    return id
  }
}

function* titledRows({ content, fields }: ImportedInventory): Generator<TitledRow> {
  for (const row of content.rows) yield { ...row, title: factsOf(row, fields).title }
}

function titleKey({ title, unit }: Facts): string {
  return `${title}\n${unit}`.trim().toLowerCase()
}

/** What stands in the inventory's own columns counts before what stands beside it. */
function filled(answers: PlanAnswers = {}): PlanAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim() !== ''))
}

/** Where the inventory stands in the workbook, and what its columns were taken for. */
function insertTable(db: Database, imported: ImportedInventory): number | bigint {
  const { content, sha256 } = imported
  const { table } = content
  const { lastInsertRowid: id } = db
    .prepare(
      `INSERT INTO inventory (file_name, sha256, format, sheet, header_row, header_rows, last_row)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      imported.fileName,
      sha256,
      imported.format,
      table.sheet,
      table.headerRow,
      table.headerRows,
      table.lastRow,
    )
  const insertSheet = db.prepare(
    `INSERT INTO further_sheet (inventory_id, sheet, position, header_row, header_rows, last_row)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  for (const [position, { sheet, headerRow, headerRows, lastRow }] of table.further.entries()) {
    insertSheet.run(id, sheet, position, headerRow, headerRows, lastRow)
  }
  const insertMark = db.prepare(
    'INSERT INTO heading_mark (inventory_id, name, sheet, letter, header_row) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { name, sheet, letter, headerRow } of content.headingMarks) {
    insertMark.run(id, name, sheet, letter, headerRow)
  }
  insertColumns(db, id, imported)
  return id
}

function insertColumns(
  db: Database,
  id: number | bigint,
  { content, fields, frequencies }: ImportedInventory,
): void {
  const insertColumn = db.prepare(
    'INSERT INTO inventory_column (inventory_id, letter, position, header) VALUES (?, ?, ?, ?)',
  )
  for (const [position, { letter, header }] of content.table.columns.entries()) {
    insertColumn.run(id, letter, position, header)
  }
  const insertField = db.prepare(
    'INSERT INTO column_field (inventory_id, letter, position, field) VALUES (?, ?, ?, ?)',
  )
  for (const [position, { letter, field }] of fields.entries()) {
    if (field !== null) insertField.run(id, letter, position, field)
  }
  const insertAnswer = db.prepare('INSERT INTO frequency_answer (word, value) VALUES (?, ?)')
  for (const { word, value } of frequencies) insertAnswer.run(word, value)
}

/** Columns mapped to one field are joined, so that no cell a person mapped is lost. */
function factsOf(row: SourceRow, fields: readonly ColumnField[]): Facts {
  const facts: Record<InventoryField, string> = { ...noFacts }
  for (const { letter, field } of fields) {
    if (field !== null) facts[field] = joinedFact(facts[field], factText(row, letter, field))
  }
  return facts
}

/** What a cell shows; of a cell that should hold an address and shows other words, the address it leads to. */
function factText(row: SourceRow, letter: string, field: InventoryField | null): string {
  const link = field === 'url' ? row.links?.[letter] : undefined
  return (link ?? row.cells[letter] ?? '').trim()
}
