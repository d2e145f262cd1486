import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../src', import.meta.url))

/** Every module of the program, from `src/`, with the modules it imports. */
function modules(): ReadonlyMap<string, readonly string[]> {
  const paths = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const named = (path: string) => relative(source, path).split(sep).join('/')
  return new Map(
    paths.map((path) => {
      const imports = [...readFileSync(path, 'utf8').matchAll(/ from '(\.[^']+)'/g)]
      const targets = imports.map(([, target]) => join(dirname(path), String(target)))
      return [named(path), targets.filter((target) => existsSync(target)).map(named)]
    }),
  )
}

/** What lies at a root is no room: it puts the rooms together, or is what they all stand on. */
const roots = ['cli', 'contract', 'domain', 'engine', 'hosts', 'main', 'preload', 'renderer', 'web']
const roomOf = (module: string) => dirname(module)

test('no two rooms need each other', () => {
  const ties = new Map<string, string>()
  for (const [module, imports] of modules()) {
    for (const target of imports) {
      const [from, to] = [roomOf(module), roomOf(target)]
      const isInside = from.startsWith(`${to}/`) || to.startsWith(`${from}/`)
      if (from !== to && !isInside) ties.set(`${from} → ${to}`, `${module} needs ${target}`)
    }
  }
  const both = [...ties].filter(([tie]) => {
    const [from, to] = tie.split(' → ')
    return !roots.includes(String(from)) && !roots.includes(String(to)) && ties.has(`${to} → ${from}`)
  })
  expect(both.map(([, example]) => example)).toEqual([])
})

test.each(['engine', 'renderer'])('the root of %s holds at most eight modules', (root) => {
  const held = [...modules().keys()].filter((module) => roomOf(module) === root)
  expect(held.length).toBeGreaterThan(0)
  expect(held.length).toBeLessThanOrEqual(8)
})
