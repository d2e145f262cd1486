import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Client, createClient } from '../../../src/contract/client.ts'
import type { AppError } from '../../../src/contract/errors.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import type { Result } from '../../../src/domain/result.ts'
import { createEngine, type Engine } from '../../../src/engine/index.ts'
import { inspectBytes } from '../../../src/engine/workbook/reading/read-workbook.ts'
import { newFaults } from '../../support/excel-rules.ts'
import { takeJourney } from '../../support/journey.ts'
import { convert, office } from '../../support/libreoffice.ts'
import { pythonWithOpenpyxl } from '../../support/openpyxl/compare-cells.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function must<Value>(result: Result<Value, AppError>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function bytesOf(engine: Engine, fileId: string): Buffer {
  const made = engine.made(fileId)
  if (made === null) throw new Error('the file is gone')
  return readFileSync(made.path)
}

/** Opens a workbook as the open screen does and makes it anew. */
async function exportAgain(engine: Engine, client: Client, bytes: Buffer) {
  const { fileId } = must(engine.receive({ name: 'returned.xlsx', bytes }))
  const { table, marks } = must(await client.call('open.inspect', { fileId, choice: null }))
  const { sheet, headerRow, headerRows, columns } = table
  const imported = must(
    await client.call('open.import', {
      fileId,
      choice: { sheet, headerRow, headerRows },
      columns: columns.map(({ letter, field }) => ({ letter, field })),
    }),
  )
  const { file, report } = must(await client.call('deliver.make-workbook', {}))
  return { plan: imported.plan, marks, report, bytes: bytesOf(engine, file.fileId) }
}

async function exported() {
  const engine = createEngine({ dataDir: temporaryFolder() })
  const journey = await takeJourney(engine.call)
  const client = createClient(engine.call, randomUUID)
  return { engine, client, plan: journey.plan.plan, bytes: bytesOf(engine, journey.workbook.fileId) }
}

/** What people decided, without who set a tier by hand and when. */
function decisions({ datasets }: Plan) {
  return datasets.map(({ facts, review, identification, openness, commitment, priority }) => ({
    title: facts.title,
    availability: review.availability,
    identification,
    openness,
    ratings: priority.ratings,
    tier: priority.override?.tier ?? null,
    commitment,
  }))
}

const marksOf = (bytes: Buffer) => {
  const inspected = inspectBytes(bytes, 'x.xlsx')
  if (!inspected.ok) throw new Error(inspected.error.code)
  return inspected.value.marks.map(({ name, letter }) => `${name} ${letter}`)
}

describe('a workbook that comes back', () => {
  it('carries its decisions into a new plan, added datasets among its rows', async () => {
    const { engine, client, plan, bytes } = await exported()
    const again = await exportAgain(engine, client, bytes)
    expect(again.plan.datasets).toHaveLength(plan.datasets.length)
    expect(again.plan.datasets.every(({ source }) => source !== null)).toBe(true)
    expect(decisions(again.plan)).toEqual(decisions(plan))
    await engine.close()
  })

  it('goes out as it came, to the byte, while nothing is decided', async () => {
    const { engine, client, bytes } = await exported()
    const again = await exportAgain(engine, client, bytes)
    expect(again.bytes.equals(bytes)).toBe(true)
    await engine.close()
  })

  it('gets the cells changed of which something else was decided, and no others', async () => {
    const { engine, client, bytes } = await exported()
    const { plan } = await exportAgain(engine, client, bytes)
    const changed = plan.datasets.findLast(({ review }) => review.availability === 'not-public')
    if (changed === undefined) throw new Error('The journey says of most that they are not public')
    const changes = { availability: 'on-portal' } as const
    must(await client.call('review.set', { ids: [changed.id], changes }))
    const { file, report } = must(await client.call('deliver.make-workbook', {}))
    const after = bytesOf(engine, file.fileId)
    expect(newFaults(bytes, after)).toEqual([])
    expect(marksOf(after)).toEqual(marksOf(bytes))
    const letter = marksOf(bytes)
      .find((mark) => mark.startsWith('ODAP_availability '))
      ?.split(' ')[1]
    expect(report.comparison.changed.flatMap(({ cells }) => cells)).toEqual([
      {
        sheet: 'Inventory',
        cell: `${letter}${changed.source?.row}`,
        before: 'Not public',
        after: 'On portal',
      },
    ])
    await engine.close()
  })
})

