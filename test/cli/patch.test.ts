import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { newFaults } from '../support/excel-rules.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { withPart } from '../support/with-part.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sample = join(root, 'assets', 'sample-inventory.xlsx')
const command = join(root, 'out', 'cli', 'odap.js')

function patch(folder: string, changes: unknown, original = sample, flags: readonly string[] = []) {
  const file = join(folder, 'changes.json')
  const out = join(folder, 'updated.xlsx')
  writeFileSync(file, typeof changes === 'string' ? changes : JSON.stringify(changes))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'patch', original, file, '--out', out, ...flags],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr, out }
}

const changes = {
  cells: [{ sheet: 'Inventory', cell: 'B7', value: 'Edited' }],
  columns: [
    { sheet: 'Inventory', after: 'S', header: 'Looked at', values: { 7: true, 8: { date: '2026-05-01' } } },
    { sheet: 'Inventory', after: 'S', header: 'By', values: { 9: 'M. Chen' } },
  ],
  rows: [{ sheet: 'Inventory', after: 69, values: { A: 'N-1', B: 'New' } }],
}

describe('odap patch', () => {
  test('writes a protected sheet only when it is told to, and an open file never', () => {
    const folder = temporaryFolder()
    const original = join(folder, 'protected.xlsx')
    writeFileSync(
      original,
      withPart(readFileSync(sample), 'xl/worksheets/sheet1.xml', (xml) =>
        xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
      ),
    )
    const one = { cells: [{ sheet: 'Inventory', cell: 'B7', value: 'Edited' }] }
    const careful = JSON.parse(patch(folder, one, original).stdout)
    expect(careful.refused).toEqual([{ where: 'Inventory!B7', reason: 'protected-sheet', value: 'Edited' }])
    const told = JSON.parse(patch(folder, one, original, ['--write-protected']).stdout)
    expect(told).toMatchObject({ refused: [], changedCells: 1 })

    writeFileSync(join(folder, '~$updated.xlsx'), '')
    const before = readFileSync(join(folder, 'updated.xlsx'))
    const refused = patch(folder, one, original)
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ code: 'target-open' })
    expect(readFileSync(join(folder, 'updated.xlsx')).equals(before)).toBe(true)
  })

  test('adds a sheet to a locked workbook only when that is what it is told', () => {
    const folder = temporaryFolder()
    const original = join(folder, 'locked.xlsx')
    const guarded = withPart(readFileSync(sample), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'),
    )
    writeFileSync(
      original,
      withPart(guarded, 'xl/workbook.xml', (xml) =>
        xml.replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
      ),
    )
    const { rows } = changes
    const reportOf = (flags: readonly string[]) => JSON.parse(patch(folder, { rows }, original, flags).stdout)
    const careful = reportOf([])
    expect(careful.addedSheets).toEqual([])
    expect(careful.refused).toContainEqual({
      where: 'Plan additions',
      reason: 'structure-locked',
      value: '',
    })
    expect(reportOf(['--add-to-locked']).addedSheets).toEqual(['Plan additions'])
    // What may be written on the protected sheet needs no sheet of its own.
    expect(reportOf(['--write-protected'])).toMatchObject({
      addedSheets: [],
      addedRows: [{ sheet: 'Inventory', row: 70 }],
      refused: [],
    })
  })

  test('writes cells, columns and rows, and answers with what is the same and what is not', () => {
    const { status, stdout, stderr, out } = patch(temporaryFolder(), changes)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({
      changedCells: 1,
      addedColumns: [
        { header: 'Looked at', letter: 'T' },
        { header: 'By', letter: 'U' },
      ],
      addedRows: [{ sheet: 'Inventory', row: 70 }],
      refused: [],
      comparison: { added: [], removed: [] },
    })
    expect(report.comparison.changed.map(({ part }: { part: string }) => part)).toEqual([
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/styles.xml',
    ])
    expect(report.comparison.changed[0].cells).toContainEqual({
      sheet: 'Inventory',
      cell: 'T8',
      before: '',
      after: '2026-05-01',
    })
    expect(newFaults(readFileSync(sample), readFileSync(out))).toEqual([])
    const compared = execFileSync(process.execPath, [command, 'compare', sample, out, '--json'])
    expect(JSON.parse(compared.toString())).toEqual(report.comparison)
  })

  test('finds its columns again and does not repeat them', () => {
    const folder = temporaryFolder()
    const { columns } = changes
    const once = readFileSync(patch(folder, { columns }).out)
    const first = join(folder, 'first.xlsx')
    writeFileSync(first, once)
    const { out } = patch(folder, { columns }, first)
    expect(readFileSync(out).equals(once)).toBe(true)
  })

  test('without changes hands over the identical file', () => {
    const { status, out } = patch(temporaryFolder(), {})
    expect(status).toBe(0)
    expect(readFileSync(out).equals(readFileSync(sample))).toBe(true)
  })

  const inCell = (cell: string, value: unknown, sheet = 'Inventory') => ({ cells: [{ sheet, cell, value }] })
  const inColumn = (more: object) => {
    return { columns: [{ sheet: 'Inventory', after: 'S', header: 'H', values: { 7: 1 }, ...more }] }
  }
  const inRow = (more: object) => ({ rows: [{ sheet: 'Inventory', after: 69, values: { A: 1 }, ...more }] })

  test.each([
    ['what is no JSON', '{', 'is not JSON'],
    ['an empty file', '', 'is not JSON'],
    ['a list', [], 'expected object'],
    ['an unknown key', { cell: [] }, 'cell'],
    ['a key that does not belong there', inRow({ header: 'x' }), 'rows.0'],
    ['a cell that is none', inCell('7B', 1), 'cells.0.cell: A cell is named as in Excel'],
    ['a cell beyond the last column', inCell('XFE1', 1), 'cells.0.cell'],
    ['a cell beyond the last row', inCell('A1048577', 1), 'The last row of a sheet is 1048576'],
    ['a cell without a sheet', inCell('A1', 1, ''), 'A sheet has a name'],
    [
      'a cell twice',
      { cells: [...inCell('A7', 1).cells, ...inCell('A7', 2).cells] },
      'A cell is there twice',
    ],
    ['a day that is none', inCell('B7', { date: '2026-02-30' }), 'cells.0'],
    ['a value of another kind', inCell('B7', { formula: '=1' }), 'cells.0.value'],
    ['a number beyond all', '{"cells":[{"sheet":"I","cell":"A7","value":1e999}]}', 'cells.0.value'],
    ['a column without a heading', inColumn({ header: '' }), 'A column has a heading'],
    ['a heading that is too long', inColumn({ header: 'x'.repeat(256) }), 'at most 255 characters'],
    [
      'a heading twice',
      { columns: [...inColumn({}).columns, ...inColumn({ header: 'h' }).columns] },
      'A heading is there twice',
    ],
    ['a column behind one that is none', inColumn({ after: 'XFE' }), 'columns.0.after'],
    ['a column with a value beyond the last row', inColumn({ values: { 1048577: 1 } }), 'columns.0.values'],
    ['a row without values', inRow({ values: {} }), 'A row has values'],
    ['a row below none', inRow({ after: 0 }), 'rows.0.after'],
    ['a row below the last there can be', inRow({ after: 1_048_576 }), 'rows.0.after'],
    ['a row with a value beyond the last column', inRow({ values: { XFE: 1 } }), 'rows.0.values'],
  ])('refuses %s in words and writes nothing', (_, wrong, words) => {
    const { status, stdout, stderr, out } = patch(temporaryFolder(), wrong)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
    expect(existsSync(out)).toBe(false)
  })

  test('takes the changes as a Windows editor saves them, with a mark in front', () => {
    const { status, stdout } = patch(temporaryFolder(), `\ufeff${JSON.stringify(inCell('B7', 'Edited'))}`)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ changedCells: 1, refused: [] })
  })

  test('says what it could not write where it belongs, and where it went instead', () => {
    const { status, stdout } = patch(temporaryFolder(), {
      cells: [
        ...inCell('B7', 'y', 'Nowhere').cells,
        ...inCell('C1', 'x').cells,
        ...inCell('B8', 'z'.repeat(32_768)).cells,
      ],
      rows: [{ sheet: 'Inventory', after: 20, values: { A: 'in the middle' } }],
    })
    expect(status).toBe(0)
    const report = JSON.parse(stdout)
    expect(report.addedSheets).toEqual(['Plan additions'])
    expect(
      report.refused.map(({ where, reason }: Record<string, string>) => `${where} ${reason}`).sort(),
    ).toEqual([
      'Inventory!A21 no-room-below-table',
      'Inventory!B8 text-too-long',
      'Inventory!C1 inside-merge',
      'Nowhere!B7 sheet-not-found',
    ])
  })

  test.each([
    ['a workbook that is not there', join('nowhere', 'inventory.xlsx')],
    ['a folder', 'assets'],
  ])('does not read %s', (_, original) => {
    const { status, stdout, out } = patch(temporaryFolder(), {}, join(root, original))
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ code: 'file-not-readable' })
    expect(existsSync(out)).toBe(false)
  })

  test('writes nothing from a file that is no workbook', () => {
    const folder = temporaryFolder()
    const broken = join(folder, 'broken.xlsx')
    writeFileSync(broken, 'PK\u0003\u0004 and then nothing')
    const { status, stdout, out } = patch(folder, changes, broken)
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ code: 'file-damaged' })
    expect(existsSync(out)).toBe(false)
  })

  test('never writes over the original, and shows the usage when words are missing', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'changes.json')
    writeFileSync(file, '{}')
    const over = spawnSync(process.execPath, [command, 'patch', sample, file, '--out', sample])
    expect(over.status).toBe(2)
    const missing = spawnSync(process.execPath, [command, 'patch', sample, file], { encoding: 'utf8' })
    expect(missing.status).toBe(2)
    expect(missing.stderr).toContain('odap patch FILE CHANGES --out FILE')
  })
})
