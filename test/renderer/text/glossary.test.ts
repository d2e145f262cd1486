import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it, test } from 'vitest'
import { glossary } from '../../../src/renderer/text/glossary.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Where what people read is written: the page, `odap`, and the documents and lists that the domain puts into words. */
const spoken = [
  'src/renderer/text',
  'src/cli',
  'src/domain/fields',
  'src/domain/plan-document',
  'src/domain/action-in-words.ts',
  'src/domain/changed-fields.ts',
  'src/domain/labels.ts',
]

function filesOf(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'glossary.ts')
    .map((name) => `${path}/${name}`)
}

/** The texts in a module: its strings, and what stands between the values of its templates. */
function textsIn(code: string): readonly string[] {
  const texts: string[] = []
  const look = (node: ts.Node): void => {
    const isImported = ts.isImportDeclaration(node)
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text)
    if (!isImported) ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('words.ts', code, ts.ScriptTarget.Latest, true))
  return texts
}

const otherWords = glossary.flatMap(({ word, notCalled }) => notCalled.map((other) => [other, word] as const))
const saidIn = (text: string) =>
  otherWords.filter(([other]) => new RegExp(`\\b${other}(s|es)?\\b`, 'i').test(text)).map(([other]) => other)

describe('the glossary', () => {
  it('has each word once, and none that another one is not to be called', () => {
    const words = glossary.map(({ word }) => word.toLowerCase())
    expect(new Set(words).size).toBe(words.length)
    expect(otherWords.filter(([other]) => words.includes(other))).toEqual([])
  })

  it('is the list in docs/glossary.md', () => {
    const rows = glossary.map(
      ({ word, meaning, notCalled }) => `| ${word} | ${meaning} | ${notCalled.join(', ')} |`,
    )
    expect(
      read('docs/glossary.md')
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(2),
    ).toEqual(rows)
  })

  it('is kept to by everything that people read', () => {
    const files = spoken.flatMap(filesOf)
    expect(files.length).toBeGreaterThan(40)
    const found = files.flatMap((path) =>
      textsIn(read(path)).flatMap((text) => saidIn(text).map((other) => `${path}: “${other}” in “${text}”`)),
    )
    expect(found).toEqual([])
  })
})

test('a word that is not to be said is found, in its plural and in a template, too', () => {
  const counted = ['`', '{n} cards of ', '{n}`'].join('$')
  const code = `export const a = { b: "Two Snapshots", c: (n: number) => ${counted}, d: "discard" }`
  expect(textsIn(code).flatMap(saidIn)).toEqual(['snapshot', 'card'])
})
