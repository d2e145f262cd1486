import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { guidanceCriteria } from '../../../src/domain/criteria.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import { datasetFields } from '../../../src/domain/fields/dataset-fields.ts'
import type { Field, Fields } from '../../../src/domain/fields/field.ts'
import type { AnyValue } from '../../../src/domain/fields/values.ts'
import type { PatchReport } from '../../../src/domain/write-back/workbook-changes.ts'
import { changesFor, readWorkbookSource } from '../../../src/engine/plans/workbook-to-give-back.ts'
import { readDatasets } from '../../../src/engine/store/dataset-rows.ts'
import { setFields, setOverride, setRating } from '../../../src/engine/store/edit-rows.ts'
import { begin, change } from '../../../src/engine/store/history.ts'
import { importInventory } from '../../../src/engine/store/import-inventory.ts'
import { closePlanFile, createPlanFile } from '../../../src/engine/store/open-plan-file.ts'
import { patchWorkbook } from '../../../src/engine/workbook/patching/patch-workbook.ts'
import { inspectBytes, readTableBytes } from '../../../src/engine/workbook/reading/read-workbook.ts'
import { someone } from '../../support/plan-file.ts'
import type { RandomNumbers } from '../../support/random-numbers.ts'

/** What a round came to: the workbook given back, and which rows people decided something of. */
export interface Round {
  readonly bytes: Buffer
  readonly report: PatchReport
  /** By `Inventory!5`, the headings of the plan's columns in which people decided something. */
  readonly decided: ReadonlyMap<string, ReadonlySet<string>>
  /** Whether a person said that columns which only look like a plan's are one's. */
  readonly isTold: boolean
  readonly headerRow: number
  readonly datasets: number
  readonly columns: number
}

/** Opens a workbook as a plan, decides some things of some of its datasets and gives it back; null where nothing can be opened. */
export function oneRound(bytes: Buffer, random: RandomNumbers, folder: string, name: string): Round | null {
  const inspected = inspectBytes(bytes, 'inventory.xlsx')
  if (!inspected.ok) return null
  const { sheet, headerRow, headerRows, columns } = inspected.value.table
  const planHeadings = random.oneOf(['take', 'leave', null] as const)
  const choice = { sheet, headerRow, headerRows, ...(planHeadings !== null && { planHeadings }) }
  const content = readTableBytes(bytes, 'inventory.xlsx', choice)
  if (!content.ok) return null
  const created = createPlanFile(join(folder, `${name}.odap`))
  if (!created.ok) throw new Error(created.error.code)
  const { db } = created.value
  try {
    let made = 0
    const beginning = begin(db, { ...someone, call: 'open.import' })
    const inventory = importInventory(db, {
      planId: name,
      isSample: false,
      fileName: 'inventory.xlsx',
      format: 'xlsx',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...someone,
      content: content.value,
      fields: content.value.table.columns.map(({ letter, field }) => ({ letter, field })),
      frequencies: [],
      newId: () => `id-${++made}`,
    })
    for (const _ of inventory);
    beginning.keep()
    const decided = decideSome(db, random)
    const source = readWorkbookSource(db, null)
    if (!source.ok) throw new Error(source.error.code)
    const changesSheet = random.oneOf(['add', 'leave-out'] as const)
    const changes = changesFor(db, source.value, {
      changesSheet,
      columns: random.oneOf(['main', 'everything']),
    })
    const patched = patchWorkbook(bytes, changes, { loaded: source.value.loaded })
    if (!patched.ok) throw new Error(`${patched.error.code}: ${JSON.stringify(patched.error)}`)
    return {
      bytes: Buffer.from(patched.value.bytes),
      report: patched.value.report,
      decided,
      isTold: planHeadings === 'take',
      headerRow,
      datasets: content.value.table.datasets,
      columns: columns.length,
    }
  } finally {
    closePlanFile(created.value)
  }
}

const parts = ['review', 'identification', 'openness', 'commitment'] as const

function decideSome(db: Database, random: RandomNumbers): Round['decided'] {
  const decided = new Map<string, ReadonlySet<string>>()
  // Every third plan decides nothing.
  const few = random.below(3) === 0 ? [] : random.someOf(readDatasets(db), 0.6)
  for (const dataset of few) {
    const headings = new Set<string>()
    change(db, { ...someone, call: 'review.set' }, () => decide(db, dataset, random, headings))
    if (dataset.source !== null) decided.set(`${dataset.source.sheet}!${dataset.source.row}`, headings)
  }
  return decided
}

function decide(db: Database, { id }: Dataset, random: RandomNumbers, headings: Set<string>): void {
  const part = random.oneOf(parts)
  const fields: Fields = datasetFields[part]
  // The same few again and again: what stands in a wrong place has to meet what stands there.
  const entries = Object.entries(fields)
  const [name, field] = random.oneOf(random.chance(0.7) ? entries.slice(0, 1) : entries)
  setFields(db, [id], part, { [name]: valueFor(field, random) })
  const said = [field.column?.header ?? '']
  if (random.chance(0.2)) {
    setFields(db, [id], 'identification', { access: 'public' })
    said.push('Plan: Access')
  }
  if (said.includes('Plan: Access'))
    said.push('Plan: Legal basis', 'Plan: Release route', 'Plan: Tier reason')
  if (random.chance(0.2)) {
    const { id: criterion, name: called } = random.oneOf(guidanceCriteria)
    const value = random.oneOf([0, 1, 2, 3, null] as const)
    setRating(db, id, criterion, { value, reason: random.oneOf(['', 'Asked for']) })
    said.push(`Plan: Rating: ${called}`, `Plan: Reason: ${called}`)
  }
  if (random.chance(0.1)) {
    setOverride(db, id, { tier: random.oneOf(['now', 'later']), reason: 'Promised', ...someone })
    said.push('Plan: Tier reason')
  }
  for (const heading of said) headings.add(heading)
}

function valueFor(field: Field, random: RandomNumbers): AnyValue {
  switch (field.kind) {
    case 'one-of':
      return random.oneOf(field.choices)
    case 'several-of':
      return random.someOf(field.choices, 0.3)
    case 'date':
      return random.oneOf(['2027-01-15', '2026-12-31', ''])
    default:
      return random.oneOf(['Bo', 'A. Stone & Co', '=1+1', '', ' two\nlines '])
  }
}
