import { z } from 'zod'
import { isCalendarDate } from '../domain/calendar-date.ts'
import {
  accesses,
  answers,
  automations,
  availabilities,
  highValueGrounds,
  releaseRoutes,
  retirementGrounds,
  upkeeps,
} from '../domain/vocabulary.ts'

/** What the calls' inputs are made of. */

export const nothing = z.strictObject({})
export const id = z.string().min(1).max(64)
export const actionId = z.int().min(1)
export const ids = z.array(id).min(1).max(1_048_576)
export const line = z.string().max(500)
export const text = z.string().max(10_000)
export const day = z.string().refine(isCalendarDate, 'Expected YYYY-MM-DD')
/** A day, or nothing where none is given yet. */
const date = z
  .string()
  .refine((value) => value === '' || isCalendarDate(value), 'Expected YYYY-MM-DD or nothing')

export const choice = z.strictObject({
  sheet: z.string().max(255),
  // 0: this sheet, and the program finds the headings.
  headerRow: z.int().min(0).max(1_048_576),
  headerRows: z.int().min(1).max(10),
  alsoSheets: z.array(z.string().max(255)).max(2_000).readonly().exactOptional(),
  // Columns with a plan's headings but no mark are taken for the plan's unless a person says no.
  planHeadings: z.enum(['take', 'leave']).exactOptional(),
})

export const details = z.strictObject({
  agencyName: line,
  planTitle: line,
  period: line,
  officerName: line,
  officerTitle: line,
  officerEmail: line,
  headName: line,
  headTitle: line,
  reviewedOn: date,
})

export const review = z.strictObject({
  availability: z.enum(availabilities),
  publishedAt: text,
  publishedFormat: line,
  reviewNote: text,
})

export const identification = z.strictObject({
  access: z.enum(accesses),
  legalBasis: text,
  releaseRoute: z.enum(releaseRoutes).nullable(),
  suppressionRule: text,
  checkedBy: line,
  openness: z.strictObject({
    free: z.enum(answers),
    'machine-readable': z.enum(answers),
    unrestricted: z.enum(answers),
    'finest-detail': z.enum(answers),
    described: z.enum(answers),
  }),
  highValueGrounds: z.array(z.enum(highValueGrounds)).max(highValueGrounds.length),
})

export const commitment = z.strictObject({
  targetDate: date,
  updateFrequency: line,
  method: text,
  steward: line,
  custodian: line,
  automation: z.enum(automations),
  upkeep: z.enum(upkeeps),
  retirementGround: z.enum(retirementGrounds).nullable(),
  upkeepNote: text,
})

export const weight = z.number().min(0).max(3)
export const rating = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).nullable()
