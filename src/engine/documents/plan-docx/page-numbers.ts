import type { PageNumberEstimator } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { PlanDocument } from '../../../domain/plan-document.ts'

/**
 * Laying out pages takes about half a second for a thousand cells. In a larger plan the contents go without page
 * numbers, which Word fills in when the list is updated, rather than keep a person waiting.
 */
const mostCells = 10_000

/** Guesses where a character has no known width: a number that may be off by one serves better than none. */
const estimate = estimatePageNumbersWith({ guess: true })

export function pageNumbersFor(plan: PlanDocument): PageNumberEstimator {
  return cellsOf(plan) <= mostCells ? estimate : Object.assign(() => noPages, { listNumbers })
}

const noPages = { bookmarks: new Map<string, string>() }

/** The headings' own numbers are counted without laying out pages. */
const listNumbers: NonNullable<PageNumberEstimator['listNumbers']> = (body, context) =>
  estimate.listNumbers?.(body, context) ?? new Map()

function cellsOf({ parts }: PlanDocument): number {
  return parts
    .flatMap(({ blocks }) => blocks)
    .reduce(
      (sum, block) => (block.kind === 'table' ? sum + block.rows.length * block.columns.length : sum),
      0,
    )
}
