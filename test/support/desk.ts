import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { InputOf } from '../../src/contract/calls.ts'
import { type Client, createClient } from '../../src/contract/client.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { createEngine, type Engine } from '../../src/engine/index.ts'
import { must } from './journey.ts'
import { sampleInventory } from './patch-sample.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** An officer's desk: a program with files to open and give back. */
export interface Desk {
  readonly engine: Engine
  readonly client: Client
  readonly dataDir: string
  /** Opens a file as the open screen does. */
  readonly open: (bytes?: Buffer, name?: string, planHeadings?: 'take' | 'leave') => Promise<Plan>
  readonly make: (input?: InputOf<'deliver.make-workbook'>) => Promise<Made>
}

interface Made {
  readonly bytes: Buffer
  readonly refused: readonly (readonly [where: string, reason: string])[]
  readonly cells: readonly string[]
  readonly sheets: readonly string[]
}

export function aDesk(): Desk {
  const dataDir = temporaryFolder()
  const engine = createEngine({
    dataDir,
    now: () => new Date('2026-11-23T15:00:00.000Z'),
  })
  onTestFinished(() => engine.close())
  const client = createClient(engine.call, randomUUID)
  return {
    engine,
    client,
    dataDir,
    open: async (bytes = sampleInventory, name = 'inventory.xlsx', planHeadings) => {
      must(await client.call('start.set-name', { name: 'J. Rivera' }))
      const { fileId } = must(engine.receive({ name, bytes }))
      const found = must(await client.call('open.inspect', { fileId, choice: null }))
      const { sheet, headerRow, headerRows } = found.table
      const choice = { sheet, headerRow, headerRows, ...(planHeadings !== undefined && { planHeadings }) }
      const { table } = must(await client.call('open.inspect', { fileId, choice }))
      const columns = table.columns.map(({ letter, field }) => ({ letter, field }))
      return must(await client.call('open.import', { fileId, choice, columns })).plan
    },
    make: async (input = {}) => {
      const { file, report } = must(await client.call('deliver.make-workbook', input))
      const changed = report.comparison.changed.flatMap((part) => part.cells)
      return {
        bytes: readFileSync(engine.made(file.fileId)?.path ?? ''),
        refused: report.refused.map(({ where, reason }) => [where, reason] as const),
        cells: changed.map(({ cell, before, after }) => `${cell}: ${before} > ${after}`),
        sheets: report.addedSheets,
      }
    },
  }
}

export async function correct(
  { client }: Desk,
  dataset: Plan['datasets'][number] | undefined,
  changes: InputOf<'review.correct-inventory'>['changes'],
  reason = '',
): Promise<void> {
  must(await client.call('review.correct-inventory', { id: dataset?.id ?? '', changes, reason }))
}
