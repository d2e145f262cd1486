import type { Dataset, DatasetId } from '../../../domain/dataset.ts'
import { howMany } from '../../../domain/how-many.ts'
import { datasetName } from '../../../domain/labels.ts'
import type { Idea } from '../../../domain/plan.ts'
import type { Availability, BrainstormQuestion } from '../../../domain/vocabulary.ts'

/** The questions that Review has asked of every dataset already. */
const askedInReview: { readonly [Question in BrainstormQuestion]?: Availability } = {
  'not-yet-public': 'not-public',
  'on-portal': 'on-portal',
  'not-machine-readable': 'public-report',
}

export function ideasUnder(ideas: readonly Idea[], question: BrainstormQuestion): readonly Idea[] {
  return ideas.filter((idea) => idea.question === question)
}

/** Whether the question is answered for the dataset by what Review says of it, or by the inventory's own words. */
export function fits({ review, facts }: Dataset, question: BrainstormQuestion): boolean {
  if (question === 'frequently-requested') return facts.demand.trim() !== ''
  return askedInReview[question] === review.availability
}

/** How many datasets Review puts under a question; 0 where Review does not ask it. */
export function numberFromReview(datasets: readonly Dataset[], question: BrainstormQuestion): number {
  if (askedInReview[question] === undefined) return 0
  return howMany(datasets, (dataset) => fits(dataset, question))
}

/** Datasets to offer for what was typed: every word matches, those that fit the question first. */
export function datasetsToOffer(
  datasets: readonly Dataset[],
  question: BrainstormQuestion,
  typed: string,
  onBoard: ReadonlySet<DatasetId>,
): readonly Dataset[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const said = searchedTexts(datasets)
  const matching = datasets.filter(
    ({ id }, index) => !onBoard.has(id) && words.every((word) => said[index]?.includes(word)),
  )
  return [
    ...matching.filter((dataset) => fits(dataset, question)),
    ...matching.filter((dataset) => !fits(dataset, question)),
  ]
}

const known = new WeakMap<readonly Dataset[], readonly string[]>()

/** What is searched of each dataset, put together once for all keys that are pressed. */
function searchedTexts(datasets: readonly Dataset[]): readonly string[] {
  const texts =
    known.get(datasets) ??
    datasets.map((dataset) =>
      `${datasetName(dataset)} ${dataset.facts.unit} ${dataset.facts['inventory-number']}`.toLowerCase(),
    )
  known.set(datasets, texts)
  return texts
}

/** The datasets that ideas are about, by id. */
export function datasetsOfIdeas(
  datasets: readonly Dataset[],
  ideas: readonly Idea[],
): ReadonlyMap<DatasetId, Dataset> {
  const wanted = new Set(ideas.flatMap(({ datasetId }) => datasetId ?? []))
  if (wanted.size === 0) return new Map()
  return new Map(datasets.filter(({ id }) => wanted.has(id)).map((dataset) => [dataset.id, dataset]))
}

/** The dataset whose whole name was typed; typing a name out is choosing it. */
export function datasetNamed(datasets: readonly Dataset[], typed: string): Dataset | undefined {
  const name = typed.trim().toLowerCase()
  return datasets.find((dataset) => datasetName(dataset).toLowerCase() === name)
}

/** The first question without an idea, or null. */
export function nextEmptyQuestion(
  questions: readonly BrainstormQuestion[],
  ideas: readonly Idea[],
): BrainstormQuestion | null {
  return questions.find((question) => ideasUnder(ideas, question).length === 0) ?? null
}

/** Who raised the newest idea: most likely the one who raises the next. */
export function lastNameGiven(ideas: readonly Idea[]): string {
  const [newest] = [...ideas].sort((a, b) => b.position - a.position)
  return newest?.raisedBy ?? ''
}
