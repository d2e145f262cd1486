import { describe, expect, it } from 'vitest'
import { readZip, type ZipArchive } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { documentKind } from '../../../../src/engine/workbook/package/document-kind.ts'
import { readPackage } from '../../../../src/engine/workbook/package/package.ts'
import { makeWorkbook } from '../../../support/make-workbook.ts'
import { zipByBytes } from '../../../support/zip-by-bytes.ts'

function opened(parts: Readonly<Record<string, string>>, method = 8): ZipArchive {
  const entries = Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text), method }))
  const archive = readZip(zipByBytes(entries))
  if (!archive.ok) throw new Error(archive.error.code)
  return archive.value
}

describe('what a package is', () => {
  it.each([
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', { format: 'xlsx' }],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', { format: 'xltx' }],
    ['application/vnd.ms-excel.sheet.macroenabled.main+xml', { format: 'xlsm' }],
    ['application/vnd.ms-excel.template.macroenabled.main+xml', { format: 'xltm' }],
    ['application/vnd.ms-excel.sheet.binary.macroenabled.main', { refused: 'xlsb' }],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', { refused: 'word' }],
    ['application/vnd.ms-word.document.macroenabled.main+xml', { refused: 'word' }],
    [
      'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
      { refused: 'powerpoint' },
    ],
    ['application/vnd.ms-powerpoint.presentation.macroenabled.main+xml', { refused: 'powerpoint' }],
    ['application/xml', null],
    ['', null],
  ])('is told by the type of its main part: %s', (type, kind) => {
    expect(documentKind(type)).toEqual(kind)
  })

  const problemOf = (parts: Readonly<Record<string, string>>, method = 8) => {
    const found = readPackage(opened(parts, method))
    if (found.ok) return found.value.format
    return 'kind' in found.error ? found.error.kind : found.error.code
  }

  it.each([
    ['ods', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
    ['odt', { mimetype: 'application/vnd.oasis.opendocument.text' }],
    ['zip', { mimetype: 'text/plain' }],
    ['ods', { 'content.xml': '', 'META-INF/manifest.xml': '' }],
    ['zip', { 'content.xml': '' }],
    ['zip', { 'META-INF/manifest.xml': '' }],
    ['numbers', { 'Index/Document.iwa': '' }],
    ['zip', { 'a.txt': '' }],
    ['file-damaged', { 'xl/styles.xml': '' }],
    ['file-damaged', { 'XL\\styles.xml': '' }],
    ['zip', { 'axl/styles.xml': '' }],
  ])('that is no workbook is %s', (kind, parts) => {
    expect(problemOf(parts, 0)).toBe(kind)
  })

  it('that is compressed says nothing of itself by a word at its start', () => {
    expect(problemOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })).toBe('zip')
  })

  it('without sheets is none, and with lost ones damaged', () => {
    const workbook = makeWorkbook({ sheets: [] })
    const archive = readZip(workbook)
    expect(archive.ok && readPackage(archive.value)).toEqual({
      ok: false,
      error: { code: 'workbook-has-no-sheets' },
    })
  })
})
