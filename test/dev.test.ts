import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const sources = fileURLToPath(new URL('../src', import.meta.url))

/** What `npm run dev` puts in front of the program: its scripts, its switch, Vite's client. None of it is packed. */
const ofDevelopment = /ODAP_DEV|dev-(page|electron)|@vite\/|import\.meta\.(hot|env)|scripts\//

test('nothing in the program knows of the development server', () => {
  const files = readdirSync(sources, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(100)
  const knowing = files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => ofDevelopment.test(readFileSync(path, 'utf8')))
  expect(knowing).toEqual([])
})