const python = pythonWithOpenpyxl()
const missing = [python === null ? 'openpyxl' : '', office === undefined ? 'LibreOffice' : '']
  .filter((name) => name !== '')
  .join(' and ')

const edit = `
import sys, openpyxl
path, cell, text = sys.argv[1:4]
book = openpyxl.load_workbook(path)
book['Inventory'][cell] = text
book.save(path)
`

/** The workbook saved by LibreOffice, in which each of the texts given became another. */
function editedInOffice(bytes: Buffer, edits: readonly (readonly [from: string, to: string])[]): Buffer {
  const folder = temporaryFolder()
  const path = join(folder, 'edited.xlsx')
  writeFileSync(path, bytes)
  convert([path], 'fods', folder)
  const flat = join(folder, 'edited.fods')
  let text = readFileSync(flat, 'utf8')
  for (const [from, to] of edits) {
    expect(text).toContain(`<text:p>${from}</text:p>`)
    text = text.replace(`<text:p>${from}</text:p>`, `<text:p>${to}</text:p>`)
  }
  writeFileSync(flat, text)
  const saved = join(folder, 'saved')
  mkdirSync(saved)
  convert([flat], 'xlsx', saved)
  return readFileSync(join(saved, 'edited.xlsx'))
}

describe('a workbook that somebody edited and saved with another program', () => {
  it.skipIf(office === undefined)(
    `has its columns found and updated in what LibreOffice made of it${office === undefined ? ' (skipped: not installed)' : ''}`,
    { timeout: 180_000 },
    async () => {
      const { engine, client, plan, bytes } = await exported()
      // The first answer in the availability column, and the title of the first dataset.
      const title = plan.datasets[0]?.facts.title ?? ''
      const returned = editedInOffice(bytes, [
        ['On portal', 'Public report'],
        [title, 'Renamed in Calc'],
      ])
      const again = await exportAgain(engine, client, returned)
      expect(new Set(marksOf(again.bytes))).toEqual(new Set(marksOf(bytes)))
      expect(newFaults(returned, again.bytes)).toEqual([])
      expect(again.plan.datasets).toHaveLength(plan.datasets.length)
      expect(again.plan.datasets.map(({ facts }) => facts.title)).toEqual([
        'Renamed in Calc',
        ...plan.datasets.slice(1).map(({ facts }) => facts.title),
      ])
      const answers = ({ datasets }: Plan) => datasets.map(({ review }) => review.availability)
      const [was, is] = [answers(plan), answers(again.plan)]
      const changed = was.indexOf('on-portal')
      expect(is).toEqual(was.with(changed, 'public-report'))
      const third = await exportAgain(engine, client, again.bytes)
      expect(third.bytes.equals(again.bytes)).toBe(true)
      await engine.close()
    },
  )

  it.skipIf(missing !== '')(
    `has them found after openpyxl and LibreOffice had it${missing === '' ? '' : ` (skipped: ${missing} not installed)`}`,
    { timeout: 180_000 },
    async () => {
      const { engine, client, plan, bytes } = await exported()
      const folder = temporaryFolder()
      const path = join(folder, 'edited.xlsx')
      writeFileSync(path, bytes)
      const mark = marksOf(bytes).find((one) => one.startsWith('ODAP_availability '))
      const letter = mark?.split(' ')[1] ?? ''
      const [first, second] = plan.datasets.map(({ source }) => `${letter}${source?.row}`)
      for (const [cell = '', text = ''] of [
        [first, 'Public report'],
        [second, 'Sort of public'],
      ]) {
        const edited = spawnSync(python ?? '', ['-c', edit, path, cell, text], { encoding: 'utf8' })
        expect(edited.stderr).toBe('')
      }
      const saved = join(folder, 'saved')
      mkdirSync(saved)
      convert([path], 'xlsx', saved)
      const returned = readFileSync(join(saved, 'edited.xlsx'))
      const again = await exportAgain(engine, client, returned)
      expect(new Set(marksOf(again.bytes))).toEqual(new Set(marksOf(bytes)))
      expect(newFaults(returned, again.bytes)).toEqual([])
      expect(again.plan.datasets).toHaveLength(plan.datasets.length)
      expect(again.plan.datasets[0]?.review.availability).toBe('public-report')
      expect(again.plan.datasets[1]?.review.availability).toBe('not-yet-determined')
      expect(again.plan.datasets[1]?.source?.words).toEqual({ 'review.availability': 'Sort of public' })
      expect(again.plan.datasets[2]?.review.availability).toBe('on-portal')
      await engine.close()
    },
  )
})
