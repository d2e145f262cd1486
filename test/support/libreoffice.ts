import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { csvRecords } from '../../src/engine/workbook/patching/csv/csv-records.ts'

/** The command that starts LibreOffice; undefined where it is not installed. */
export const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)

/** Has LibreOffice load files and save them in another form, in one run and with a profile of its own. */
export function convert(files: readonly string[], to: string, folder: string): void {
  const profile = mkdtempSync(join(tmpdir(), 'office-profile-'))
  const parameters = [
    `-env:UserInstallation=file://${profile}`,
    '--headless',
    '--convert-to',
    to,
    '--outdir',
    folder,
  ]
  const { status, stderr } = spawnSync(office ?? '', [...parameters, ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // It names files after sheets, in the encoding of its surroundings.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  rmSync(profile, { recursive: true, force: true })
  if (status !== 0) throw new Error(stderr)
}

/** Commas, quotes around every text, UTF-8, formulas as formulas, every sheet in a file of its own. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,true,false,-1'

/**
 * Every sheet of each file as LibreOffice reads it: by file and sheet, the text or formula of every cell by its name.
 * Files it cannot open have no sheets.
 */
export function readInOffice(
  files: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'office-sheets-'))
  convert(files, everySheet, folder)
  const found = new Map(files.map((file) => [file, new Map<string, ReadonlyMap<string, string>>()]))
  const written = readdirSync(folder)
  for (const file of files) {
    const start = `${basename(file).replace(/\.[^.]*$/, '')}-`
    for (const name of written.filter((one) => one.startsWith(start))) {
      found
        .get(file)
        ?.set(name.slice(start.length, -'.csv'.length), cellsOf(readFileSync(join(folder, name))))
    }
  }
  rmSync(folder, { recursive: true })
  return found
}

function cellsOf(csv: Buffer): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  for (const [row, { fields }] of csvRecords(csv, 'utf-8', ',').entries()) {
    for (const [column, { start, end, quoted }] of fields.entries()) {
      const raw = csv.toString('utf8', start, end)
      const text = quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw
      // To LibreOffice yes and no are formulas.
      if (text !== '') cells.set(`${column + 1},${row + 1}`, text.replace(/^=(TRUE|FALSE)\(\)$/, '$1'))
    }
  }
  return cells
}
