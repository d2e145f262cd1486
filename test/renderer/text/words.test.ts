import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const page = fileURLToPath(new URL('../../../src/renderer', import.meta.url))

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'label',
  'title',
  'placeholder',
  'hint',
  'heading',
])
const isWord = (text: string) => /\p{L}{2}/u.test(text)

/** Words that a component says by itself. */
function wordsIn(code: string): readonly string[] {
  const source = ts.createSourceFile('component.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const look = (node: ts.Node): void => {
    const text = ts.isJsxText(node)
      ? node.text
      : ts.isJsxAttribute(node) &&
          spoken.has(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer)
        ? node.initializer.text
        : ''
    if (isWord(text)) found.push(text.trim())
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

test('every word on the screen comes from text/', () => {
  const components = readdirSync(page, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => join(entry.parentPath, entry.name))
  expect(components.length).toBeGreaterThan(50)
  const found = components.flatMap((path) =>
    wordsIn(readFileSync(path, 'utf8')).map((words) => `${path.slice(page.length + 1)}: ${words}`),
  )
  expect(found).toEqual([])
})

test('a component that speaks for itself is found out', () => {
  expect(wordsIn('<p title="Close it" className="wide">Nothing <b>{text.saved}</b> · 2</p>')).toEqual([
    'Close it',
    'Nothing',
  ])
})
