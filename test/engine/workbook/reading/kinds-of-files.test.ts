import { expect, it } from 'vitest'
import { loadIfWorkbook } from '../../../../src/engine/workbook/reading/loaded-workbook.ts'
import { recognise } from '../../../../src/engine/workbook/reading/recognise.ts'
import { guardsOf } from '../../../../src/engine/workbook/reading/workbook-guards.ts'
import { makeWorkbook, rowsXml } from '../../../support/make-workbook.ts'

const bytes = (start: string, more = '') => Buffer.from(start + more, 'latin1')
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])
const kindOf = (file: Buffer, name = 'a.xlsx') => {
  const result = recognise(file, name)
  if (result.ok) return result.value
  return 'kind' in result.error ? result.error.kind : result.error.code
}
const bitmap = bytes('BM\x0a\0\0\0\0\0\0\0')

it.each([
  ['pdf', bytes('%PDF-')],
  ['rtf', bytes('{\\rtf1')],
  ['image', bytes('\x89PNG\r\n')],
  ['image', bytes('\xff\xd8\xff\xe0')],
  ['image', bytes('GIF89a')],
  ['image', bitmap],
  ['archive', bytes('\x1f\x8b\x08')],
  ['archive', bytes('7z\xbc\xaf\x27')],
  ['archive', bytes('Rar!\x1a')],
  ['sqlite', bytes('SQLite format 3\0')],
  ['xls', bytes('\x09\0\x04\0\x02\0\x10\0')],
  ['xls', bytes('\x09\x02\x06\0\0\0\x10\0')],
  ['xls', bytes('\x09\x04\x06\0\0\0\x10\0')],
  ['xls', compound('Workbook')],
  ['xls', compound('Book')],
  ['doc', compound('WordDocument')],
  ['unknown', compound('PowerPoint Document')],
  ['file-locked-by-password', compound('EncryptedPackage')],
  ['html', bytes('<html>')],
  ['html', bytes('\xef\xbb\xbf \n<TABLE>')],
  ['html', bytes('<!DOCTYPE html>')],
  ['html', bytes('<head>')],
  ['xml', bytes('<?xml version="1.0"?><a/>')],
  ['xml', bytes('\xef\xbb\xbf<?xml version="1.0"?><a/>')],
  [
    'xml-spreadsheet',
    bytes('<?xml version="1.0"?>', '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
  ],
  ['package', bytes('PK\x03\x04')],
  ['text', bytes('<paragraph>')],
  ['text', bytes('x<html>')],
  ['text', bytes('BM is short')],
  ['text', bytes('x%PDF-')],
  ['file-empty', bytes('')],
])('a file of the kind %s is known by its bytes', (kind, file) => {
  expect(kindOf(file)).toBe(kind)
})

it.each([
  ['a.csv', 'delimited-text'],
  ['A.TXT', 'delimited-text'],
  ['a.tab', 'delimited-text'],
  ['a.tsv', 'delimited-text'],
  ['a.csv.bak', 'text'],
  ['csv', 'text'],
])('text by the name of %s is %s', (name, kind) => {
  expect(kindOf(Buffer.from('a,b'), name)).toBe(kind)
})

it.each([
  ['a.xlsx', 'file-damaged'],
  ['a.XLSM', 'file-damaged'],
  ['a.xltx', 'file-damaged'],
  ['a.xltm', 'file-damaged'],
  ['a.xls', 'unknown'],
  ['a.xlsx.bin', 'unknown'],
  ['a.csv', 'unknown'],
])('noise by the name of %s is %s', (name, kind) => {
  expect(kindOf(Buffer.from([1, 2, 3, 4, 5, 6, 7, 1, 2, 3]), name)).toBe(kind)
})

it.each([
  ['~$a.xlsx', 330, 'file-is-lock-file'],
  ['~$a.xlsx', 331, 'file-damaged'],
  ['folder/~$a.xlsx', 165, 'file-is-lock-file'],
  ['folder\\~$a.xlsx', 0, 'file-is-lock-file'],
  ['~$folder/a.xlsx', 165, 'file-damaged'],
  ['a~$.xlsx', 165, 'file-damaged'],
])('%s of %d bytes is %s', (name, length, kind) => {
  expect(kindOf(Buffer.alloc(length, 1), name)).toBe(kind)
})

it('a workbook says of itself what is not to be written into', () => {
  const names =
    '<definedNames><definedName name="ODAP_tier" hidden="1">Open!$C$1</definedName>' +
    '<definedName name="ODAP_rank" hidden="1">Open!$A$1</definedName>' +
    '<definedName name="Other">Open!$A$1</definedName></definedNames>'
  const guards = guardsOf(
    loadIfWorkbook(
      makeWorkbook({
        sheets: [
          { name: 'Open', xml: rowsXml([['a', 'b', 'Plan: Tier']]) },
          { name: 'Locked', xml: `${rowsXml([['a']])}<sheetProtection sheet="1"/>` },
          { name: 'Plan changes', xml: rowsXml([['a']]) },
        ],
        properties: '<workbookProtection lockStructure="1"/>',
        names,
      }),
    ),
  )
  expect(guards.marks.map(({ name }) => name)).toEqual(['ODAP_tier'])
  expect(guards.named.map(({ name }) => name)).toEqual(['ODAP_tier', 'ODAP_rank'])
  expect(['Open', 'Locked', 'None'].map(guards.isProtected)).toEqual([false, true, false])
  expect(guards.structureLocked).toBe(true)
  expect(guards.hasChangesSheet).toBe(true)
})

it.each([
  ['a text file', Buffer.from('a,b\n')],
  ['a file that cannot be read', Buffer.from('PK\u0003\u0004')],
  ['a plain workbook', makeWorkbook({ sheets: [{ name: 'S', xml: rowsXml([['a']]) }] })],
])('%s guards nothing', (_, file) => {
  const guards = guardsOf(loadIfWorkbook(file))
  expect(guards).toMatchObject({ marks: [], structureLocked: false, hasChangesSheet: false })
  expect(guards.isProtected('S')).toBe(false)
})
