/**
 * The plan's fields that a column of an agency's inventory may hold. Agencies' headings differ,
 * so columns are matched by synonyms and never by position (see mapping.ts).
 */
export const inventoryFields = [
  'agency',
  'unit',
  'inventory-number',
  'title',
  'description',
  'source-system',
  'category',
  'classification',
  'legal-basis',
  'format',
  'update-frequency',
  'coverage',
  'published',
  'url',
  'owner',
  'contact',
  'demand',
  'shared-with',
  'planned-date',
  'notes',
] as const
export type InventoryField = (typeof inventoryFields)[number]

/** What the inventory says of a dataset, as text, '' where it says nothing. */
export type Facts = { readonly [Field in InventoryField]: string }

export const noFacts: Facts = Object.freeze(
  Object.fromEntries(inventoryFields.map((field) => [field, ''])),
) as Facts
