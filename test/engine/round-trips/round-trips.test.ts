import { randomInt } from 'node:crypto'
import excel from 'exceljs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { read, type WorkBook } from 'xlsx'
import { pythonWithOpenpyxl } from '../../support/openpyxl/compare-cells.ts'
import { isFull } from '../../support/preserved-cases.ts'
import { type RandomNumbers, randomNumbers } from '../../support/random-numbers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type Editor, exceljs, openpyxl, randomEdits, sheetJs } from './foreign-edits.ts'
import { oneRound, type Round } from './one-round.ts'

const python = pythonWithOpenpyxl()
const trips = isFull ? 2_000 : 40

async function anInventory(random: RandomNumbers): Promise<Buffer> {
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet('Inventory')
  const titled = random.chance(0.5) ? ['Agency inventory 2026'] : []
  for (const title of titled) sheet.addRow([title])
  const optional = random.someOf(['Description', 'Division', 'Format', 'Notes', 'Date added', 'Access'], 0.6)
  sheet.addRow(['Inventory ID', 'Dataset Name', ...optional])
  const rows = 3 + random.below(9)
  for (let row = 1; row <= rows; row += 1) {
    const cells = optional.map((heading) => (random.chance(0.2) ? null : `${heading} of ${row}`))
    sheet.addRow([row, `Dataset ${row}`, ...cells])
  }
  if (random.chance(0.3)) workbook.addWorksheet('Lists').addRow(['Yes', 'No'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

interface Cell {
  readonly sheet: string
  readonly cell: string
  readonly text: string
}

/** As a reader by other hands sees them. */
function cellsOf(bytes: Buffer): ReadonlyMap<string, Cell> {
  const workbook: WorkBook = read(bytes)
  return new Map(
    workbook.SheetNames.flatMap((sheet) =>
      Object.entries(workbook.Sheets[sheet] ?? {}).flatMap(([cell, content]) => {
        const text = cell.startsWith('!') ? '' : String(content.w ?? content.v ?? '')
        return text === '' ? [] : [[`${sheet}!${cell}`, { sheet, cell, text }] as const]
      }),
    ),
  )
}

/** Columns that follow from what is decided of other datasets. */
const computed = ['Plan: Priority score', 'Plan: Rank', 'Plan: Tier']

/** What differs without being told of, or without anybody having decided it, or stands under another heading. */
function lossesOf(before: Buffer, { bytes, report, decided, isTold, headerRow }: Round): readonly string[] {
  const [then, now] = [cellsOf(before), cellsOf(bytes)]
  const told = report.comparison.changed.flatMap(({ cells }) => cells)
  const places = new Set(told.map(({ sheet, cell }) => `${sheet}!${cell}`))
  const untold = [...then].flatMap(([place, { text }]) => {
    const after = now.get(place)?.text ?? ''
    return after === text || places.has(place)
      ? []
      : [`${place} said ${text} and says ${after}, which is not told`]
  })
  const undecided = told.flatMap(({ sheet, cell, before: was, after }) => {
    const [, letter = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
    const heading = then.get(`${sheet}!${letter}${headerRow}`)?.text ?? ''
    const said = decided.get(`${sheet}!${row}`)
    const isDecided = said?.has(heading) === true || (isTold && said !== undefined)
    // A column that is not there yet comes with all it says.
    const isNew = was === '' && heading === ''
    return isNew || isDecided || computed.includes(heading) || sheet !== 'Inventory'
      ? []
      : [`${cell} under “${heading}” said ${was} and says ${after}: nobody decided that`]
  })
  return [...untold, ...undecided]
}

interface Desk {
  readonly folder: string
  readonly editors: readonly Editor[]
}

async function oneTrip(seed: number, { folder, editors }: Desk) {
  const random = randomNumbers(seed)
  const first = oneRound(await anInventory(random), random, folder, `${seed}-1`)
  if (first === null) throw new Error('The inventory cannot be opened')
  const editor = random.oneOf(editors)
  const size = { headerRow: first.headerRow, rows: first.datasets, columns: first.columns + 6 }
  const edits = randomEdits(random, size)
  const before = await editor.edit(first.bytes, edits)
  const second = oneRound(before, random, folder, `${seed}-2`)
  const what = `seed ${seed}: ${editor.name}, ${JSON.stringify(edits)}`
  if (second === null) return { what, problems: [], isOpened: false }
  const isSame = second.decided.size > 0 || second.bytes.equals(before)
  const problems = [
    ...lossesOf(before, second),
    ...(isSame ? [] : ['nothing was decided, and the bytes differ']),
  ]
  return { what, problems, isOpened: true }
}

describe('a workbook between two plans, edited by other programs', () => {
  test(
    `loses nothing that is not told, in ${trips} round trips`,
    async () => {
      const folder = temporaryFolder()
      const editors = [exceljs, sheetJs, ...(python === null ? [] : [openpyxl(python, folder)])]
      onTestFinished(() => {
        for (const { end } of editors) end()
      })
      const start = Number(process.env['ODAP_SEED'] ?? randomInt(1_000_000_000))
      const bad: string[] = []
      let opened = 0
      for (let trip = 0; trip < trips; trip += 1) {
        const { what, problems, isOpened } = await oneTrip(start + trip, { folder, editors })
        if (isOpened) opened += 1
        if (problems.length > 0) bad.push(`${what}\n  ${problems.slice(0, 3).join('\n  ')}`)
      }
      process.stdout.write(
        `${trips} round trips from seed ${start}, ${opened} opened again, ${bad.length} with a loss\n`,
      )
      expect(bad.slice(0, 5)).toEqual([])
      expect(opened).toBeGreaterThan(trips * 0.8)
    },
    isFull ? 3_600_000 : 300_000,
  )
})
