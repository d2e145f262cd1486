import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}/`)

/** What stands in the first column of a table of folders. */
const foldersNamedIn = (path: string) =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([\w/-]+\/)`/g)].map(([, name]) => String(name)),
    )

test.each(['README.md', 'docs/architecture.md'])(
  '%s names every folder of the program, and none that is not there',
  (path) => {
    const named = foldersNamedIn(path)
    expect(named.filter((folder) => !existsSync(join(root, folder)))).toEqual([])
    expect(foldersIn('src').filter((folder) => !named.includes(folder))).toEqual([])
  },
)

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/decisions/README.md',
])('what %s links to is there', (path) => {
  const folder = join(root, path, '..')
  const links = [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, link]) => String(link))
  expect(links.filter((link) => !existsSync(join(folder, link)))).toEqual([])
})

test('every decision is listed under its own heading, in order', () => {
  const decisions = readdirSync(join(root, 'docs/decisions'))
    .filter((name) => /^\d/.test(name))
    .toSorted()
  const listed = read('docs/decisions/README.md')
    .split('\n')
    .filter((line) => line.startsWith('- '))
  const wanted = decisions.map((name) => {
    const [heading = ''] = read(`docs/decisions/${name}`).split('\n')
    return `- [${name.slice(0, 4)}](${name}) ${heading.replace(/^# /, '')}`
  })
  expect(listed).toEqual(wanted)
})

test('a file of the program that a document names is there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/architecture.md']
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/`((?:src|test|scripts|docs|bench|assets)\/[\w./-]+\.\w+)`/g)].map(([, name]) =>
      String(name),
    ),
  )
  expect(named.filter((name) => !existsSync(join(root, name)) && !name.includes('0002-what'))).toEqual([])
})
