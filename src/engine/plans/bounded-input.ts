import type { Parameters } from '../../domain/action-in-words.ts'

/** In characters of a text, and in items of a list: enough to tell what was asked. What changed is kept row by row. */
const longestText = 200
const longestList = 20

/** A call's parameters, cut short: a bulk answer names a hundred thousand datasets, and a note may be long. */
export function bounded(input: unknown): Parameters {
  return cut(input) as Parameters
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, longestText)
  if (Array.isArray(value)) return value.slice(0, longestList).map(cut)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cut(part)]))
}
