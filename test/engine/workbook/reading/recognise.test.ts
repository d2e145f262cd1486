import { describe, expect, it } from 'vitest'
import { packageLimits } from '../../../../src/engine/ooxml/limits.ts'
import { recognise } from '../../../../src/engine/workbook/reading/recognise.ts'

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

describe('what a file is', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'a.xlsx', { code: 'file-empty' }],
    [
      'text named .xlsx',
      Buffer.from('Name,Owner\nA,B\n'),
      'a.xlsx',
      { code: 'file-kind-not-read', kind: 'text' },
    ],
    ['an old workbook', ole('Workbook'), 'a.xlsx', { code: 'file-kind-not-read', kind: 'xls' }],
    ['an encrypted workbook', ole('EncryptedPackage'), 'a.xlsx', { code: 'file-locked-by-password' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'a.xlsx', { code: 'file-kind-not-read', kind: 'pdf' }],
    ['a web page', Buffer.from('\n<html><table>'), 'a.xls', { code: 'file-kind-not-read', kind: 'html' }],
    ['a lock file', Buffer.alloc(165, 32), 'C:\\data\\~$a.xlsx', { code: 'file-is-lock-file' }],
    ['noise named .xlsx', Buffer.from([1, 2, 3, 4, 5, 6, 7, 1, 2, 3]), 'a.xlsx', { code: 'file-damaged' }],
  ])('%s is told apart', (_, bytes, name, error) => {
    expect(recognise(bytes, name)).toEqual({ ok: false, error })
  })

  it('reads text as a table only where its name says so', () => {
    for (const name of ['a.csv', 'B.TSV', 'c.txt']) {
      expect(recognise(Buffer.from('a,b'), name)).toEqual({ ok: true, value: 'delimited-text' })
    }
  })

  it('refuses more bytes than the limit', () => {
    expect(recognise(Buffer.alloc(packageLimits.fileBytes + 1), 'a.xlsx')).toEqual({
      ok: false,
      error: { code: 'file-too-large', megabytes: 51, limit: 50 },
    })
  })
})
