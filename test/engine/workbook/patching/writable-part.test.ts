import { expect, it } from 'vitest'
import { readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { editedBytes, readWritablePart } from '../../../../src/engine/workbook/patching/writable-part.ts'
import { zipByBytes } from '../../../support/zip-by-bytes.ts'

function read(content: Buffer, damage: (zip: Buffer) => void = () => undefined) {
  const zip = zipByBytes([{ name: 'xl/a.xml', content, method: 0 }])
  damage(zip)
  const archive = readZip(zip)
  if (!archive.ok) throw new Error(archive.error.code)
  const [entry] = archive.value.entries
  if (entry === undefined) throw new Error('no part')
  return readWritablePart(archive.value, entry)
}

const declared = (encoding: string, text: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`

it.each([
  ['UTF-8', Buffer.from('<a>é</a>')],
  ['UTF-16', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
  ['ISO 8859-1', Buffer.from(declared('ISO-8859-1', 'é'), 'latin1')],
])('a part in %s is edited as text and comes back in its own encoding', (_, content) => {
  const part = read(content)
  if (!part.ok) throw new Error(part.error.code)
  expect(part.value.root.local).toBe('a')
  expect(editedBytes(part.value, [])).toEqual(content)
  const { closeStart } = part.value.root
  const longer = editedBytes(part.value, [{ start: closeStart, end: closeStart, text: 'ü' }])
  expect(longer.length).toBeGreaterThan(content.length)
  expect(longer.subarray(0, 4)).toEqual(content.subarray(0, 4))
})

it.each([
  [
    'bytes that are no text in its encoding',
    Buffer.from('\ufeff<a/>\ud800', 'utf16le'),
    'encoding of xl/a.xml',
  ],
  ['an encoding that nobody writes', Buffer.from(declared('koi8-r', '')), 'encoding of xl/a.xml'],
  ['tags that do not match', Buffer.from('<a>'), 'xl/a.xml'],
])('a part with %s is not written', (_, content, what) => {
  expect(read(content)).toEqual({ ok: false, error: { code: 'workbook-dialect-not-written', what } })
})

it('a part whose bytes are not what its checksum says is damaged', () => {
  const damage = (zip: Buffer) => zip.fill('b', zip.indexOf('<a>') + 1, zip.indexOf('<a>') + 2)
  expect(read(Buffer.from('<a>text</a>'), damage)).toEqual({ ok: false, error: { code: 'file-damaged' } })
})
