import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/index.ts'
import { newFaults } from '../support/excel-rules.ts'
import { takeJourney } from '../support/journey.ts'
import { sampleInventory } from '../support/patch-sample.ts'

/** What a person would open the files with, as far as this machine has it. */
const office = ['soffice', 'libreoffice'].find((name) => answers(name, ['--version']))
const hasPoppler = answers('pdftotext', ['-v'])
const python = ['/usr/bin/python3', 'python3'].find((name) => answers(name, ['-c', 'import openpyxl, docx']))

function answers(program: string, parameters: readonly string[]): boolean {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0
}

const folder = mkdtempSync(join(tmpdir(), 'odap-deliverables-'))
const workbook = join(folder, 'workbook.xlsx')
const document = join(folder, 'plan.docx')

beforeAll(async () => {
  const engine = createEngine({ dataDir: join(folder, 'data') })
  const journey = await takeJourney(engine.call)
  copyFileSync(engine.made(journey.workbook.fileId)?.path ?? '', workbook)
  copyFileSync(engine.made(journey.document.fileId)?.path ?? '', document)
  await engine.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The text of a file's pages with every run of spaces and line ends made one space: where a line breaks is the font's affair. */
function asPdfText(path: string): string {
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  execFileSync(office ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
    stdio: 'ignore',
    timeout: 110_000,
    killSignal: 'SIGKILL',
  })
  const text = execFileSync('pdftotext', ['-raw', path.replace(/\.\w+$/, '.pdf'), '-'], { encoding: 'utf8' })
  return text.replace(/\s+/g, ' ')
}

test('Excel finds nothing wrong with the workbook', () => {
  expect(newFaults(sampleInventory, readFileSync(workbook))).toEqual([])
})

const reason = 'skipped: LibreOffice and poppler are not installed'
describe.skipIf(office === undefined || !hasPoppler)(`in LibreOffice (or ${reason})`, () => {
  test('the Word plan becomes pages with its sections, dates and reasons', { timeout: 120_000 }, () => {
    const text = asPdfText(document)
    for (const words of [
      'Office of Made-Up Affairs',
      'What will be published, in order',
      'June 30, 2027',
      'Request log of 2026',
      'Promised to the legislature',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toMatch(/Page 2 of \d+/)
    expect(text).not.toMatch(/undefined|\[object|Error!/)
  })

  test('the workbook opens with the plan’s columns and the new dataset', { timeout: 120_000 }, () => {
    const text = asPdfText(workbook)
    expect(text).toContain('Wait times by office')
    expect(readdirSync(folder)).toContain('workbook.pdf')
  })
})

test.skipIf(python === undefined)('openpyxl and python-docx read both (or skipped: not installed)', () => {
  const script = `
import sys, openpyxl, docx
sheet = openpyxl.load_workbook(sys.argv[1])['Inventory']
print([cell.value for cell in sheet[6] if str(cell.value).startswith('Plan: ')])
print([p.text for p in docx.Document(sys.argv[2]).paragraphs if p.style.name == 'Heading 1'])
`
  const [columns, headings] = execFileSync(python ?? '', ['-c', script, workbook, document], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
  expect(columns).toContain('Plan: Availability')
  expect(headings).toContain('Summary')
})
