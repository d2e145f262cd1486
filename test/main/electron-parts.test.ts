import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../src/main/', import.meta.url))

/** The parts of Electron that the window's process uses. Another one is a decision: SECURITY.md has to speak of it. */
const parts = ['BrowserWindow', 'Menu', 'app', 'dialog', 'ipcMain', 'protocol', 'utilityProcess']

test('nothing is opened in other programs, and no further part of Electron is used', () => {
  const used = new Set<string>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts'))) {
    const source = readFileSync(`${folder}${name}`, 'utf8')
    const imports = source.matchAll(/import (type )?\{([^}]*)\} from 'electron[^']*'/g)
    for (const [, onlyTypes, names = ''] of imports) {
      if (onlyTypes !== undefined) continue
      for (const part of names.split(',').map((text) => text.trim()))
        if (part !== '' && !part.startsWith('type ')) used.add(part)
    }
    expect(source, name).not.toMatch(/import \* as \w+ from 'electron|require\('electron|from 'electron'/)
  }
  expect([...used].sort()).toEqual(parts)
})
