import { z } from 'zod'
import { isCalendarDate } from '../domain/calendar-date.ts'
import {
  type Field,
  type Fields,
  longTextLimit,
  shortTextLimit,
  type ValueOf,
} from '../domain/fields/field.ts'

/** What a call may set a field to, whatever its kind; empty and unanswered are values like others. */
function inputOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'short-text':
      return z.string().max(shortTextLimit)
    case 'long-text':
      return z.string().max(longTextLimit)
    case 'date':
      return z
        .string()
        .refine((value) => value === '' || isCalendarDate(value), 'Expected YYYY-MM-DD or nothing')
    case 'one-of':
      return field.empty === null ? z.enum(field.choices).nullable() : z.enum(field.choices)
    case 'several-of':
      return z.array(z.enum(field.choices)).max(field.choices.length)
  }
}

type InputsOf<Part extends Fields> = {
  [Name in keyof Part]: z.ZodType<ValueOf<Part[Name]>, ValueOf<Part[Name]>>
}

/** Any of a part's fields; what is left out stays as it is. */
export function someOf<Part extends Fields>(
  fields: Part,
): z.ZodObject<{ [Name in keyof Part]: z.ZodOptional<InputsOf<Part>[Name]> }, z.core.$strict> {
  const inputs = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inputOf(field)]))
  return z.strictObject(inputs as InputsOf<Part>).partial() as never
}
