import { beforeAll, describe, expect, it } from 'vitest'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { firstXmlFault } from '../../../src/engine/documents/docx-check/xml.ts'
import { checkDocx } from '../../../src/engine/documents/docx-check.ts'
import { writePlanDocx } from '../../../src/engine/documents/plan-docx.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan } from '../../support/builders.ts'

const plan = planDocument(aFullPlan(), '2026-11-22')

describe('checking a document that was just written', () => {
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = await writePlanDocx(plan)
  })

  it('passes the document of this plan', () => {
    expect(checkDocx(bytes, plan)).toMatchObject({ ok: true })
  })

  it('fails one of another plan', () => {
    expect(checkDocx(bytes, planDocument(aPlan(), '2026-11-22'))).toMatchObject({
      ok: false,
      error: { code: 'document-check-failed' },
    })
  })

  it('fails a document cut short at any place', () => {
    for (const length of [0, 10, bytes.length >> 1, bytes.length - 1]) {
      expect(checkDocx(bytes.subarray(0, length), plan)).toMatchObject({ ok: false })
    }
  })

  it('fails a document with one byte of a part changed', () => {
    const damaged = bytes.slice()
    const at = bytes.length >> 1
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    expect(checkDocx(damaged, plan)).toMatchObject({ ok: false })
  })

  it('fails a document whose parts do not match their checksums', () => {
    const damaged = Buffer.from(bytes)
    const lastEntry = damaged.lastIndexOf('PK\u0001\u0002')
    damaged.writeUInt8(damaged.readUInt8(lastEntry + 16) ^ 1, lastEntry + 16)
    expect(checkDocx(damaged, plan)).toMatchObject({ ok: false })
  })
})

describe('well-formed XML', () => {
  it.each(['<a><b c="1"/>text &amp; more</a>', '<?xml version="1.0"?><a>1 > 0</a>', '<a><!-- <b> --></a>'])(
    'passes %s',
    (xml) => {
      expect(firstXmlFault(xml)).toBeNull()
    },
  )

  it.each(['<a><b></a>', '<a>', '</a>', '<a>1 < 2</a>', '<a>Q & A</a>', '<a>\u0007</a>', '<a b="<"/>'])(
    'finds the fault of %j',
    (xml) => {
      expect(firstXmlFault(xml)).not.toBeNull()
    },
  )
})
