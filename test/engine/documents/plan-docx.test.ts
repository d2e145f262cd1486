import { beforeAll, describe, expect, it } from 'vitest'
import type { PlanDocument } from '../../../src/domain/plan-document.ts'
import { planDocument } from '../../../src/domain/plan-document.ts'
import { checkDocx } from '../../../src/engine/documents/docx-check.ts'
import { writePlanDocx } from '../../../src/engine/documents/plan-docx.ts'
import { aFullPlan } from '../../support/a-full-plan.ts'
import { aPlan, aReference, ratings, someDatasets } from '../../support/builders.ts'
import { blocksOf, headingsOf } from '../../support/plan-text.ts'
import { zipParts } from '../../support/zip-parts.ts'

const preparedOn = '2026-11-22'
/** What follows the name of a page reference that is filled in. */
const pageNumber = /^[^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><w:t[^>]*>\d+<\/w:t>/

async function written(plan: PlanDocument): Promise<ReadonlyMap<string, string>> {
  const read = zipParts(await writePlanDocx(plan))
  return new Map([...read].map(([name, content]) => [name, content.toString('utf8')]))
}

function part(parts: ReadonlyMap<string, string>, name: string): string {
  const content = parts.get(name)
  if (content === undefined) throw new Error(`no part ${name}`)
  return content
}

/** The text of all paragraphs, with the marks of Word's fields left out. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('|')
}

describe('the Word plan', () => {
  const plan = planDocument(aFullPlan(), preparedOn)
  let parts: ReadonlyMap<string, string>
  let main: string

  beforeAll(async () => {
    parts = await written(plan)
    main = part(parts, 'word/document.xml')
  })

  it('has the plan’s headings as real headings, in order and none skipped', () => {
    const levels = [...main.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map(([, level]) => Number(level))
    expect(levels).toEqual(blocksOf(plan).flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))
    expect(levels[0]).toBe(1)
  })

  it('repeats the header row of every table and says what each holds', () => {
    const tables = blocksOf(plan).flatMap((block) => (block.kind === 'table' ? [block] : []))
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
    const captions = [...main.matchAll(/<w:tblCaption w:val="([^"]*)"\/>/g)].map(([, caption]) => caption)
    expect(captions).toEqual(tables.map(({ caption }) => caption))
    expect(main.match(/<w:tblLook [^>]*\/><w:tblCaption [^>]*\/><w:tblDescription /g)).toHaveLength(
      tables.length,
    )
  })

  it('breaks no row over two pages', () => {
    const rows = main.match(/<w:tr>/g) ?? []
    expect(main.match(/<w:cantSplit\/>/g)).toHaveLength(rows.length)
  })

  it('fills its contents with every heading and a page number, and leaves nothing to update', () => {
    const contents = main.slice(main.indexOf('<w:sdt>'), main.indexOf('</w:sdt>'))
    const text = textOf(contents)
    for (const heading of headingsOf(plan)) expect(text).toContain(heading)
    const references = contents.split('PAGEREF').slice(1)
    expect(references).toHaveLength(headingsOf(plan).length)
    for (const reference of references) expect(reference).toMatch(pageNumber)
    expect([...parts.values()].join('')).not.toMatch(/w:dirty=|<w:updateFields/)
  })

  it('counts its captions', () => {
    const numbers = [...main.matchAll(/SEQ Table<\/w:instrText>.*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(
      ([, number]) => Number(number),
    )
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers).toHaveLength(blocksOf(plan).filter(({ kind }) => kind === 'table').length)
  })

  it('has page numbers by field in the footer of every page but the cover', () => {
    const footers = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
    const withPage = footers.filter(([, xml]) => />\s*PAGE</.test(xml) && />\s*NUMPAGES</.test(xml))
    const sections = main.match(/<w:sectPr/g) ?? []
    expect(withPage.length).toBe(sections.length - 1)
  })

  it('draws a native chart with its data and an alternative text', () => {
    expect(main).toMatch(/<wp:docPr [^>]*descr="Bar chart of the number of datasets by availability\./)
    const chart = part(parts, 'word/charts/chart1.xml')
    expect(chart).toContain('<c:v>On the open data portal</c:v>')
    expect([...parts.keys()].some((name) => name.startsWith('word/embeddings/'))).toBe(true)
  })

  it('turns wide tables on their side', () => {
    const turns = [...main.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, turn]) => turn)
    expect(turns).toEqual([
      'portrait',
      'portrait',
      'portrait',
      'landscape',
      'portrait',
      'landscape',
      'portrait',
    ])
  })

  it('names title, agency, subject and language', () => {
    const core = part(parts, 'docProps/core.xml')
    expect(core).toContain('<dc:title>Open Data Access Plan 2027</dc:title>')
    expect(core).toContain('<dc:creator>Department of Example Services</dc:creator>')
    expect(core).toContain('<dc:subject>Open Data Access Plan, July 2026 to June 2027</dc:subject>')
    expect(part(parts, 'word/styles.xml')).toContain('<w:lang w:val="en-US"/>')
  })

  it('links by words', () => {
    expect(main).toMatch(/<w:hyperlink [^>]*r:id="[^"]+"[^>]*><w:r>.*?>School attendance<\/w:t>/)
    expect(part(parts, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://data.example.gov/d/abcd-1234" TargetMode="External"',
    )
  })

  it('makes a link of nothing but the web’s addresses, wherever the inventory says it leads', async () => {
    const places = [
      'file:///c:/x',
      'smb://server/share',
      '\\\\server\\share',
      'javascript:alert(1)',
      'ftp://x.gov/a',
    ]
    const datasets = someDatasets([
      ...places.map((publishedAt, index) => ({
        facts: { title: `Dataset ${index}`, url: publishedAt },
        review: { availability: 'on-portal', publishedAt } as const,
      })),
      { review: { availability: 'on-portal', publishedAt: 'https://data.example.gov/d/1' } },
    ])
    const reference = aReference({
      links: {
        source: 'A list',
        asOf: '2026-11-01',
        entries: [...places, 'https://portal.example.gov/'].map((url) => ({ title: `To ${url}`, url })),
      },
    })
    const made = await written(planDocument(aPlan({ datasets, reference }), preparedOn))
    const links = [...part(made, 'word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode/g)]
    expect(links.map(([, target]) => target).toSorted()).toEqual([
      'https://data.example.gov/d/1',
      'https://portal.example.gov/',
    ])
  })

  it('has no comment, tracked change or text box', () => {
    expect(main).not.toMatch(/<w:(ins|del|commentReference|txbxContent)\b/)
  })
})

describe('a document for any plan', () => {
  it('can be written when nothing is decided', async () => {
    const plan = planDocument(aPlan(), preparedOn)
    expect(checkDocx(await writePlanDocx(plan), plan)).toMatchObject({ ok: true })
  })

  it('holds markup, scripts of the world and broken characters of a workbook', async () => {
    const titles = ['<b>&amp; "quoted" \'text\'', '数据集 بيانات 😀', 'bell\u0007 half\uDC00 end\uFFFF']
    const datasets = someDatasets(
      titles.map((title) => ({
        facts: { title, description: title },
        identification: { access: 'public' },
        priority: { ratings: ratings(3) },
      })),
    )
    const plan = planDocument(aPlan({ datasets }), preparedOn)
    const bytes = await writePlanDocx(plan)
    expect(checkDocx(bytes, plan)).toMatchObject({ ok: true })
    const text = textOf(part(await written(plan), 'word/document.xml'))
    expect(text).toContain('&lt;b&gt;&amp;amp; &quot;quoted&quot;')
    expect(text).toContain('数据集 بيانات 😀')
    expect(text).toContain('bell half end')
  })

  it('goes without page numbers in its contents when it is very large, and still asks for nothing', {
    timeout: 60_000,
  }, async () => {
    const small = planDocument(aPlan(), preparedOn)
    const row = ['1', '2', '3', '4', '5', '6', '7', '8'].map((text) => [[{ text }]])
    const columns = row.map(() => ({ heading: 'Column', share: 1 / 8 }))
    const rows = Array.from({ length: 1900 }, () => row)
    const table = { kind: 'table', caption: 'Large', description: 'Many rows', columns, rows } as const
    const plan: PlanDocument = {
      ...small,
      parts: [...small.parts, { orientation: 'portrait', blocks: [table] }],
    }
    const parts = await written(plan)
    const main = part(parts, 'word/document.xml')
    const contents = main.slice(main.indexOf('<w:sdt>'), main.indexOf('</w:sdt>'))
    for (const heading of headingsOf(plan)) expect(textOf(contents)).toContain(heading)
    const references = contents.split('PAGEREF').slice(1)
    expect(references).toHaveLength(headingsOf(plan).length)
    for (const reference of references) expect(reference).not.toMatch(pageNumber)
    expect([...parts.values()].join('')).not.toMatch(/w:dirty=|<w:updateFields/)
  })
})
