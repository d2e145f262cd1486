/** What the values of a column look like, as shares of the cells that are not empty. */
export interface ColumnProfile {
  readonly filled: number
  readonly urls: number
  readonly emails: number
  /** Yes, no, and words of having been published. */
  readonly yesNo: number
  readonly frequencies: number
  readonly classifications: number
  /** Times of day too. */
  readonly dates: number
  readonly numbers: number
  /** Units of measurement, such as `kg/m3`, `%` or `USD`. */
  readonly measures: number
  readonly distinct: number
  readonly meanLength: number
}

const frequency =
  /^(bi-?|semi-?)?(annual(ly)?|year(ly)?|month(ly)?|week(ly)?|quarter(ly)?|dai?ly|hourly|decennial|biennial)\b(?!\s+(report|survey|data|review|summary|budget|plan|financial|list|count|statistic|census))|^(real[- ]?time|continuous(ly)?|as needed|ad[- ]?hoc|irregular|never|one[- ]?time|static|not updated|every \d|R\/P)/i
const classification =
  /^(public|non-?public|private|confidential|restricted|protected|sensitive|internal|open|level [0-4])\b/i

const measure =
  /^(?!n\/a$)(%|°?[cfk]|[kmcgµun]?[gmlsw](\^?[23])?|ha|km2?|ft|in|lbs?|usd|\$|ppm|hours?|days?|years?|count|number|unitless|[\w%°µ]{1,6}\/[\w²³^]{1,8})$/i

const charactersLookedAt = 500

export function profileColumn(values: readonly string[]): ColumnProfile {
  const filled = values
    .map((value) => value.slice(0, charactersLookedAt).trim())
    .filter((value) => value !== '')
  const share = (test: RegExp) =>
    filled.length === 0 ? 0 : filled.filter((value) => test.test(value)).length / filled.length
  return {
    filled: filled.length,
    urls: share(/^(https?:\/\/|ftp:\/\/|www\.)\S+/i),
    emails: share(/\b[^\s@]+@[^\s@]+\.[a-z]{2,}\b/i),
    yesNo: share(
      /^(yes|no|y|n|true|false|x|unsure|n\/a|partial(ly)?|(not |un)?published|(not |un)?available|open|closed|public|private|in progress|planned|pending|scheduled)$/i,
    ),
    frequencies: share(frequency),
    classifications: share(classification),
    dates: share(/^(\d{4}-\d{2}(-\d{2})?\b|\d{1,2}\/\d{1,2}\/\d{2,4}$|\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$)/i),
    numbers: share(/^[-+$]?[\d.,]*\d%?$/),
    measures: share(measure),
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    meanLength: filled.reduce((sum, value) => sum + value.length, 0) / Math.max(filled.length, 1),
  }
}
