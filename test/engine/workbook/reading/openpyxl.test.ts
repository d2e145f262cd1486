import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type CellDifference,
  compareWithOpenpyxl,
  type DifferenceKind,
  pythonWithOpenpyxl,
} from '../../../support/openpyxl/compare-cells.ts'

interface Explanation {
  readonly file: string
  readonly kind: DifferenceKind
  readonly why: string
  /** `Sheet!A1`; `Sheet!` for a whole sheet and `!` for a whole file. */
  readonly cells: readonly string[]
}

const projectRoot = join(import.meta.dirname, '../../../..')
const workbooks = resolve(process.env['ODAP_WORKBOOKS'] ?? join(projectRoot, '../shared/workbooks'))
const fixtures = join(projectRoot, 'test/fixtures/workbooks')
const root = existsSync(workbooks) ? workbooks : fixtures
const python = pythonWithOpenpyxl()

const explanations: readonly Explanation[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../support/openpyxl/explained-differences.json'), 'utf8'),
)

const key = ({ file, kind }: { readonly file: string; readonly kind: string }, cell: string) =>
  `${file} ${kind} ${cell}`
const keyOf = (difference: CellDifference) => key(difference, `${difference.sheet}!${difference.cell}`)

describe('the cells of real workbooks', () => {
  it.skipIf(python === null)(
    python === null
      ? 'agree with openpyxl (skipped: no Python with openpyxl; Debian has it as python3-openpyxl)'
      : 'agree with openpyxl but for the differences that are explained',
    { timeout: 900_000 },
    () => {
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.xl[st][xm]$/i.test(file))
        .sort()
        .map((file) => join(root, file))
      const { compared, cells, differences } = compareWithOpenpyxl(python ?? '', files, root)
      const explained = new Set(
        explanations.flatMap((explanation) => explanation.cells.map((cell) => key(explanation, cell))),
      )
      expect(differences.filter((difference) => !explained.has(keyOf(difference)))).toEqual([])

      const met = new Set(differences.map(keyOf))
      const there = new Set(files.map((file) => file.slice(root.length + 1)))
      const outdated = explanations
        .filter(({ file }) => there.has(file))
        .flatMap((explanation) => explanation.cells.map((cell) => key(explanation, cell)))
        .filter((cell) => !met.has(cell))
      expect(outdated).toEqual([])
      expect(compared).toBeGreaterThan(10)
      expect(cells).toBeGreaterThan(1_000)
    },
  )
})
