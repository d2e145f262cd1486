import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inventoryFields } from '../../domain/inventory-field.ts'
import type { RememberedFields } from '../../domain/mapping/remembered-mapping.ts'
import { parseJson } from '../files/parse-json.ts'
import { writeSafely } from '../files/write-safely.ts'

/** What people of this computer confirmed columns to be, by the shape of the header row. */
export interface RememberedMappings {
  readonly find: (shape: readonly string[]) => RememberedFields | null
  readonly remember: (shape: readonly string[], fields: RememberedFields) => void
}

const mostRemembered = 100

const schema = z.object({
  /** The latest first. */
  mappings: z
    .array(
      z.object({
        shape: z.array(z.string()).readonly(),
        fields: z.array(z.array(z.enum(inventoryFields)).readonly()).readonly(),
      }),
    )
    .readonly(),
})

type Mapping = z.output<typeof schema>['mappings'][number]

export function rememberedMappingsIn(dataDir: string): RememberedMappings {
  const path = join(dataDir, 'remembered-mappings.json')
  const read = (): readonly Mapping[] => {
    if (!existsSync(path)) return []
    const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')))
    // A file somebody broke costs looking at the columns once more, not the program.
    return parsed.success ? parsed.data.mappings : []
  }
  return {
    find: (shape) => {
      const found = read().find((mapping) => isSame(mapping.shape, shape))
      return found?.fields.length === shape.length ? found.fields : null
    },
    remember: (shape, fields) => {
      const others = read().filter((mapping) => !isSame(mapping.shape, shape))
      const mappings = [{ shape, fields }, ...others].slice(0, mostRemembered)
      mkdirSync(dataDir, { recursive: true })
      writeSafely(path, Buffer.from(`${JSON.stringify({ mappings })}\n`))
    },
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((words, index) => words === other[index])
}
