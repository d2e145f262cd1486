import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from './parse-json.ts'
import { writeSafely } from './write-safely.ts'

const schema = z.object({ yourName: z.string().default('') })

/** What is asked once per computer. */
export type Settings = Readonly<z.output<typeof schema>>

export interface SettingsFile {
  readonly read: () => Settings
  readonly write: (settings: Settings) => void
}

export function settingsIn(dataDir: string): SettingsFile {
  const path = join(dataDir, 'settings.json')
  return {
    read: () => {
      if (!existsSync(path)) return schema.parse({})
      const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')))
      // A settings file somebody broke costs one question, not the program.
      return parsed.success ? parsed.data : schema.parse({})
    },
    write: (settings) => {
      mkdirSync(dataDir, { recursive: true })
      writeSafely(path, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`))
    },
  }
}
