import { z } from 'zod'
import { inventoryFields } from '../domain/inventory-field.ts'

/** What the inventory says of a dataset, as far as it is corrected. */
export const facts = z
  .partialRecord(z.enum(inventoryFields), z.string().max(10_000).trim())
  .refine(
    (changes) => Object.keys(changes).length > 0 && changes.title !== '',
    'Expected at least one field, and a title that is not empty',
  )

/** The officer's answers to the questions of Deliver. */
export const deliveryChoices = z.strictObject({
  changesSheet: z.enum(['add', 'leave-out']),
  protectedCells: z.enum(['write', 'keep-off']),
  lockedStructure: z.enum(['add', 'keep-off']),
})

const { changesSheet, protectedCells, lockedStructure } = deliveryChoices.shape

/** The same for one making alone. */
export const makeWorkbookInput = z.strictObject({
  changesSheet: changesSheet.exactOptional(),
  protectedCells: protectedCells.exactOptional(),
  lockedStructure: lockedStructure.exactOptional(),
  // Of a text file: its own encoding, or UTF-8 where that cannot hold the new text.
  encoding: z.enum(['own', 'utf-8']).exactOptional(),
  // The workbook itself, or a plain new one where it is written in a way that cannot be added to.
  workbook: z.enum(['own', 'plain']).exactOptional(),
})
