import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../files/parse-json.ts'
import { writeSafely } from '../files/write-safely.ts'

const schema = z.object({ yourName: z.string().default('') })

/** What is asked once per computer. */
export type Settings = Readonly<z.output<typeof schema>>

export interface SettingsFile {
  readonly read: () => Settings
  readonly write: (settings: Settings) => void
}

export function settingsIn(dataDir: string): SettingsFile {
  const path = join(dataDir, 'settings.json')
  let known: { readonly changed: number; readonly settings: Settings } | null = null
  return {
    // Every action asks, so the file is read again only when it was written; another window may have done that.
    read: () => {
      const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs
      if (changed === undefined) return schema.parse({})
      if (known?.changed !== changed) known = { changed, settings: readSettings(path) }
      return known.settings
    },
    write: (settings) => {
      mkdirSync(dataDir, { recursive: true })
      writeSafely(path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`))
      known = null
    },
  }
}

/** A settings file somebody broke costs one question, not the program. */
function readSettings(path: string): Settings {
  const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')))
  return parsed.success ? parsed.data : schema.parse({})
}
