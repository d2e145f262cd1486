import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columnNumber } from '../../../../src/domain/table/sheet-grid.ts'
import { readRelationships } from '../../../../src/engine/ooxml/parts/relationships.ts'
import { patchWorkbook } from '../../../../src/engine/workbook/patching/patch-workbook.ts'
import { loadWorkbook } from '../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { office, readInOffice } from '../../../support/libreoffice.ts'
import { pythonWithOpenpyxl } from '../../../support/openpyxl/compare-cells.ts'
import { isFull, preservedCases, writtenTexts } from '../../../support/preserved-cases.ts'

interface Pair {
  readonly file: string
  readonly original: string
  readonly updated: string
  readonly sheet: string
  readonly written: Readonly<Record<string, string>>
  /** Sheets with a pivot table on them. */
  readonly pivots: readonly string[]
}

const folder = mkdtempSync(join(tmpdir(), 'preserved-'))
const pairs: Pair[] = []
const python = pythonWithOpenpyxl()

beforeAll(() => {
  for (const [index, { file, original, changes }] of preservedCases.entries()) {
    const result = patchWorkbook(original, changes)
    if (!result.ok) continue
    const path = (kind: string) => join(folder, `${index}-${kind}${extname(file)}`)
    writeFileSync(path('before'), original)
    writeFileSync(path('after'), result.value.bytes)
    const sheet = changes.tables[0]?.sheet ?? ''
    const written = writtenTexts(result.value, changes)
    const pivots = pivotSheets(original)
    pairs.push({ file, original: path('before'), updated: path('after'), sheet, written, pivots })
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('another reader sees every edit and no other difference', () => {
  it.skipIf(python === null)(
    `openpyxl${python === null ? ' (skipped: it is not installed)' : ''}`,
    { timeout: 600_000 },
    () => {
      const list = join(folder, 'pairs.json')
      writeFileSync(list, JSON.stringify(pairs))
      const script = join(import.meta.dirname, '../../../support/openpyxl/compare-updated.py')
      const { status, stdout, stderr } = spawnSync(python ?? '', [script, list], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      expect(status, stderr).toBe(0)
      const { compared, differences } = JSON.parse(stdout)
      expect(differences).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(isFull ? 50 : 8)
    },
  )

  it.skipIf(office === undefined)(
    `LibreOffice${office === undefined ? ' (skipped: it is not installed)' : ''}`,
    { timeout: 1_200_000 },
    () => {
      const read = readInOffice(pairs.flatMap(({ original, updated }) => [original, updated]))
      let compared = 0
      const found: string[] = []
      for (const pair of pairs) {
        const [before, after] = [read.get(pair.original), read.get(pair.updated)]
        if (before === undefined || before.size === 0) continue
        compared += 1
        expect([...(after?.keys() ?? [])], pair.file).toEqual(expect.arrayContaining([...before.keys()]))
        for (const [sheet, cells] of before) {
          // LibreOffice works out pivot tables anew when it opens a workbook.
          if (pair.pivots.includes(sheet)) continue
          const differing = differences(
            cells,
            after?.get(sheet) ?? new Map(),
            sheet === pair.sheet ? pair : null,
          )
          found.push(...differing.map((one) => `${pair.file} ${sheet} ${one}`))
        }
      }
      expect(found).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(isFull ? 50 : 8)
    },
  )
})

function pivotSheets(bytes: Buffer): readonly string[] {
  const loaded = loadWorkbook(bytes)
  if (!loaded.ok) return []
  const { archive, package: workbook } = loaded.value
  const holdsPivot = ({ entry }: (typeof workbook.sheets)[number]) => {
    const relationships = readRelationships(archive, entry)
    return relationships.ok && relationships.value.some(({ type }) => type === 'pivotTable')
  }
  return workbook.sheets.filter(holdsPivot).map(({ name }) => name)
}

/** Cells that do not say what they should: as before, or as written where they were. */
function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  pair: Pair | null,
): readonly string[] {
  const written = new Map(
    Object.entries(pair?.written ?? {}).map(([cell, text]) => {
      return [`${columnNumber(cell.replace(/\d/g, ''))},${cell.replace(/\D/g, '')}`, text]
    }),
  )
  const places = new Set([...before.keys(), ...after.keys(), ...written.keys()])
  return [...places].flatMap((place) => {
    const is = after.get(place) ?? ''
    const wanted = written.get(place)
    const isRight = wanted === undefined ? is === (before.get(place) ?? '') : says(is, wanted)
    return isRight ? [] : [`${place}: ${wanted ?? before.get(place)} is ${is}`]
  })
}

/** A day is shown the way its cell's format wants: its year is what can be asked for. */
function says(shown: string, written: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(written) ? shown.includes(written.slice(2, 4)) : shown === written
}
