import { z } from 'zod'
import { longTextLimit } from '../domain/fields/field.ts'
import { deliveryFields } from '../domain/fields/plan-fields.ts'
import { inventoryFields } from '../domain/inventory-field.ts'

/** What the inventory says of a dataset, as far as it is corrected. */
export const facts = z
  .partialRecord(z.enum(inventoryFields), z.string().max(longTextLimit).trim())
  .refine(
    (changes) => Object.keys(changes).length > 0 && changes.title !== '',
    'Expected at least one field, and a title that is not empty',
  )

const { changesSheet, columns, protectedCells, lockedStructure } = deliveryFields

/** What is asked before the workbook is made, answered for this once. */
export const makeWorkbookInput = z.strictObject({
  changesSheet: z.enum(changesSheet.choices).exactOptional(),
  columns: z.enum(columns.choices).exactOptional(),
  protectedCells: z.enum(protectedCells.choices).exactOptional(),
  lockedStructure: z.enum(lockedStructure.choices).exactOptional(),
  // Of a text file: its own encoding, or UTF-8 where that cannot hold the new text.
  encoding: z.enum(['own', 'utf-8']).exactOptional(),
  // The workbook itself, or a plain new one where it is written in a way that cannot be added to.
  workbook: z.enum(['own', 'plain']).exactOptional(),
})
