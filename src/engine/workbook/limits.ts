/** What a workbook may cost us, beside what any package may. A file beyond any of these is answered with a problem, never read on. */
export const limits = {
  rows: 1_048_576,
  columns: 16_384,
  /** Cells that hold something, over the sheets that are read. */
  cells: 20_000_000,
  merges: 100_000,
  hyperlinks: 100_000,
  notes: 100_000,
  /** Excel has at most 65,490 of them. */
  cellFormats: 200_000,
  definedNames: 100_000,
  tables: 5_000,
  /** Of all the datasets together, as they are handed over. */
  tableCharacters: 300_000_000,
  /** Excel holds 32,767; other programs write more. */
  cellCharacters: 1_000_000,
  sheets: 2_000,
} as const
