import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { readEntry, readZip } from '../../../src/engine/ooxml/zip/zip-directory.ts'

/** The texts of a sheet by cell, read by another library than the one that wrote them. */
export async function cellsOf(path: string, sheet: string): Promise<ReadonlyMap<string, string>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const cells = new Map<string, string>()
  workbook.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell((cell) => {
      cells.set(cell.address, cell.text)
    }),
  )
  return cells
}

/** Everything a Word document says, without its markup. */
export function wordsOf(path: string): string {
  const archive = readZip(readFileSync(path))
  if (!archive.ok) throw new Error(archive.error.code)
  const part = archive.value.entries.find(({ name }) => name === 'word/document.xml')
  if (part === undefined) throw new Error('The document has no main part')
  const xml = readEntry(archive.value, part)
  if (!xml.ok) throw new Error(xml.error.code)
  return xml.value
    .toString('utf8')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}
