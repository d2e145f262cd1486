import { describe, expect, it } from 'vitest'
import { readZip } from '../../../../src/engine/ooxml/zip/zip-directory.ts'
import { writeZip } from '../../../../src/engine/ooxml/zip/zip-writer.ts'
import {
  findSharedStrings,
  readSharedStrings,
} from '../../../../src/engine/workbook/package/shared-strings.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const items: readonly (readonly [string, string])[] = [
  ['<si><t>Permits</t></si>', 'Permits'],
  ['<si><t></t></si>', ''],
  ['<si><t xml:space="preserve"> Permits </t></si>', ' Permits '],
  ['<si/>', ''],
  ['<si><t>Parks &amp; &lt;Trails&gt;</t></si>', 'Parks & <Trails>'],
  ['<si><r><t>Bold</t></r><r><t> words</t></r><rPh><t>aloud</t></rPh></si>', 'Bold words'],
  ['<si><t>Señalización_x0041_</t></si>', 'SeñalizaciónA'],
  ['<si><t><![CDATA[a<b]]></t></si>', 'a<b'],
  ['<si><t>two\r\nlines</t></si>', 'two\nlines'],
  ['<si><t>the last</t></si>', 'the last'],
]

function part(xml: string) {
  const archive = readZip(writeZip([{ name: 'strings.xml', content: Buffer.from(xml) }]))
  if (!archive.ok) throw new Error(archive.error.code)
  return [archive.value, archive.value.entries[0] ?? null] as const
}

describe.each([
  ['made at once', readSharedStrings],
  ['made when they are asked for', findSharedStrings],
])('shared strings %s', (_, read) => {
  it('hold the text of each item as it is shown', () => {
    const strings = read(...part(`<sst xmlns="${main}">${items.map(([xml]) => xml).join('')}</sst>`))
    if (!strings.ok) throw new Error(strings.error.code)
    const texts = () => items.map((_, index) => strings.value(index))
    expect(texts()).toEqual(items.map(([, text]) => text))
    expect(texts()).toEqual(items.map(([, text]) => text))
  })

  it('hold nothing under numbers that no item has', () => {
    const strings = read(...part(`<sst xmlns="${main}"><si><t>one</t></si></sst>`))
    if (!strings.ok) throw new Error(strings.error.code)
    expect([1, -1, 0.5, Number.NaN].map(strings.value)).toEqual([null, null, null, null])
  })

  it('are refused as a whole where the part is damaged behind them', () => {
    const strings = read(...part(`<sst xmlns="${main}"><si><t>one</t></si><si><t>two</si></sst>`))
    expect(strings).toEqual({ ok: false, error: { code: 'file-damaged' } })
  })
})
