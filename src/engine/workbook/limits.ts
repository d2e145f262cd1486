const mebibyte = 1024 * 1024

/** What a workbook may cost us. A file beyond any of these is answered with a problem, never read on. */
export const limits = {
  fileBytes: 50 * mebibyte,
  inflatedBytes: 500 * mebibyte,
  entries: 5_000,
  /** Deflate reaches 1,032; sheets padded with styled empty rows stay below 100. */
  ratio: 300,
  /** The ratio counts only from here on: small parts of one repeated byte are harmless. */
  ratioFrom: 16 * mebibyte,
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
  xmlDepth: 256,
  xmlAttributes: 1_024,
  sheets: 2_000,
} as const

export const bytesPerMegabyte = mebibyte
