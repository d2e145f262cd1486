import type { WorkbookProblem } from '../../../domain/inventory-table.ts'
import { err, ok, type Result } from '../../../domain/result.ts'
import { decodeTextFile } from '../../encoding/text-encoding.ts'
import { bytesPerMegabyte, packageLimits } from '../../ooxml/limits.ts'
import { looksLikeZip } from '../../ooxml/zip/zip-directory.ts'

/** What a file is by its bytes; its name decides only whether text is a table. */
export type WorkbookKind = 'package' | 'delimited-text'

const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const lockFileLength = 165

export function recognise(bytes: Buffer, name: string): Result<WorkbookKind, WorkbookProblem> {
  const base = name.split(/[\\/]/).at(-1) ?? name
  if (base.startsWith('~$') && bytes.length <= 2 * lockFileLength) return err({ code: 'file-is-lock-file' })
  if (bytes.length === 0) return err({ code: 'file-empty' })
  if (bytes.length > packageLimits.fileBytes) {
    const megabytes = Math.ceil(bytes.length / bytesPerMegabyte)
    return err({ code: 'file-too-large', megabytes, limit: packageLimits.fileBytes / bytesPerMegabyte })
  }
  if (looksLikeZip(bytes)) return ok('package')
  if (bytes.subarray(0, 8).equals(compoundFile)) return err(compoundProblem(bytes))
  const kind = kindBySignature(bytes)
  if (kind !== null) return err({ code: 'file-kind-not-read', kind })
  return recogniseText(bytes, base)
}

/** Old workbooks and encrypted new ones share a container; the names of its streams tell them apart. */
function compoundProblem(bytes: Buffer): WorkbookProblem {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return { code: 'file-locked-by-password' }
  if (holds('Workbook') || holds('Book')) return { code: 'file-kind-not-read', kind: 'xls' }
  if (holds('WordDocument')) return { code: 'file-kind-not-read', kind: 'doc' }
  return { code: 'file-kind-not-read', kind: 'unknown' }
}

const signatures: readonly (readonly [kind: string, start: string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['archive', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf'],
  ['archive', 'Rar!'],
  ['sqlite', 'SQLite format 3\0'],
]

function kindBySignature(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 512)
  const known = signatures.find(([, start]) => head.startsWith(start))
  if (known !== undefined) return known[0]
  // Worksheets of Excel 2 to 4 stand alone, without a container.
  if (bytes[0] === 9 && [0, 2, 4].includes(bytes[1] ?? 1) && bytes[3] === 0) return 'xls'
  if (head.startsWith('BM') && bytes.length > 6 && bytes.readUInt32LE(2) === bytes.length) return 'image'
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|head|table)/i.test(head)) {
    const whole = bytes.toString('latin1', 0, 4_096)
    if (whole.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml-spreadsheet'
    return /^(\xef\xbb\xbf)?\s*<\?xml/.test(head) ? 'xml' : 'html'
  }
  return null
}

function recogniseText(bytes: Buffer, name: string): Result<WorkbookKind, WorkbookProblem> {
  if (decodeTextFile(bytes) === null) {
    const damaged = /\.xl[st][xm]$/i.test(name)
    return err(damaged ? { code: 'file-damaged' } : { code: 'file-kind-not-read', kind: 'unknown' })
  }
  if (/\.(csv|tsv|tab|txt)$/i.test(name)) return ok('delimited-text')
  return err({ code: 'file-kind-not-read', kind: 'text' })
}
