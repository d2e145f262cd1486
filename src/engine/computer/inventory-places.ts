import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../files/parse-json.ts'
import { writeSafely } from '../files/write-safely.ts'

/** Where on this computer the inventories of its plans were opened from. Kept beside the plans, never in them. */
export interface InventoryPlaces {
  readonly find: (planId: string) => string | null
  readonly remember: (planId: string, folder: string) => void
}

const mostRemembered = 200

const schema = z.object({
  /** The latest first. */
  places: z.array(z.object({ planId: z.string(), folder: z.string() })).readonly(),
})

export function inventoryPlacesIn(dataDir: string): InventoryPlaces {
  const path = join(dataDir, 'inventory-places.json')
  const read = () => {
    if (!existsSync(path)) return []
    const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')))
    // A file somebody broke costs looking for the folder once more, not the program.
    return parsed.success ? parsed.data.places : []
  }
  return {
    find: (planId) => read().find((place) => place.planId === planId)?.folder ?? null,
    remember: (planId, folder) => {
      const others = read().filter((place) => place.planId !== planId)
      const places = [{ planId, folder }, ...others].slice(0, mostRemembered)
      mkdirSync(dataDir, { recursive: true })
      writeSafely(path, Buffer.from(`${JSON.stringify({ places })}\n`))
    },
  }
}
