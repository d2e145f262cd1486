import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a module brings along when it is loaded; types are gone by then. */
function importsOf(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    if (
      ts.isImportDeclaration(statement) &&
      statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    ) {
      return [(statement.moduleSpecifier as ts.StringLiteral).text]
    }
    const isAgain = ts.isExportDeclaration(statement) && !statement.isTypeOnly && statement.moduleSpecifier
    return isAgain ? [(statement.moduleSpecifier as ts.StringLiteral).text] : []
  })
}

function loadedBy(start: string): {
  readonly modules: readonly string[]
  readonly packages: readonly string[]
} {
  const modules = new Set<string>()
  const packages = new Set<string>()
  const look = (path: string): void => {
    if (modules.has(path)) return
    modules.add(path)
    for (const target of importsOf(path)) {
      if (target.startsWith('.')) look(join(dirname(path), target))
      else packages.add(target)
    }
  }
  look(start)
  return { modules: [...modules], packages: [...packages] }
}

test('the window’s process loads neither the engine nor SQLite, Word or workbooks', () => {
  const { modules, packages } = loadedBy('src/main/main.ts')
  expect(modules.length).toBeGreaterThan(15)
  expect(modules.filter((path) => path.startsWith('src/engine/')).toSorted()).toEqual([
    'src/engine/computer/data-folder.ts',
    'src/engine/computer/log-file.ts',
    'src/engine/files/disk-problem.ts',
    'src/engine/files/make-folder.ts',
  ])
  expect(packages.filter((name) => !name.startsWith('node:')).toSorted()).toEqual(['electron/main', 'zod'])
})

test('the engine’s own process does', () => {
  const { modules, packages } = loadedBy('src/main/engine-process.ts')
  expect(modules).toContain('src/engine/store/open-plan-file.ts')
  expect(packages).toContain('better-sqlite3')
})
