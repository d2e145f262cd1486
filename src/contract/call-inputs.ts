import { z } from 'zod'
import { isCalendarDate } from '../domain/calendar-date.ts'
import { longTextLimit, shortTextLimit } from '../domain/fields/field.ts'

/** What the calls' inputs are made of. */

export const nothing = z.strictObject({})
export const id = z.string().min(1).max(64)
export const actionId = z.int().min(1)
export const ids = z.array(id).min(1).max(1_048_576)
export const line = z.string().max(shortTextLimit)
export const text = z.string().max(longTextLimit)
export const day = z.string().refine(isCalendarDate, 'Expected YYYY-MM-DD')
export const choice = z.strictObject({
  sheet: z.string().max(255),
  // 0: this sheet, and the program finds the headings.
  headerRow: z.int().min(0).max(1_048_576),
  headerRows: z.int().min(1).max(10),
  alsoSheets: z.array(z.string().max(255)).max(2_000).readonly().exactOptional(),
  // Columns with a plan's headings but no mark are taken for the plan's unless a person says no.
  planHeadings: z.enum(['take', 'leave']).exactOptional(),
})

export const weight = z.number().min(0).max(3)
export const rating = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable()
