import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEntry, readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import { openWorkbook } from '../../../../src/engine/workbook/reading/open-workbook.ts'
import { inspectBytes } from '../../../../src/engine/workbook/reading/read-workbook.ts'
import {
  type CellValue,
  cellText,
  type GeneratedSheet,
  sheets,
  writeWorkbook,
  writtenHow,
} from '../../../support/generated-workbook.ts'
import { expectTableOrRefusal } from '../../../support/reading-problems.ts'

const isFull = process.env['ODAP_SUITE'] === 'full'
const mutations = isFull ? 10_000 : 300
const generated = isFull ? 2_000 : 100

const shown = (value: CellValue) =>
  typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value === 0 ? 0 : value)
const expectedCells = (workbook: readonly GeneratedSheet[]) =>
  workbook.map(({ name, cells }) => [
    name,
    cells.map(({ row, column, value }) => `${row} ${column} ${shown(value)}`),
  ])

function cellsOf(bytes: Buffer, name: string) {
  const opened = openWorkbook(bytes, name)
  if (!opened.ok) throw new Error(JSON.stringify(opened.error))
  return opened.value.grids.map((grid) => [
    grid.name,
    grid.rows.flatMap(({ row, columns, texts }) =>
      columns.map((column, index) => `${row} ${column} ${texts[index]}`),
    ),
  ])
}

describe('what is written is read', () => {
  it('however a producer writes it', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(sheets, writtenHow, (workbook, how) => {
        expect(cellsOf(writeWorkbook(workbook, how), 'a.xlsx')).toEqual(expectedCells(workbook))
      }),
      { numRuns: generated },
    )
  })

  it('by another library', { timeout: 600_000 }, async () => {
    // exceljs writes what looks like an escape as it is, so that it is one to whoever reads it.
    const text = cellText.filter((value) => !/_x[0-9a-f]{4}_/i.test(value))
    const cells = fc.array(fc.array(fc.oneof(text, fc.integer(), fc.boolean()), { maxLength: 5 }), {
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(cells, async (rows) => {
        const workbook = new exceljs.Workbook()
        const sheet = workbook.addWorksheet('Sheet 1')
        for (const [index, values] of rows.entries()) sheet.getRow(index + 1).values = values
        const expected = rows.flatMap((values, row) =>
          values.map((value, column) => ({ row: row + 1, column: column + 1, value })),
        )
        const bytes = Buffer.from(await workbook.xlsx.writeBuffer())
        expect(cellsOf(bytes, 'a.xlsx')).toEqual(expectedCells([{ name: 'Sheet 1', cells: expected }]))
      }),
      { numRuns: Math.ceil(generated / 2) },
    )
  })

  it('as delimited text of every kind', { timeout: 600_000 }, () => {
    const rows = fc.array(fc.array(fc.oneof(cellText, fc.constant('')), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 8,
    })
    const how = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      encoding: fc.constantFrom('utf8', 'utf-8-mark', 'utf16le'),
    })
    fc.assert(
      fc.property(rows, how, (values, { delimiter, lineEnd, encoding }) => {
        const header = ['First name', 'Second name', 'Third name']
        const records = [header, ...values].map((record) =>
          record.map((value) => `"${value.replaceAll('"', '""')}"`),
        )
        const text = records.map((record) => record.join(delimiter)).join(lineEnd)
        const bytes =
          encoding === 'utf8'
            ? Buffer.from(text)
            : Buffer.from(`\ufeff${text}`, encoding === 'utf16le' ? 'utf16le' : 'utf8')
        const expected = [header, ...values].flatMap((record, row) =>
          record.flatMap((value, column) => (value === '' ? [] : [`${row + 1} ${column + 1} ${value}`])),
        )
        expect(cellsOf(bytes, 'a.csv')).toEqual([['a', expected]])
      }),
      { numRuns: generated },
    )
  })
})

const fixtures = join(import.meta.dirname, '../../../fixtures/workbooks')
const originals = [
  'inventories/gretegraf/data_inventory_template.xlsx',
  'inventories/datasf/FieldDefinitionTemplate.xlsx',
  'tough/cala/inventory-table.xlsx',
  'tough/tealeg/inlineStrings.xlsx',
  'tough/rxl/deaths.xlsx',
  'tough/php/namespacenonstd.xlsx',
  'tough/poi/SimpleStrict.xlsx',
  'tough/roo/Pfand_from_windows_phone.xlsx',
  'inventories/sandiego/inventory.csv',
].map((file) => ({ name: basename(file), bytes: readFileSync(join(fixtures, file)) }))

interface Change {
  readonly place: number
  readonly kind: 'flip' | 'cut' | 'repeat' | 'insert' | 'end'
  readonly length: number
  readonly bytes: Uint8Array
}

const markup = fc
  .constantFrom(
    '<',
    '>',
    '</row>',
    '<row>',
    '<c r="XFD1048576">',
    '<!--',
    ']]>',
    '&#x0;',
    '&',
    '"',
    ' r="A0"',
    '<!DOCTYPE a>',
    't="s"',
    '-1',
    '1e999',
    '\0',
  )
  .map((text) => new Uint8Array(Buffer.from(text)))

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'end'),
  length: fc.integer({ min: 1, max: 60 }),
  bytes: fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 8 }), markup),
})

function changed(bytes: Buffer, { place, kind, length, bytes: more }: Change): Buffer {
  const at = Math.floor(place * bytes.length)
  const [front, back] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (kind) {
    case 'flip':
      return Buffer.concat([
        front,
        Buffer.from(back.subarray(0, 1).map((byte) => byte ^ (more[0] ?? 1))),
        back.subarray(1),
      ])
    case 'cut':
      return Buffer.concat([front, back.subarray(length)])
    case 'repeat':
      return Buffer.concat([front, ...Array.from({ length }, () => back.subarray(0, 40)), back])
    case 'insert':
      return Buffer.concat([front, more, back])
    case 'end':
      return front
  }
}

/** The package with changes to the content of one of its parts, properly zipped again; null for files that are none. */
function withChangedPart(bytes: Buffer, part: number, changes: readonly Change[]): Buffer | null {
  const archive = readZip(bytes)
  if (!archive.ok) return null
  const index = Math.floor(part * archive.value.entries.length)
  return writeZip(
    archive.value.entries.map((entry, place) => {
      const content = readEntry(archive.value, entry)
      if (!content.ok) throw new Error(content.error.code)
      return {
        name: entry.name,
        content: place === index ? changes.reduce(changed, content.value) : content.value,
      }
    }),
  )
}

/** Anything thrown fails the test by itself, and a hang by its time limit. */
function expectAnswer(bytes: Buffer, name: string): void {
  expectTableOrRefusal(inspectBytes(bytes, name), name)
}

describe('damaged files end in a value or a problem', () => {
  it('whatever happens to their bytes', { timeout: 1_200_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ({ name, bytes }, changes) => {
          expectAnswer(changes.reduce(changed, bytes), name)
        },
      ),
      { numRuns: mutations / 2 },
    )
  })

  it('whatever happens inside their parts', { timeout: 1_200_000 }, () => {
    const packages = originals.filter(({ name }) => !name.endsWith('.csv'))
    const part = fc.double({ min: 0, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(
        fc.constantFrom(...packages),
        part,
        fc.array(change, { minLength: 1, maxLength: 4 }),
        ({ name, bytes }, place, changes) => {
          const made = withChangedPart(bytes, place, changes)
          if (made === null) throw new Error(`${name} is no package.`)
          expectAnswer(made, name)
        },
      ),
      { numRuns: mutations / 2 },
    )
  })
})
