export const bytesPerMegabyte = 1024 * 1024

/** What a package and the XML in it may cost us. A file beyond any of these is answered with a problem, never read on. */
export const packageLimits = {
  fileBytes: 50 * bytesPerMegabyte,
  inflatedBytes: 500 * bytesPerMegabyte,
  entries: 5_000,
  /** Deflate reaches 1,032; sheets padded with styled empty rows stay below 100. */
  ratio: 300,
  /** The ratio counts only from here on: small parts of one repeated byte are harmless. */
  ratioFrom: 16 * bytesPerMegabyte,
  xmlDepth: 256,
  xmlAttributes: 1_024,
} as const
